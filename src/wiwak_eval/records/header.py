"""Which separator a file uses, and which of its columns the contract knows."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wiwak_eval.records.contract import TableSpec, fold
from wiwak_eval.records.rules import TableRefused

SEPARATORS = (";", ",", "\t")
HEAD = 1 << 16
"""Bytes of a file in which its header is looked for."""


@dataclass(frozen=True)
class Header:
    """separator; width: fields of a row; positions: canonical column name to place; dropped: names of columns not in the contract."""

    separator: str
    width: int
    positions: Mapping[str, int]
    dropped: tuple[str, ...]


def read_header(data: bytes, table: TableSpec) -> Header:
    """The header of a UTF-8 text: the separator under which most columns are known.

    Raises TableRefused where a required column is missing or a column is there twice.
    """
    head = data[:HEAD].decode(errors="ignore")
    names = {separator: _first_record(head, separator) for separator in SEPARATORS}
    known = {separator: sum(fold(name) in table.headers for name in row) for separator, row in names.items()}
    separator = max(SEPARATORS, key=lambda candidate: (known[candidate], len(names[candidate])))
    positions, dropped = match_columns(names[separator], table)
    return Header(separator, len(names[separator]), positions, dropped)


def match_columns(names: Sequence[str], table: TableSpec) -> tuple[Mapping[str, int], tuple[str, ...]]:
    """Canonical column name to its place in a header, and the names of columns that are not in the contract.

    Raises TableRefused where a required column is missing or a column is there twice.
    """
    positions: dict[str, int] = {}
    dropped = []
    for place, name in enumerate(names):
        column = table.headers.get(fold(name))
        if column is None:
            dropped.append(" ".join(name.split()) or "(ohne Namen)")
        elif column.name in positions:
            raise TableRefused(f"die Spalte „{column.header}“ steht doppelt in der Kopfzeile")
        else:
            positions[column.name] = place
    _refuse_missing(positions, table)
    return positions, tuple(dropped)


def _refuse_missing(positions: Mapping[str, int], table: TableSpec) -> None:
    missing = [f"„{column.header}“" for column in table.columns if column.required and column.name not in positions]
    if missing:
        word = "die Spalte" if len(missing) == 1 else "die Spalten"
        verb = "fehlt" if len(missing) == 1 else "fehlen"
        raise TableRefused(f"{word} {', '.join(missing)} {verb} in der Kopfzeile")


def _first_record(head: str, separator: str) -> list[str]:
    """Fields of the first record that is not blank, empty ones at its end left out."""
    for row in csv.reader(io.StringIO(head, newline=""), delimiter=separator):
        fields = [field.strip() for field in row]
        while fields and not fields[-1]:
            fields.pop()
        if fields:
            return fields
    return []
