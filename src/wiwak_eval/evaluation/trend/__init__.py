"""Did the numbers rise, how sure is that, and were they perhaps only better counted?"""

from wiwak_eval.evaluation.trend.result import Trend, trend

__all__ = ["Trend", "trend"]
