"""The sheets before the tables in words: what the workbook is, what is in it, how to use it, what may be changed."""

from collections.abc import Iterator, Mapping

from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.display import title
from wiwak_eval.publication.imprint import imprint
from wiwak_eval.publication.workbook import sheets as contents
from wiwak_eval.publication.workbook.listing import Entry, Link
from wiwak_eval.publication.workbook.looks import number_format
from wiwak_eval.publication.workbook.model import Sheets
from wiwak_eval.publication.workbook.names import named_inputs
from wiwak_eval.publication.workbook.paper import Written
from wiwak_eval.results import Finding, ReleasedTable

HOW_TO = (
    "Blau hinterlegte Zellen sind Eingaben und dürfen geändert werden; alles andere rechnen die Formeln mit denselben Schritten und "
    "Rundungen wie das Programm. Wer eine Eingabe anklickt, liest daneben, was hineingehört.",
    "Mengen, Sätze und Preise führen zu Stellen, Stellen zu Personal und Kosten, Kosten zur Finanzierung und zu den Anträgen.",
    "Solange über Mittel des Landes nicht entschieden ist, stehen sie als noch offen. Den angenommenen Satz schaltet das Blatt „Regeln des "
    "Landes“ ein; ein bekannter Satz gehört in das Blatt „Bedingungen“.",
    "Sätze unter den Tabellen beschreiben die Fassung, die das Programm gerechnet hat.",
    "Die Farben der Blattreiter: dunkelblau vorn, hellblau mit Eingaben, blau nur Formeln, grau vom Programm. Das Blatt „Inhalt“ sagt "
    "dasselbe in Worten.",
    "Jedes Blatt hat eine Tabelle; ihr Name im Namenfeld beginnt mit „T_“. Verbundene Zellen gibt es nicht.",
)
NOT_COMPUTING = "In dieser Fassung rechnet die Mappe nicht, weil Tabellen der Rechnung fehlen; alle Zahlen sind fest."
BY_GROUP = (
    "Diese Fassung zeigt keine einzelnen Stellen. Besetzte Stellen stehen mit den Kosten, die das Programm gerechnet hat; Beitragssätze, "
    "Entgelttabellen und Stufen sind hier keine Eingaben.",
    "Kommen Stellen hinzu, rechnet die Mappe auf den Cent. Fallen besetzte Stellen weg oder kommen weggefallene zurück, rechnet sie mit "
    "dem Durchschnitt der Entgeltgruppe: Dann ist das Ergebnis eine Näherung.",
)
FINANCE_PLAN = "Die Jahre des Finanzplans in der Haushaltsanmeldung hat das Programm gerechnet; sie folgen geänderten Eingaben nicht."
PURPOSE = (
    "Kosten- und Finanzierungsplan des Willkommenscenters: Eingaben ändern und sehen, was daraus für Stellen, Kosten und Mittel folgt."
)
ABOUT_FRONT = {
    contents.HINTS: "Wie die Mappe zu benutzen ist und was sie nicht rechnet",
    contents.INPUTS: "Die wichtigsten Eingaben mit ihrem Wert und dem Weg dorthin",
    contents.RESULTS: "Was herauskommt: folgt den Eingaben",
}


def cover_rows(mark: RunMark, computing: bool) -> Iterator[tuple[Entry, ...]]:
    """Term and text: what the workbook is, which run it belongs to, where to go on."""
    yield "Zweck", PURPOSE
    yield from imprint(mark)
    if not computing:
        yield "Hinweis", NOT_COMPUTING
    for name in (contents.CONTENTS, *(ABOUT_FRONT if computing else (contents.HINTS, contents.RESULTS))):
        yield "Weiter zu", Link(name, name)


def contents_rows(sheets: Sheets, roles: Mapping[str, str], computing: bool) -> Iterator[tuple[Entry, ...]]:
    """Sheet, what it shows, what it is for, and the notebook that shows the same. roles: German, of each table."""
    for name, about in ABOUT_FRONT.items():
        if computing or name != contents.INPUTS:
            yield Link(name, name), about, contents.ROLE_FRONT, ""
    for id, role in roles.items():
        table, name = sheets.tables.get(id), sheets.names[id]
        yield Link(name, name), name if table is None else title(table), role, "" if table is None else table.notebook
    yield Link(contents.FINDINGS, contents.FINDINGS), "Alle Kennzahlen der Unterlagen mit ihrer Fundstelle", contents.ROLE_PROGRAM, ""


def hint_rows(sheets: Sheets, shown: Mapping[str, ReleasedTable], computing: bool) -> Iterator[tuple[Entry, ...]]:
    """Number and sentence. shown: the tables that have a sheet."""
    hints = (*HOW_TO, *((FINANCE_PLAN,) if "budget_application" in shown else ())) if computing else (NOT_COMPUTING,)
    for number, words in enumerate((*hints, *(BY_GROUP if sheets.by_group and computing else ())), start=1):
        yield str(number), words


def input_rows(sheets: Sheets) -> Iterator[tuple[Entry, ...]]:
    """What may be changed first, the value that it has now, its name, and the way to it."""
    for one in named_inputs(sheets):
        cell, column = sheets.value(one.table, one.row, one.column), sheets.column(one.table, one.column)
        place = sheets.at(one.table, one.row, one.column)
        at = place.rpartition("!")[2].replace("$", "")
        value = Written(cell, column, number_format(column, one.row, isinstance(cell, int)), place)
        yield one.what, value, one.name, Link(f"{sheets.names[one.table]}, Zelle {at}", sheets.names[one.table], at)


def live_place(finding: Finding) -> tuple[str, str, str]:
    """Table, row and column of the live cell of a finding: planned values come from the calculation, not from the table of ranges."""
    year = finding.id.rsplit("_", 1)[-1]
    live: dict[tuple[str, str], tuple[str, str, str]] = {
        ("posts_range", "planned"): ("posts_plan", "total", f"y{year}"),
        ("cost_range", "plan"): ("costs", "total", f"y{year}"),
        ("forecast_yearly", "contacts"): ("workload", "contacts", f"y{year}"),
    }
    return live.get((finding.table, finding.column), (finding.table, finding.row, finding.column))
