"""Quantiles of what was drawn, and how far another set of draws might give another P80."""

from dataclasses import dataclass
from math import sqrt

import numpy as np

from wiwak_eval.budget.risk.inputs import Floats
from wiwak_eval.money import Cents

LEVELS = {"p10": 0.10, "p50": 0.50, "p80": 0.80, "p95": 0.95}
PRINTED_TO = 100_00
"""Simulated amounts are printed to 100 euros: a step either way is no difference."""

SURE = 1.96
"""Normal score of a two-sided 95 % interval."""


@dataclass(frozen=True)
class Spread:
    """Quantiles by name of `LEVELS`, in the unit of the draws; error: Monte Carlo standard error of P80."""

    quantiles: dict[str, float]
    error: float


def spread(draws: Floats, independent: int | None = None) -> Spread:
    """Quantiles of draws [n]; independent: how many of them carry news, where they are drawn anew from fewer paths than there are draws."""
    levels = np.quantile(draws, list(LEVELS.values()))
    return Spread(dict(zip(LEVELS, (float(level) for level in levels), strict=True)), standard_error(draws, LEVELS["p80"], independent))


def standard_error(draws: Floats, level: float, independent: int | None = None) -> float:
    """Standard error of a sample quantile, without assuming a distribution.

    The number of draws below the true quantile is binomial: with n draws its 95 % interval is n·p ± 1.96·√(n·p·(1−p)); the draws at those
    two ranks enclose the quantile, and a quarter of their distance, to be exact 1 / (2·1.96), is the standard error.
    Source: David and Nagaraja (2003), Order Statistics, 3rd ed., section 7.1.
    """
    count = min(len(draws), independent or len(draws))
    half = SURE * sqrt(level * (1 - level) / count)
    low, high = np.quantile(draws, [max(level - half, 0.0), min(level + half, 1.0)])
    return float(high - low) / (2 * SURE)


def printed(cents: float) -> Cents:
    """To the nearest 100 euros."""
    return int(np.floor(cents / PRINTED_TO + 0.5)) * PRINTED_TO


def posts_quantiles(posts: Floats) -> dict[str, float]:
    """Quantiles of planned posts by name, P90 too: a number of posts that was drawn, never one between two steps."""
    named = LEVELS | {"p90": 0.90}
    levels = np.quantile(posts, list(named.values()), method="inverted_cdf")
    return dict(zip(named, (float(level) for level in levels), strict=True))
