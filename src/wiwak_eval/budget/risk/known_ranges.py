"""Which of the values behind a budget have a range, year by year."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.assumptions.holding import Resolved
from wiwak_eval.assumptions.table import STATUSES
from wiwak_eval.budget.risk.inputs import Input
from wiwak_eval.budget.risk.sampling import sampling_reach
from wiwak_eval.budget.workload.effort import ASSUMED, Effort
from wiwak_eval.records import Records

MEASURED = "measured"
EFFORT = {id: field for field, id in ASSUMED.items()}
"""Assumption and the field of `Effort` that holds it, or what was measured in its place."""


def year_inputs(assumptions: Assumptions, ids: Iterable[str], years: Sequence[int]) -> list[Input]:
    """Those of the ids that are numbers known all year: a value of a year is the mean of what holds on the first of each month.

    Without a range, low and high are the value itself. The status is that of the least known of these values.
    """
    found = [_year_input(assumptions, id, years) for id in ids if id not in EFFORT]
    return [given for given in found if given is not None]


def _year_input(assumptions: Assumptions, id: str, years: Sequence[int]) -> Input | None:
    days = [date(year, month, 1) for year in years for month in range(1, 13)]
    if not all(assumptions.has(id, day) for day in days):
        return None
    held = [assumptions.get(id, day) for day in days]
    if isinstance(held[0].value, str | bool):
        return None
    low, central, high = (_means([end(found) for found in held]) for end in (_low, _value, _high))
    status = max((found.status for found in held), key=tuple(STATUSES).index)
    return Input(id, held[0].label, held[0].unit, low, central, high, status, any(found.kind == "assumed" for found in held))


def _means(months: Sequence[Decimal]) -> tuple[float, ...]:
    """Means of twelve months each."""
    return tuple(float(sum(months[first : first + 12], Decimal(0)) / 12) for first in range(0, len(months), 12))


def _value(found: Resolved) -> Decimal:
    return Decimal(found.value)


def _low(found: Resolved) -> Decimal:
    return _value(found) if found.low is None else found.low


def _high(found: Resolved) -> Decimal:
    return _value(found) if found.high is None else found.high


def effort_inputs(measured: Effort, assumptions: Assumptions, records: Records, years: int) -> list[Input]:
    """What a contact takes: a measured mean with the error of its sample, or the assumption of the delivered period with its range."""
    return [_effort_input(id, measured, assumptions, records, years) for id in EFFORT]


def _effort_input(id: str, measured: Effort, assumptions: Assumptions, records: Records, years: int) -> Input:
    field, entry = EFFORT[id], assumptions.catalogue.entries[id]
    value = float(getattr(measured, field))
    if field in measured.measured:
        reach = sampling_reach(field, records)
        return Input(id, entry.label, entry.unit, (max(value - reach, 0.0),) * years, (value,) * years, (value + reach,) * years, MEASURED)
    found = assumptions.get(id, records.provenance.period_to)
    low, high = float(_low(found)), float(_high(found))
    return Input(id, entry.label, entry.unit, (low,) * years, (value,) * years, (high,) * years, found.status, found.kind == "assumed")
