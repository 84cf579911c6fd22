"""Whether the county's own books hint at one cost being paid twice."""

from wiwak_eval.evaluation.double_funding.checks import DoubleFunding, double_funding

__all__ = ["DoubleFunding", "double_funding"]
