"""The tables of access, computed."""

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.evaluation.access.eligibility import eligibility_table
from wiwak_eval.evaluation.access.eligible import eligible_titles
from wiwak_eval.evaluation.access.figures import figures_table
from wiwak_eval.evaluation.access.months import months_table
from wiwak_eval.evaluation.access.municipality import municipality_table
from wiwak_eval.evaluation.access.reference import read_reference
from wiwak_eval.evaluation.access.result import Access
from wiwak_eval.evaluation.access.status import status_table
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable


def compute(records: Records, assumptions: Assumptions) -> Access:
    """See `evaluation.access.result.access`."""
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
