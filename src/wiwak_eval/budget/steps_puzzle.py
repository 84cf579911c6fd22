"""What an outsider could try to work out pay steps with."""

from collections.abc import Sequence
from datetime import date

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.budget.calculator.pay_rounds import pay_rounds
from wiwak_eval.budget.calculator.scenarios import OtherScenario
from wiwak_eval.budget.calculator.told_by_rounds import with_rounds
from wiwak_eval.budget.pay.pay_table import MEAN_STEP
from wiwak_eval.budget.pay.step_choices import StepChoices, step_choices
from wiwak_eval.budget.views import views_of
from wiwak_eval.budget.year_plan import year_plans
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

MONTHS = frozenset(range(1, 13))
AT_MEAN = NotAssessable(
    "Vorhandene Stellen sind mit dem Durchschnitt aller Stufen gerechnet; aus den geplanten Summen lässt sich keine Stufe errechnen."
)


def puzzle(
    records: Records, caseload: Caseload | NotAssessable, assumptions: Assumptions, others: Sequence[OtherScenario] = ()
) -> StepChoices | NotAssessable:
    """The personnel costs that are printed – each month of the budget years, at each pay round of the calculator too, the years of the
    finance plan –, and what each post would cost at each step; refused where the budget is, and where the plan does not rest on anybody's
    step. Other numbers of posts add no figure: in public they are priced by `coarse_costs`. others: scenarios whose pay the calculator
    offers."""
    if isinstance(caseload, NotAssessable):
        return caseload
    try:
        run = year_plans(records, caseload, views_of(assumptions))
        if any(line.step == MEAN_STEP for line in run.budget[0].lines):
            return AT_MEAN
        choices = step_choices(run.years, [MONTHS if plan.forecast else {1} for plan in run.years], run.views.pay)
        groups = sorted({line.group for line in run.budget[0].lines})
        rounds = pay_rounds(run.views.pay, groups, date(run.budget[-1].year, 12, 31), others)
        return with_rounds(choices, run.budget, assumptions, rounds)
    except Gap as gap:
        return NotAssessable(f"nicht auswertbar: {gap}")
