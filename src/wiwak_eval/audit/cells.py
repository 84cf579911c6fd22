"""Cells of released tables, by the names a programme knows and by the place where a spreadsheet shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from wiwak_eval.results import Cell, NotAssessable, ReleasedTable


@dataclass(frozen=True)
class Place:
    """A cell of a CSV file: file below the run folder, letters of the column, line counted from 1 (the heads are line 1)."""

    file: str
    column: str
    line: int

    @property
    def cell(self) -> str:
        """As a spreadsheet names it: `C5`."""
        return f"{self.column}{self.line}"


class Cells:
    """Released tables; asks for what is not there are answered with nothing, since a release may refuse any of them."""

    def __init__(self, released: Mapping[str, ReleasedTable | NotAssessable]) -> None:
        self._tables = {id: table for id, table in released.items() if isinstance(table, ReleasedTable)}

    def table(self, id: str) -> ReleasedTable | None:
        """A table, None where it is refused."""
        return self._tables.get(id)

    def keys(self, id: str) -> list[str]:
        """Keys of the rows, top down."""
        table = self.table(id)
        return [str(row[0]) for row in table.rows] if table is not None else []

    def columns(self, id: str) -> list[str]:
        """Names of the columns."""
        table = self.table(id)
        return [column.name for column in table.columns] if table is not None else []

    def value(self, id: str, row: str, column: str) -> Cell:
        """A cell as the table holds it: euros in cents; None where there is none."""
        if row not in self.keys(id) or column not in self.columns(id):
            return None
        table = self._tables[id]
        return table.cell(row, column)

    def text(self, id: str, row: str, column: str) -> str:
        """A cell of words."""
        return str(self.value(id, row, column) or "")

    def label(self, id: str, row: str, column: str) -> str:
        """German words for a place: of the column, and of the row where words stand beside its key."""
        table = self._tables[id]
        found = next(each.label for each in table.columns if each.name == column)
        return f"{self.text(id, row, 'label') or row}, {found}"

    def place(self, id: str, row: str, column: str) -> Place:
        """Where the cell stands in the table's CSV file. Raises ValueError where there is none."""
        return Place(f"daten/{id}.csv", letters(self.columns(id).index(column)), self.keys(id).index(row) + 2)


def letters(place: int) -> str:
    """Letters of a column counted from 0: A to Z, AA …"""
    text, left = "", place + 1
    while left:
        left, rest = divmod(left - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
