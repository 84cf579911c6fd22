"""Public claims on trial: claim → reading → test → verdict."""

from wiwak_eval.claims.claim_set import ClaimSet
from wiwak_eval.claims.claims import Claims, claims
from wiwak_eval.claims.evidence import ClaimEvidence, claim_evidence
from wiwak_eval.claims.facts import Fact
from wiwak_eval.claims.protection import as_printed
from wiwak_eval.claims.verdict import Verdict

__all__ = ["ClaimEvidence", "ClaimSet", "Claims", "Fact", "Verdict", "as_printed", "claim_evidence", "claims"]
