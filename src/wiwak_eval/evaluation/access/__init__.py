"""Whom the centre reached, held against the county's counts of recognised refugees."""

from wiwak_eval.evaluation.access.result import Access, access

__all__ = ["Access", "access"]
