"""The findings that verdicts rest on: as computed, and as a release prints them."""

from collections.abc import Iterator, Mapping

from wiwak_eval.claims import Fact
from wiwak_eval.claims.facts import exact
from wiwak_eval.disclosure.bounds import printed_bounds
from wiwak_eval.disclosure.release import Door
from wiwak_eval.publication.finding_specs import SPECS
from wiwak_eval.publication.texts import for_years
from wiwak_eval.results import HIDDEN, Cell, NotAssessable, ReleasedTable, Table

Computed = Mapping[str, Table | NotAssessable]
Released = Mapping[str, ReleasedTable | NotAssessable]
Places = Iterator[tuple[str, str, str, str]]
NOT_THERE = "nicht auswertbar: Die Kennzahl steht nicht in ihrer Tabelle."


def computed_facts(tables: Computed, years: tuple[int, int]) -> dict[str, Fact]:
    """Every finding by its id, before release; the limits of its range as `id.low` and `id.high`."""
    return {id: _computed(tables.get(table, NotAssessable(NOT_THERE)), row, column) for id, table, row, column in _places(years)}


def printed_facts(computed: Computed, released: Released, door: Door, years: tuple[int, int]) -> dict[str, Fact]:
    """Every finding as the readers of a release know it; what was computed but is not printed is hidden."""
    found = {}
    for id, name, row, column in _places(years):
        table, shown = computed.get(name, NotAssessable(NOT_THERE)), released.get(name)
        fact = _computed(table, row, column)
        if isinstance(table, Table) and fact.value is not None:
            fact = _printed(table, shown, door, row, column)
        found[id] = fact
    return found


def readings_of(table: Table | ReleasedTable | NotAssessable, column: str = "reading") -> tuple[Cell, ...] | NotAssessable:
    """One column of a table, top down, or its refusal."""
    if isinstance(table, NotAssessable):
        return table
    place = [item.name for item in table.columns].index(column)
    return tuple(row[place] for row in table.rows)


def _places(years: tuple[int, int]) -> Places:
    for spec in SPECS:
        id, row = (for_years(text, years) for text in (spec.id, spec.row))
        for limit, column in (("", spec.column), (".low", spec.low), (".high", spec.high)):
            if column:
                yield id + limit, spec.table, row, for_years(column, years)


def _computed(table: Table | NotAssessable, row: str, column: str) -> Fact:
    if isinstance(table, NotAssessable):
        return Fact(None, reason=table.reason)
    cell = _cell(table, row, column)
    return exact(float(cell)) if isinstance(cell, int | float) else Fact(None, reason=NOT_THERE)


def _printed(table: Table, shown: ReleasedTable | NotAssessable | None, door: Door, row: str, column: str) -> Fact:
    cell = _cell(shown, row, column) if isinstance(shown, ReleasedTable) else HIDDEN
    if not isinstance(cell, int | float):
        return Fact(None, hidden=True)
    low, high = printed_bounds(door, table, row, column, float(cell))
    return Fact(float(cell), low, high)


def _cell(table: Table | ReleasedTable, row: str, column: str) -> Cell:
    return table.cell(row, column) if row in {str(cells[0]) for cells in table.rows} else None
