"""The whole Land's sums as they are read: a row a measure, a column a year and its range; no cell is worked out anew."""

from dataclasses import replace

from wiwak_eval.publication.budget_papers.parts import Released, Source
from wiwak_eval.publication.display import text
from wiwak_eval.publication.land_papers.joined import column_of, span, thousands
from wiwak_eval.results import Cell, Column, NotAssessable, ReleasedTable, Unit

TABLE, MEAN = "land_total", "Mittel aller Verläufe"
MEASURES = {
    "persons": "neue Anerkannte",
    "contacts": "Beratungen",
    "contacts_mean": "Beratungen, Mittel aller Verläufe",
    "posts": "Stellen",
    "cost": "Kosten",
    "cost_mean": "Kosten, Mittel aller Verläufe",
    "programme": "zum Vergleich: Landesprogramm 2016 und 2017, je Jahr",
    "programme_share": "Kosten im Verhältnis dazu",
}
"""Columns of the table, and what they are called in a row."""


def whole_land(source: Source) -> Released:
    """The table turned round, its cells as German text; a refusal stays one. Raises KeyError for a column that it does not have."""
    table = source.released[TABLE]
    if isinstance(table, NotAssessable):
        return table
    heads = [
        column
        for place, year in enumerate(source.years)
        for column in (Column(f"y{place}", str(year), Unit.NUMBER), Column(f"s{place}", f"Spanne {year}", Unit.NUMBER))
    ]
    rows = tuple((name, label, *_told(table, name, source.years)) for name, label in MEASURES.items())
    columns = (Column("key", "Schlüssel", Unit.TEXT), Column("label", "Ganzes Land", Unit.TEXT), *heads)
    return replace(table, columns=columns, rows=rows)


def mean_note(source: Source) -> str:
    """What the table says of the mean of the draws; empty where the table is refused or says nothing."""
    table = source.released[TABLE]
    notes = table.notes if isinstance(table, ReleasedTable) else ()
    return next((note for note in notes if note.startswith(MEAN)), "")


def _told(table: ReleasedTable, name: str, years: tuple[int, int]) -> list[Cell]:
    """Value and range of each year; a dash where there is no range."""
    ranged = any(column.name == f"{name}_p10" for column in table.columns)
    cells: list[Cell] = []
    for year in map(str, years):
        cells.append(text(thousands(table.cell(year, name), column_of(table, name)), column_of(table, name)))
        ends = [table.cell(year, f"{name}_{end}") for end in ("p10", "p90")] if ranged else [None, None]
        cells.append(None if None in ends else span(ends[0], ends[1], column_of(table, f"{name}_p10")))
    return cells
