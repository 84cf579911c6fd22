"""Checked rows to the tables that others work with, and their digests."""

import hmac
from dataclasses import replace

import numpy as np
import pandas as pd
import pyarrow as pa

from wiwak_eval.records.check import Checked
from wiwak_eval.records.columns import Column, Flags, typed_values
from wiwak_eval.records.parallel import side_by_side
from wiwak_eval.records.pseudonyms import Pseudonyms


def build_frame(checked: Checked, pseudonyms: Pseudonyms) -> pd.DataFrame:
    """The used rows with the contract's columns, clients and households under pseudonyms.

    Pseudonyms come last: they are made here, while the other columns are made in other threads.
    """
    rows = np.flatnonzero(~checked.rejected) if checked.rejected.any() else slice(None)
    ordered = sorted(checked.table.columns.values(), key=lambda column: column.spec.pseudonym is not None)
    columns = (_replaced(column, pseudonyms) for column in ordered)
    series = side_by_side(lambda column: typed_values(column, checked.cleared.get(column.spec.name), rows), columns)
    named = {column.spec.name: values for column, values in zip(ordered, series, strict=True)}
    return pd.DataFrame({name: named[name] for name in checked.table.columns}, copy=False)


def digest(frame: pd.DataFrame, key: bytes) -> str:
    """Keyed digest of a table's content in row order: the same on every machine, and no help in guessing small tables."""
    seal = hmac.new(key, f"{frame.shape[0]} rows".encode(), "sha256")
    for name in frame.columns:
        seal.update(f"\n{name}\n".encode())
        for part in _content(frame[name]):
            seal.update(part)
    return seal.hexdigest()


def _replaced(column: Column, pseudonyms: Pseudonyms) -> Column:
    realm = column.spec.pseudonym
    if realm is None:
        return column
    return replace(column, distinct=pseudonyms.of(column.texts, realm))


def _content(series: pd.Series) -> list[memoryview]:
    """A column as bytes: which rows are missing, then the values; texts as their lengths and one run of UTF-8."""
    present = series.notna().to_numpy(dtype=np.uint8)
    if isinstance(series.dtype, pd.StringDtype):
        return [present.data, *_text_content(series, present.astype(np.bool_))]
    if series.dtype.kind == "M":
        return [present.data, series.astype("int64").to_numpy(dtype="<i8").data]
    kind = "<f8" if series.dtype.kind == "f" else "<i8"
    return [present.data, series.to_numpy(dtype=kind, na_value=0).data]


def _text_content(series: pd.Series, present: Flags) -> list[memoryview]:
    texts = pa.array(series)
    texts = pa.concat_arrays(texts.chunks) if isinstance(texts, pa.ChunkedArray) else texts
    texts = texts.cast(pa.large_string())
    offsets = np.frombuffer(texts.buffers()[1], "<i8")[texts.offset : texts.offset + len(texts) + 1]
    lengths = np.diff(offsets)
    if lengths[~present].any():
        return _text_content(series.fillna(""), present)
    return [lengths.data, memoryview(texts.buffers()[2] or b"")[offsets[0] : offsets[-1]]]
