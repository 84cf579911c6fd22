"""The run as an RO-Crate: which notebook made what from what, in terms that other tools read."""

from wiwak_eval.audit.crate.facts import crate_facts
from wiwak_eval.audit.crate.terms import CRATE
from wiwak_eval.audit.crate.writing import crate_text

__all__ = ["CRATE", "crate_facts", "crate_text"]
