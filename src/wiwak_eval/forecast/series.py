"""One short monthly count series ahead: a level, a drifting level around it, counts around that."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FEWEST_MONTHS = 6
DAMPING = 0.8
"""How much of a movement is left a month later; usual values for damped trends are 0.8 to 0.98 (Hyndman & Athanasopoulos 2021, 8.2)."""

FASTEST_MOVEMENT = float(np.log(2)) / 3
"""Monthly change of the log level that is carried on at most: doubling or halving in three months; faster ones are single odd months."""
WIDEST_START = float(np.log(2))
"""Sd of the log start level at most: the formula for it holds for small values only and explodes where a quiet series has one spike."""


@dataclass(frozen=True)
class CountForecast:
    """level: expected contacts a month; draws: whole counts, shape [draws, horizon]."""

    level: float
    draws: NDArray[np.int64]


def forecast_counts(history: Sequence[int], horizon: int, draws: int, seed: int, level_sd_month: float) -> CountForecast:
    """Forecast a series of at least six monthly counts, oldest first, by its recent level.

    The level is the mean of the last three months: on short series an extrapolated trend loses against a level (docs/methoden.md).
    Ranges come from simulated paths: the start level is uncertain, the log level drifts as a random walk with `level_sd_month` (sd
    of the monthly change), a series on the move may go on or turn, counts scatter around the level with the dispersion of the
    history. Raises ValueError for a shorter history.
    """
    if len(history) < FEWEST_MONTHS:
        raise ValueError(f"at least {FEWEST_MONTHS} months are needed")
    counts = np.asarray(history, dtype=float)
    level, movement = recent_level(counts), recent_movement(counts)
    dispersion = count_dispersion(counts)
    rng = np.random.default_rng(seed)
    start = rng.normal(0.0, min(WIDEST_START, np.sqrt(dispersion / (3 * level))), size=(draws, 1))
    drift = rng.normal(0.0, level_sd_month, size=(draws, horizon)).cumsum(axis=1)
    going_on = rng.normal(0.0, abs(movement), size=(draws, 1)) * DAMPING ** np.arange(1, horizon + 1)
    return CountForecast(level, _scatter(level * np.exp(start + drift + going_on.cumsum(axis=1)), dispersion, rng))


def recent_level(counts: NDArray[np.float64]) -> float:
    """Mean of the last three months; kept above zero, since three months without a contact do not prove that none will come."""
    return float(max(counts[-3:].mean(), 1 / len(counts)))


def recent_movement(counts: NDArray[np.float64]) -> float:
    """Monthly change of the log level from the three months before the last three to these, within `FASTEST_MOVEMENT`."""
    change = np.log(recent_level(counts) / recent_level(counts[:-3])) / 3
    return float(np.clip(change, -FASTEST_MOVEMENT, FASTEST_MOVEMENT))


def count_dispersion(counts: NDArray[np.float64]) -> float:
    """Variance over mean around a smoothly moving level, at least 1 (Poisson).

    A month less the mean of its neighbours has 1.5 times the variance of a month, whatever straight line the level follows.
    """
    inner = counts[1:-1] - (counts[:-2] + counts[2:]) / 2
    return float(max(1.0, (inner**2).mean() / 1.5 / max(counts.mean(), 1 / len(counts))))


def _scatter(mean: NDArray[np.float64], dispersion: float, rng: np.random.Generator) -> NDArray[np.int64]:
    """Counts with the given mean and variance `dispersion` times the mean: a gamma mixture of Poisson counts."""
    if dispersion > 1.0:
        mean = rng.gamma(mean / (dispersion - 1.0), dispersion - 1.0)
    return rng.poisson(mean).astype(np.int64)
