"""The budget of the two years: one plan run at central values, ranges beside it."""

from dataclasses import dataclass, fields

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.budget import input_tables, tables
from wiwak_eval.budget.groups import group_costs, pay_groups, posts_groups
from wiwak_eval.budget.posts import existing_posts
from wiwak_eval.budget.step_choices import StepChoices, step_choices
from wiwak_eval.budget.variants import variants_table
from wiwak_eval.budget.workload import effort
from wiwak_eval.budget.year_plan import YearPlan, year_plan
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class BudgetPlan:
    """The tables of the budget; all are refused together where a value is missing."""

    workload: Table | NotAssessable
    posts_plan: Table | NotAssessable
    posts_groups: Table | NotAssessable
    posts_range: Table | NotAssessable
    rates: Table | NotAssessable
    amounts: Table | NotAssessable
    grant: Table | NotAssessable
    pay_months: Table | NotAssessable
    pay_groups: Table | NotAssessable
    costs: Table | NotAssessable
    cost_range: Table | NotAssessable
    financing: Table | NotAssessable
    financing_variants: Table | NotAssessable


def budget(records: Records, caseload: Caseload | NotAssessable, assumptions: Assumptions) -> BudgetPlan:
    """Posts, costs and financing of each budget year.

    A value that is missing at the as-of date (a pay group without a table, for instance) refuses the budget in one German sentence.
    """
    if isinstance(caseload, NotAssessable):
        return _refused(caseload)
    try:
        measured, existing = effort(records, assumptions), existing_posts(records)
        plans = _year_plans(records, caseload, assumptions)
        groups = [group_costs(plan, assumptions) for plan in plans]
        variants = variants_table(plans, assumptions)
    except Gap as gap:
        return _refused(NotAssessable(f"nicht auswertbar: {gap}"))
    read = assumptions.ids_read
    return BudgetPlan(
        input_tables.workload(plans, measured, read),
        tables.posts_plan(plans, existing, read),
        posts_groups(plans, existing, read),
        tables.posts_range(plans, read),
        input_tables.rates(plans, measured, assumptions),
        input_tables.amounts(plans, assumptions),
        input_tables.grant(plans, assumptions),
        input_tables.pay_months(plans, read),
        pay_groups(plans, groups, read),
        tables.costs(plans, read),
        tables.cost_range(plans, read),
        tables.financing(plans, read),
        variants,
    )


def puzzle(records: Records, caseload: Caseload | NotAssessable, assumptions: Assumptions) -> StepChoices | NotAssessable:
    """What an outsider could try to work out the steps with; refused where the budget is."""
    if isinstance(caseload, NotAssessable):
        return caseload
    try:
        return step_choices(_year_plans(records, caseload, assumptions), assumptions)
    except Gap as gap:
        return NotAssessable(f"nicht auswertbar: {gap}")


def _year_plans(records: Records, caseload: Caseload, assumptions: Assumptions) -> tuple[YearPlan, ...]:
    measured, existing = effort(records, assumptions), existing_posts(records)
    return tuple(year_plan(i, caseload, measured, existing, assumptions) for i in range(len(caseload.years)))


def _refused(reason: NotAssessable) -> BudgetPlan:
    return BudgetPlan(*(reason,) * len(fields(BudgetPlan)))
