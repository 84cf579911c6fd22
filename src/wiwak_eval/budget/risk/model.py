"""The two budget years as arrays: what the exact engine gives for each number of posts, scaled by what is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.budget.risk.funding import GrantRule, granted
from wiwak_eval.budget.risk.inputs import CASELOAD, Drawn, Floats

PAY = "pay_index"
NO_DRIFT = 1e-9
"""A need this close above a step still fits it: floats are no reason for a post."""


def steps_needed(values: Mapping[str, Floats], weeks: float, step: float) -> NDArray[np.int64]:
    """Steps of posts that the need and the opening hours ask for: the formula of `workload.needed`. weeks: open in the year."""
    minutes = values[CASELOAD] * (values["contact_minutes"] + values["follow_up_minutes"]) + values["coordination_minutes_year"]
    net = values["net_minutes_post_year"]
    cover = weeks * 60 * values["opening_hours_week"] * values["present_at_once"] / net
    needed = np.maximum(minutes / (net * (1 - values["distribution_time_share"])), cover)
    return np.ceil(needed / step - NO_DRIFT).astype(np.int64)


@dataclass(frozen=True)
class YearModel:
    """One budget year; cents throughout.

    amounts [3, steps, 12, items]: what the exact engine gives with pay at its low, central and high value, for each number of steps of
    posts, month and item; posts [steps]: planned posts; filled [steps, 12]: posts paid; step: of the posts plan; weeks: open in the year;
    slopes: by input id, the relative change of each item [items] for a change of one; reference: by id, the values at which `amounts` and
    `slopes` hold; pay: low, central, high; in_kind [items]: what is no cash; fixed: from Bund, ESF, third parties.
    """

    amounts: Floats
    posts: Floats
    filled: Floats
    step: float
    weeks: float
    slopes: Mapping[str, Floats]
    reference: Mapping[str, float]
    pay: tuple[float, float, float]
    in_kind: NDArray[np.bool_]
    fixed: float

    def steps(self, values: Mapping[str, Floats]) -> NDArray[np.int64]:
        """Number of steps of planned posts in each draw. values: of this year, [draws] by id."""
        return steps_needed(values, self.weeks, self.step)

    def months(self, values: Mapping[str, Floats], steps: NDArray[np.int64]) -> Floats:
        """Cents in each draw by month and item, [draws, 12, items]. Raises ValueError where more posts are needed than were priced."""
        if steps.max(initial=0) >= len(self.posts):
            raise ValueError(f"{steps.max()} steps of posts are needed, {len(self.posts)} are priced")
        node, weight = self._pay_node(values[PAY])
        amounts: Floats = self.amounts[node, steps] * (1 - weight)[:, None, None]
        amounts += self.amounts[node + 1, steps] * weight[:, None, None]
        amounts *= self._ratios(values)[:, None, :]
        return amounts

    def _pay_node(self, pay: Floats) -> tuple[NDArray[np.int64], Floats]:
        """The node of `amounts` below each value of pay, and the weight of the next one."""
        place = [node for node, own in enumerate((self.pay[0] < self.pay[1], True, self.pay[2] > self.pay[1])) if own]
        position = np.interp(pay, [self.pay[node] for node in place], place)
        node = np.minimum(position.astype(np.int64), 1)
        return node, position - node

    def _ratios(self, values: Mapping[str, Floats]) -> Floats:
        """How much dearer each item is than at the reference, [draws, items]."""
        ratios = np.ones((len(values[CASELOAD]), len(self.in_kind)))
        for id, slopes in self.slopes.items():
            moved = values[id] - self.reference[id]
            for item in np.flatnonzero(slopes):
                ratios[:, item] *= 1 + slopes[item] * moved
        return ratios


@dataclass(frozen=True)
class Variant:
    """What the Land decides, or nothing yet: one rule a year, None where nothing is decided and the rest stays open."""

    key: str
    label: str
    rules: tuple[GrantRule | None, ...]


@dataclass(frozen=True)
class Outcome:
    """posts, total [years, draws]; left [years, draws]: cash that neither Bund, ESF nor third parties pay; land [years, variants, draws]:
    what of it the Land pays; the rest is the county's cash, or still open. Cents."""

    posts: Floats
    total: Floats
    left: Floats
    land: Floats

    def rest(self, variant: int) -> Floats:
        """Cash of the county, or what is still open, under a variant: [years, draws]."""
        return self.left - self.land[:, variant]


@dataclass(frozen=True)
class RiskModel:
    """years: one model a year; variants: who might pay."""

    years: tuple[YearModel, ...]
    variants: tuple[Variant, ...]

    def outcome(self, drawn: Drawn) -> Outcome:
        """Everything for each draw. drawn: values by id, [years, draws]."""
        each = [self._year(place, {id: values[place] for id, values in drawn.items()}) for place in range(len(self.years))]
        return Outcome(*(np.stack(part) for part in zip(*each, strict=True)))

    def _year(self, place: int, values: Mapping[str, Floats]) -> tuple[Floats, ...]:
        year = self.years[place]
        steps = year.steps(values)
        months = year.months(values, steps)
        items = months.sum(axis=1)
        left = np.maximum(items[:, ~year.in_kind].sum(axis=1) - year.fixed, 0)
        land = np.empty((len(self.variants), len(left)))
        for number, variant in enumerate(self.variants):
            land[number] = granted(variant.rules[place], months, year.filled[steps], left)
        return year.posts[steps], items.sum(axis=1), left, land
