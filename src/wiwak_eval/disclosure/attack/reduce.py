"""A system made small without changing what follows from it: like unknowns merged, sure values filled in, independent parts set apart."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from wiwak_eval.disclosure.attack.rows import Floats, Inequalities

TOLERANCE = 1e-6
PASSES = 30


class Contradictory(Exception):
    """What was printed cannot all be true."""


@dataclass(frozen=True)
class Reduced:
    """merged: for each original unknown the number of the one it went into; size: how many went into each; lower, upper: its bounds."""

    merged: NDArray[np.intp]
    size: NDArray[np.intp]
    lower: Floats
    upper: Floats
    rows: Inequalities


def reduce(system: Inequalities) -> Reduced:
    """Merge unknowns that stand in the same rows with the same weights and tighten the bounds of each. Raises Contradictory."""
    merged, first = _alike(system.matrix)
    size = np.bincount(merged, minlength=len(first))
    told = np.isfinite(system.low) | np.isfinite(system.high)
    rows = Inequalities(system.matrix[told][:, first], system.low[told], system.high[told])
    lower, upper = tightened(rows, np.zeros(len(first)), np.full(len(first), np.inf))
    return Reduced(merged, size, lower, upper, rows)


def _alike(matrix: sparse.csr_array) -> tuple[NDArray[np.intp], list[int]]:
    """Class of each column, and the first column of each class."""
    by_column = matrix.tocsc()
    by_column.sort_indices()
    classes: dict[tuple[bytes, bytes], int] = {}
    merged, first = np.empty(matrix.shape[1], dtype=np.intp), list[int]()
    for column, (start, end) in enumerate(zip(by_column.indptr[:-1], by_column.indptr[1:], strict=True)):
        signature = by_column.indices[start:end].tobytes(), by_column.data[start:end].tobytes()
        if signature not in classes:
            classes[signature] = len(first)
            first.append(column)
        merged[column] = classes[signature]
    return merged, first


def tightened(rows: Inequalities, lower: Floats, upper: Floats) -> tuple[Floats, Floats]:
    """Bounds of whole numbers as they follow from each row alone, repeated. Raises Contradictory where none is left."""
    lower, upper = lower.copy(), upper.copy()
    entries = rows.matrix.tocoo()
    row, column, weight = entries.row, entries.col, entries.data
    for _ in range(PASSES):
        least, most = _products(weight, lower[column], upper[column])
        up = (rows.high[row] - _others(row, least, len(rows.low), -np.inf)) / weight
        down = (rows.low[row] - _others(row, most, len(rows.low), np.inf)) / weight
        new_upper, new_lower = upper.copy(), lower.copy()
        np.minimum.at(new_upper, column, np.floor(np.where(weight > 0, up, down) + TOLERANCE))
        np.maximum.at(new_lower, column, np.ceil(np.where(weight > 0, down, up) - TOLERANCE))
        if (new_lower > new_upper).any():
            raise Contradictory
        if np.array_equal(new_upper, upper) and np.array_equal(new_lower, lower):
            break
        lower, upper = new_lower, new_upper
    return lower, upper


def ranges(rows: Inequalities, lower: Floats, upper: Floats) -> tuple[Floats, Floats]:
    """Least and greatest value of each row within the bounds."""
    entries = rows.matrix.tocoo()
    least, most = _products(entries.data, lower[entries.col], upper[entries.col])
    number = len(rows.low)
    return _sums(entries.row, least, number), _sums(entries.row, most, number)


def _products(weight: Floats, lower: Floats, upper: Floats) -> tuple[Floats, Floats]:
    return np.where(weight > 0, weight * lower, weight * upper), np.where(weight > 0, weight * upper, weight * lower)


def _others(row: NDArray[np.int32], product: Floats, number: int, endlessly: float) -> Floats:
    """For each entry the sum of the other entries of its row; sums that hold an infinite one are infinite."""
    endless = np.isinf(product)
    finite = np.where(endless, 0.0, product)
    count = np.bincount(row, endless, number)[row] - endless
    rest = np.bincount(row, finite, number)[row] - finite
    return np.where(count > 0, endlessly, rest)


def _sums(row: NDArray[np.int32], product: Floats, number: int) -> Floats:
    return np.asarray(np.bincount(row, product, number), dtype=np.float64)
