"""Raw text columns to typed values: each distinct text is read once, rows only carry codes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from wiwak_eval.records.contract import PERIOD_YEAR, ColumnSpec, Kind
from wiwak_eval.records.distinct import surely_distinct
from wiwak_eval.records.model import DeliveryFacts
from wiwak_eval.records.rules import Rule
from wiwak_eval.records.values import MISSING_MARKS, Reading, Value, read_value

Codes = npt.NDArray[np.int32]
Rows = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
DTYPES = {
    Kind.DATE: "datetime64[us]",
    Kind.WHOLE: "Int64",
    Kind.MONEY: "Int64",
    Kind.NUMBER: "Float64",
    Kind.SHARE: "Float64",
    Kind.YES_NO: "boolean",
}


@dataclass(frozen=True)
class Column:
    """One column of all rows of a table.

    codes: row to distinct value, -1 where missing; equal codes mean equal values after parsing. distinct: the values, as text where
    the kind is text; broken: distinct value to the rule it breaks; raw: the text as delivered, for messages.
    """

    spec: ColumnSpec
    codes: Codes
    distinct: pa.Array | tuple[Value | None, ...]
    broken: Mapping[int, Rule]
    raw: pa.Array

    def raw_text(self, row: int) -> str:
        """The stripped text of a row as delivered."""
        return (self.raw[row].as_py() or "").strip()

    def value(self, row: int) -> Value | None:
        """The value of a row; None where it is missing or not understood."""
        code = int(self.codes[row])
        if code < 0:
            return None
        found = self.distinct[code]
        return found.as_py() if isinstance(found, pa.Scalar) else found

    @property
    def texts(self) -> pa.Array:
        """The distinct values of a text column."""
        return self.distinct if isinstance(self.distinct, pa.Array) else pa.array(self.distinct, pa.string())

    @property
    def faulty(self) -> Flags:
        """Which rows break a rule of this column alone; a missing value only where the column is required."""
        if not self.broken and not self.spec.required:
            return np.zeros(len(self.codes), np.bool_)
        flags = np.zeros(len(self.distinct) + 1, np.bool_)
        flags[list(self.broken)] = True
        flags[-1] = self.spec.required
        return flags[self.codes]

    def rule(self, row: int) -> Rule:
        """The rule a faulty row breaks."""
        return self.broken.get(int(self.codes[row]), Rule.MISSING_VALUE)


def read_column(spec: ColumnSpec, raw: pa.Array, facts: DeliveryFacts, key: bool = False) -> Column:
    """Read one column; a null in `raw` says that the column was not delivered for this row; key: all texts are expected to differ."""
    if spec.kind in {Kind.TEXT, Kind.IDENTIFIER}:
        return _text_column(spec, raw, key)
    codes_of: dict[object, int] = {}
    places: list[int] = []
    readings: list[Reading] = []
    for text in raw.dictionary.to_pylist():
        reading = _judge(read_value(text.strip(), spec), spec, facts)
        if reading == Reading():
            places.append(-1)
            continue
        identity = reading.value if reading.value is not None else (reading.rule, text.strip())
        places.append(codes_of.setdefault(identity, len(readings)))
        if places[-1] == len(readings):
            readings.append(reading)
    broken = {code: reading.rule for code, reading in enumerate(readings) if reading.rule is not None}
    return Column(spec, _codes(raw, places), tuple(reading.value for reading in readings), broken, raw)


def _text_column(spec: ColumnSpec, raw: pa.Array, key: bool) -> Column:
    coded = isinstance(raw, pa.DictionaryArray)
    if key and not coded:
        trimmed, missing = _trimmed(raw)
        if not missing.any() and surely_distinct(trimmed):
            return Column(spec, np.arange(len(raw), dtype=np.int32), trimmed, {}, raw)
    raw = raw if coded else raw.dictionary_encode()
    trimmed, missing = _trimmed(raw.dictionary)
    if trimmed.equals(raw.dictionary):
        places = np.where(missing, -1, np.cumsum(~missing) - 1)
        return Column(spec, _codes(raw, places), trimmed.filter(pa.array(~missing)), {}, raw)
    texts = pc.if_else(pa.array(missing), pa.scalar(None, pa.string()), trimmed).dictionary_encode()
    return Column(spec, _codes(raw, texts.indices.fill_null(-1)), texts.dictionary, {}, raw)


def _trimmed(texts: pa.Array) -> tuple[pa.Array, Flags]:
    """Texts without blanks around them, and which of them stand for a missing value."""
    trimmed = pc.utf8_trim_whitespace(texts)
    missing = pc.is_in(trimmed, value_set=pa.array(sorted(MISSING_MARKS)))
    return trimmed, missing.to_numpy(zero_copy_only=False)


def _codes(raw: pa.DictionaryArray, places: npt.ArrayLike) -> Codes:
    """Row codes from the code of each distinct text; rows without the column are missing."""
    if not raw.null_count and np.array_equal(places, np.arange(len(raw.dictionary))):
        unchanged: Codes = raw.indices.to_numpy()
        return unchanged
    extended = np.append(np.asarray(places, np.int32), np.int32(-1))
    indices = raw.indices.fill_null(len(extended) - 1) if raw.null_count else raw.indices
    codes: Codes = extended[indices.to_numpy()]
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


def bounds(spec: ColumnSpec, facts: DeliveryFacts) -> tuple[int | None, int | None]:
    """Lowest and highest value allowed, None where there is no bound."""
    return spec.low, facts.period_to.year if spec.high == PERIOD_YEAR else spec.high if isinstance(spec.high, int) else None


def typed_values(column: Column, cleared: Flags | None, rows: Rows | slice) -> pd.Series:
    """The values of the used rows in the contract's type; cleared and missing ones take the column's default or are missing."""
    codes = (column.codes if cleared is None else np.where(cleared, np.int32(-1), column.codes))[rows]
    spec = column.spec
    if spec.kind in DTYPES:
        known = pd.Series([*column.distinct, spec.default], dtype=DTYPES[spec.kind]).array
        series = pd.Series(known.take(codes), copy=False)
        return series.astype(bool) if spec.kind is Kind.YES_NO else series
    texts = column.texts.cast(pa.large_string())
    if spec.default is not None:
        texts = pa.concat_arrays([texts, pa.array([spec.default], texts.type)])
        codes = np.where(codes < 0, np.int32(len(texts) - 1), codes)
    if not _counts_up(codes, len(texts)):
        texts = texts.take(pa.array(codes, mask=codes < 0))
    return pd.Series(texts.to_pandas(), copy=False)


def _counts_up(codes: Codes, length: int) -> bool:
    return len(codes) == length and np.array_equal(codes, np.arange(length))
