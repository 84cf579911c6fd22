"""Rows of cells, with a header somewhere at the top, to columns of raw text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from wiwak_eval.records.cells import Cell, cell_text, is_blank
from wiwak_eval.records.contract import Kind, TableSpec, fold
from wiwak_eval.records.header import match_columns
from wiwak_eval.records.rows import TEXT, FileRows

SEARCHED = 20
"""Rows at the top among which the header is looked for."""


@dataclass(frozen=True)
class Grid:
    """A sheet's cells; top: the sheet's number of the first row, counted from 1."""

    file: str
    sheet: str
    top: int
    rows: Sequence[Sequence[Cell]]


def read_grid(grid: Grid, table: TableSpec) -> FileRows:
    """The rows below the header, blank ones left out. Raises TableRefused where a required column is missing."""
    at = header_row(grid.rows, table)
    header = _names(grid.rows[at]) if grid.rows else []
    positions, dropped = match_columns(header, table)
    numbered = [(grid.top + i, row) for i, row in enumerate(grid.rows[at + 1 :], at + 1) if not all(map(is_blank, row))]
    malformed = {line: _fields(row) for line, row in numbered if _fields(row) > len(header)}
    good = [(line, row) for line, row in numbered if line not in malformed]
    columns = {
        name: text_array((cell_text(row[place], table.column(name).kind, serials=True) for _, row in good), table, name)
        for name, place in positions.items()
    }
    lines = np.array([line for line, _ in good], np.int64)
    return FileRows(grid.file, lines, columns, malformed, len(header), len(numbered), dropped, grid.sheet)


def header_row(rows: Sequence[Sequence[Cell]], table: TableSpec) -> int:
    """Place of the first of the top rows that names most columns of the table, required ones before others."""

    def known(place: int) -> tuple[int, int]:
        found = {column.name: column.required for name in _names(rows[place]) if (column := table.headers.get(fold(name)))}
        return sum(found.values()), len(found)

    return max(range(min(SEARCHED, len(rows))), key=known, default=0)


def text_array(texts: Iterable[str], table: TableSpec, name: str) -> pa.Array:
    """A column as `FileRows` holds it: plain text where it is the whole key, else each distinct text once."""
    plain = pa.array(texts, pa.string())
    return plain if table.key == (name,) else plain.dictionary_encode().cast(TEXT)


def _names(row: Sequence[Cell]) -> list[str]:
    """Texts of a header row up to the last that is not blank."""
    return ["" if is_blank(cell) else cell_text(cell, Kind.TEXT).strip() for cell in row[: _fields(row)]]


def _fields(row: Sequence[Cell]) -> int:
    """Number of cells up to the last that is not blank."""
    count = len(row)
    while count and is_blank(row[count - 1]):
        count -= 1
    return count
