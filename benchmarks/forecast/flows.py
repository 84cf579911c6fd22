"""Made-up monthly counts: calm ones with seasons, and wild ones that grow, turn and break as flows of persons do."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
BASE_MONTH = 11
"""Months are relative to this one, the last of the history: its level is where the drawn level stands."""


def draw_flows(rng: np.random.Generator, number: int, months: int, wild_share: float) -> Array:
    """`number` series of `months` counts; wild_share of them, on average, are wild. Levels run from 15 to 20,000 a month."""
    level = rng.uniform(np.log(15), np.log(20000), (number, 1))
    noise = rng.standard_t(5, (number, months)) * _between(rng, number, 0.01, 0.35)
    season = _seasons(rng, number, months)
    calm = _calm_level(rng, number, months) + season + noise
    wild = _wild_level(rng, number, months) + 0.4 * season * _some(rng, number, 0.4) + 0.5 * noise
    log_mean = level + np.where(_some(rng, number, wild_share), wild, calm)
    return rng.poisson(np.exp(np.clip(log_mean, -1.0, 12.5))).astype(float)


def _between(rng: np.random.Generator, number: int, low: float, high: float) -> Array:
    """Evenly on the log scale."""
    return np.exp(rng.uniform(np.log(low), np.log(high), (number, 1)))


def _some(rng: np.random.Generator, number: int, share: float) -> NDArray[np.bool_]:
    return rng.random((number, 1)) < share


def _seasons(rng: np.random.Generator, number: int, months: int) -> Array:
    """A yearly pattern for three in four series: smooth waves, or a ragged one with months that stand out."""
    time = np.arange(months)
    size = _between(rng, number, 0.02, 1.0) * _some(rng, number, 0.75)
    smooth = np.zeros((number, months))
    for wave, weight in ((1, 1.0), (2, 0.5), (3, 0.3), (4, 0.3)):
        phase = rng.uniform(0, 2 * np.pi, (number, 1))
        smooth += size * weight * rng.normal(size=(number, 1)) * np.cos(2 * np.pi * wave * time / 12 + phase)
    ragged = (size * rng.standard_t(3, (number, 12)))[:, time % 12]
    return np.where(_some(rng, number, 0.6), 0.4 * smooth + 0.8 * ragged, smooth)


def _calm_level(rng: np.random.Generator, number: int, months: int) -> Array:
    """A level that walks a little, sometimes jumps, sometimes drifts."""
    walk = (rng.standard_t(4, (number, months)) * _between(rng, number, 0.003, 0.2)).cumsum(axis=1) * _some(rng, number, 0.8)
    rate = rng.choice([0.0, 0.0, 0.01, 0.04], (number, 1))
    jumps = _jumps(rng, number, months, rate, 0.8)
    slope = _between(rng, number, 0.001, 0.02) * rng.choice([-1, 1], (number, 1)) * _some(rng, number, 0.3)
    return walk + jumps + slope * (np.arange(months) - BASE_MONTH - 1)


def _wild_level(rng: np.random.Generator, number: int, months: int) -> Array:
    """Growth that lasts for months and turns, sudden breaks, and now and then a pull back to an old level."""
    shocks = rng.standard_t(4, (number, months)) * _between(rng, number, 0.02, 0.12)
    lasting = rng.uniform(0.6, 0.95, number)
    growth = np.zeros((number, months))
    for month in range(1, months):
        growth[:, month] = lasting * growth[:, month - 1] + shocks[:, month]
    breaks = _jumps(rng, number, months, rng.choice([0.01, 0.03, 0.06], (number, 1)), 1.2)
    path = growth.cumsum(axis=1) * _some(rng, number, 0.8) + breaks * _some(rng, number, 0.6)
    steps = np.diff(path, axis=1, prepend=path[:, :1])
    pull = rng.choice([0.0, 0.02, 0.05], number)
    level = np.zeros((number, months))
    for month in range(1, months):
        level[:, month] = (1 - pull) * level[:, month - 1] + steps[:, month]
    return level - level[:, [BASE_MONTH]]


def _jumps(rng: np.random.Generator, number: int, months: int, rate: Array, size: float) -> Array:
    return ((rng.random((number, months)) < rate) * rng.normal(0, size, (number, months))).cumsum(axis=1)
