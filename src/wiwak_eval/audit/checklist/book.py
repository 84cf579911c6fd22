"""The workbook: cover, questions, and the sheets that they send one to."""

from collections.abc import Sequence

from wiwak_eval.audit.checklist.item import LINES, OVERRIDES, VOUCHERS, Item
from wiwak_eval.audit.checklist.of_the_data import BOOKS, DELIVERED
from wiwak_eval.audit.checklist.of_the_numbers import ADDED_UP, ASSUMED, TOLD
from wiwak_eval.audit.checklist.of_the_run import DECIDED, REPEATED, UNCHANGED
from wiwak_eval.audit.checklist.releases import releases_sheet
from wiwak_eval.audit.checklist.standing import Counts, standings
from wiwak_eval.audit.overrides import Override
from wiwak_eval.audit.reconciliation_line import Line, verdict
from wiwak_eval.audit.work_sheets import WorkSheet, number, workbook
from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.workbook.listing import Entry
from wiwak_eval.publication.workbook.model import FIRST_ROW
from wiwak_eval.publication.workbook.paper import Head
from wiwak_eval.results import Unit

TITLE = "Prüfliste"
ITEMS: tuple[Item, ...] = (*UNCHANGED, *DELIVERED, *BOOKS, *ADDED_UP, *ASSUMED, *DECIDED, *TOLD, *REPEATED)
"""In the order in which to work."""
ABOUT = (
    (
        "Zweck",
        "Diese Mappe führt durch die Prüfung eines Laufs. Sie setzt keine Programmierkenntnisse voraus; wo ein Befehl nötig ist, steht er "
        "da.",
    ),
    (
        "Maßstab",
        "Ein sachkundiger Dritter soll sich in angemessener Zeit einen Überblick verschaffen können. Der Satz stammt aus den Regeln für "
        "die Buchführung; hier ist er Maßstab, keine Rechtspflicht. Ob das Programm prüfpflichtig ist, entscheidet das "
        "Rechnungsprüfungsamt: Es plant und wertet aus, es bucht und zahlt nicht.",
    ),
    (
        "So geht es",
        "Blatt „Prüfliste“ von oben nach unten abarbeiten, ankreuzen, Beanstandungen in „Bemerkung“ eintragen, hier abzeichnen.",
    ),
    (
        "Grenze",
        "Ein „stimmt“ auf Blatt „Abstimmung“ zeigt nur, dass das Programm mit sich selbst übereinstimmt. Ob die Daten richtig sind, zeigen "
        "nur Bücher, Belege und Akten außerhalb des Programms.",
    ),
)
CHECK_HEADS = (
    Head("Nr.", 4), Head("Was zu prüfen ist", 24), Head("Wie", 44), Head("Womit", 20), Head("Stand in diesem Lauf", 18),
    Head("in Ordnung", 8), Head("Bean-standung", 8), Head("Bemerkung", 16), Head("Name, Datum", 10),
)  # fmt: skip
LINE_HEADS = (
    Head("Nr.", 4), Head("Bereich", 13), Head("Ganzes", 32), Head("Wert", 13, "number_head"), Head("Teile", 24),
    Head("zusammen", 13, "number_head"), Head("Unterschied", 12, "number_head"), Head("Einheit", 10), Head("Befund", 11),
    Head("Erklärung", 22),
)  # fmt: skip
OVERRIDE_HEADS = (Head("Art", 26), Head("Stelle", 30), Head("Eingriff", 50), Head("Begründung", 40))
VOUCHER_HEADS = (
    Head("Nr.", 4), Head("Buchungstag", 12), Head("Haushaltsstelle", 16), Head("Betrag laut Buchung", 14), Head("Beleg Nr.", 12),
    Head("Betrag laut Beleg", 14), Head("Datum des Belegs", 12), Head("Zweck gehört zur Maßnahme", 14),
    Head("sachlich und rechnerisch festgestellt", 14), Head("in Ordnung", 8), Head("Bemerkung", 24),
)  # fmt: skip
HOW_MANY_VOUCHERS = 15


def checklist(
    mark: RunMark,
    lines: Sequence[Line],
    found: Sequence[Override],
    counts: Counts,
    releases: Sequence[tuple[str, str, str, str]],
) -> bytes:
    """The workbook. lines: of the reconciliation; found: departures; releases: see `listed_releases`."""
    stand = standings(mark, lines, found, counts)
    rows = tuple(
        (str(place), each.what, each.how, each.using, stand[each.standing], "", "", "", "") for place, each in enumerate(ITEMS, start=1)
    )
    vouchers = tuple((str(place), *[""] * (len(VOUCHER_HEADS) - 1)) for place in range(1, HOW_MANY_VOUCHERS + 1))
    return workbook(TITLE, mark, ABOUT, (
        WorkSheet(TITLE, CHECK_HEADS, rows, ticks=frozenset({5, 6}), fields=frozenset({7, 8})),
        WorkSheet(LINES, LINE_HEADS, tuple(_line(place, line) for place, line in enumerate(lines, start=1))),
        WorkSheet(OVERRIDES, OVERRIDE_HEADS, tuple(each.row for each in found)),
        releases_sheet(releases),
        WorkSheet(VOUCHERS, VOUCHER_HEADS, vouchers, ticks=frozenset({9}), fields=frozenset({*range(1, 9), 10})),
    ))  # fmt: skip


def _line(place: int, line: Line) -> tuple[Entry, ...]:
    """A line of the reconciliation; the difference is a formula, so that whoever corrects a value sees what follows."""
    unit = Unit.CENTS if line.unit == "Euro" else Unit.COUNT
    row = FIRST_ROW + 1 + place
    difference = number(line.difference, unit, formula=f"D{row}-F{row}")
    values = number(line.whole_value, unit), number(line.parts_value, unit)
    words = line.unit, verdict(line), line.explanation
    return str(place), line.subject, line.whole, values[0], line.parts, values[1], difference, *words
