"""Checked rows to the tables that others work with."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from threading import Lock

import numpy as np
import pandas as pd
import pyarrow as pa

from wiwak_eval.records.check import Checked
from wiwak_eval.records.columns import Used, used_values
from wiwak_eval.records.parallel import side_by_side


class Frames(Mapping[str, pd.DataFrame]):
    """Tables by canonical name, each made when it is first asked for: a check asks for none, and they take most of the memory."""

    def __init__(self, checked: Mapping[str, Checked]) -> None:
        self._checked = dict(checked)
        self._made: dict[str, pd.DataFrame] = {}
        self._names = tuple(checked)
        self._lock = Lock()

    def __getitem__(self, name: str) -> pd.DataFrame:
        with self._lock:
            if name not in self._made:
                self._made[name] = build_frame(self._checked[name])
                del self._checked[name]
            return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def build_frame(checked: Checked) -> pd.DataFrame:
    """The used rows with the contract's columns."""
    names = list(checked.table.columns)
    series = side_by_side(lambda name: used_column(checked, name).series, names)
    return pd.DataFrame(dict(zip(names, series, strict=True)), copy=False)


def used_column(checked: Checked, name: str) -> Used:
    """One column of the used rows."""
    rows = np.flatnonzero(~checked.rejected) if checked.rejected.any() else slice(None)
    return used_values(checked.table.columns[name], checked.cleared.get(name), rows)


def under_pseudonyms(checked: Checked, pseudonyms: Mapping[str, pa.Array]) -> Checked:
    """The same with clients and households under pseudonyms, and without the texts as delivered."""
    columns = {
        name: replace(column.bare, distinct=pseudonyms[name]) if name in pseudonyms else column.bare
        for name, column in checked.table.columns.items()
    }
    return replace(checked, table=replace(checked.table, columns=columns, files=tuple(file.bare for file in checked.table.files)))
