"""Proof of use of the pilot year: report against targets, numbers by item, what of the grants is due, list of documents."""

from wiwak_eval.budget.proof.proof import Proof, proof

__all__ = ["Proof", "proof"]
