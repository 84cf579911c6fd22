"""The tables that the workbook's formulas start from, beside those of the budget, of who pays, and of the papers."""

from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class Workings:
    """All are refused together with the budget."""

    month_rules: Table | NotAssessable
    surcharges: Table | NotAssessable
    grant_rules: Table | NotAssessable
    further_months: Table | NotAssessable


def workings(records: Records, caseload: Caseload | NotAssessable, assumptions: Assumptions) -> Workings:
    """Made of the same plan run as the budget. A value that is missing refuses all in one German sentence."""
    from wiwak_eval.budget.workings.computing import compute

    return compute(records, caseload, assumptions)
