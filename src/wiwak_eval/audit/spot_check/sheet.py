"""`stichprobe.xlsx`: the protocol to fill in."""

from collections.abc import Sequence

from wiwak_eval.audit.spot_check.drawing import HOW_MANY, key
from wiwak_eval.audit.spot_check.task import Task
from wiwak_eval.audit.work_sheets import WorkSheet, number, workbook
from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.workbook.listing import Entry
from wiwak_eval.publication.workbook.model import FIRST_ROW
from wiwak_eval.publication.workbook.paper import Head
from wiwak_eval.results import Unit

TITLE = "Stichprobe"
HEADS = (
    Head("Nr.", 5), Head("Kennung", 26), Head("Worum es geht", 40), Head("Datei", 30), Head("Blatt", 22), Head("Zellen", 14),
    Head("Was zu tun ist", 18), Head("zweite Datei", 28), Head("zweite Zelle", 8), Head("erwartet", 14, "number_head"),
    Head("gefunden", 14, "number_head"), Head("Unterschied", 13, "number_head"), Head("erlaubt bis", 11, "number_head"),
    Head("in Ordnung", 10), Head("Bemerkung", 19), Head("Losnummer", 18),
)  # fmt: skip
LETTERS = 16
"""Signs of the key that are printed."""


def spot_check(mark: RunMark, tasks: Sequence[Task], of: int) -> bytes:
    """The workbook. of: how many candidates the tasks were drawn from."""
    rows = tuple(_row(place, task, mark.digest) for place, task in enumerate(tasks, start=1))
    sheet = WorkSheet(TITLE, HEADS, rows, ticks=frozenset({13}), fields=frozenset({10, 14}))
    return workbook(f"{TITLE} zum Nachprüfen", mark, _about(mark, len(tasks), of), (sheet,))


def _about(mark: RunMark, drawn: int, of: int) -> tuple[tuple[str, str], ...]:
    groups = ", ".join(f"{many} aus „{group}“" for group, many in HOW_MANY.items())
    return (
        (
            "Zweck",
            "Mit dieser Stichprobe prüft eine Person ohne Programm, ob die Zahlen der Unterlagen in den Tabellen stehen und sich "
            "nachrechnen lassen. Eine Tabellenkalkulation genügt.",
        ),
        (
            "Ziehung",
            f"{drawn} von {of} Stellen, höchstens {groups}. Niemand hat sie ausgesucht: Jede Stelle hat eine Losnummer, die SHA-256 von "
            f"„{mark.digest}:Kennung“; gezogen sind in jeder Gruppe die kleinsten. Die Nummer des Laufs folgt aus allem, woraus er "
            "entstand.",
        ),
        (
            "So geht es",
            "Datei öffnen, Zelle aufsuchen, tun, was in „Was zu tun ist“ steht, das Ergebnis in „gefunden“ eintragen. Der Unterschied "
            "rechnet sich von selbst. Ist er höchstens so groß wie „erlaubt bis“, ankreuzen. Der erlaubte Rest kommt vom Runden.",
        ),
        (
            "CSV-Dateien öffnen",
            "Nicht doppelklicken, sondern einlesen: Zeichensatz UTF-8, Trennzeichen Komma, Dezimaltrennzeichen Punkt (in Excel: Daten, Aus "
            "Text/CSV, Daten transformieren, Gebietsschema Englisch; in LibreOffice: beim Öffnen Sprache Englisch (USA)). Zeile 1 hält die "
            "Köpfe.",
        ),
        (
            "Arbeitsmappe öffnen",
            "In finanzierungsplan.xlsx ist Spalte A auf vielen Blättern ausgeblendet; die Buchstaben der Spalten zählen sie mit.",
        ),
        ("Nichts Verborgenes", "Alle Stellen stehen in den Dateien dieses Ordners. Ausgeblendete Zahlen (•) werden nirgends gebraucht."),
    )


def _row(place: int, task: Task, run_id: str) -> tuple[Entry, ...]:
    row, second = FIRST_ROW + 1 + place, task.second
    expected = number(task.expected, Unit.NUMBER, task.decimals)
    difference = number(None, Unit.NUMBER, 6, f'IF(K{row}="","",ROUND(K{row}-J{row},7))')
    return (
        str(place), task.id, task.about, task.first.file, task.first.sheet, task.first.cells, task.kind.value,
        second.file if second else "", second.cells if second else "", expected, "", difference,
        number(task.within, Unit.NUMBER, 6 if task.within else 0), "", "", key(run_id, task.id)[:LETTERS],
    )  # fmt: skip
