"""All places that could have been drawn, in the order of their number in the lot: the draw can be checked, and made anew."""

from collections.abc import Sequence

from wiwak_eval.audit.spot_check.drawing import key
from wiwak_eval.audit.spot_check.printed import INDEX
from wiwak_eval.audit.spot_check.task import Look, Printed, Task
from wiwak_eval.audit.work_sheets import number
from wiwak_eval.publication.workbook.listing import Entry
from wiwak_eval.publication.workbook.paper import Head
from wiwak_eval.results import Unit

SHEET = "Alle Stellen"
HEADS = (
    Head("Nr.", 5), Head("gezogen", 9), Head("eigenes Los", 8), Head("Gruppe", 15), Head("Kennung", 40), Head("Was zu tun ist, und wo", 56),
    Head("erwartet", 13, "number_head"), Head("Unterlage", 40), Head("dort gedruckt", 17),
    Head("Losnummer", 19),
)  # fmt: skip
"""Wide enough for most places to take one line: the list is long."""
LETTERS = 16
"""Signs of the key that are printed."""


def all_rows(candidates: Sequence[Task], drawn: Sequence[Task], run_id: str) -> tuple[tuple[Entry, ...], ...]:
    """One row a place under `HEADS`, the smallest number of the lot first."""
    chosen = {task.id for task in drawn}
    ordered = sorted(candidates, key=lambda task: key(run_id, task.id))
    return tuple(_row(place, task, task.id in chosen, run_id) for place, task in enumerate(ordered, start=1))


def _row(place: int, task: Task, drawn: bool, run_id: str) -> tuple[Entry, ...]:
    where = _where(task.first) + (f"; {_where(task.second)}" if task.second else "")
    printed = (_paper(task.printed), task.printed.value) if task.printed else ("", "")
    lot = key(run_id, task.id)[:LETTERS]
    expected = number(task.expected, Unit.NUMBER, task.decimals)
    return str(place), "gezogen" if drawn else "", "", task.group, task.id, f"{task.kind.value}: {where}", expected, *printed, lot


def _paper(printed: Printed) -> str:
    """The list of all findings goes by their ids, which stand in the line already."""
    return f"{printed.file}, {printed.heading}" if printed.heading == INDEX else printed.place


def _where(look: Look) -> str:
    sheet = f", Blatt „{look.sheet}“" if look.sheet else ""
    return f"{look.file}{sheet}, {look.cells}"
