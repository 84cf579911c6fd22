"""The inputs that everybody asks for first, by name."""

from collections.abc import Iterator
from dataclasses import dataclass

from wiwak_eval.budget.posts.line import NEW
from wiwak_eval.publication.workbook.model import Sheets


@dataclass(frozen=True)
class NamedInput:
    """An input with a name. what: German; table, row, column: where it stands."""

    name: str
    what: str
    table: str
    row: str
    column: str


def named_inputs(sheets: Sheets) -> Iterator[NamedInput]:
    """The inputs in the order of use."""
    for year in sheets.years:
        column = f"y{year}"
        yield NamedInput(f"Beratungen_{year}", f"Beratungen im Jahr {year}", "workload", "contacts", column)
        yield NamedInput(f"Foerdersatz_{year}", f"Fördersatz des Landes {year}, sobald er bekannt ist", "grant", "land_share", column)
        assumed = f"Fördersatz des Landes {year}, angenommen"
        yield NamedInput(f"Foerdersatz_angenommen_{year}", assumed, "grant_rules", "variant_share", column)
        switch = f"1: die Finanzierung {year} rechnet mit dem angenommenen Satz"
        yield NamedInput(f"Annahme_rechnen_{year}", switch, "grant_rules", "assumed_on", column)
    yield NamedInput("Entgeltgruppe_neu", "Entgeltgruppe zusätzlicher Stellen", "posts_plan", NEW, "group")
