"""Whether a run is what it says: sums, programme, delivery, the run made again, its notebooks; with a paper for the audit office."""

from wiwak_eval.audit.verify.verifying import Request, verify_run

__all__ = ["Request", "verify_run"]
