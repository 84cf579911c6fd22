"""What posts cost at the mean of all steps of their pay group: a number that follows from public tables alone."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.pay.group_names import normal_group
from wiwak_eval.budget.pay.pay_table import no_table
from wiwak_eval.budget.pay.post_pay import post_year
from wiwak_eval.budget.pay.rules import PayRules
from wiwak_eval.budget.posts.line import Form, PostLine
from wiwak_eval.money import Cents, round_half_up


def known_steps(assumptions: Assumptions, group: str, year: int) -> tuple[int, ...]:
    """Steps of a pay group that have a table pay in each month of the year; all of them count as read, whichever anybody holds."""
    prefix = f"pay_{normal_group(group)}_"
    days = [date(year, month, 1) for month in range(1, 13)]
    known = {id: [assumptions.has(id, day) for day in days] for id in assumptions.ids(prefix)}
    return tuple(int(id.removeprefix(prefix)) for id, found in known.items() if all(found))


def mean_year(assumptions: Assumptions, rules: PayRules, group: str, form: Form, shares: Sequence[Decimal]) -> Cents:
    """A post's cost in a year at the mean of all steps of its group, none of which advances. shares: of a full post by month.

    Raises Gap where a rate is missing, or no step is known all year.
    """
    steps = known_steps(assumptions, group, rules.year)
    if not steps:
        raise no_table(group, date(rules.year, 1, 1))
    lines = (PostLine(key="", role="", group=group, step=step, share=Decimal(1), form=form) for step in steps)
    return round_half_up(Fraction(sum(pay.total for line in lines for pay in post_year(assumptions, rules, line, shares)), len(steps)))
