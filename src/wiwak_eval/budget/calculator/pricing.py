"""What a year costs with each number of posts: personnel at each pay round, and all else that hangs on posts, by the exact engine."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.coarse_costs import at_mean
from wiwak_eval.budget.costs.model import PERSONNEL_ITEM_OF, PERSONNEL_ITEMS, YearCosts, YearMonths
from wiwak_eval.budget.costs.year_costs import costs_of
from wiwak_eval.budget.pay.post_pay import post_year
from wiwak_eval.budget.posts.line import NEW, PostLine
from wiwak_eval.budget.posts.staffing import MonthShares, Staffing
from wiwak_eval.budget.year_plan import PlanRun, YearPlan, staffed

Months = Mapping[str, YearMonths]
"""Twelve amounts for each of the personnel items."""
PricedAs = Callable[[PostLine], PostLine]


@dataclass(frozen=True)
class Personnel:
    """Months by number of posts. own: as the engine plans, each post at the step of its holder; coarse: what the plan costs with its own
    number of posts, and from there at the mean of all steps of a group for each post more or fewer.

    A coarse amount tells no more of a holder's step than the plan does: only public tables are added to it.
    """

    own: Mapping[Decimal, Months]
    coarse: Mapping[Decimal, Months]


def personnel(plan: YearPlan, posts: Sequence[Decimal], view: Assumptions) -> Personnel:
    """A year's personnel costs under the assumptions of a pay round. Raises Gap."""
    pricer = _Pricer(plan, view)
    own = {number: pricer.months(staffed(number, plan.rules), _as_held) for number in {*posts, plan.planned}}
    mean = {number: pricer.months(staffed(number, plan.rules), _at_mean) for number in {*posts, plan.planned}}
    return Personnel(
        {number: own[number] for number in posts},
        {number: _moved(own[plan.planned], mean[plan.planned], mean[number]) for number in posts},
    )


def without_personnel(run: PlanRun, plan: YearPlan, number: Decimal) -> tuple[Staffing, YearCosts]:
    """All that hangs on the number of posts but is no pay, for a year without a single consultation; and how the posts are filled."""
    staff = staffed(number, plan.rules)
    return staff, costs_of(0, staff, run.measured, {line.key: () for line in staff.lines}, plan.rules.price)


def _as_held(line: PostLine) -> PostLine:
    return line


def _at_mean(line: PostLine) -> PostLine:
    """Without key and role, so that posts that cost the same are priced once."""
    return line if line.key == NEW else replace(at_mean(line), key="", role="")


class _Pricer:
    """Prices each line once for all numbers of posts that fill it alike."""

    def __init__(self, plan: YearPlan, view: Assumptions) -> None:
        self._plan, self._view = plan, view
        self._known: dict[tuple[PostLine, MonthShares], YearMonths] = {}

    def months(self, staff: Staffing, priced_as: PricedAs) -> Months:
        lines = [(priced_as(line), staff.shares[line.key]) for line in staff.lines]
        return {item: _summed(self._line(*one) for one in lines if PERSONNEL_ITEM_OF[one[0].form] == item) for item in PERSONNEL_ITEMS}

    def _line(self, line: PostLine, shares: MonthShares) -> YearMonths:
        alike = (replace(line, share=Decimal(0), fixed_term_until=None), shares)
        if alike not in self._known:
            self._known[alike] = tuple(pay.total for pay in post_year(self._view, self._plan.pay, line, shares))
        return self._known[alike]


def _summed(amounts: Iterable[YearMonths]) -> YearMonths:
    return tuple(sum(month) for month in zip((0,) * 12, *amounts, strict=True))


def _moved(own: Months, mean: Months, there: Months) -> Months:
    """The plan's own costs, and from there to another number of posts what the mean of all steps makes of it."""
    months = {item: zip(own[item], mean[item], there[item], strict=True) for item in own}
    return {item: tuple(plan + moved - planned for plan, planned, moved in each) for item, each in months.items()}
