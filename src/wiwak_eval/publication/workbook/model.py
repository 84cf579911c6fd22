"""Where each cell of each table stands, for the formulas that refer to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from xlsxwriter.utility import xl_rowcol_to_cell

from wiwak_eval.results import Cell, Column, ReleasedTable

FIRST_ROW = 4
"""Row of the heads, counted from 0; the table's rows follow."""


@dataclass(frozen=True)
class Sheets:
    """The tables that have a sheet, by id. names: their sheets; by_group: personnel by pay group, since single posts may not be seen."""

    tables: Mapping[str, ReleasedTable]
    names: Mapping[str, str]
    by_group: bool

    def at(self, table: str, row: str, column: str) -> str:
        """Absolute reference to a cell."""
        return f"'{self.names[table]}'!{self._place(table, row, column)}"

    def span(self, table: str, column: str, rows: Sequence[str]) -> str:
        """Absolute reference to a column from the first to the last of some rows that stand together."""
        first, last = self._place(table, rows[0], column), self._place(table, rows[-1], column)
        return f"'{self.names[table]}'!{first}:{last}"

    def across(self, table: str, row: str, first: str, last: str) -> str:
        """Absolute reference to a row from one column to another."""
        return f"'{self.names[table]}'!{self._place(table, row, first)}:{self._place(table, row, last)}"

    def keys(self, table: str) -> list[str]:
        """Keys of the rows, top down."""
        return list(self._rows[table])

    def column(self, table: str, name: str) -> Column:
        """One column of a table."""
        return next(column for column in self.columns(table) if column.name == name)

    def columns(self, table: str) -> tuple[Column, ...]:
        """The columns of a table."""
        return self.tables[table].columns

    def months(self, table: str, year: str, post: str = "") -> list[str]:
        """Rows of a year's months, of one post where the keys are `S1/2018-01`, else of all."""
        return [key for key in self.keys(table) if key.split("/")[-1][:4] == year and key.startswith(f"{post}/" if post else "")]

    def value(self, table: str, row: str, column: str) -> Cell:
        """What the program computed for a cell."""
        return self.tables[table].cell(row, column)

    def whole(self, table: str, column: str) -> str:
        """All rows of a column."""
        return self.span(table, column, self.keys(table))

    @property
    def years(self) -> tuple[str, ...]:
        """The budget years."""
        return tuple(column.name[1:] for column in self.columns("workload") if column.name[0] == "y")

    @property
    def pay(self) -> str:
        """The table of the months that are computed from the pay table: of all posts, or of further ones alone."""
        return "further_months" if self.by_group else "pay_months"

    @cached_property
    def _rows(self) -> dict[str, dict[str, int]]:
        return {id: {str(cells[0]): place for place, cells in enumerate(table.rows)} for id, table in self.tables.items()}

    @cached_property
    def _columns(self) -> dict[str, dict[str, int]]:
        return {id: {column.name: place for place, column in enumerate(table.columns)} for id, table in self.tables.items()}

    def _place(self, table: str, row: str, column: str) -> str:
        at = FIRST_ROW + 1 + self._rows[table][row], self._columns[table][column]
        return str(xl_rowcol_to_cell(*at, row_abs=True, col_abs=True))
