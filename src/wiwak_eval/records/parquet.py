"""A Parquet file to columns of raw text; only the contract's columns are read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from wiwak_eval.german import number
from wiwak_eval.records.cells import cell_text
from wiwak_eval.records.columns import Flags
from wiwak_eval.records.contract import Kind, TableSpec
from wiwak_eval.records.header import match_columns
from wiwak_eval.records.limits import MOST_ROWS
from wiwak_eval.records.rows import TEXT, FileRows
from wiwak_eval.records.rules import TableRefused
from wiwak_eval.records.unnumbered import unnumbered_rows

MOST_BYTES = 4 << 30


def read_parquet(path: Path, table: TableSpec) -> FileRows:
    """The rows of one Parquet file of a table. Raises TableRefused where it cannot be read or is too large."""
    with _opened(path) as file:
        names = [str(name) for name in file.schema_arrow.names]
        positions, dropped = match_columns(names, table)
        _refuse_large(file.metadata)
        content = file.read(columns=[names[place] for place in positions.values()])
        rows = int(file.metadata.num_rows)
        if content.num_rows != rows:
            raise TableRefused(f"{number(rows)} Zeilen sind angekündigt, {number(content.num_rows)} enthalten")
        columns = {name: _texts(content.column(names[place]), table, name) for name, place in positions.items()}
        others = [name for place, name in enumerate(names) if place not in positions.values()]
        return unnumbered_rows(path.name, columns, len(names), dropped, lambda: _filled(file, others))


def _filled(file: pq.ParquetFile, others: list[str]) -> Flags:
    """Which rows hold anything in columns that are not read."""
    filled = np.zeros(file.metadata.num_rows, np.bool_)
    for column in file.read(columns=others).columns if others else []:
        texts = pa.types.is_string(column.type) or pa.types.is_large_string(column.type)
        filled |= (pc.not_equal(column, "").fill_null(False) if texts else column.is_valid()).to_numpy()
    return filled


@contextmanager
def _opened(path: Path) -> Iterator[pq.ParquetFile]:
    try:
        with pq.ParquetFile(path, memory_map=False) as file:
            yield file
    except (pa.ArrowException, OSError, KeyError, ValueError, OverflowError, MemoryError):
        raise TableRefused("die Datei ist beschädigt oder keine Parquet-Datei") from None


def _refuse_large(metadata: pq.FileMetaData) -> None:
    unpacked = sum(metadata.row_group(i).total_byte_size for i in range(metadata.num_row_groups))
    if metadata.num_rows > MOST_ROWS or unpacked > MOST_BYTES:
        raise TableRefused("die Datei hat mehr als 30 Millionen Zeilen oder ist entpackt größer als 4 GB")


def _texts(column: pa.ChunkedArray, table: TableSpec, name: str) -> pa.Array:
    """Each distinct value becomes text once; a missing one is a blank, as in a CSV file."""
    kind = table.column(name).kind
    coded = _coded(column, kind)
    texts = [cell_text(cell, kind) for cell in coded.dictionary.to_pylist()]
    dictionary = pa.array([*texts, ""], pa.string())
    codes = coded.indices.cast(pa.int32()).fill_null(len(texts))
    return dictionary.take(codes) if table.key == (name,) else pa.DictionaryArray.from_arrays(codes, dictionary).cast(TEXT)


def _coded(column: pa.ChunkedArray, kind: Kind) -> pa.DictionaryArray:
    if pa.types.is_nested(column.type):
        raise TableRefused("eine Spalte enthält Listen oder verschachtelte Angaben")
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if pa.types.is_null(column.type):
        column = column.cast(pa.string())
    joined = column.dictionary_encode().unify_dictionaries().combine_chunks()
    if isinstance(joined, pa.ChunkedArray):
        joined = pa.concat_arrays(joined.chunks) if joined.num_chunks else pa.array([], column.type).dictionary_encode()
    return joined
