"""Rates of several counties, each moved towards the others as far as the data say that counties are alike.

log rate of county i ~ Normal(centre, spread²), observed y_i ~ Normal(log rate, variance_i); flat prior on the centre, half-normal prior on
the spread with a stated scale. Given the spread all else is normal, so that draws are exact: the spread from a grid, then the rest.
With one county nothing is learnt about the spread: its posterior is its prior, the county itself is not moved, and another county is
y + Normal(0, variance + 2 spread²): one spread to the unknown centre and one away from it.
Source: Gelman et al. (2013), Bayesian Data Analysis, 5.4 (exact draws by the marginal posterior of the spread).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

GRID_POINTS = 400
GRID_END = 5.0
"""End of the grid of the spread, in scales of its prior: beyond lies less than a millionth."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Pooled:
    """Log rates.

    observed [sites]: as put in; centre, spread [draws]: of the population of counties; sites [sites, draws]: of those observed;
    shrunk [sites, draws]: mean of a site given the draw's spread alone; means [sites], centre_mean, spread_mean: posterior means.
    """

    observed: Floats
    centre: Floats
    spread: Floats
    sites: Floats
    shrunk: Floats
    means: Floats
    centre_mean: float
    spread_mean: float

    def another(self, rng: np.random.Generator) -> Floats:
        """A county without data, [draws]."""
        return np.asarray(self.centre + self.spread * rng.normal(size=len(self.centre)))


def pooled(log_rates: Floats, variances: Floats, scale: float, draws: int, rng: np.random.Generator) -> Pooled:
    """log_rates, variances [sites], at least one; variances above 0; scale: of the half-normal prior of the spread, above 0."""
    grid = _grid(scale)
    weight, centres, centre_variances = _given_spread(log_rates, variances, grid, scale)
    spread = _spread_draws(grid, weight, draws, rng)
    centre_at, variance_at = (np.interp(spread, grid, values) for values in (centres, centre_variances))
    centre = centre_at + np.sqrt(variance_at) * rng.normal(size=draws)
    kept = spread**2 / (spread**2 + variances[:, None])
    noise = np.sqrt(kept * variances[:, None]) * rng.normal(size=(len(log_rates), draws))
    kept_on_grid = grid**2 / (grid**2 + variances[:, None])
    means = ((centres + kept_on_grid * (log_rates[:, None] - centres)) * weight).sum(axis=1)
    return Pooled(
        log_rates,
        centre,
        spread,
        centre + kept * (log_rates[:, None] - centre) + noise,
        centre_at + kept * (log_rates[:, None] - centre_at),
        means,
        float(centres @ weight),
        float(grid @ weight),
    )


def unpooled(log_rates: Floats, variances: Floats, scale: float, draws: int, rng: np.random.Generator) -> Pooled:
    """The same where every county keeps its own rate, and the spread is its prior.

    Others lie around the mean of the rates, weighted by 1 / (variance + spread²): a county with few contacts hardly moves it.
    """
    grid = _grid(scale)
    _, centres, centre_variances = _given_spread(log_rates, variances, grid, scale)
    spread = scale * np.abs(rng.normal(size=draws))
    centre_at, variance_at = (np.interp(spread, grid, values) for values in (centres, centre_variances))
    centre = centre_at + np.sqrt(variance_at) * rng.normal(size=draws)
    prior = np.exp(-0.5 * (grid / scale) ** 2)
    middle = float(centres @ prior / prior.sum())
    sites = log_rates[:, None] + np.sqrt(variances[:, None]) * rng.normal(size=(len(log_rates), draws))
    unmoved = np.repeat(log_rates[:, None], draws, axis=1)
    return Pooled(log_rates, centre, spread, sites, unmoved, log_rates, middle, float(scale * np.sqrt(2 / np.pi)))


def _grid(scale: float) -> Floats:
    return np.asarray((np.arange(GRID_POINTS) + 0.5) * GRID_END * scale / GRID_POINTS)


def _given_spread(log_rates: Floats, variances: Floats, grid: Floats, scale: float) -> tuple[Floats, Floats, Floats]:
    """On the grid of the spread: its posterior weight, and mean and variance of the centre, [points] each."""
    whole = variances[:, None] + grid**2
    precision = (1 / whole).sum(axis=0)
    centres = (log_rates[:, None] / whole).sum(axis=0) / precision
    off = ((log_rates[:, None] - centres) ** 2 / whole).sum(axis=0)
    one = len(log_rates) == 1
    log_weight = -0.5 * (grid / scale) ** 2 - (0.0 if one else 0.5 * (np.log(whole).sum(axis=0) + np.log(precision) + off))
    weight = np.exp(log_weight - log_weight.max())
    return weight / weight.sum(), centres, 1 / precision


def _spread_draws(grid: Floats, weight: Floats, draws: int, rng: np.random.Generator) -> Floats:
    """By the inverse of the distribution function, straight between the edges of the grid's cells."""
    edges = np.concatenate([[0.0], (grid[1:] + grid[:-1]) / 2, [1.5 * grid[-1] - 0.5 * grid[-2]]])
    return np.asarray(np.interp(rng.random(draws), np.concatenate([[0.0], weight.cumsum()]), edges))
