"""What is open in each county, and who would pay it in the assumed variant: both years side by side; no cell is worked out anew."""

from collections.abc import Iterator
from dataclasses import replace

from wiwak_eval.publication.budget_papers.parts import Released, Source
from wiwak_eval.publication.land_papers.joined import column_of, span, thousands
from wiwak_eval.results import Cell, Column, NotAssessable, ReleasedTable

TABLE = "land_financing"
OPEN, RANGE = "open", ("cash_p10", "cash_p90")
SHOWN = {OPEN: "offen", "variant_land": "Variante: Land", "variant_county_cash": "Variante: Kommune, bar"}
"""Columns of the table, and their heads without the year; behind what is open stands its range."""


def payers(source: Source) -> Released:
    """A row a county, four columns a year; a refusal stays one. Raises KeyError where a county has a row in one year alone."""
    table = source.released[TABLE]
    if isinstance(table, NotAssessable):
        return table
    first = f"_{source.years[0]}"
    counties = [str(row[0]).removesuffix(first) for row in table.rows if str(row[0]).endswith(first)]
    heads = [head for year in source.years for head in _heads(table, year)]
    rows = tuple(
        (key, table.cell(f"{key}{first}", "county"), *(cell for year in source.years for cell in _cells(table, f"{key}_{year}")))
        for key in counties
    )
    return replace(table, columns=(column_of(table, "key"), column_of(table, "county"), *heads), rows=rows)


def _heads(table: ReleasedTable, year: int) -> Iterator[Column]:
    for name, label in SHOWN.items():
        column = column_of(table, name)
        yield replace(column, name=f"{name}_{year}", label=f"{label} {year}")
        if name == OPEN:
            yield replace(column, name=f"range_{year}", label=f"Spanne {year}")


def _cells(table: ReleasedTable, row: str) -> Iterator[Cell]:
    for name in SHOWN:
        yield thousands(table.cell(row, name), column_of(table, name))
        if name == OPEN:
            low, high = (table.cell(row, end) for end in RANGE)
            yield None if low is None or high is None else span(low, high, column_of(table, RANGE[0]))
