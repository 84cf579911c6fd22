"""Which assumptions behind a number nobody has verified."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wiwak_eval.assumptions.holding import Resolved
from wiwak_eval.assumptions.resolve import Assumptions, Gap
from wiwak_eval.assumptions.table import is_unproven, steps
from wiwak_eval.results import Unproven

LOWEST_FIRST = ("low", "medium", "high")
_ANY_DAY: frozenset[date] = frozenset()
"""Of an assumption that nobody looked up: all its values count."""


class Verification:
    """Which assumptions nobody has verified, as one view sees it. Each id is looked at once: hundreds of tables ask for the same."""

    def __init__(self, assumptions: Assumptions) -> None:
        """Records nothing as a reading of these assumptions."""
        self._view = assumptions.fresh()
        self._judged: dict[tuple[str, frozenset[date]], _Judged | None] = {}
        self._days: dict[frozenset[tuple[str, date]], Mapping[str, frozenset[date]]] = {}

    def missing(self, looked_up: Iterable[tuple[str, date]], ids: Iterable[str]) -> tuple[Unproven, ...]:
        """Those of the ids of which a look-up gave an unverified value: the lowest quality first, then the widest range, then by label.

        looked_up: id and day of each look-up; an id without one is judged by all its values known on the as-of date.
        """
        days = self._days_of(frozenset(looked_up))
        known = set(ids) & set(self._view.catalogue.entries)
        judged = [self._judge(id, days.get(id, _ANY_DAY)) for id in known]
        return tuple(one.unproven for one in sorted((one for one in judged if one is not None), key=lambda one: one.order))

    def _days_of(self, looked_up: frozenset[tuple[str, date]]) -> Mapping[str, frozenset[date]]:
        if looked_up not in self._days:
            days: dict[str, set[date]] = {}
            for id, on in looked_up:
                days.setdefault(id, set()).add(on)
            self._days[looked_up] = {id: frozenset(found) for id, found in days.items()}
        return self._days[looked_up]

    def _judge(self, id: str, days: frozenset[date]) -> "_Judged | None":
        if (id, days) not in self._judged:
            values = [value for value in _values(self._view, id, days) if is_unproven(value)]
            self._judged[id, days] = _Judged.of(id, values) if values else None
        return self._judged[id, days]


@dataclass(frozen=True)
class _Judged:
    """An assumption with unverified values. order: what comes first."""

    order: tuple[int, Decimal, str, str]
    unproven: Unproven

    @staticmethod
    def of(id: str, values: Sequence[Resolved]) -> "_Judged":
        rank = min(LOWEST_FIRST.index(value.quality) for value in values)
        label = values[0].label
        return _Judged((rank, -max(map(_spread, values)), label, id), Unproven(id, label))


def _spread(found: Resolved) -> Decimal:
    """Width of the range relative to the value; 0 where there is none."""
    if found.low is None or found.high is None or not isinstance(found.value, Decimal) or found.value == 0:
        return Decimal(0)
    return (found.high - found.low) / abs(found.value)


def _values(view: Assumptions, id: str, days: frozenset[date]) -> list[Resolved]:
    if days == _ANY_DAY:
        return steps(view, view.catalogue.entries[id])
    found = []
    for day in sorted(days):
        try:
            found.append(view.get(id, day))
        except Gap:
            continue
    return found
