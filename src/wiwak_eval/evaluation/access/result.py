"""The tables of access: what `access` returns."""

from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class Access:
    """Reach of the centre; each table may be refused on its own."""

    access_figures: Table | NotAssessable
    access_months: Table | NotAssessable
    access_status: Table | NotAssessable
    access_municipality: Table | NotAssessable
    eligibility: Table | NotAssessable


def access(records: Records, assumptions: Assumptions) -> Access:
    """Hold the persons seen against the county's reference counts; without these only the titles of those seen are told."""
    from wiwak_eval.evaluation.access.computing import compute

    return compute(records, assumptions)
