"""Medians of waiting times with intervals that hold for small numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np

from wiwak_eval.evaluation.chain.courses import DONE, Causes, Days


@dataclass(frozen=True)
class Median:
    """A median in days and its 95 % interval; None where it is not reached."""

    days: float | None
    low: float | None
    high: float | None


def median_of(waits: Sequence[float]) -> Median:
    """Median of complete waiting times with the interval between two order statistics that holds at least 95 % of the time.

    The limits are the r-th smallest and r-th largest value, r the largest number with P(Binomial(n, 1/2) < r) <= 2.5 %. Six values are
    needed; below that there is no such interval. Source: Thompson (1936), Annals of Mathematical Statistics 7, 122-128. Raises ValueError
    for no values.
    """
    from scipy.stats import binom

    ordered = sorted(waits)
    count = len(ordered)
    if not count:
        raise ValueError("nobody waited")
    rank = int(binom.ppf(0.025, count, 0.5))
    if binom.cdf(rank, count, 0.5) <= 0.025:
        rank += 1
    middle = float(np.median(ordered))
    return Median(middle, float(ordered[rank - 1]), float(ordered[count - rank])) if rank else Median(middle, None, None)


def median_time(ends: Days, causes: Causes) -> Median:
    """Kaplan-Meier median of times of which some are cut short, with the interval of Brookmeyer and Crowley (1982, Biometrics 38, 29-41)
    on the log-log scale. causes: `DONE` ended, all else was still open."""
    from statsmodels.duration.survfunc import SurvfuncRight

    if not (causes == DONE).any():
        return Median(None, None, None)
    with np.errstate(divide="ignore", invalid="ignore"):
        fit = SurvfuncRight(ends, causes == DONE)
        low, high = fit.quantile_ci(0.5)
    return Median(*(float(value) if isfinite(value) else None for value in (fit.quantile(0.5), low, high)))
