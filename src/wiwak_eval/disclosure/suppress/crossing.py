"""The finest groups of people that what is told can tell apart, over the dimensions whose parts add up."""

from collections.abc import Iterator
from itertools import product
from math import prod

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from wiwak_eval.disclosure.suppress.axes import members
from wiwak_eval.disclosure.suppress.cliques import Clique, cliques
from wiwak_eval.disclosure.suppress.family import Family
from wiwak_eval.results import Key, Measure

CROSSED = 2500
"""Unknowns up to which all dimensions are crossed where units may stand several times: crossing fewer is then not quite the same."""

Region = NDArray[np.bool_]
"""Which combinations of pieces of a clique's dimensions, flattened."""


class Crossing:
    """Groups of all cliques, one after the other; the groups of each clique are all people anew."""

    def __init__(self, family: Family, layers: int) -> None:
        self._family, self._axes = family, family.axes
        keys = sorted({self._own(key) for key in family.keys})
        points = {name: len(axis.pieces) for name, axis in self._axes.items()}
        whole = bool(family.layered) and layers * prod(points.values()) <= CROSSED
        self._cliques = cliques(points, [tuple(points)] if whole else [[name for name, _ in key] for key in keys])
        self._home = {key: next(i for i, one in enumerate(self._cliques) if {n for n, _ in key} <= set(one.names)) for key in keys}
        self._groups = [self._merged(index) for index in range(len(self._cliques))]
        self._starts = np.cumsum([0, *(groups.max() + 1 for groups in self._groups)])

    @property
    def size(self) -> int:
        """How many groups."""
        return int(self._starts[-1])

    def sums(self, key: Key) -> csr_array:
        """1 × groups: those a key is made of, as far as it names dimensions whose parts add up."""
        own = self._own(key)
        return self._row([(self._home[own], self._region(self._cliques[self._home[own]], own), 1)])

    def agreements(self) -> Iterator[csr_array]:
        """Rows that are 0 where cliques agree on the dimensions they share, 1 × groups each."""
        for index, clique in enumerate(self._cliques[1:], 1):
            parent = self._cliques[clique.parent]
            for pieces in self._shared(clique):
                yield self._row([(index, self._slice(clique, pieces), 1), (clique.parent, self._slice(parent, pieces), -1)])

    def present(self, measure: Measure) -> NDArray[np.bool_]:
        """Which groups can hold units of a measure: none without a recorded leaf where it is always recorded."""
        found = np.ones(self.size, dtype=bool)
        for index, clique in enumerate(self._cliques):
            for name in set(clique.names) - set(measure.incomplete):
                found[self._starts[index] + self._groups[index][self._along(clique, {name: self._axes[name].unrecorded})]] = False
        return found

    def _own(self, key: Key) -> Key:
        return tuple((name, category) for name, category in key if name in self._axes)

    def _merged(self, index: int) -> NDArray[np.int64]:
        """The group of each combination; combinations that every number and every agreement has together are one group."""
        clique = self._cliques[index]
        regions = [self._region(clique, key) for key, home in self._home.items() if home == index]
        meeting = [clique, *(other for other in self._cliques if other.parent == index)]
        regions += [self._slice(clique, pieces) for other in meeting for pieces in self._shared(other)]
        for name in clique.names:
            if len({name in measure.incomplete for measure in self._family.measures}) > 1:
                regions.append(self._along(clique, {name: self._axes[name].unrecorded}))
        everything = np.vstack([self._along(clique, {}), *regions])
        return np.unique(everything, axis=1, return_inverse=True)[1].reshape(-1)

    def _region(self, clique: Clique, key: Key) -> Region:
        chosen = {name: self._axes[name].inside(members(self._family.dimensions[name], category, False)) for name, category in key}
        return self._along(clique, chosen)

    def _shared(self, clique: Clique) -> Iterator[dict[str, int]]:
        if clique.parent >= 0:
            for pieces in product(*(range(len(self._axes[name].pieces)) for name in clique.shared)):
                yield dict(zip(clique.shared, pieces, strict=True))

    def _slice(self, clique: Clique, pieces: dict[str, int]) -> Region:
        return self._along(clique, {name: np.arange(len(self._axes[name].pieces)) == piece for name, piece in pieces.items()})

    def _along(self, clique: Clique, chosen: dict[str, NDArray[np.bool_]]) -> Region:
        inside = np.ones(1, dtype=bool)
        for name in clique.names:
            inside = np.outer(inside, chosen.get(name, np.ones(len(self._axes[name].pieces), dtype=bool))).ravel()
        return inside

    def _row(self, parts: list[tuple[int, Region, int]]) -> csr_array:
        row = np.zeros(self.size)
        for index, region, sign in parts:
            row[self._starts[index] + np.unique(self._groups[index][region])] = sign
        return csr_array(row[None, :])
