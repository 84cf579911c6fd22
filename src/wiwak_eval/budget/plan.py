"""Posts and costs of the two years: one plan run at central values."""

from collections.abc import Sequence
from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions, CaseloadRatio
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class BudgetPlan:
    """The tables of posts and costs; all are refused together where a value is missing."""

    workload: Table | NotAssessable
    caseload_ratios: Table | NotAssessable
    posts_plan: Table | NotAssessable
    posts_groups: Table | NotAssessable
    rates: Table | NotAssessable
    amounts: Table | NotAssessable
    pay_months: Table | NotAssessable
    pay_groups: Table | NotAssessable
    pay_tables: Table | NotAssessable
    step_rules: Table | NotAssessable
    employment_forms: Table | NotAssessable
    better_pay: Table | NotAssessable
    follow_up_costs: Table | NotAssessable
    costs: Table | NotAssessable
    plan_months: Table | NotAssessable
    cost_bases: Table | NotAssessable


def budget(
    records: Records, caseload: Caseload | NotAssessable, assumptions: Assumptions, published: Sequence[CaseloadRatio] = ()
) -> BudgetPlan:
    """Posts and costs of each budget year. published: caseloads elsewhere, as known on the as-of date.

    A value that is missing at the as-of date (a pay group without a table, for instance) refuses the budget in one German sentence.
    """
    from wiwak_eval.budget.plan_computing import compute

    return compute(records, caseload, assumptions, published)
