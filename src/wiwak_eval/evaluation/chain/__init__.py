"""The integration chain (Integrationskette): stages reached, times, order, residence."""

from wiwak_eval.evaluation.chain.result import Chain, chain

__all__ = ["Chain", "chain"]
