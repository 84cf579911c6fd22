"""Canonical tables as the county would deliver them: German headers, codes and formats, all taken from the contract's declaration."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import pandas as pd

from wiwak_eval import german
from wiwak_eval.records import ColumnSpec, Kind, TableSpec

Rows = list[list[str]]


def german_rows(table: TableSpec, frame: pd.DataFrame) -> Rows:
    """The rows as text, in the contract's columns. Raises ValueError where the frame's columns are not those of the contract."""
    names = [column.name for column in table.columns]
    if sorted(names) != sorted(frame.columns):
        raise ValueError(f"{table.name}: {sorted(set(names) ^ set(frame.columns))} differ from the contract")
    return [[_text(column, cell) for column, cell in zip(table.columns, row, strict=True)] for row in frame[names].itertuples(index=False)]


def csv_bytes(table: TableSpec, rows: Sequence[Sequence[str]]) -> bytes:
    """UTF-8, `;`, line feeds, German headers."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\n")
    writer.writerow([column.header for column in table.columns])
    writer.writerows(rows)
    return buffer.getvalue().encode("utf-8")


def _text(column: ColumnSpec, cell: Any) -> str:
    if pd.isna(cell):
        return ""
    if column.codes is not None:
        return "+".join(column.codes.german_names[code] for code in str(cell).split("+"))
    return FORMATS.get(column.kind, str)(cell)


def _money(cents: int) -> str:
    return german.number(Decimal(cents) / 100, 2).replace("−", "-")


FORMATS: Mapping[Kind, Callable[[Any], str]] = {
    Kind.DATE: german.day,
    Kind.MONTH: german.month,
    Kind.YES_NO: lambda yes: "ja" if yes else "nein",
    Kind.MONEY: _money,
    Kind.SHARE: lambda share: german.number(share, 2),
}
"""Kinds of values that are not written as they stand."""
