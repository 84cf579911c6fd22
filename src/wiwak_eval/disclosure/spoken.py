"""Everything that the tables of a release say about groups of people, put together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from wiwak_eval.disclosure.model import Place
from wiwak_eval.results import Cell, Dimension, GroupCell, Measure, Table


@dataclass(frozen=True)
class Spoken:
    """One number about a group as a table holds it."""

    table: str
    cell: GroupCell
    value: int

    @property
    def place(self) -> Place:
        """Measure and group."""
        return self.cell.measure, self.cell.key


@dataclass(frozen=True)
class Statements:
    """The guarded tables of a release and the dimensions and measures they share."""

    tables: tuple[Table, ...]
    dimensions: Mapping[str, Dimension]
    measures: Mapping[str, Measure]
    numbers: tuple[Spoken, ...]

    @cached_property
    def values(self) -> Mapping[Place, int]:
        """True value of each place. Raises ValueError where two tables differ: one of them is wrong."""
        values: dict[Place, int] = {}
        for number in self.numbers:
            if values.setdefault(number.place, number.value) != number.value:
                raise ValueError(f"table {number.table}: {number.place} was {values[number.place]} elsewhere and is {number.value} here")
        return values


def statements(tables: Iterable[Table]) -> Statements:
    """The statements of those tables that speak of groups. Raises ValueError where two tables define a dimension differently."""
    guarded = tuple(table for table in tables if table.protection is not None)
    dimensions: dict[str, Dimension] = {}
    measures: dict[str, Measure] = {}
    numbers: list[Spoken] = []
    for table in guarded:
        assert table.protection is not None
        for dimension in table.protection.dimensions:
            if dimensions.setdefault(dimension.name, dimension) != dimension:
                raise ValueError(f"table {table.id}: dimension {dimension.name} is another one elsewhere")
        for measure in table.protection.measures:
            measures[measure.name] = _merged(measures.get(measure.name, measure), measure)
        for cell in table.protection.cells:
            value = value_at(table, cell.row, cell.column)
            if isinstance(value, int):
                numbers.append(Spoken(table.id, cell, value))
    return Statements(guarded, dimensions, measures, tuple(numbers))


def value_at(table: Table, row: int, column: str) -> Cell:
    """The cell of a table at a row and a named column."""
    return table.rows[row][[one.name for one in table.columns].index(column)]


def _merged(one: Measure, other: Measure) -> Measure:
    """A dimension that overlaps or is incomplete in one table does so everywhere."""
    return replace(
        one,
        overlapping=tuple(sorted({*one.overlapping, *other.overlapping})),
        incomplete=tuple(sorted({*one.incomplete, *other.incomplete})),
        at_least=one.at_least or other.at_least,
    )
