"""One simulated state, read by three models: coverage of their 80 % ranges and CRPS of their draws."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.transfer.states import State
from wiwak_eval.transfer.caseload import Size, county_draws
from wiwak_eval.transfer.pooling import Pooled, pooled, unpooled

Floats = NDArray[np.float64]
Model = Callable[[Floats, Floats, float, int, np.random.Generator], Pooled]


def together(log_rates: Floats, variances: Floats, scale: float, draws: int, rng: np.random.Generator) -> Pooled:
    """All counties have one rate: the mean, weighted by what each knows."""
    weight = 1 / variances
    middle, error = float(log_rates @ weight / weight.sum()), float(weight.sum() ** -0.5)
    centre = middle + error * rng.normal(size=draws)
    ones = np.ones((len(log_rates), 1))
    return Pooled(
        log_rates, centre, np.zeros(draws), ones * centre, ones * np.full(draws, middle), np.full(len(log_rates), middle), middle, 0.0
    )


MODELS: Mapping[str, Model] = {"partial": pooled, "none": unpooled, "complete": together}


@dataclass(frozen=True)
class Score:
    """Of each county. covered: share of true years within the 80 % range; crps: of the log of contacts, so that no county counts more.

    Source: Bosse et al. (2023), PLoS Computational Biology 19, e1011393, on scores of logarithms.
    """

    covered: Floats
    crps: Floats


def score(state: State, quotas: Floats, model: str, scale: float, seed: int) -> Score:
    """All counties of one state by one model."""
    rng, home = np.random.default_rng(seed), state.delivered[0]
    log_rates, variances = np.log(state.contacts / state.exposure), state.dispersion / state.contacts
    fit = MODELS[model](log_rates, variances, scale, state.home.size, rng)
    places = {place: site for site, place in enumerate(state.delivered)}
    sizes = tuple(Size(float(quota / quotas[home]), places.get(place), state.dispersion) for place, quota in enumerate(quotas))
    path = state.home[None, :]
    drawn = np.sort(county_draws(path, path, sizes, fit, rng)[0], axis=1)
    low, high = np.quantile(drawn, (0.1, 0.9), axis=1)
    covered = ((state.actual >= np.rint(low)) & (state.actual <= np.rint(high))).mean(axis=0)
    logs, true = np.log1p(drawn), np.log1p(state.actual.T)
    return Score(covered, np.array([crps(draws, actual) for draws, actual in zip(logs, true, strict=True)]))


def crps(drawn: Floats, actual: Floats) -> float:
    """Mean continuous ranked probability score of sorted draws: E|X - y| - E|X - X'| / 2 (Gneiting & Raftery 2007, JASA 102)."""
    count = len(drawn)
    own = float(((2 * np.arange(1, count + 1) - count - 1) * drawn).sum()) / count**2
    sums = np.concatenate([[0.0], drawn.cumsum()])
    below = np.searchsorted(drawn, actual)
    off = actual * below - sums[below] + (sums[-1] - sums[below]) - actual * (count - below)
    return float((off / count).mean()) - own
