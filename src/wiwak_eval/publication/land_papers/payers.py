"""What is open in each county in a year, and who would pay it in the assumed variant, with ranges; no cell is worked out anew."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wiwak_eval.publication.budget_papers.parts import Released, Source
from wiwak_eval.publication.land_papers.joined import column_of, span, thousands
from wiwak_eval.results import Cell, Column, NotAssessable, ReleasedTable

TABLE, TITLE = "land_financing", "Was {year} offen ist, und wer es in der Variante zahlen würde"


@dataclass(frozen=True)
class _Shown:
    """A column of the table with its head, and the one of its range; ends: the range's columns without their ending."""

    column: str
    label: str
    range_label: str
    ends: str


SHOWN = (
    _Shown("open", "offen", "Spanne (offen)", "cash"),
    _Shown("variant_land", "Variante: Land", "Spanne (Land)", "variant_land"),
    _Shown("variant_county_cash", "Variante: Kommune, bar", "Spanne (Kommune)", "variant_county_cash"),
)


def payers(source: Source, year: int) -> Released:
    """A row a county; a refusal stays one."""
    table = source.released[TABLE]
    if isinstance(table, NotAssessable):
        return table
    rows = tuple(
        (str(row[0]).removesuffix(f"_{year}"), table.cell(str(row[0]), "county"), *_cells(table, str(row[0])))
        for row in table.rows
        if str(row[0]).endswith(f"_{year}")
    )
    columns = (column_of(table, "key"), column_of(table, "county"), *_heads(table))
    return replace(table, title=TITLE.format(year=year), columns=columns, rows=rows)


def _heads(table: ReleasedTable) -> Iterator[Column]:
    for shown in SHOWN:
        column = column_of(table, shown.column)
        yield replace(column, label=shown.label)
        yield replace(column, name=f"{shown.column}_range", label=shown.range_label)


def _cells(table: ReleasedTable, row: str) -> Iterator[Cell]:
    for shown in SHOWN:
        yield thousands(table.cell(row, shown.column), column_of(table, shown.column))
        low, high = (table.cell(row, f"{shown.ends}_{end}") for end in ("p10", "p90"))
        yield None if low is None or high is None else span(low, high, column_of(table, f"{shown.ends}_p10"))
