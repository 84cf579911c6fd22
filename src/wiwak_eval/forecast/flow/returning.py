"""Former clients who come back after a gap of more than 90 days.

Most come back soon, since some only stayed away for long; who has been away for months seldom returns. The hazard, per month since the
91st day after the last contact, falls from early to late by halves:
    r(u) = late + early x 2^(-u / half_life).
Ten months show the fall but not the floor, and a constant hazard on a growing pool of former clients would make returns grow without
end. So each of the three has a prior (`return_late_month` is assumed), updated on a grid by the returns seen. Moving away is part of what
is seen.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.evaluation.day_limits import GAP_DAYS
from wiwak_eval.forecast.flow.episodes import DAYS_PER_MONTH, Episodes
from wiwak_eval.forecast.flow.priors import GRID_POINTS, Prior, prior_grid, sampled

EARLY = Prior(0.10, 1.0)
HALF_LIFE = Prior(2.0, 0.7)
"""Months; both weak: factors of 2.7 and 2 either way are nothing unusual."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class ReturnRate:
    """early, half_life, late: draws, [samples]; point: their posterior medians; returns, months: as seen, in months of former clients."""

    early: Floats
    half_life: Floats
    late: Floats
    point: tuple[float, float, float]
    returns: int
    months: float

    def shares(self, months: int, unsure: bool) -> Floats:
        """Share of former clients who return in the 1st, 2nd, ... calendar month since they became such; [samples or 1, months]."""
        early, half_life, late = (self.early, self.half_life, self.late) if unsure else (np.array([value]) for value in self.point)
        ends = np.maximum(np.arange(months + 1) - 0.5, 0.0)
        cumulated = late[:, None] * ends + early[:, None] * _fallen(ends, half_life[:, None])
        return np.asarray(1.0 - np.exp(-np.diff(cumulated, axis=1)))


def estimate_returns(episodes: Episodes, late: Prior, samples: int, rng: np.random.Generator) -> ReturnRate:
    """From all ended episodes: how long their client was a former client, and whether a return ended that."""
    days = (episodes.window.last_day - episodes.window.first_day).days
    former = episodes.last + GAP_DAYS + 1 <= days
    back = (episodes.next_start >= 0)[former]
    until = np.where(episodes.next_start >= 0, episodes.next_start, days + 1)[former]
    away = (until - episodes.last[former] - GAP_DAYS - 1) / DAYS_PER_MONTH
    values, log_prior = prior_grid((EARLY, HALF_LIFE, late), GRID_POINTS)
    early, half_life, floor = values
    hazard = floor[:, None] + early[:, None] * 0.5 ** (away[back] / half_life[:, None])
    distinct, cell = np.unique(half_life, return_inverse=True)
    exposed = early * _fallen(away, distinct[:, None]).sum(axis=1)[cell] + floor * away.sum()
    drawn, point = sampled(values, np.log(hazard).sum(axis=1) - exposed + log_prior, samples, rng)
    return ReturnRate(drawn[0], drawn[1], drawn[2], (point[0], point[1], point[2]), int(back.sum()), float(away.sum()))


def _fallen(months: Floats, half_life: Floats) -> Floats:
    """A hazard of one that halves each `half_life`, cumulated over so many months."""
    fall = half_life / np.log(2.0)
    return np.asarray(fall * (1.0 - np.exp(-months / fall)))
