"""Raw text columns to typed values: each distinct text is read once, rows only get codes."""

from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from wiwak_eval.records.columns import NO_TEXTS, Codes, Column, Flags, Rows
from wiwak_eval.records.contract import PERIOD_YEAR, ColumnSpec, Kind
from wiwak_eval.records.distinct import distinct_texts, neat, surely_distinct
from wiwak_eval.records.model import DeliveryFacts
from wiwak_eval.records.rules import Rule
from wiwak_eval.records.values import MISSING_MARKS, Reading, read_value

_MARKS = pa.array(sorted(MISSING_MARKS))
_LONGEST_MARK = max(len(mark.encode()) for mark in MISSING_MARKS)


def read_column(spec: ColumnSpec, raw: pa.ChunkedArray, facts: DeliveryFacts, key: bool = False) -> Column:
    """Read one column; a null in `raw` says that the column was not delivered for this row; key: all texts are expected to differ."""
    if spec.kind in {Kind.TEXT, Kind.IDENTIFIER}:
        return _text_column(spec, raw, key)
    texts, coded, maps = _distinct(raw)
    codes_of: dict[object, int] = {}
    places: list[int] = []
    readings: list[Reading] = []
    for text in texts.to_pylist():
        reading = _judge(read_value(text.strip(), spec), spec, facts)
        if reading == Reading():
            places.append(-1)
            continue
        identity = reading.value if reading.value is not None else (reading.rule, text.strip())
        places.append(codes_of.setdefault(identity, len(readings)))
        if places[-1] == len(readings):
            readings.append(reading)
    broken = {code: reading.rule for code, reading in enumerate(readings) if reading.rule is not None}
    return Column(spec, _codes(coded, maps, places), tuple(reading.value for reading in readings), broken, raw)


def absent_column(spec: ColumnSpec, rows: int) -> Column:
    """A column that was not delivered: no value in any row, which takes no memory."""
    texts = spec.kind in {Kind.TEXT, Kind.IDENTIFIER}
    return Column(spec, np.broadcast_to(np.int16(-1), (rows,)), pa.array([], pa.string()) if texts else (), {}, NO_TEXTS)


def bounds(spec: ColumnSpec, facts: DeliveryFacts) -> tuple[int | None, int | None]:
    """Lowest and highest value allowed, None where there is no bound."""
    return spec.low, facts.period_to.year if spec.high == PERIOD_YEAR else spec.high if isinstance(spec.high, int) else None


def _text_column(spec: ColumnSpec, raw: pa.ChunkedArray, key: bool) -> Column:
    if key and not pa.types.is_dictionary(raw.type):
        whole = pa.concat_arrays(raw.chunks) if raw.num_chunks else pa.array([], raw.type)
        trimmed, missing = _trimmed(whole)
        if not missing.any() and surely_distinct(trimmed):
            return Column(spec, np.arange(len(raw), dtype=np.int32), trimmed, {}, pa.chunked_array([whole]))
    texts, coded, maps = _distinct(raw)
    trimmed, missing = _trimmed(texts)
    if trimmed.equals(texts):
        places = np.where(missing, -1, np.cumsum(~missing) - 1)
        return Column(spec, _codes(coded, maps, places), trimmed.filter(pa.array(~missing)), {}, raw)
    known = pc.if_else(pa.array(missing), pa.scalar(None, pa.string()), trimmed).dictionary_encode()
    return Column(spec, _codes(coded, maps, known.indices.fill_null(-1)), known.dictionary, {}, raw)


def _trimmed(texts: pa.Array) -> tuple[pa.Array, Flags]:
    """Texts without blanks around them, and which of them stand for a missing value."""
    if neat(texts, longer_than=_LONGEST_MARK):
        return texts, np.zeros(len(texts), np.bool_)
    trimmed = pc.utf8_trim_whitespace(texts)
    return trimmed, pc.is_in(trimmed, value_set=_MARKS).to_numpy(zero_copy_only=False)


def _distinct(raw: pa.ChunkedArray) -> tuple[pa.Array, pa.ChunkedArray, list[Rows]]:
    """The distinct texts of a column in the order in which they come, its chunks dictionary-coded, and for each of them where its own
    texts stand among all: the rows themselves are not laid together, which would cost more than everything done to them.
    """
    if not pa.types.is_dictionary(raw.type):
        coded = distinct_texts(raw)
        texts = coded.chunk(0).dictionary if coded.num_chunks else pa.array([], pa.string())
        return texts, coded, [np.arange(len(texts))] * coded.num_chunks
    parts = [chunk.dictionary for chunk in raw.chunks] or [pa.array([], pa.string())]
    joined = pa.concat_arrays(parts).dictionary_encode()
    borders = np.cumsum([len(part) for part in parts])
    return joined.dictionary, raw, np.split(joined.indices.to_numpy(), borders[:-1])


def _codes(coded: pa.ChunkedArray, maps: list[Rows], places: npt.ArrayLike) -> Codes:
    """Row codes, as narrow as can be, from the code of each distinct text; rows without the column are missing."""
    place = np.asarray(places, np.int32)
    codes: Codes = np.empty(len(coded), np.int16 if place.max(initial=0) < np.iinfo(np.int16).max else np.int32)
    first = 0
    for chunk, own in zip(coded.chunks, maps, strict=False):
        table = np.append(place[own], np.int32(-1)).astype(codes.dtype)
        indices = chunk.indices.fill_null(len(own)) if chunk.null_count else chunk.indices
        np.take(table, indices.to_numpy(), out=codes[first : first + len(chunk)], mode="clip")
        first += len(chunk)
    return codes


def _judge(reading: Reading, spec: ColumnSpec, facts: DeliveryFacts) -> Reading:
    """Bounds and period, judged on a value that was understood."""
    value = reading.value
    if spec.in_period and isinstance(value, date) and not facts.period_from <= value <= facts.period_to:
        return Reading(value, Rule.OUTSIDE_PERIOD)
    if isinstance(value, int | float) and not isinstance(value, bool):
        low, high = bounds(spec, facts)
        if (low is not None and value < low) or (high is not None and value > high):
            return Reading(value, Rule.OUT_OF_RANGE)
    return reading
