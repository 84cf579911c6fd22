"""What a table holds, as one number."""

import hmac
from collections.abc import Iterator
from functools import partial

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from wiwak_eval.records.check import Checked
from wiwak_eval.records.columns import Codes, Used, counts_up
from wiwak_eval.records.frames import used_column

_BLOCK = 1 << 16
"""Rows looked at in one turn, so that the values of a column are never laid out in full."""


def digest(checked: Checked, key: bytes) -> str:
    """Keyed digest of a table's used rows in their order: the same on every machine, and no help in guessing small tables."""
    seal = hmac.new(key, f"{np.count_nonzero(~checked.rejected)} rows".encode(), "sha256")
    for name in checked.table.columns:
        seal.update(f"\n{name}\n".encode())
        for part in _content(used_column(checked, name)):
            seal.update(part)
    return seal.hexdigest()


def _content(used: Used) -> Iterator[memoryview]:
    """A column as bytes: which rows are missing, then the values; texts as their lengths and one run of UTF-8."""
    known = used.known
    if isinstance(known, pd.Series):
        yield from map(partial(_looked_up, known.notna().to_numpy(dtype=np.uint8)), _blocks(used.codes))
        yield from map(partial(_looked_up, _numbers(known)), _blocks(used.codes))
        return
    offsets = np.frombuffer(known.buffers()[1], "<i8")[known.offset : known.offset + len(known) + 1]
    yield from map(partial(_looked_up, np.append(np.ones(len(known), np.uint8), np.uint8(0))), _blocks(used.codes))
    yield from map(partial(_looked_up, np.append(np.diff(offsets), 0).astype("<i8")), _blocks(used.codes))
    if counts_up(used.codes, len(known)):
        yield _letters(known)
    else:
        yield from (_letters(known.take(pa.array(block[block >= 0]))) for block in _blocks(used.codes))


def _blocks(codes: Codes) -> Iterator[Codes]:
    return (codes[first : first + _BLOCK] for first in range(0, len(codes), _BLOCK))


def _looked_up(values: npt.NDArray[np.generic], codes: Codes) -> memoryview:
    """The value of each code; that of -1 stands last."""
    return values.take(codes).data


def _numbers(known: pd.Series) -> npt.NDArray[np.generic]:
    if known.dtype.kind == "M":
        return known.astype("int64").to_numpy(dtype="<i8")
    return known.to_numpy(dtype="<f8" if known.dtype.kind == "f" else "<i8", na_value=0)


def _letters(texts: pa.Array) -> memoryview:
    offsets = np.frombuffer(texts.buffers()[1], "<i8")[texts.offset : texts.offset + len(texts) + 1]
    return memoryview(texts.buffers()[2] or b"")[offsets[0] : offsets[-1]]
