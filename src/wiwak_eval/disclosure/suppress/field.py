"""What must be kept in one component, and the tables found so far that bear witness to it."""

from collections.abc import Sequence, Set

import numpy as np

from wiwak_eval.disclosure.model import Place
from wiwak_eval.disclosure.suppress.alternative import Component
from wiwak_eval.disclosure.suppress.demand import Demand
from wiwak_eval.disclosure.suppress.whole import SAME, Flags
from wiwak_eval.results import Key


class Field:
    """Demands on a component, the hardest first: the widest, of these the margins, and of these the smallest number."""

    def __init__(self, component: Component, demands: Sequence[Demand]) -> None:
        self._component = component
        self.demands = tuple(sorted(demands, key=self._ease))
        self._tables = np.array([component.value])

    def _ease(self, demand: Demand) -> tuple[int, int, float, Key, str, tuple[Place, ...]]:
        value = np.nan_to_num(self._component.value[self._row(demand)])
        return -demand.need, len(demand.key), float(value), demand.key, demand.measure, demand.given

    def open(self, hidden: Set[Place]) -> list[Demand]:
        """Demands that no two of the tables found so far show to be met if only these places are hidden."""
        moved = self._component.moved(self._tables)
        allowed = ~(moved & ~self._flags(hidden)).any(axis=1)
        return [one for one in self.demands if not self._witnessed(one, np.asarray(allowed & ~moved[:, self._given(one)].any(axis=1)))]

    def hold(self, demand: Demand, hidden: Set[Place]) -> bool:
        """Whether a demand is met if only these places are hidden."""
        return self._search(demand, hidden, more=False) is not None

    def hide_for(self, demand: Demand, hidden: Set[Place]) -> frozenset[Place] | None:
        """Further places to hide so that a demand is met, losing little; None if nothing helps. Raises as `Component.check`."""
        moved = self._search(demand, hidden, more=True)
        if moved is None:
            self._component.check()
            return None
        return frozenset(self._component.places[row] for row in np.flatnonzero(moved & ~self._flags(hidden)))

    def _search(self, demand: Demand, hidden: Set[Place], more: bool) -> Flags | None:
        """Numbers that two tables move which meet a demand."""
        tables = self._component.find(self._row(demand), demand.need, self._flags(hidden), self._given(demand), more)
        if tables is None:
            return None
        self._tables = np.vstack([self._tables, tables])
        return np.asarray(self._component.moved(tables).any(axis=0))

    def _witnessed(self, demand: Demand, allowed: Flags) -> bool:
        if np.isnan(self._component.value[self._given(demand)]).any():
            return False
        numbers = self._tables[allowed, self._row(demand)]
        known = numbers[~np.isnan(numbers)]
        return bool(known.size and known.max() - known.min() >= demand.need - SAME)

    def _row(self, demand: Demand) -> int:
        return self._component.row[demand.measure, demand.key]

    def _given(self, demand: Demand) -> list[int]:
        return [self._component.row[place] for place in demand.given if place in self._component.row]

    def _flags(self, places: Set[Place]) -> Flags:
        return np.array([place in places for place in self._component.places])
