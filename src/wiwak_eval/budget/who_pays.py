"""Who pays the two years: under what is decided, under what might be, and when a decision comes late."""

from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class FinancePlan:
    """The tables of who pays; all are refused together with the budget. `negotiation_groups` stands in for `negotiation` where single posts
    may not be seen."""

    grant: Table | NotAssessable
    financing: Table | NotAssessable
    financing_items: Table | NotAssessable
    financing_months: Table | NotAssessable
    financing_variants: Table | NotAssessable
    late_decision: Table | NotAssessable
    provisional: Table | NotAssessable
    funding_check: Table | NotAssessable
    negotiation: Table | NotAssessable
    negotiation_groups: Table | NotAssessable


def finance_plan(records: Records, caseload: Caseload | NotAssessable, assumptions: Assumptions) -> FinancePlan:
    """Made of the same plan run as the budget. A value that is missing refuses all in one German sentence."""
    from wiwak_eval.budget.who_pays_computing import compute

    return compute(records, caseload, assumptions)
