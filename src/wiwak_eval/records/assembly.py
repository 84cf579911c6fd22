"""The files of one table to one set of columns."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from wiwak_eval.records.coding import absent_column, read_column
from wiwak_eval.records.columns import Column, Rows
from wiwak_eval.records.contract import ColumnSpec, TableSpec
from wiwak_eval.records.model import DeliveryFacts
from wiwak_eval.records.parallel import side_by_side
from wiwak_eval.records.rows import TEXT, FileRows


@dataclass(frozen=True)
class TableRows:
    """All well-formed rows of a table, in file order: `columns` by canonical name, `file_of` the row's place in `files`, `lines`."""

    spec: TableSpec
    files: tuple[FileRows, ...]
    columns: dict[str, Column]
    file_of: Rows
    lines: Rows

    def place(self, row: int) -> str:
        """Where a row stands, as messages name it."""
        file: FileRows = self.files[int(self.file_of[row])]
        return file.place(int(self.lines[row]))


def assemble(spec: TableSpec, files: Sequence[FileRows], facts: DeliveryFacts) -> TableRows:
    """Read the columns of all files of a table; sensitive ones count as not delivered without simulated data or a legal basis."""
    withheld = not (facts.simulated or facts.legal_basis)

    def read(column: ColumnSpec) -> Column:
        if (withheld and column.sensitive) or not any(column.name in file.columns for file in files):
            return absent_column(column, sum(len(file.lines) for file in files))
        return read_column(column, _joined(column, files), facts, key=spec.key == (column.name,))

    columns = dict(zip((column.name for column in spec.columns), side_by_side(read, spec.columns), strict=True))
    file_of = np.repeat(np.arange(len(files), dtype=np.int32), [len(file.lines) for file in files])
    return TableRows(spec, tuple(files), columns, file_of, np.concatenate([file.lines for file in files]))


def _joined(column: ColumnSpec, files: Sequence[FileRows]) -> pa.ChunkedArray:
    parts = [file.columns.get(column.name) for file in files]
    kind = next((part.type for part in parts if part is not None), TEXT)
    chunks = [
        chunk
        for part, file in zip(parts, files, strict=True)
        for chunk in (part.chunks if isinstance(part, pa.ChunkedArray) else [pa.nulls(len(file.lines), kind) if part is None else part])
    ]
    return pa.chunked_array(chunks, kind)
