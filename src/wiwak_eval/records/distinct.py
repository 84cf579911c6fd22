"""Whether all texts of a long column differ, found without keeping each of them as a key."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa

LONGEST = 64
"""Bytes of a text; columns with longer ones are left to Arrow's table of distinct values."""

_WORD = 8
_PRIME = np.uint64(0x9E3779B97F4A7C15)


def surely_distinct(texts: pa.Array) -> bool:
    """True only where no two texts (none of them null) are equal; False where two are, or might be.

    Equal texts have equal hashes, so that different hashes prove different texts.
    """
    if texts.null_count or len(texts) < 2:
        return not texts.null_count
    offsets = np.frombuffer(texts.buffers()[1], np.int32)[texts.offset : texts.offset + len(texts) + 1].astype(np.int64)
    lengths = np.diff(offsets)
    if lengths.max() > LONGEST or lengths.min() == 0:
        return False
    hashes = np.sort(_hashes(texts.buffers()[2], offsets[:-1], lengths))
    return bool((hashes[1:] != hashes[:-1]).all())


def _hashes(buffer: pa.Buffer, start: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64]) -> npt.NDArray[np.uint64]:
    """One number for each text, made of its words of eight bytes, the last filled up with zeros."""
    padded = np.zeros(buffer.size + LONGEST + _WORD, np.uint8)
    padded[: buffer.size] = np.frombuffer(buffer, np.uint8)
    words = np.ndarray((buffer.size + LONGEST,), "<u8", padded.data, strides=(1,))
    hashes = lengths.astype(np.uint64)
    for at in range(0, int(lengths.max()), _WORD):
        word = words[start + at]
        missing = np.clip(at + _WORD - lengths, 0, _WORD).astype(np.uint64)
        word = np.where(missing < _WORD, word << (missing * np.uint64(8) % np.uint64(64)), np.uint64(0))
        hashes = (hashes ^ word) * _PRIME
        hashes ^= hashes >> np.uint64(29)
    return hashes
