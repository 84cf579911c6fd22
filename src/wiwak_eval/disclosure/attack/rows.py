"""Inequalities low <= weights . unknowns <= high, gathered in blocks of equal shape."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse

from wiwak_eval.disclosure.attack.unknowns import Columns

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Inequalities:
    """matrix: rows x unknowns; low, high: a bound each, possibly infinite."""

    matrix: sparse.csr_array
    low: Floats
    high: Floats


@dataclass
class Rows:
    """A growing list of inequalities."""

    columns: list[Columns] = field(default_factory=list)
    weights: list[Floats] = field(default_factory=list)
    widths: list[NDArray[np.intp]] = field(default_factory=list)
    low: list[Floats] = field(default_factory=list)
    high: list[Floats] = field(default_factory=list)

    def add(self, columns: Columns, weights: ArrayLike, low: float, high: float) -> None:
        """Some rows at once. columns: rows x width, or one row; weights: one each for the width, or one for all."""
        table = np.atleast_2d(columns)
        self.columns.append(table.ravel())
        self.weights.append(np.broadcast_to(np.asarray(weights, dtype=float), table.shape).ravel())
        self.widths.append(np.full(len(table), table.shape[1], dtype=np.intp))
        self.low.append(np.full(len(table), low))
        self.high.append(np.full(len(table), high))

    def add_less(self, less: Columns, more: Columns) -> None:
        """Rows: the sum over `less` is not greater than the sum over `more`; both rows x width, or one row."""
        part, whole = np.atleast_2d(less), np.atleast_2d(more)
        weights = np.repeat([-1.0, 1.0], [part.shape[1], whole.shape[1]])
        self.add(np.hstack([part, whole]), weights, 0, np.inf)


def joined(parts: Iterable[Rows], unknowns: int) -> Inequalities:
    """All rows as one system over so many unknowns; an unknown named twice in a row counts with the sum of its weights."""
    many = list(parts)
    widths = _together([width for rows in many for width in rows.widths], np.intp)
    columns = _together([column for rows in many for column in rows.columns], np.intp)
    weights = _together([weight for rows in many for weight in rows.weights], np.float64)
    place = np.repeat(np.arange(len(widths)), widths)
    matrix = sparse.csr_array((weights, (place, columns)), shape=(len(widths), unknowns))
    matrix.sum_duplicates()
    matrix.eliminate_zeros()
    low = _together([low for rows in many for low in rows.low], np.float64)
    high = _together([high for rows in many for high in rows.high], np.float64)
    return Inequalities(matrix, low, high)


def _together(arrays: list[NDArray[Any]], kind: type[np.generic]) -> NDArray[Any]:
    return np.concatenate(arrays) if arrays else np.empty(0, dtype=kind)
