"""Log-normal priors updated on a grid: exact enough for three parameters, and nothing to converge."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm

from wiwak_eval.assumptions import Assumptions

GRID_POINTS = 13
GRID_WIDTH = 2.5
"""Half-width of the grid in standard deviations."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Prior:
    """Median and log sd of a positive parameter."""

    median: float
    log_sd: float


def prior_of(assumptions: Assumptions, id: str, on: date) -> Prior:
    """Value as median, low and high as 10 % and 90 % points of a log-normal. Raises Gap."""
    found = assumptions.get(id, on)
    value = assumptions.number(id, on)
    low, high = (value if bound is None else float(bound) for bound in (found.low, found.high))
    return Prior(value, float(np.log(high / low) / (2 * norm.ppf(0.9))))


def prior_grid(priors: Sequence[Prior], points: int) -> tuple[Floats, Floats]:
    """Values [parameters, cells] and log prior [cells] of all combinations, evenly spaced on the log scale."""
    steps = np.linspace(-GRID_WIDTH, GRID_WIDTH, points)
    deviates = np.stack([axis.ravel() for axis in np.meshgrid(*[steps] * len(priors), indexing="ij")])
    values = np.stack([prior.median * np.exp(prior.log_sd * z) for prior, z in zip(priors, deviates, strict=True)])
    return values, -0.5 * (deviates**2).sum(axis=0)


def sampled(values: Floats, log_weight: Floats, samples: int, rng: np.random.Generator) -> tuple[Floats, list[float]]:
    """Draws [parameters, samples] from the grid's posterior, spread evenly within their cells, and the posterior's geometric means."""
    weight = np.exp(log_weight - log_weight.max())
    weight /= weight.sum()
    logs = np.log(values)
    points = round(values.shape[1] ** (1 / len(values)))
    cell = (logs.max(axis=1) - logs.min(axis=1)) / (points - 1)
    chosen = rng.choice(values.shape[1], size=samples, p=weight)
    drawn = np.exp(logs[:, chosen] + rng.uniform(-0.5, 0.5, size=(len(values), samples)) * cell[:, None])
    return drawn, [float(value) for value in np.exp(logs @ weight)]
