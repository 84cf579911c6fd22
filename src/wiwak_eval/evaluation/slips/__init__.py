"""The routing slip (Laufkarte): conformance, ways, times, lateness, return."""

from wiwak_eval.evaluation.slips.result import Slips, slips

__all__ = ["Slips", "slips"]
