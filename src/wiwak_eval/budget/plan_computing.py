"""Posts and costs of the two years, computed."""

from collections.abc import Sequence

from wiwak_eval.assumptions import Assumptions, CaseloadRatio
from wiwak_eval.budget import input_tables
from wiwak_eval.budget.costs import tables as cost_tables
from wiwak_eval.budget.costs.bases import cost_bases
from wiwak_eval.budget.from_plan import from_plan
from wiwak_eval.budget.grants.ceiling import recognised_refugees
from wiwak_eval.budget.papers.grant_plan import application
from wiwak_eval.budget.pay.better_pay import better_pay
from wiwak_eval.budget.pay.follow_up import follow_up_costs
from wiwak_eval.budget.pay.forms import employment_forms
from wiwak_eval.budget.pay.groups import group_costs, pay_groups
from wiwak_eval.budget.pay.posts_groups import posts_groups
from wiwak_eval.budget.pay.tables import pay_months, pay_tables, step_rules
from wiwak_eval.budget.plan import BudgetPlan
from wiwak_eval.budget.posts.tables import posts_plan
from wiwak_eval.budget.workload.tables import caseload_ratios, workload
from wiwak_eval.budget.year_plan import PlanRun
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable


def compute(
    records: Records, caseload: Caseload | NotAssessable, assumptions: Assumptions, published: Sequence[CaseloadRatio] = ()
) -> BudgetPlan:
    """See `budget.plan.budget`."""
    persons: tuple[int | None, ...] = (None, None) if isinstance(caseload, NotAssessable) else caseload.persons
    return from_plan(BudgetPlan, records, caseload, assumptions, lambda run: _tables(records, run, persons, published))


def _tables(records: Records, run: PlanRun, persons: Sequence[int | None], published: Sequence[CaseloadRatio]) -> BudgetPlan:
    plans, views, pay = run.budget, run.views, run.views.pay
    work, posts = views.read("work"), views.read("work", "posts")
    paid, costs = views.read("work", "posts", "pay"), views.read("work", "posts", "pay", "price")
    asked = [application(plan, views.grant, recognised_refugees(records)) for plan in plans]
    whole = views.read()
    return BudgetPlan(
        workload(plans, run.measured, posts),
        caseload_ratios(plans, persons, published, work),
        posts_plan(plans, posts),
        posts_groups(plans, posts),
        input_tables.rates(plans, run.measured, costs),
        input_tables.amounts(plans, views.read("pay", "price", "grant")),
        pay_months(plans, paid),
        pay_groups(plans, [group_costs(plan, pay.part()) for plan in plans], paid),
        pay_tables(plans, pay.part()),
        step_rules(plans, paid),
        employment_forms(plans, pay.part(), paid),
        better_pay(plans, [plan.financing.parts["land"] if plan.terms else None for plan in plans], views.grant.part()),
        follow_up_costs(plans, run.years[len(plans)], pay.part(), paid),
        cost_tables.costs(plans, costs),
        cost_tables.plan_months(plans, costs),
        cost_bases([plan.costs for plan in plans], [one.eligible for one in asked], whole),
    )
