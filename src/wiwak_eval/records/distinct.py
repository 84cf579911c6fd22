"""Equal texts of long columns, found by a number for each text: a table of the texts themselves outgrows the processor's cache.

Numbers that differ prove that the texts differ; texts of equal numbers are compared.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

LONGEST = 64
"""Bytes of a text; columns with longer ones are left to Arrow's table of distinct values."""
MANY_ROWS, MANY_TEXTS = 1 << 20, 1 << 17
"""Rows, and distinct texts, from which numbers are the faster way."""

_WORD, _DELETE = 8, 127
_BLOCK = 1 << 15
_PRIME = np.uint64(0x9E3779B97F4A7C15)
Words = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int32]


def surely_distinct(texts: pa.Array) -> bool:
    """True only where no two texts (none of them null) are equal; False where two are, or might be.

    Running numbers mostly stand in their order, which is quickly seen.
    """
    if texts.null_count or len(texts) < 2:
        return not texts.null_count
    if pc.all(pc.less(texts[:-1], texts[1:])).as_py():
        return True
    if not _short(texts):
        return False
    marks = np.sort(_marks(texts))
    return bool((marks[1:] != marks[:-1]).all())


def distinct_texts(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    """The column dictionary-coded, the same dictionary in all its chunks."""
    if len(texts) >= MANY_ROWS and not texts.null_count:
        whole = pa.concat_arrays(texts.chunks)
        coded = _grouped(whole) if _short(whole) else None
        if coded is not None:
            return pa.chunked_array([coded])
    return texts.dictionary_encode()


def places_of(texts: pa.Array, known: pa.Array) -> Places:
    """Where each text stands among the known ones, all of which differ; -1 where it does not."""
    if min(len(texts), len(known)) >= MANY_TEXTS and _short(texts) and _short(known):
        found = _matched(texts, known)
        if found is not None:
            return found
    places: Places = pc.index_in(texts, value_set=known).fill_null(-1).to_numpy()
    return places


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


def _grouped(texts: pa.Array) -> pa.DictionaryArray | None:
    """Texts dictionary-coded, the distinct ones in the order in which they come; None where different texts share a number."""
    codes = pa.array(_marks(texts)).dictionary_encode().indices.to_numpy()
    highest = np.maximum.accumulate(codes)
    first = np.flatnonzero(np.concatenate(([True], highest[1:] > highest[:-1])))
    distinct = texts.take(pa.array(first))
    return pa.DictionaryArray.from_arrays(codes, distinct) if _same(texts, distinct, codes).all() else None


def _matched(texts: pa.Array, known: pa.Array) -> Places | None:
    """Places by the texts' numbers; None where different texts share one."""
    places: Places = pc.index_in(pa.array(_marks(texts)), value_set=pa.array(_marks(known))).fill_null(-1).to_numpy()
    return places if (_same(texts, known, places) == (places >= 0)).all() else None


def _same(texts: pa.Array, others: pa.Array, places: Places) -> npt.NDArray[np.bool_]:
    """Whether each text equals the one at its place among the others."""
    lengths = np.diff(_offsets(others))
    count = -(-int(lengths.max()) // _WORD)
    words = [np.concatenate(parts) for parts in zip(*(list(_words(*block, count)) for block in _blocks(others)), strict=True)]
    same = np.empty(len(texts), np.bool_)
    first = 0
    for letters, start, own in _blocks(texts):
        rows = slice(first, first + len(own))
        same[rows] = lengths[places[rows]] == own
        for word, known in zip(_words(letters, start, own, count), words, strict=True):
            same[rows] &= word == known[places[rows]]
        first = rows.stop
    return same


def _marks(texts: pa.Array) -> Words:
    """One number for each text, which hangs on nothing but the text: not on the length of its neighbours."""
    marks = np.empty(len(texts), np.uint64)
    first = 0
    for letters, start, lengths in _blocks(texts):
        own = lengths.astype(np.uint64)
        for at, word in enumerate(_words(letters, start, lengths, -(-int(lengths.max()) // _WORD))):
            mixed = (own ^ word) * _PRIME
            mixed ^= mixed >> np.uint64(29)
            own = np.where(lengths > at * _WORD, mixed, own)
        marks[first : first + len(own)] = own
        first += len(own)
    return marks


def _blocks(texts: pa.Array) -> Iterator[tuple[Words, npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
    """A few texts at a time: the eight bytes from each of their bytes on, where in these each text begins, and how long it is."""
    offsets = _offsets(texts)
    letters = np.frombuffer(texts.buffers()[2] or b"", np.uint8)
    for first in range(0, len(texts), _BLOCK):
        own = offsets[first : first + _BLOCK + 1].astype(np.int64)
        padded = np.zeros(own[-1] - own[0] + LONGEST + _WORD, np.uint8)
        padded[: own[-1] - own[0]] = letters[own[0] : own[-1]]
        yield np.ndarray((padded.size - _WORD,), "<u8", padded.data, strides=(1,)), own[:-1] - own[0], np.diff(own)


def _words(letters: Words, start: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64], count: int) -> Iterator[Words]:
    """The texts' first eight bytes, then the next, as often as asked; zeros beyond their end."""
    for at in range(0, count * _WORD, _WORD):
        missing = np.clip(at + _WORD - lengths, 0, _WORD).astype(np.uint64)
        shift = missing * np.uint64(8) % np.uint64(64)
        yield np.where(missing < _WORD, letters[start + at] << shift, np.uint64(0))


def _short(texts: pa.Array) -> bool:
    return not texts.null_count and len(texts) > 0 and int(np.diff(_offsets(texts)).max()) <= LONGEST


def _offsets(texts: pa.Array) -> npt.NDArray[np.int32]:
    return np.frombuffer(texts.buffers()[1], np.int32)[texts.offset : texts.offset + len(texts) + 1]
