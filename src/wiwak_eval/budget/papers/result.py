"""The tables that county and Land decide on, all made of the plan of the budget."""

from dataclasses import dataclass, fields

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.budget.grants.ceiling import recognised_refugees
from wiwak_eval.budget.grants.double import in_kind, overpaid
from wiwak_eval.budget.grants.notices import notice_for
from wiwak_eval.budget.papers.budget_codes import budget_lines
from wiwak_eval.budget.papers.declarations import declarations
from wiwak_eval.budget.papers.grant_plan import application, grant_funding, grant_plan
from wiwak_eval.budget.papers.posts_sheet import posts_sheet, posts_sheet_groups
from wiwak_eval.budget.papers.registration import budget_application, former_lines
from wiwak_eval.budget.views import views_of
from wiwak_eval.budget.year_plan import PlanRun, year_plans
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class PaperTables:
    """The county's application for its own budget, and the two applications to the Land; all are refused together with the budget."""

    budget_application: Table | NotAssessable
    posts_sheet: Table | NotAssessable
    posts_sheet_groups: Table | NotAssessable
    grant_plan_1: Table | NotAssessable
    grant_funding_1: Table | NotAssessable
    grant_plan_2: Table | NotAssessable
    grant_funding_2: Table | NotAssessable
    declarations: Table | NotAssessable


def paper_tables(records: Records, caseload: Caseload | NotAssessable, assumptions: Assumptions) -> PaperTables:
    """Made of the same plan run as the budget. A value that is missing refuses all in one German sentence."""
    if isinstance(caseload, NotAssessable):
        return _refused(caseload)
    try:
        return _tables(records, year_plans(records, caseload, views_of(assumptions)), assumptions.part())
    except Gap as gap:
        return _refused(NotAssessable(f"nicht auswertbar: {gap}"))


def _tables(records: Records, run: PlanRun, codes: Assumptions) -> PaperTables:
    views = run.views
    asked = [application(plan, views.grant, recognised_refugees(records)) for plan in run.budget]
    lines = budget_lines(run.years, codes)
    whole, posts = views.read(), views.read("work", "posts")
    former = former_lines(records, run.years[0].year - 1)
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


def _refused(reason: NotAssessable) -> PaperTables:
    return PaperTables(*(reason,) * len(fields(PaperTables)))
