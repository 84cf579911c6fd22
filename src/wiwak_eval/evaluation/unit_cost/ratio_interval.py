"""The interval of a cost per unit: what chance in who comes and how often would do to it."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.evaluation.unit_cost.clusters import Cluster

FEWEST_CLUSTERS = 10
"""Households below which no interval is worked out."""

DRAWS = 20_000
SEED = 20171115

Floats = NDArray[np.float64]


def unit_interval(
    clusters: Sequence[Cluster], value: Callable[[Floats], Floats], draws: int = DRAWS, seed: int = SEED
) -> tuple[float, float] | None:
    """95 % percentile interval of `value(sums)` when households come by chance; None below ten households.

    clusters: one tuple a household, what it adds to each sum; value: from an array (draws, sums) to one number a draw; a draw in which
    a cost is divided by nothing counts as the largest. Each household counts as often as a Poisson number of mean 1 says (Poisson
    bootstrap: Hanley & MacGibbon 2006, Computer Methods and Programs in Biomedicine). Unlike resampling a fixed number of households
    this lets their number vary too, so that the variance of a sum is that of a compound Poisson sum, the sum of squares. The costs are
    booked and stay as they are. Equal households are drawn together, which is the same and quicker.
    """
    if len(clusters) < FEWEST_CLUSTERS:
        return None
    kinds, households = np.unique(np.asarray(clusters, dtype=np.int64), axis=0, return_counts=True)
    times = np.random.default_rng(seed).poisson(households, size=(draws, len(households)))
    with np.errstate(divide="ignore", invalid="ignore"):
        values = np.nan_to_num(value((times @ kinds).astype(np.float64)), nan=np.inf, posinf=np.inf)
    low, high = np.quantile(values, (0.025, 0.975), method="inverted_cdf")
    return float(low), float(high)
