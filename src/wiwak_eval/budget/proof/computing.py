"""The tables of the proof of use, computed."""

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.books.ledger_year import ledger_year
from wiwak_eval.budget.books.planned import planned_year
from wiwak_eval.budget.books.year_notices import year_notices
from wiwak_eval.budget.proof.documents import proof_documents, proof_documents_groups
from wiwak_eval.budget.proof.funding_table import proof_funding
from wiwak_eval.budget.proof.numbers_table import proof_numbers
from wiwak_eval.budget.proof.proof import Proof
from wiwak_eval.budget.proof.report_table import proof_report
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable


def compute(records: Records, assumptions: Assumptions) -> Proof:
    """See `budget.proof.proof.proof`."""
    report, year = proof_report(records, assumptions.part()), ledger_year(records)
    if isinstance(year, NotAssessable):
        return Proof(report, year, year, year, year)
    planned, notices = planned_year(records, year), year_notices(records, assumptions.part(), year.year)
    tolerant = None if isinstance(notices, NotAssessable) else next((one for one in notices.values() if one.tolerance is not None), None)
    return Proof(
        report,
        planned if isinstance(planned, NotAssessable) else proof_numbers(year, planned, tolerant),
        notices if isinstance(notices, NotAssessable) else proof_funding(year, notices, planned),
        proof_documents(year),
        proof_documents_groups(year),
    )
