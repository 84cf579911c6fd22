"""The integration chain (Integrationskette): stages reached, times, order, residence."""

from wiwak_eval.evaluation.chain.completed import CompletedChains, completed_chains
from wiwak_eval.evaluation.chain.courses import Courses, find_courses
from wiwak_eval.evaluation.chain.order import ChainOrder, agreed_order
from wiwak_eval.evaluation.chain.result import Chain, chain

__all__ = ["Chain", "ChainOrder", "CompletedChains", "Courses", "agreed_order", "chain", "completed_chains", "find_courses"]
