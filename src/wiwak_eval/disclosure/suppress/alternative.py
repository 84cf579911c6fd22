"""Other tables that what is printed allows: two of them that differ enough in a number protect it."""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from scipy.optimize import LinearConstraint
from scipy.sparse import block_diag, csc_array, csr_array, hstack, vstack

from wiwak_eval.disclosure.model import Place
from wiwak_eval.disclosure.suppress.unknowns import Unknowns
from wiwak_eval.disclosure.suppress.whole import SAME, Flags, Floats, cheapest

HIDDEN_PRICE = 0.03
"""Share of its cost that moving a hidden number is charged: tables that move few bear witness longer while others are shown again."""
COUNTED = 10_000
"""Measures with larger numbers are amounts, for which a fraction of a unit makes no difference and whole numbers are not looked for."""

Interval = tuple[float, float]


class Component:
    """A part of all that is told that shares no unknown with the rest; its numbers are spoken of by their row in `places`.

    value: NaN where the truth is not at hand. known: what is known of a number anyway, the same bound twice where it must stay. cost:
    what hiding a number loses. Raises ValueError where a true number is not what is known.
    """

    def __init__(
        self, unknowns: Unknowns, values: Mapping[Place, int], known: Mapping[Place, Interval], cost: Mapping[Place, float]
    ) -> None:
        self.places = unknowns.places
        self.row = {place: row for row, place in enumerate(self.places)}
        self.value = np.array([values.get(place, np.nan) for place in self.places])
        self._cost = np.array([cost.get(place, 0.0) for place in self.places])
        low, high = np.array([known.get(place, (0, np.inf)) for place in self.places]).T
        self._sums, self._valued = unknowns.sums, np.flatnonzero(~np.isnan(self.value))
        measure = np.array([measure for measure, _ in self.places])
        amounts = np.unique(measure[np.nan_to_num(self.value) > COUNTED])
        whole = [~np.isin(names, amounts) for names in (unknowns.measure, measure[self._valued], measure[self._valued])]
        self._whole = np.tile(np.concatenate(whole), 2)
        self._table = self._side_by_side(unknowns)
        least, most = (np.where(np.isnan(self.value), bound, self.value) for bound in (low, high))
        if (least < low).any() or (most > high).any():
            raise ValueError(f"Not what is known: {self.places[int(((least < low) | (most > high)).argmax())]}")
        self._least = np.tile(np.concatenate([least, np.where(unknowns.equal, 0, -np.inf)]), 2)
        self._most = np.tile(np.concatenate([most, np.zeros(len(unknowns.equal))]), 2)
        self._leeway = np.concatenate([(high - least)[self._valued], (least - low)[self._valued]])

    def find(self, row: int, need: float, hidden: Flags, given: Collection[int] = (), more: bool = False) -> Floats | None:
        """Two tables that are `need` apart in one number, 2 × numbers; None if there are none.

        Only hidden numbers leave their true value or, with `more`, further ones that it costs little to hide. given: rows that are true
        in both tables.
        """
        movable = hidden.copy() | more
        movable[list(given)] = False
        free, open_ = (np.tile(flags[self._valued], 4) for flags in (movable, hidden & movable))
        price = np.tile(self._cost[self._valued], 4) * np.where(open_, HIDDEN_PRICE, 1) * free
        limit = np.where(free, np.tile(self._leeway, 2), 0)
        same = np.zeros(len(given))
        constraints = LinearConstraint(
            csc_array(vstack([self._table, self._apart([row, *given])])),
            np.concatenate([self._least, [need], same]),
            np.concatenate([self._most, [np.inf], same]),
        )
        n = self._sums.shape[1]
        shown = self._over(0, np.where(open_, 0, 1)) > 0
        found = cheapest(self._over(0, price), self._over(np.inf, limit), constraints, self._whole, shown)
        return None if found is None else np.array([self._sums @ table[:n] for table in np.split(found, 2)])

    def check(self) -> None:
        """Raises ValueError if the true numbers and what is known cannot all be true at once."""
        if self.find(0, -np.inf, np.zeros(len(self.places), dtype=bool)) is None:
            named = ", ".join(f"{measure} {dict(key)}" for measure, key in self.places[:5])
            raise ValueError(f"These numbers contradict what is said of their dimensions and measures, or what is known: {named} ...")

    def moved(self, tables: Floats) -> Flags:
        """Which numbers of each table are not true, as far as the truth is at hand."""
        return np.asarray(~np.isclose(tables, self.value, rtol=1e-9, atol=SAME) & ~np.isnan(self.value))

    def _side_by_side(self, unknowns: Unknowns) -> csc_array:
        """Rows of two tables. Columns of each: the unknowns, then how far each number lies above and below its true value."""
        n = len(self._valued)
        lift = csr_array((np.ones(n), (self._valued, np.arange(n))), shape=(len(self.places), n))
        gap = csr_array((unknowns.links.shape[0], 2 * n))
        table = vstack([hstack([unknowns.sums, -lift, lift]), hstack([unknowns.links, gap])])
        return csc_array(block_diag([table, table]))

    def _over(self, unknown: float, moves: Floats) -> Floats:
        """A value for each column: the same for every unknown, and one for each move."""
        return np.concatenate([part for half in np.split(moves, 2) for part in (np.full(self._sums.shape[1], unknown), half)])

    def _apart(self, rows: Sequence[int]) -> csr_array:
        sums, gap = self._sums[rows], csr_array((len(rows), 2 * len(self._valued)))
        return csr_array(hstack([sums, gap, -sums, gap]))
