"""The tables that county and Land decide on, all made of the plan of the budget."""

from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions
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
    from wiwak_eval.budget.papers.computing import compute

    return compute(records, caseload, assumptions)
