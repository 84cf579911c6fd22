"""The proof of use of one budget year; each table may be refused on its own."""

from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class Proof:
    """Report and numbers of the last budget year that the delivery covers, in cents; `proof_documents` is within the house only."""

    proof_report: Table | NotAssessable
    proof_numbers: Table | NotAssessable
    proof_funding: Table | NotAssessable
    proof_documents: Table | NotAssessable
    proof_documents_groups: Table | NotAssessable


def proof(records: Records, assumptions: Assumptions) -> Proof:
    """What the county has to show for its grants; what lacks its data is refused where it would stand."""
    from wiwak_eval.budget.proof.computing import compute

    return compute(records, assumptions)
