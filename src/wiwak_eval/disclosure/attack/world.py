"""All that can be true given everything printed: sure values, and independent parts that hold the rest."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import csgraph

from wiwak_eval.disclosure.attack.part import Part, united
from wiwak_eval.disclosure.attack.reduce import Contradictory, Reduced, ranges, reduce
from wiwak_eval.disclosure.attack.rows import Floats, Inequalities
from wiwak_eval.disclosure.attack.unknowns import Columns

NOTHING: Columns = np.empty(0, dtype=np.intp)
Sum = tuple[Columns, Columns]
"""A number as unknowns that add up to it and unknowns to be subtracted."""

FAR = 10
FARTHEST = 10_000
"""Nobody takes an unknown to be larger than ten times the largest printed number, and this many more. Keeps every program finite."""


@dataclass(frozen=True)
class World:
    """sure: value of each merged unknown that has only one, else 0; parts: columns and the part they make."""

    reduced: Reduced
    sure: Floats
    parts: tuple[tuple[NDArray[np.intp], Part], ...]

    def weights(self, sums: Sequence[Sum]) -> tuple[sparse.csr_array, sparse.csr_array]:
        """Weights of the merged unknowns (sums x merged unknowns) for the least and for the greatest value of each sum.

        The two differ where only some of the unknowns merged into one belong to a sum: these may be none of it, or all.
        """
        inner, outer = self._shares([plus for plus, _ in sums])
        less_inner, less_outer = self._shares([minus for _, minus in sums])
        return inner - less_outer, outer - less_inner

    def _shares(self, sums: Sequence[Columns]) -> tuple[sparse.csr_array, sparse.csr_array]:
        """1 for each merged unknown that belongs wholly, and for each that belongs at least in part to a sum."""
        row = np.repeat(np.arange(len(sums)), [len(columns) for columns in sums])
        column = self.reduced.merged[np.hstack([*sums, NOTHING])]
        outer = sparse.csr_array((np.ones(len(row)), (row, column)), shape=(len(sums), len(self.sure)))
        outer.sum_duplicates()
        inner = outer.copy()
        inner.data = (outer.data == self.reduced.size[outer.indices]).astype(float)
        outer.data = np.ones_like(outer.data)
        inner.eliminate_zeros()
        return inner, outer

    def touched(self, weights: Floats) -> Floats:
        """1 for each merged unknown that depends on those with a weight, 0 for the others."""
        depends = np.zeros(len(weights))
        for columns, _ in self.parts:
            depends[columns] = weights[columns].any()
        return depends

    def given(self, weights: Floats, low: float, high: float) -> "World":
        """This world for someone who also knows low <= weights . unknowns <= high. Raises Contradictory where a sure number denies that."""
        known = float(weights @ self.sure)
        touched = [(columns, part) for columns, part in self.parts if weights[columns].any()]
        if not touched:
            if not low <= known <= high:
                raise Contradictory
            return self
        columns = np.hstack([columns for columns, _ in touched])
        part = united(part for _, part in touched).given(weights[columns], low - known, high - known)
        untouched = tuple((columns, part) for columns, part in self.parts if not weights[columns].any())
        return replace(self, parts=(*untouched, (columns, part)))

    def learn(self, known: "World") -> None:
        """Take in what was found in the world of someone who knows more: it is possible here too."""
        place = {int(column): (part, i) for columns, part in known.parts for i, column in enumerate(columns)}
        for columns, part in self.parts:
            other = place[int(columns[0])][0]
            if other is not part:
                part.learn(other.pool[:, [place[int(column)][1] for column in columns]])


def build_world(system: Inequalities) -> World:
    """Raises Contradictory where nothing can be true."""
    reduced = reduce(system)
    lower, upper, rows = reduced.lower, reduced.upper, reduced.rows
    sure = np.where(lower == upper, lower, 0.0)
    least, most = ranges(rows, lower, upper)
    open_rows = (least < rows.low) | (most > rows.high)
    known = rows.matrix @ sure
    matrix = rows.matrix[open_rows]
    low, high = rows.low[open_rows] - known[open_rows], rows.high[open_rows] - known[open_rows]
    parts: list[tuple[NDArray[np.intp], Part]] = []
    for columns in _connected(matrix, np.flatnonzero(lower < upper)):
        own = matrix[:, columns]
        mine = np.flatnonzero(np.diff(own.indptr))
        rows_of_part = Inequalities(sparse.csr_array(own[mine]), low[mine], high[mine])
        parts.append((columns, Part(rows_of_part, lower[columns], np.minimum(upper[columns], _far(rows_of_part))).begin()))
    return World(reduced, sure, tuple(parts))


def _far(rows: Inequalities) -> float:
    printed = np.abs(np.hstack([rows.low, rows.high]))
    return float(FAR * printed[np.isfinite(printed)].max(initial=0.0) + FARTHEST)


def _connected(matrix: sparse.csr_array, columns: NDArray[np.intp]) -> Sequence[NDArray[np.intp]]:
    """Columns that hang together by rows."""
    own = matrix[:, columns]
    beside = sparse.csr_array(abs(own.T) @ abs(own))
    _, labels = csgraph.connected_components(beside, directed=False)
    order = np.argsort(labels, kind="stable")
    borders = np.flatnonzero(np.diff(labels[order])) + 1
    return [columns[part] for part in np.split(order, borders)] if len(columns) else []
