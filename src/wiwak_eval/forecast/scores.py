"""How far forecasts were off."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta

Floats = NDArray[np.float64]
POISSON_STEP = 1.128
"""Mean absolute difference of two Poisson counts over the root of their mean (2/sqrt(pi))."""


def weighted_interval_score(forecast: Floats, actual: Floats, quantiles: Sequence[float]) -> float:
    """Mean score: twice the mean pinball loss, equal to the weighted interval score for symmetric quantiles (Bracher et al. 2021).

    forecast: [..., quantiles]; actual: [...].
    """
    error = actual[..., None] - forecast
    levels = np.asarray(quantiles)
    return float(2 * np.maximum(levels * error, (levels - 1) * error).mean())


def error_scale(history: Sequence[float]) -> float:
    """What an error is scaled by: the mean step of the history, at least what Poisson noise of its level gives.

    Hyndman & Koehler 2006, International Journal of Forecasting 22; the floor, because ten steps can by chance be almost nothing.
    """
    counts = np.asarray(history, dtype=float)
    return max(float(np.abs(np.diff(counts)).mean()), POISSON_STEP * float(np.sqrt(counts.mean())))


def exact_interval(successes: int, cases: int) -> tuple[float, float]:
    """Clopper-Pearson 95 % interval of a share (Clopper & Pearson 1934, Biometrika 26)."""
    low = float(beta.ppf(0.025, successes, cases - successes + 1)) if successes else 0.0
    high = float(beta.ppf(0.975, successes + 1, cases - successes)) if successes < cases else 1.0
    return low, high
