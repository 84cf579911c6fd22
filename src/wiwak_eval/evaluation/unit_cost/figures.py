"""One cost per unit: exact amount over counted units, with its interval."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from wiwak_eval.evaluation.unit_cost.clusters import Cluster
from wiwak_eval.evaluation.unit_cost.ratio_interval import Floats, unit_interval
from wiwak_eval.money import Cents, round_half_up

EURO = 100


@dataclass(frozen=True)
class UnitCost:
    """value: cents a unit, half up; low, high: 95 % interval to the step it is printed in; None where there is none."""

    cost: Cents
    units: int
    value: Cents
    low: Cents | None
    high: Cents | None


def unit_cost(cost: Cents, clusters: Sequence[Cluster] | None, units: int) -> UnitCost | None:
    """The cost of one of `units`; None without units. clusters: one sum, the units a household brings; None where they are not known.

    The interval is rounded to whole euros: simulated numbers have no more to say.
    """
    if units <= 0:
        return None
    interval = None if clusters is None else unit_interval(clusters, lambda sums: _per_unit(cost, sums))
    low, high = (None, None) if interval is None else (to_step(end, EURO) for end in interval)
    return UnitCost(cost, units, round_half_up(Fraction(cost, units)), low, high)


def to_step(value: float, step: Cents) -> Cents | None:
    """The nearest multiple of `step` cents; None for an end that no number bounds."""
    return None if value in (float("inf"), float("-inf")) else step * round_half_up(Fraction(value) / step)


def _per_unit(cost: Cents, sums: Floats) -> Floats:
    return cost / sums[:, 0]
