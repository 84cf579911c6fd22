"""The auditor's folder of a run."""

from wiwak_eval.audit.bundle import write_bundle

__all__ = ["write_bundle"]
