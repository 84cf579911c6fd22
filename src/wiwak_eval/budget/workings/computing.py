"""What the workbook's formulas start from, computed."""

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.financing.variants import variants
from wiwak_eval.budget.from_plan import from_plan
from wiwak_eval.budget.grants.ceiling import recognised_refugees
from wiwak_eval.budget.workings.further_months import further_months
from wiwak_eval.budget.workings.grant_rules import grant_rules
from wiwak_eval.budget.workings.month_rules import month_rules
from wiwak_eval.budget.workings.result import Workings
from wiwak_eval.budget.workings.surcharges import surcharges
from wiwak_eval.budget.year_plan import PlanRun
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

SURCHARGE_IDS = ("accident_levy", "insolvency_levy", "carrier_overhead", "vat_share")


def compute(records: Records, caseload: Caseload | NotAssessable, assumptions: Assumptions) -> Workings:
    """See `budget.workings.result.workings`."""
    return from_plan(Workings, records, caseload, assumptions, lambda run: _tables(records, run))


def _tables(records: Records, run: PlanRun) -> Workings:
    plans, views = run.budget, run.views
    decisions = variants([plan.year for plan in plans], views.grant, recognised_refugees(records))
    pay = views.read("pay")
    staff = views.read("work", "posts")
    priced = [id for id in views.read("price") if id == "interpreting_paid_share"]
    dates = [id for id in pay if id in {"bonus_month", "performance_month"}]
    return Workings(
        month_rules(plans, (*staff, *priced, *dates)),
        surcharges(plans, [id for id in pay if id.startswith(SURCHARGE_IDS)]),
        grant_rules(plans, decisions, views.read("grant")),
        further_months(plans, (*staff, *pay)),
    )
