"""Rows of databases and Parquet files, which have an order but no lines."""

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from wiwak_eval.records.columns import Flags
from wiwak_eval.records.rows import FileRows


def unnumbered_rows(
    file: str, columns: Mapping[str, pa.Array], width: int, dropped: tuple[str, ...], filled: Callable[[], npt.ArrayLike]
) -> FileRows:
    """The rows that hold anything at all, as in a CSV file, where a line of separators only is no row.

    width: number of the source's columns; filled: tells, where that matters, which rows hold anything in the columns that are not read.
    """
    blank = np.logical_and.reduce([_blank(column) for column in columns.values()])
    keep = ~blank | np.asarray(filled(), np.bool_) if blank.any() else ~blank
    ordinals = np.arange(1, len(keep) + 1)
    if not keep.all():
        ordinals, columns = ordinals[keep], {name: column.filter(pa.array(keep)) for name, column in columns.items()}
    return FileRows(file, ordinals, columns, {}, width, len(ordinals), dropped, numbered=False)


def _blank(column: pa.Array) -> Flags:
    coded = isinstance(column, pa.DictionaryArray)
    texts = column.dictionary if coded else column
    empty: Flags = pc.equal(pc.utf8_trim_whitespace(texts), "").to_numpy(zero_copy_only=False)
    return empty[column.indices.to_numpy()] if coded else empty
