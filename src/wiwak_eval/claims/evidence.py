"""What is computed for the check of claims alone, before any verdict."""

from collections.abc import Sequence
from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.claims.claim_set import ClaimSet
from wiwak_eval.claims.verdict import Readings
from wiwak_eval.records import Records
from wiwak_eval.results import Cell, NotAssessable, Table


@dataclass(frozen=True)
class ClaimEvidence:
    """Tables that verdicts rest on, and the two readings of a rise."""

    claim_rise: Table | NotAssessable
    claim_rising: Table | NotAssessable
    claim_places: Table | NotAssessable
    claim_ties: Table | NotAssessable
    rise: Readings


def claim_evidence(
    known: ClaimSet, records: Records, assumptions: Assumptions, municipalities: Sequence[Cell] | NotAssessable
) -> ClaimEvidence:
    """municipalities: column `reading` of the table of reach by municipality, or its refusal."""
    from wiwak_eval.claims.evidence_computing import compute

    return compute(known, records, assumptions, municipalities)
