"""Whether all texts of a long column differ, found without keeping each of them as a key."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

LONGEST = 64
"""Bytes of a text; columns with longer ones are left to Arrow's table of distinct values."""

_WORD, _DELETE = 8, 127
_PRIME = np.uint64(0x9E3779B97F4A7C15)


def surely_distinct(texts: pa.Array) -> bool:
    """True only where no two texts (none of them null) are equal; False where two are, or might be.

    Running numbers mostly stand in their order, which is quickly seen. Else, equal texts have equal hashes, so that different hashes
    prove different texts.
    """
    if texts.null_count or len(texts) < 2:
        return not texts.null_count
    if pc.all(pc.less(texts[:-1], texts[1:])).as_py():
        return True
    offsets = _offsets(texts).astype(np.int64)
    lengths = np.diff(offsets)
    if lengths.max() > LONGEST or lengths.min() == 0:
        return False
    hashes = np.sort(_hashes(texts.buffers()[2], offsets[:-1], lengths))
    return bool((hashes[1:] != hashes[:-1]).all())


def neat(texts: pa.Array, longer_than: int) -> bool:
    """True only where all texts are longer (in bytes) and begin and end with a visible ASCII character; texts may still be so otherwise."""
    if texts.null_count or not len(texts):
        return False
    offsets = _offsets(texts)
    if np.diff(offsets).min() <= longer_than:
        return False
    letters = np.frombuffer(texts.buffers()[2], np.uint8)
    ends = (letters[offsets[:-1]], letters[offsets[1:] - 1])
    return all(bool((part.min() > ord(" ")) and (part.max() < _DELETE)) for part in ends)


def _offsets(texts: pa.Array) -> npt.NDArray[np.int32]:
    return np.frombuffer(texts.buffers()[1], np.int32)[texts.offset : texts.offset + len(texts) + 1]


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
