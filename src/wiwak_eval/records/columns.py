"""A column of a table: each distinct value once, rows only carry codes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from wiwak_eval.records.contract import ColumnSpec, Kind
from wiwak_eval.records.rules import Rule
from wiwak_eval.records.values import Value

Codes = npt.NDArray[np.signedinteger[Any]]
Rows = npt.NDArray[np.signedinteger[Any]]
Flags = npt.NDArray[np.bool_]
DTYPES = {
    Kind.DATE: "datetime64[us]",
    Kind.WHOLE: "Int64",
    Kind.MONEY: "Int64",
    Kind.NUMBER: "Float64",
    Kind.SHARE: "Float64",
    Kind.YES_NO: "boolean",
}
NO_TEXTS = pa.chunked_array([], pa.string())


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
    raw: pa.ChunkedArray

    def raw_text(self, row: int) -> str:
        """The stripped text of a row as delivered."""
        return (self.raw[row].as_py() or "").strip() if len(self.raw) else ""

    def value(self, row: int) -> Value | None:
        """The value of a row; None where it is missing or not understood."""
        code = int(self.codes[row])
        if code < 0:
            return None
        found = self.distinct[code]
        return found.as_py() if isinstance(found, pa.Scalar) else found

    @property
    def bare(self) -> "Column":
        """The same without the texts as delivered."""
        return replace(self, raw=NO_TEXTS)

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


@dataclass(frozen=True)
class Used:
    """A column of the rows in use: codes into `known`, which ends with the default where there is one; -1 where the value is missing."""

    codes: Codes
    known: pa.Array | pd.Series

    @property
    def series(self) -> pd.Series:
        """The values row by row, in the contract's type."""
        if isinstance(self.known, pd.Series):
            values = pd.Series(self.known.array.take(self.codes), copy=False)
            return values.astype(bool) if self.known.dtype == "boolean" else values
        if counts_up(self.codes, len(self.known)):
            return pd.Series(self.known.to_pandas(), copy=False)
        return pd.Series(self.known.take(pa.array(self.codes, mask=self.codes < 0)).to_pandas(), copy=False)


def used_values(column: Column, cleared: Flags | None, rows: Rows | slice) -> Used:
    """The values of the used rows; cleared and missing ones take the column's default or are missing."""
    codes = (column.codes if cleared is None else np.where(cleared, column.codes.dtype.type(-1), column.codes))[rows]
    spec = column.spec
    if spec.kind in DTYPES:
        return Used(codes, pd.Series([*column.distinct, spec.default], dtype=DTYPES[spec.kind]))
    texts = column.texts.cast(pa.large_string())
    if spec.default is not None:
        texts = pa.concat_arrays([texts, pa.array([spec.default], texts.type)])
        codes = np.where(codes < 0, np.int32(len(texts) - 1), codes)
    return Used(codes, texts)


def counts_up(codes: Codes, length: int) -> bool:
    """Whether the codes are 0, 1, 2 and so on up to the last value."""
    return len(codes) == length and np.array_equal(codes, np.arange(length, dtype=codes.dtype))
