"""The sheets of land.xlsx before the tables in words: what the workbook is, what is in it, how to use it."""

from collections.abc import Iterator, Mapping

from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.display import title
from wiwak_eval.publication.imprint import imprint
from wiwak_eval.publication.workbook.listing import Entry, Link
from wiwak_eval.publication.workbook.model import Sheets
from wiwak_eval.publication.workbook.sheets import CONTENTS, HINTS, ROLE_FRONT

PURPOSE = (
    "Was ein Willkommenscenter in jedem Landkreis und jeder kreisfreien Stadt Thüringens bräuchte und kosten würde: Beratungen, Preise und "
    "Regeln ändern und sehen, was daraus für Stellen, Kosten und Mittel folgt."
)
HOW_TO = (
    "Blau hinterlegte Zellen sind Eingaben und dürfen geändert werden; alles andere rechnen die Formeln mit denselben Schritten und "
    "Rundungen wie das Programm. Wer eine Eingabe anklickt, liest daneben, was hineingehört.",
    "Eingaben stehen auf den Blättern „Beratungen“, „Preise“ und „Regeln“. Beratungen und Regeln führen zu Stellen, Stellen und Preise zu "
    "Kosten, Kosten zur Finanzierung und zur Summe des Landes.",
    "Der Pilotkreis hat eigene Stellen und Bescheide. Seine Zahlen stehen hier fest; rechnen lässt sich sein Plan in "
    "finanzierungsplan.xlsx.",
    "Was das Land nicht entschieden hat, steht als offen. Die Spalten „Variante“ rechnen mit dem angenommenen Anteil "
    "des Landes, der auf dem Blatt „Preise“ bei jedem Posten steht.",
    "Spalten „(vom Programm)“ und die grauen Blätter folgen geänderten Eingaben nicht. Die Enden der Spanne des Landes sind eigene Werte, "
    "keine Summen; „Mittel aller Verläufe“ ist ihr Durchschnitt.",
    "Auf dem Blatt „Proben“ muss überall 0 stehen.",
)
NOT_COMPUTING = "In dieser Fassung rechnet die Mappe nicht, weil Tabellen der Rechnung fehlen; alle Zahlen sind fest."


def cover_rows(mark: RunMark, computing: bool) -> Iterator[tuple[Entry, ...]]:
    """Term and text: what the workbook is, which run it belongs to, where to go on."""
    yield "Zweck", PURPOSE
    yield from imprint(mark)
    if not computing:
        yield "Hinweis", NOT_COMPUTING
    for name in (CONTENTS, HINTS):
        yield "Weiter zu", Link(name, name)


def contents_rows(sheets: Sheets, roles: Mapping[str, str]) -> Iterator[tuple[Entry, ...]]:
    """Sheet, what it shows, what it is for, and the notebook that shows the same. roles: German, of each table."""
    yield Link(HINTS, HINTS), "Wie die Mappe zu benutzen ist und was sie nicht rechnet", ROLE_FRONT, ""
    for id, role in roles.items():
        table, name = sheets.tables.get(id), sheets.names[id]
        yield Link(name, name), name if table is None else title(table), role, "" if table is None else table.notebook


def hint_rows(computing: bool) -> Iterator[tuple[Entry, ...]]:
    """Number and sentence."""
    for number, words in enumerate(HOW_TO if computing else (NOT_COMPUTING,), start=1):
        yield str(number), words
