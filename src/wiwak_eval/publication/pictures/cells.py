"""Numbers of a picture's own table, so that its headline may name them without a finding of its own."""

from collections.abc import Mapping
from dataclasses import dataclass

from wiwak_eval.publication.phrases import for_years, joined
from wiwak_eval.results import HIDDEN, Column, Finding, ReleasedTable


@dataclass(frozen=True)
class At:
    """One cell, by the key of its row and the name of its column."""

    row: str
    column: str


@dataclass(frozen=True)
class Most:
    """The largest number of a column and, as its name, the rows that have it; not known where nothing is above zero, or where a row has
    words for a number (hidden, or „unter 20.000 €“): it might be larger.

    column: of the numbers; label: column with the rows' names; apart: keys of rows that sum up or are no part of it; shown_only: whether
    it may be the largest of those shown, though another is not; ties: how many rows at most may share it.
    """

    column: str
    label: str
    apart: frozenset[str] = frozenset()
    shown_only: bool = False
    ties: int = 1


@dataclass(frozen=True)
class Ends:
    """Smallest and largest number of the last row, as a range."""


OwnCell = At | Most | Ends


def own_findings(table: ReleasedTable, cells: Mapping[str, OwnCell], years: tuple[int, int]) -> dict[str, Finding]:
    """The named cells as findings. Raises KeyError for a column that the table does not have."""
    return {name: _found(name, table, cell, years) for name, cell in cells.items()}


def _found(name: str, table: ReleasedTable, cell: OwnCell, years: tuple[int, int]) -> Finding:
    match cell:
        case At(row, column):
            return _at(name, table, row, for_years(column, years))
        case Most():
            return _most(name, table, cell, for_years(cell.column, years))
        case Ends():
            return _ends(name, table)


def _at(name: str, table: ReleasedTable, row: str, column: str) -> Finding:
    value = next((cells[_place(table, column)] for cells in table.rows if str(cells[0]) == row), None)
    number = value if isinstance(value, int | float) else None
    return _finding(name, name, number, None, None, table, row, table.columns[_place(table, column)], value == HIDDEN)


def _most(name: str, table: ReleasedTable, most: Most, column: str) -> Finding:
    place, labels = _place(table, column), _place(table, most.label)
    rows = [row for row in table.rows if str(row[0]) not in most.apart]
    numbers = [(cell, str(row[labels])) for row in rows if isinstance(cell := row[place], int | float)]
    whole = most.shown_only or not any(isinstance(row[place], str) for row in rows)
    top = max((number for number, _ in numbers), default=0)
    names = [label for number, label in numbers if number == top]
    known = whole and top > 0 and len(names) <= most.ties
    label = joined([f"„{one}“" for one in names])
    return _finding(name, label if known else name, top if known else None, None, None, table, "", table.columns[place], False)


def _ends(name: str, table: ReleasedTable) -> Finding:
    last = table.rows[-1] if table.rows else ()
    numbers = [cell for cell in last[1:] if isinstance(cell, int | float)]
    low, high = (min(numbers), max(numbers)) if numbers else (None, None)
    return _finding(name, name, low, low, high, table, str(last[0]) if last else "", table.columns[-1], False)


def _finding(
    name: str,
    label: str,
    value: int | float | None,
    low: int | float | None,
    high: int | float | None,
    table: ReleasedTable,
    row: str,
    column: Column,
    hidden: bool,
) -> Finding:
    return Finding(
        name, label, value, low, high, column.unit, column.decimals, "", table.id, row, column.name, table.notebook, table.assumptions,
        hidden, table.unproven,
    )  # fmt: skip


def _place(table: ReleasedTable, column: str) -> int:
    names = [one.name for one in table.columns]
    if column not in names:
        raise KeyError(column)
    return names.index(column)
