"""What a reader may set: consultations and posts of each budget year, and from how many consultations on which number is planned."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from wiwak_eval.budget.workload.needed import posts_for
from wiwak_eval.budget.year_plan import PlanRun, YearPlan
from wiwak_eval.forecast.volume import Caseload

WIDEST = Fraction(95, 100)
"""Part of the forecast's paths that the consultations on offer cover at least."""
ROUND = 100
"""The ends of the range are hundreds, which read as ends of a field."""
BEYOND = Decimal(1)
"""So many posts more than the most consultations, the plan and those held ask for can be set by hand."""


@dataclass(frozen=True)
class YearGrid:
    """contacts: fewest and most consultations; thresholds: consultations from which so many posts are planned, the fewest first; posts:
    every number that is priced, smallest first."""

    contacts: tuple[int, int]
    thresholds: tuple[tuple[int, Decimal], ...]
    posts: tuple[Decimal, ...]


def grids(run: PlanRun, caseload: Caseload, others: Sequence[Sequence[int]]) -> tuple[YearGrid, ...]:
    """One for each budget year; every number of posts can be set in each of them. others: consultations of other scenarios by year."""
    ranges = [_contacts(plan, caseload.draws[place], [year[place] for year in others]) for place, plan in enumerate(run.budget)]
    steps = [_thresholds(run, plan, *span) for plan, span in zip(run.budget, ranges, strict=True)]
    planned = {posts for year in steps for _, posts in year} | {plan.planned for plan in run.budget}
    held = sum((line.share for line in run.budget[0].lines), Decimal(0))
    most = max(*planned, held) + BEYOND
    by_hand = {step for plan in run.budget for step in _steps(plan, most)}
    posts = tuple(sorted(planned | by_hand))
    return tuple(YearGrid(span, year, posts) for span, year in zip(ranges, steps, strict=True))


def _contacts(plan: YearPlan, draws: Sequence[int], others: Sequence[int]) -> tuple[int, int]:
    """The middle of the forecast's paths and every scenario, to the next hundred outwards."""
    paths = sorted(draws) or [plan.contacts]
    tail = (1 - WIDEST) / 2
    low, high = paths[int(tail * (len(paths) - 1))], paths[-1 - int(tail * (len(paths) - 1))]
    fewest, most = min(low, plan.contacts, *others), max(high, plan.contacts, *others)
    return fewest // ROUND * ROUND, -(-most // ROUND) * ROUND


def _thresholds(run: PlanRun, plan: YearPlan, fewest: int, most: int) -> tuple[tuple[int, Decimal], ...]:
    """Halving the range finds each step, since posts never fall when consultations rise."""

    def posts(contacts: int) -> Decimal:
        return posts_for(contacts, run.measured, plan.rules.work)

    found = [(fewest, posts(fewest))]
    while (beyond := bisect_right(range(most + 1), found[-1][1], lo=found[-1][0], key=posts)) <= most:
        found.append((beyond, posts(beyond)))
    return tuple(found)


def _steps(plan: YearPlan, most: Decimal) -> list[Decimal]:
    """Whole steps from the least staffing up."""
    step, least = plan.rules.work.step, plan.rules.work.minimum
    first = -(-least // step)
    return [number * step for number in range(max(0, int(first)), int(most / step) + 1)]
