"""Where the exact engine is asked for prices: all values central, but for those that are nought there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import numpy as np

from wiwak_eval.assumptions import Assumptions, Patch
from wiwak_eval.budget.costs.model import LABELS, YearCosts
from wiwak_eval.budget.risk.exact import Exact, costs_under
from wiwak_eval.budget.risk.inputs import Floats, Input
from wiwak_eval.budget.risk.known_ranges import EFFORT, MEASURED
from wiwak_eval.budget.risk.moving import Side, end_patches
from wiwak_eval.budget.workload.effort import Effort, effort

FEWEST = 1000
"""Contacts that an item is priced for at least, so that whole cents stay exact enough."""


@dataclass(frozen=True)
class Reference:
    """Values that are nought stand at their high end, since nothing grows from nought. patches: which do that; view: the assumptions with
    them; work: the effort there; filled: by year, posts that fill every line, if an item is nought in the plan for want of posts."""

    base: Exact
    patches: tuple[Patch, ...]
    view: Assumptions
    work: Effort
    filled: tuple[Decimal | None, ...]

    def moved(self, patches: Sequence[Patch]) -> Assumptions:
        """The assumptions of the reference with further patches."""
        return self.base.assumptions.with_patches((*self.patches, *patches)) if patches else self.view

    def contacts(self, place: int) -> int:
        """Contacts that budget year number `place` is priced for."""
        return max(self.base.plans[place].contacts, FEWEST)

    def slopes(self, place: int, value: Input) -> Floats:
        """Relative change of each item of a year for a change of one in a value, posts and contacts held: [items]."""
        at = standing(value, place)
        side: Side = "high" if value.high[place] != at else "low"
        end = getattr(value, side)[place]
        if end == at:
            return np.zeros(len(LABELS))
        if value.status == MEASURED:
            view, work = self.view, with_field(self.work, EFFORT[value.id], Decimal(str(end)))
        else:
            view = self.moved(end_patches(self.base.assumptions, value.id, side))
            work = effort(self.base.records, view) if value.id in EFFORT else self.work
        change = self._change(place, view, work, value.id, self.base.plans[place].planned)
        if self.filled[place] is not None:
            change = np.where(change == 0, self._change(place, view, work, value.id, self.filled[place]), change)
        slopes: Floats = change / (end - at)
        return slopes

    def _change(self, place: int, view: Assumptions, work: Effort, moved: str, posts: Decimal | None) -> Floats:
        there = self._costs(place, view, work, moved=moved, posts=posts)
        return relative(there, self._costs(place, self.view, self.work, posts=posts))

    def by_contact(self, place: int) -> Floats:
        """The same for the caseload: what grows with contacts does so in proportion."""
        contacts = self.contacts(place)
        once, twice = (self._costs(place, self.view, self.work, contacts=many) for many in (contacts, 2 * contacts))
        return relative(twice, once) / contacts

    def _costs(
        self, place: int, view: Assumptions, work: Effort, moved: str = "", contacts: int | None = None, posts: Decimal | None = None
    ) -> YearCosts:
        asked, many = self.base.plans[place].planned if posts is None else posts, self.contacts(place) if contacts is None else contacts
        same_pay = not self.base.is_pay([moved, *(patch.id for patch in self.patches)])
        return costs_under(self.base, place, view, posts=asked, contacts=many, work=work, same_pay=same_pay)


def reference(base: Exact, values: Sequence[Input]) -> Reference:
    """The reference for these inputs."""
    risen = [value.id for value in values if not value.certain and value.status != MEASURED and not any(value.central)]
    patches = tuple(patch for id in risen for patch in end_patches(base.assumptions, id, "high"))
    filled = tuple(_filled(base, place) for place in range(len(base.plans)))
    if not patches:
        return Reference(base, (), base.steady, base.run.measured, filled)
    view = base.assumptions.with_patches(patches)
    return Reference(base, patches, view, effort(base.records, view), filled)


def _filled(base: Exact, place: int) -> Decimal | None:
    """Posts that fill every line of a year, one further post too; None where these bring no item that the plan does not have."""
    plan = base.plans[place]
    posts = max(plan.planned, sum((line.share for line in plan.lines), Decimal(0))) + 1
    every = costs_under(base, place, base.steady, posts=posts, contacts=plan.contacts, work=base.run.measured, same_pay=True)
    return posts if any(every.items[item] and not plan.costs.items[item] for item in LABELS) else None


def with_field(work: Effort, field: str, value: Decimal) -> Effort:
    """The effort with one of its values replaced."""
    changed: dict[str, Any] = {field: value}
    return replace(work, **changed)


def standing(value: Input, place: int) -> float:
    """Where a value stands in the reference, in year number `place`."""
    return value.central[place] if any(value.central) or value.status == MEASURED else value.high[place]


def relative(moved: YearCosts, before: YearCosts) -> Floats:
    """By how much of itself each item changes, [items]; 0 for an item that is nought."""
    pairs = [(moved.items[item], before.items[item]) for item in LABELS]
    return np.array([later / earlier - 1 if earlier else 0.0 for later, earlier in pairs])
