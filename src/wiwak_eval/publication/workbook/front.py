"""Cover and results: what the workbook is, what may be changed, and what comes out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.display import title
from wiwak_eval.publication.imprint import imprint
from wiwak_eval.publication.workbook.model import Sheets
from wiwak_eval.publication.workbook.names import named_inputs
from wiwak_eval.publication.workbook.sheets import BY_PROGRAM
from wiwak_eval.results import Finding, ReleasedTable

HOW_TO = (
    "Blau hinterlegte Zellen sind Eingaben und dürfen geändert werden; alles andere rechnen die Formeln mit denselben Schritten und "
    "Rundungen wie das Programm.",
    "Mengen, Sätze und Preise führen zu Stellen, Stellen zu Personal und Kosten, Kosten zur Finanzierung und zu den Anträgen.",
    "Solange über Mittel des Landes nicht entschieden ist, stehen sie als noch offen. Den angenommenen Satz schaltet das Blatt „Regeln des "
    "Landes“ ein; ein bekannter Satz gehört in das Blatt „Bedingungen“.",
    "Sätze unter den Tabellen beschreiben die Fassung, die das Programm gerechnet hat.",
)
NOT_COMPUTING = "In dieser Fassung rechnet die Mappe nicht, weil Tabellen der Rechnung fehlen; alle Zahlen sind fest."
BY_GROUP = (
    "Diese Fassung zeigt keine einzelnen Stellen. Besetzte Stellen stehen mit den Kosten, die das Programm gerechnet hat; Beitragssätze, "
    "Entgelttabellen und Stufen sind hier keine Eingaben.",
    "Kommen Stellen hinzu, rechnet die Mappe auf den Cent. Fallen besetzte Stellen weg oder kommen weggefallene zurück, rechnet sie mit "
    "dem Durchschnitt der Entgeltgruppe: Dann ist das Ergebnis eine Näherung.",
)
FINANCE_PLAN = "Die Jahre des Finanzplans in der Haushaltsanmeldung hat das Programm gerechnet; sie folgen geänderten Eingaben nicht."


@dataclass(frozen=True)
class CoverLine:
    """term and text: German; link: a place in the workbook, empty where the text leads nowhere."""

    term: str
    text: str
    link: str = ""


def cover_lines(mark: RunMark, sheets: Sheets, shown: Mapping[str, ReleasedTable], computing: bool) -> Iterator[CoverLine]:
    """The lines of the cover. shown: the tables that have a sheet."""
    for term, text in imprint(mark):
        yield CoverLine(term, text)
    hints = (*HOW_TO, *((FINANCE_PLAN,) if "budget_application" in shown else ())) if computing else (NOT_COMPUTING,)
    for text in (*hints, *(BY_GROUP if sheets.by_group and computing else ())):
        yield CoverLine("Hinweis", text)
    for name, place, what in named_inputs(sheets) if computing else ():
        yield CoverLine("Eingabe", f"{what} ({name})", place.replace("$", ""))
    for id, table in shown.items():
        kind = "rechnet" if computing and id not in BY_PROGRAM else "vom Programm, folgt Eingaben nicht"
        yield CoverLine("Blatt", f"{sheets.names[id]}: {title(table)} ({kind})", f"'{sheets.names[id]}'!A1")


def live_place(finding: Finding) -> tuple[str, str, str]:
    """Table, row and column of the live cell of a finding: planned values come from the calculation, not from the table of ranges."""
    year = finding.id.rsplit("_", 1)[-1]
    live: dict[tuple[str, str], tuple[str, str, str]] = {
        ("posts_range", "planned"): ("posts_plan", "total", f"y{year}"),
        ("cost_range", "plan"): ("costs", "total", f"y{year}"),
        ("forecast_yearly", "contacts"): ("workload", "contacts", f"y{year}"),
    }
    return live.get((finding.table, finding.column), (finding.table, finding.row, finding.column))
