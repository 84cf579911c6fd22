"""One input at a time, from its lower to its upper end, all others at their central values."""

from dataclasses import dataclass

from wiwak_eval.budget.risk.inputs import Inputs
from wiwak_eval.budget.risk.model import RiskModel

ENDS = (0.10, 0.90)
"""Quantiles of the input's own distribution: so that a caseload without limits and a range with two ends are moved alike."""


@dataclass(frozen=True)
class Swing:
    """low, high: total cost of all years in cents with the input at its ends; county_low, county_high: the county's cash (or what is still
    open) in the same two cases; posts: whether the input moves a number of posts."""

    id: str
    low: float
    high: float
    county_low: float
    county_high: float
    posts: bool

    @property
    def size(self) -> float:
        """How far the total moves, in cents."""
        return abs(self.high - self.low)


def tornado(model: RiskModel, inputs: Inputs, variant: int = 0) -> tuple[Swing, ...]:
    """Swings, widest first; equal ones by id. variant: place among the model's variants, for the county's cash."""
    ids = inputs.uncertain
    ends = inputs.at_quantiles(ENDS)
    drawn = inputs.central(2 * len(ids))
    for place, id in enumerate(ids):
        drawn[id][:, 2 * place : 2 * place + 2] = ends[id]
    outcome = model.outcome(drawn)
    total, county = outcome.total.sum(axis=0), outcome.rest(variant).sum(axis=0)
    central = model.outcome(inputs.central()).posts
    moved = (outcome.posts != central).any(axis=0)
    swings = []
    for place, id in enumerate(ids):
        low, high = 2 * place, 2 * place + 1
        ends_of = (float(total[low]), float(total[high]), float(county[low]), float(county[high]))
        swings.append(Swing(id, *ends_of, bool(moved[low] or moved[high])))
    return tuple(sorted(swings, key=lambda swing: (-swing.size, swing.id)))
