"""Columns that are put beside those of a table."""

from collections.abc import Sequence
from dataclasses import replace

from wiwak_eval.results import Cell, Column, ReleasedTable


def beside(table: ReleasedTable, columns: Sequence[Column], cells: Sequence[Sequence[Cell]]) -> ReleasedTable:
    """The table with further columns. cells: of each row."""
    rows = tuple((*row, *more) for row, more in zip(table.rows, cells, strict=True))
    return replace(table, columns=(*table.columns, *columns), rows=rows)


def cents(cell: Cell) -> int:
    """A whole number. Raises TypeError for anything else."""
    if not isinstance(cell, int):
        raise TypeError(f"a whole number is needed, not {cell!r}")
    return cell
