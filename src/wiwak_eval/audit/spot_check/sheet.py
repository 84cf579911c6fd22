"""`stichprobe.xlsx`: the protocol to fill in, the papers to open, and all places with their number in the lot."""

from collections.abc import Sequence

from wiwak_eval.audit.spot_check.about import about
from wiwak_eval.audit.spot_check.all_places import HEADS as ALL_HEADS
from wiwak_eval.audit.spot_check.all_places import SHEET as ALL_PLACES
from wiwak_eval.audit.spot_check.all_places import all_rows
from wiwak_eval.audit.spot_check.task import Task
from wiwak_eval.audit.work_sheets import WorkSheet, number, workbook
from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.workbook.listing import Entry
from wiwak_eval.publication.workbook.model import FIRST_ROW
from wiwak_eval.publication.workbook.paper import Head
from wiwak_eval.results import Unit

TITLE, IN_PAPERS = "Stichprobe", "In den Unterlagen"
HEADS = (
    Head("Nr.", 4), Head("Worum es geht (Kennung)", 40), Head("Datei", 24), Head("Blatt", 10), Head("Zellen", 10),
    Head("Was zu tun ist", 10), Head("zweite Datei", 14), Head("zweite Zelle", 6), Head("erwartet", 12, "number_head"),
    Head("gefunden", 11, "number_head"), Head("Unterschied", 12, "number_head"), Head("erlaubt bis", 9, "number_head"),
    Head("in Ordnung", 8), Head("Bemerkung", 10),
)  # fmt: skip
PAPER_HEADS = (
    Head("Nr.", 4), Head("Worum es geht", 46), Head("Unterlage", 26), Head("Liste oder Tabelle", 30), Head("Zeile", 26),
    Head("dort gedruckt", 16), Head("in Ordnung", 8), Head("Bemerkung", 20),
)  # fmt: skip


def spot_check(mark: RunMark, tasks: Sequence[Task], candidates: Sequence[Task]) -> bytes:
    """The workbook. tasks: drawn from the candidates."""
    rows = tuple(_row(place, task) for place, task in enumerate(tasks, start=1))
    papers = tuple(row for place, task in enumerate(tasks, start=1) for row in _paper_row(place, task))
    sheets = (
        WorkSheet(TITLE, HEADS, rows, ticks=frozenset({12}), fields=frozenset({9, 13})),
        WorkSheet(IN_PAPERS, PAPER_HEADS, papers, ticks=frozenset({6}), fields=frozenset({7})),
        WorkSheet(ALL_PLACES, ALL_HEADS, all_rows(candidates, tasks, mark.digest), fields=frozenset({2})),
    )
    return workbook(f"{TITLE} zum Nachprüfen", mark, about(mark, tasks, len(candidates)), sheets)


def _row(place: int, task: Task) -> tuple[Entry, ...]:
    row, second = FIRST_ROW + 1 + place, task.second
    expected = number(task.expected, Unit.NUMBER, task.decimals)
    difference = number(None, Unit.NUMBER, 6, f'IF(J{row}="","",ROUND(J{row}-I{row},7))')
    return (
        str(place), f"{task.about} ({task.id})", task.first.file, task.first.sheet, task.first.cells, task.kind.value,
        second.file if second else "", second.cells if second else "", expected, "", difference,
        number(task.within, Unit.NUMBER, 6 if task.within else 0), "", "",
    )  # fmt: skip


def _paper_row(place: int, task: Task) -> tuple[tuple[Entry, ...], ...]:
    """Under the same number; none for what no paper prints."""
    printed = task.printed
    if printed is None:
        return ()
    return ((str(place), task.about, printed.file, printed.heading or "große Zahlen oben", printed.beside, printed.value, "", ""),)
