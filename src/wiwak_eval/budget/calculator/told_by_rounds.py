"""What the calculator adds to the sums that an outsider could try pay steps on: the plan's posts at each pay round."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.calculator.pay_rounds import PayRound
from wiwak_eval.budget.columns import Plans
from wiwak_eval.budget.pay.post_pay import post_year
from wiwak_eval.budget.pay.step_choices import PostChoices, StepChoices
from wiwak_eval.money import Cents

Costs = dict[str, dict[int, tuple[Cents, ...]]]
"""By post and step, one amount for each figure."""


def with_rounds(choices: StepChoices, plans: Plans, assumptions: Assumptions, rounds: Sequence[PayRound]) -> StepChoices:
    """The puzzle with each month of the budget years at each pay round beside its own figures; a figure that tells nothing new is left out.

    Only the plan's own number of posts is printed at their steps (`pricing.Personnel.coarse`), so that no other adds a figure. Raises Gap.
    """
    added: Costs = {post.key: dict.fromkeys(post.costs, ()) for post in choices.posts}
    for one in rounds:
        if one.patches:
            view = assumptions.with_patches(one.patches)
            added = {key: {step: (*known, *_months(key, step, plans, view)) for step, known in each.items()} for key, each in added.items()}
    kept = _telling(added)
    posts = tuple(_with(post, added[post.key], kept) for post in choices.posts)
    return StepChoices(tuple(sum(amounts) for amounts in zip(*(post.costs[post.step] for post in posts), strict=True)), posts)


def _months(key: str, step: int, plans: Plans, view: Assumptions) -> tuple[Cents, ...]:
    """What a post would cost at a step in each month of the plans."""
    lines = ((plan, next(line for line in plan.lines if line.key == key)) for plan in plans)
    return tuple(pay.total for plan, line in lines for pay in post_year(view, plan.pay, replace(line, step=step), plan.shares[key]))


def _telling(added: Costs) -> list[int]:
    """Places of the figures that differ from each other."""
    columns = list(zip(*(amounts for each in added.values() for amounts in each.values()), strict=True))
    return [columns.index(column) for column in dict.fromkeys(columns)]


def _with(post: PostChoices, more: Mapping[int, tuple[Cents, ...]], kept: Sequence[int]) -> PostChoices:
    return replace(post, costs={step: (*amounts, *(more[step][place] for place in kept)) for step, amounts in post.costs.items()})
