"""What other posts than the plan's cost, as everybody may see it: no difference between two amounts tells what a single post costs."""

from collections.abc import Callable
from dataclasses import replace

from wiwak_eval.budget.costs.model import PERSONNEL_ITEMS, YearCosts, YearMonths
from wiwak_eval.budget.costs.year_costs import year_costs
from wiwak_eval.budget.pay.pay_table import MEAN_STEP
from wiwak_eval.budget.posts.line import NEW, PostLine
from wiwak_eval.budget.posts.staffing import Staffing
from wiwak_eval.budget.views import Views
from wiwak_eval.budget.workload.effort import Effort
from wiwak_eval.budget.year_plan import YearPlan

GROUP_MEAN = (
    "Mehr oder weniger Stellen als geplant sind mit dem Durchschnitt aller Stufen ihrer Entgeltgruppe gerechnet, gleich wer sie besetzt."
)


def at_mean(line: PostLine) -> PostLine:
    """The post as `pay_planning: mean` plans it; further posts have no holder."""
    return line if line.key == NEW else replace(line, step=MEAN_STEP, in_step_since=None, begun=None)


def coarse_costs(plan: YearPlan, told: Staffing, there: Staffing, measured: Effort, views: Views) -> YearCosts:
    """Costs of a year with the posts `there`, by item and month alone.

    plan: gives consultations, rates and prices; told: the posts whose exact costs are printed anyway. Filled as these, posts cost what
    they cost; from there each post more or fewer costs the mean of all steps of its group, so that only public tables are added to what is
    printed. Months in which the centre is closed `there`, but not for those told, cost the mean alone. Raises Gap.
    """

    def priced(staff: Staffing, line: Callable[[PostLine], PostLine]) -> YearCosts:
        lines = replace(staff, lines=tuple(map(line, staff.lines)))
        return year_costs(plan.contacts, lines, measured, views.pay, plan.pay, plan.rules.price)

    if told.shares == there.shares:
        return priced(there, lambda line: line)
    own, mean, moved = priced(told, lambda line: line), priced(told, at_mean), priced(there, at_mean)
    closed = range(there.last + 1, told.last + 1)
    months = {item: _moved(own.months[item], mean.months[item], moved.months[item], closed) for item in PERSONNEL_ITEMS}
    return replace(moved, personnel={}, months={**moved.months, **months}, full_cost={})


def _moved(own: YearMonths, mean: YearMonths, there: YearMonths, closed: range) -> YearMonths:
    months = enumerate(zip(own, mean, there, strict=True), start=1)
    return tuple(moved if month in closed else planned + moved - before for month, (planned, before, moved) in months)
