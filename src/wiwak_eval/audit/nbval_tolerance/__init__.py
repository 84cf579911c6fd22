"""What may differ when nbval computes a notebook anew, beside the notebooks in `toleranz.yaml`; all else must be equal to the letter."""

from wiwak_eval.audit.nbval_tolerance.outputs import with_tolerance
from wiwak_eval.audit.nbval_tolerance.rules import Rule, read_rules

__all__ = ["Rule", "read_rules", "with_tolerance"]
