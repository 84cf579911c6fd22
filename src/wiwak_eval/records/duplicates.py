"""Rows of one key: exact repetitions and contradictions."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from wiwak_eval.records.assembly import TableRows
from wiwak_eval.records.columns import Rows, counts_up


@dataclass(frozen=True)
class Duplicates:
    """repeated: row to the first row of the same content; conflicting: row to another row of its key with different content."""

    repeated: dict[int, int]
    conflicting: dict[int, int]


def find_duplicates(table: TableRows) -> Duplicates:
    """Duplicates of a table with a key, judged over all rows whose key can be read; contents are compared after parsing."""
    repeated: dict[int, int] = {}
    conflicting: dict[int, int] = {}
    for rows in _rows_sharing_a_key(table):
        contents = {row: tuple(int(column.codes[row]) for column in table.columns.values()) for row in rows}
        if len(set(contents.values())) == 1:
            repeated |= dict.fromkeys(rows[1:], rows[0])
        else:
            conflicting |= {row: next(other for other in rows if contents[other] != contents[row]) for row in rows}
    return Duplicates(repeated, conflicting)


def _rows_sharing_a_key(table: TableRows) -> list[list[int]]:
    keys = [table.columns[name] for name in table.spec.key]
    if not keys or not len(table.lines):
        return []
    if len(keys) == 1 and counts_up(keys[0].codes, len(keys[0].distinct)):
        return []
    readable = ~np.logical_or.reduce([key.faulty for key in keys])
    rows = np.flatnonzero(readable)
    group = _combined([key.codes[rows].astype(np.int64) for key in keys])
    sizes = np.bincount(group)
    shared = np.flatnonzero(sizes[group] > 1) if sizes.max(initial=0) > 1 else rows[:0]
    groups: dict[int, list[int]] = {}
    for i in shared:
        groups.setdefault(int(group[i]), []).append(int(rows[i]))
    return list(groups.values())


def _combined(codes: list[Rows]) -> Rows:
    """One dense code for each combination."""
    group = codes[0]
    for further in codes[1:]:
        group = pd.factorize(group * (int(further.max(initial=0)) + 2) + further + 1)[0].astype(np.int64)
    return group
