"""Tables that travel: computed ones, and released ones, which alone may be published."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wiwak_eval.results.grouping import Protection
from wiwak_eval.results.provenance import Level, Provenance

HIDDEN = "•"
"""Stands in a released table where a small number was hidden."""

UNPROVEN_SIGN = "°"
"""Stands at a number or a title that rests on assumptions nobody has verified."""

Cell = str | int | float | None


class Unit(StrEnum):
    """What a column holds; decides format and, in a release, rounding."""

    TEXT = "text"
    MONTH = "month"
    YEAR = "year"
    CONTACTS = "contacts"
    PERSONS = "persons"
    COUNT = "count"
    SHARE = "share"
    NUMBER = "number"
    MINUTES = "minutes"
    POSTS = "posts"
    CENTS = "cents"


@dataclass(frozen=True)
class Column:
    """One column: `name` for machines, `label` in German, `decimals` for printing."""

    name: str
    label: str
    unit: Unit
    decimals: int = 0


@dataclass(frozen=True)
class Table:
    """A computed table: one tuple of cells a row, the first column is the row's key.

    id: unique in a study; title: German; notes: German sentences printed under it; notebook: where it is shown; assumptions: ids
    read for it; protection: None where no row is a group of people by attribute; staff: it shows what one post costs or does.
    """

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notebook: str
    notes: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    protection: Protection | None = None
    staff: bool = False

    def cell(self, row: str, column: str) -> Cell:
        """The cell in the row with this key. Raises KeyError where there is none."""
        return _cell(self.columns, self.rows, row, column)


@dataclass(frozen=True)
class Unproven:
    """An assumption behind a number that nobody has verified on the as-of date: its id and its German label."""

    id: str
    label: str


@dataclass(frozen=True)
class ReleasedTable:
    """What passed the gate at `level`; made by `disclosure.release` alone. Hidden cells hold `HIDDEN`.

    unproven: those of its assumptions that are not verified, the least certain first.
    """

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notebook: str
    notes: tuple[str, ...]
    assumptions: tuple[str, ...]
    level: Level
    provenance: Provenance
    unproven: tuple[Unproven, ...] = ()

    def cell(self, row: str, column: str) -> Cell:
        """The cell in the row with this key. Raises KeyError where there is none."""
        return _cell(self.columns, self.rows, row, column)

    def column(self, name: str) -> tuple[Cell, ...]:
        """All cells of one column, top down."""
        return tuple(row[_position(self.columns, name)] for row in self.rows)


def build_table(
    id: str,
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    notebook: str,
    notes: Sequence[str] = (),
    assumptions: Iterable[str] = (),
    protection: Protection | None = None,
    staff: bool = False,
) -> Table:
    """A checked table: each row as wide as the columns, keys unique, plain Python cells. Raises ValueError otherwise."""
    cells = tuple(tuple(_plain(cell) for cell in row) for row in rows)
    if any(len(row) != len(columns) for row in cells):
        raise ValueError(f"table {id}: a row is not as wide as its {len(columns)} columns")
    if len({row[0] for row in cells}) != len(cells):
        raise ValueError(f"table {id}: the keys in the first column repeat")
    if protection is not None:
        _check_spoken_of(id, columns, cells, protection)
    return Table(id, title, tuple(columns), cells, notebook, tuple(notes), tuple(sorted(set(assumptions))), protection, staff)


def _check_spoken_of(id: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], protection: Protection) -> None:
    """Each number of a protected table says whom it is about: what nobody speaks of, nobody can hide."""
    spoken, counts = protection.places(), {(cell.row, cell.column) for cell in protection.cells}
    told = {(cell.measure, cell.key) for cell in protection.cells}
    if any(ratio.low and ratio.denominator not in told for ratio in protection.ratios):
        raise ValueError(f"table {id}: an interval is worked out from the printed number of persons, which the table must print too")
    whole = {curve.column for curve in protection.curves} | set(protection.everybody)
    whole |= {column for funnel in protection.funnels for column in funnel.columns}
    for number, row in enumerate(rows):
        for column, cell in zip(columns, row, strict=True):
            if isinstance(cell, int | float) and column.name not in whole and (number, column.name) not in spoken:
                raise ValueError(f"table {id}: row {number}, column {column.name} does not say which people it is about")
            if (number, column.name) in counts and not isinstance(cell, int | None):
                raise ValueError(f"table {id}: row {number}, column {column.name} is a number about people and must be whole")


def _plain(cell: object) -> Cell:
    """Numpy scalars to Python's own, so that kept results and digests know one kind of number."""
    plain = cell.item() if hasattr(cell, "item") else cell
    if plain is None or isinstance(plain, str | int | float):
        return plain
    raise ValueError(f"a cell cannot hold {type(cell).__name__}")


def _position(columns: tuple[Column, ...], name: str) -> int:
    names = [column.name for column in columns]
    if name not in names:
        raise KeyError(name)
    return names.index(name)


def _cell(columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...], row: str, column: str) -> Cell:
    position = _position(columns, column)
    for cells in rows:
        if str(cells[0]) == row:
            return cells[position]
    raise KeyError(row)
