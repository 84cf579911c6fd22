"""The tables that county and Land decide on, computed."""

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.from_plan import from_plan
from wiwak_eval.budget.grants.ceiling import recognised_refugees
from wiwak_eval.budget.grants.double import in_kind, overpaid
from wiwak_eval.budget.grants.notices import notice_for
from wiwak_eval.budget.papers.budget_codes import INCOME, budget_lines
from wiwak_eval.budget.papers.declarations import declarations
from wiwak_eval.budget.papers.grant_plan import application, grant_funding, grant_plan
from wiwak_eval.budget.papers.posts_sheet import posts_sheet, posts_sheet_groups
from wiwak_eval.budget.papers.registration import budget_application, former_lines
from wiwak_eval.budget.papers.result import PaperTables
from wiwak_eval.budget.year_plan import PlanRun
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable


def compute(records: Records, caseload: Caseload | NotAssessable, assumptions: Assumptions) -> PaperTables:
    """See `budget.papers.result.paper_tables`."""
    return from_plan(PaperTables, records, caseload, assumptions, lambda run: _tables(records, run, assumptions.part()))


def _tables(records: Records, run: PlanRun, codes: Assumptions) -> PaperTables:
    views = run.views
    asked = [application(plan, views.grant, recognised_refugees(records)) for plan in run.budget]
    former = former_lines(records, run.years[0].year - 1)
    received = {code for direction, code in {*former.results, *former.planned} if direction == INCOME}
    lines = budget_lines(run.years, codes, received)
    whole, posts = views.read(), views.read("work", "posts")
    hints = sum((check(plan).hits or 0) for plan in run.budget for check in (overpaid, in_kind))
    noticed = {plan.year for plan in run.years if notice_for(records, views.grant, "land", plan.year)}
    first, second = asked
    return PaperTables(
        budget_application(run.years, lines, former, tuple(sorted({*whole, *codes.ids_read})), noticed),
        posts_sheet(run.years, posts),
        posts_sheet_groups(run.years, posts),
        grant_plan(1, first, run.measured, whole),
        grant_funding(1, first, whole),
        grant_plan(2, second, run.measured, whole),
        grant_funding(2, second, whole),
        declarations(asked, hints, all(plan.year in noticed for plan in run.budget), whole),
    )
