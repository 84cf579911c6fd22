"""What each post would cost at each step of its group: the numbers with which an outsider would work out the steps from printed totals."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.columns import Plans
from wiwak_eval.budget.pay.mean_cost import known_steps
from wiwak_eval.budget.pay.post_pay import PayMonth, post_year
from wiwak_eval.budget.posts.line import NEW, Form, PostLine
from wiwak_eval.money import Cents


@dataclass(frozen=True)
class Figure:
    """An amount that the papers print, or that follows from one they print: what posts cost from month `start` (1-12) of a plan on.

    place: of the plan; form: only posts employed so; as_if: all posts, as if they were employed so. One of the last two is given.
    """

    place: int
    start: int
    form: Form | None = None
    as_if: Form | None = None


@dataclass(frozen=True)
class PostChoices:
    """A post somebody holds. step: the one delivered; costs: step to cents, one for each printed figure."""

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


def step_choices(plans: Plans, starts: Sequence[Collection[int]], assumptions: Assumptions) -> StepChoices:
    """The puzzle that exact personnel costs set. plans: years whose totals are printed; starts: months (1-12) of each from which on a
    printed grant counts; the whole year is always a figure.

    Figures: costs of each form of employment in each year and from each of those months on, and of all posts under each form, as the table
    of forms has them. Amounts that follow from a printed share to about a cent are taken as exact, and the attacker knows since when each
    post has been in its step, so that the attack errs on the safe side. Ranges of cost tell a little more and are left out. Raises Gap.
    """
    held = [line for line in plans[0].lines if line.key != NEW]
    figures = _figures(plans, starts, {line.form for line in held})
    filled = [line for line in held if any(any(plan.shares[line.key]) for plan in plans)]
    posts = []
    for line in filled:
        steps = set.intersection(*(set(known_steps(assumptions, line.group, plan.year)) for plan in plans)) | {line.step}
        costs = {step: _amounts(plans, replace(line, step=step), figures, assumptions) for step in sorted(steps)}
        posts.append(PostChoices(line.key, line.group, line.step, costs))
    totals = tuple(sum(amounts) for amounts in zip(*(post.costs[post.step] for post in posts), strict=True))
    return StepChoices(totals, tuple(posts))


def _figures(plans: Plans, starts: Sequence[Collection[int]], forms: Collection[Form]) -> list[Figure]:
    printed = [
        Figure(place, start, form=form)
        for place, months in enumerate(starts)
        for start in sorted({1, *months})
        for form in Form
        if form in forms
    ]
    return printed + [Figure(place, 1, as_if=form) for place in range(len(plans)) for form in Form]


def _amounts(plans: Plans, line: PostLine, figures: Sequence[Figure], assumptions: Assumptions) -> tuple[Cents, ...]:
    """What the post would cost at the line's step in each figure."""
    years = {
        (place, form): post_year(assumptions, plan.pay, replace(line, form=form), plan.shares[line.key])
        for place, plan in enumerate(plans)
        for form in Form
    }
    return tuple(
        0 if one.form not in {None, line.form} else _due(years[one.place, one.form or one.as_if or line.form], one.start) for one in figures
    )


def _due(months: Sequence[PayMonth], start: int) -> Cents:
    return sum(pay.total for pay in months if pay.month >= start)
