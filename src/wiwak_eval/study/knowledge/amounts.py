"""The amounts that a budget is decided by."""

from collections.abc import Mapping

from wiwak_eval.results import NotAssessable, Table
from wiwak_eval.study.computed import Computed, tables_of

ROWS = (
    ("cost", "Kosten", "costs", "total"),
    ("land", "Land", "financing", "land"),
    ("county_cash", "Landkreis bar", "financing", "county_cash"),
)
OPEN = ("open", "offen", "financing", "open")


def amounts_of(study: Computed) -> Mapping[str, int] | NotAssessable:
    """Cents by name and year (`cost_2018`): costs, the Land's part, the county's cash, what is open. A refused table refuses them all."""
    tables = {**tables_of(study.budget), **tables_of(study.finance)}
    found: dict[str, int] = {}
    for name, _, id, row in (*ROWS, OPEN):
        table = tables[id]
        if not isinstance(table, Table):
            return table
        for year in study.years:
            cell = table.cell(row, f"y{year}")
            if not isinstance(cell, int):
                raise TypeError(f"{id}, {row}: {cell!r} is no amount in cents")
            found[f"{name}_{year}"] = cell
    return found


def amount_labels(years: tuple[int, int]) -> dict[str, str]:
    """German names of the amounts, in their order."""
    return {f"{name}_{year}": f"{label} {year}" for name, label, *_ in (*ROWS, OPEN) for year in years}
