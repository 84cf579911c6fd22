"""The inputs that everybody asks for first, by name."""

from collections.abc import Iterator

from wiwak_eval.budget.posts.line import NEW
from wiwak_eval.publication.workbook.model import Sheets


def named_inputs(sheets: Sheets) -> Iterator[tuple[str, str, str]]:
    """Name, reference and German words on what it is."""
    for year in sheets.years:
        yield f"Beratungen_{year}", sheets.at("workload", "contacts", f"y{year}"), f"Beratungen im Jahr {year}"
        yield f"Foerdersatz_{year}", sheets.at("grant", "land_share", f"y{year}"), f"Fördersatz des Landes {year}, sobald er bekannt ist"
        assumed = sheets.at("grant_rules", "variant_share", f"y{year}")
        yield f"Foerdersatz_angenommen_{year}", assumed, f"Fördersatz des Landes {year}, angenommen"
        switch = sheets.at("grant_rules", "assumed_on", f"y{year}")
        yield f"Annahme_rechnen_{year}", switch, f"1: die Finanzierung {year} rechnet mit dem angenommenen Satz"
    yield "Entgeltgruppe_neu", sheets.at("posts_plan", NEW, "group"), "Entgeltgruppe zusätzlicher Stellen"
