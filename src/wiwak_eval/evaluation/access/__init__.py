"""Whom the centre reached, held against the county's counts of recognised refugees."""

from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.evaluation.access.eligibility import eligibility_table
from wiwak_eval.evaluation.access.eligible import Eligible, eligible_titles
from wiwak_eval.evaluation.access.figures import figures_table
from wiwak_eval.evaluation.access.months import months_table
from wiwak_eval.evaluation.access.municipality import municipality_table
from wiwak_eval.evaluation.access.reference import read_reference
from wiwak_eval.evaluation.access.status import status_table
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
    try:
        eligible = eligible_titles(assumptions, records.provenance.period_to)
    except Gap as gap:
        refusal = NotAssessable(f"nicht auswertbar: {gap}")
        return Access(refusal, refusal, refusal, refusal, refusal)
    titles = eligibility_table(records, eligible)
    reference = read_reference(records)
    if isinstance(reference, NotAssessable):
        return Access(reference, reference, reference, reference, titles)
    return Access(
        figures_table(records, reference, eligible),
        months_table(records, reference, eligible),
        status_table(records, reference, eligible),
        municipality_table(records, reference, eligible),
        titles,
    )


__all__ = ["Access", "Eligible", "access"]
