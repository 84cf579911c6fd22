"""What each post would cost at each step of its group: the numbers with which an outsider would work out the steps from a printed total."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.columns import Plans
from wiwak_eval.budget.financing import start_month
from wiwak_eval.budget.groups import known_steps, personnel_due
from wiwak_eval.budget.pay import PayMonth, post_year
from wiwak_eval.budget.posts import NEW
from wiwak_eval.budget.year_plan import YearPlan
from wiwak_eval.money import Cents

Figure = tuple[int, int]
"""Position of a budget year, and the first month (1-12) that counts: an amount the papers print or that follows from one they print."""


@dataclass(frozen=True)
class PostChoices:
    """A post somebody holds. step: the true one; costs: step to cents, one for each printed figure."""

    key: str
    group: str
    step: int
    costs: Mapping[int, tuple[Cents, ...]]


@dataclass(frozen=True)
class StepChoices:
    """totals: what the held posts cost together by the papers, in cents, one for each figure; further posts have no holder and are left
    out; posts that the plan does not fill cost nothing at any step and are left out, too."""

    totals: tuple[Cents, ...]
    posts: tuple[PostChoices, ...]


def step_choices(plans: Plans, assumptions: Assumptions) -> StepChoices:
    """The puzzle that exact personnel costs set.

    Figures: personnel costs of each year, and those from a supported month on, which follow from the Land's printed share to about a
    cent and are taken as exact, so that the attack errs on the safe side. The ranges of cost, rounded to 100 euros, tell a little more
    and are left out. Raises Gap.
    """
    figures = [(i, start) for i, plan in enumerate(plans) for start in sorted({1, *_starts(plan, plans[0].year, assumptions)})]
    held = [post for post in plans[0].posts if post.key != NEW]
    posts = []
    for place, post in enumerate(held):
        if any(plan.posts[place].share for plan in plans):
            steps = set.intersection(*(set(known_steps(assumptions, post.group, plan.year)) for plan in plans))
            costs = {step: _amounts(plans, place, step, figures, assumptions) for step in sorted(steps | {post.step})}
            posts.append(PostChoices(post.key, post.group, post.step, costs))
    totals = (personnel_due(plans[i], start) - _due(plans[i].costs.personnel[NEW], start) for i, start in figures)
    return StepChoices(tuple(totals), tuple(posts))


def _starts(plan: YearPlan, first_year: int, assumptions: Assumptions) -> set[int]:
    """Months within the year from which a printed grant counts: the decided one, and the late one of the variants."""
    late = start_month(assumptions.text("variant_land_late_month", date(first_year, 1, 1)), plan.year)
    return {start for start in (late, plan.terms.start if plan.terms else 1) if 1 < start <= 12}


def _amounts(plans: Plans, place: int, step: int, figures: list[Figure], assumptions: Assumptions) -> tuple[Cents, ...]:
    years = [post_year(assumptions, plan.pay, plan.posts[place].group, step, plan.posts[place].share) for plan in plans]
    return tuple(_due(years[i], start) for i, start in figures)


def _due(months: tuple[PayMonth, ...], start: int) -> Cents:
    return sum(month.total for month in months if month.month >= start)
