"""Which assumptions behind a number nobody has verified."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from wiwak_eval.assumptions.holding import Resolved
from wiwak_eval.assumptions.resolve import Assumptions, Gap
from wiwak_eval.assumptions.table import is_unproven, steps
from wiwak_eval.results import Unproven

LOWEST_FIRST = ("low", "medium", "high")


def unproven(assumptions: Assumptions, looked_up: Iterable[tuple[str, date]], ids: Iterable[str]) -> tuple[Unproven, ...]:
    """Those of the ids of which a look-up gave an unverified value: the lowest quality first, then the widest range, then by label.

    looked_up: id and day of each look-up; an id without one is judged by all its values known on the as-of date. Records nothing.
    """
    view = assumptions.fresh()
    days: dict[str, set[date]] = {}
    for id, on in looked_up:
        days.setdefault(id, set()).add(on)
    found = []
    for id in set(ids) & set(view.catalogue.entries):
        values = [value for value in _values(view, id, days.get(id)) if is_unproven(value)]
        if values:
            rank = min(LOWEST_FIRST.index(value.quality) for value in values)
            found.append((rank, -max(map(_spread, values)), Unproven(id, values[0].label)))
    return tuple(one for *_, one in sorted(found, key=lambda item: (*item[:2], item[2].label, item[2].id)))


def _spread(found: Resolved) -> Decimal:
    """Width of the range relative to the value; 0 where there is none."""
    if found.low is None or found.high is None or not isinstance(found.value, Decimal) or found.value == 0:
        return Decimal(0)
    return (found.high - found.low) / abs(found.value)


def _values(view: Assumptions, id: str, days: set[date] | None) -> list[Resolved]:
    if days is None:
        return steps(view, view.catalogue.entries[id])
    found = []
    for day in sorted(days):
        try:
            found.append(view.get(id, day))
        except Gap:
            continue
    return found
