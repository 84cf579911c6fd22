"""The official forecast: a trend from what is known, and the policy levers and the scenario's level upon it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri
from scipy.stats import rankdata

from wiwak_eval.forecast.flow import FlowPaths
from wiwak_eval.forecast.members import Member, Spans, at_scores
from wiwak_eval.forecast.series import LEARNED

Floats = NDArray[np.float64]
MIDDLE = LEARNED.index(0.5)


@dataclass(frozen=True)
class Official:
    """Contacts ahead.

    planned: whole contacts a month, those of a year add up to `planned_years`; months [horizon][7], years [2][7]: quantiles at
    `series.LEARNED`; draws: totals of both years, one tuple a year, the i-th draws belong to one path.
    """

    planned: tuple[int, ...]
    planned_years: tuple[int, int]
    months: tuple[tuple[float, ...], ...]
    years: tuple[tuple[float, ...], ...]
    draws: tuple[tuple[int, ...], tuple[int, ...]]


def official(member: Member, spans: Spans, factors: Floats, scores: Floats) -> Official:
    """factors [horizon]: levers and level, one a month; scores [draws, 2]: normal scores of the two years in each path.

    A year's plan is the median of its total; its months share it in proportion to their own medians.
    """
    medians = member.months[:, MIDDLE]
    ratios = np.array([_ratio(medians[first:last], factors[first:last]) for first, last in spans.years])
    years = member.years * ratios[:, None]
    planned = [floor(value + 0.5) for value in medians * factors]
    for (first, last), total in zip(spans.years, years[:, MIDDLE], strict=True):
        planned[first:last] = shared(floor(total + 0.5), (medians * factors)[first:last])
    draws = [np.floor(at_scores(years[year], scores[:, year]) + 0.5).astype(np.int64) for year in (0, 1)]
    return Official(
        tuple(planned),
        (sum(planned[slice(*spans.years[0])]), sum(planned[slice(*spans.years[1])])),
        _tuples(member.months * factors[:, None]),
        _tuples(years),
        (tuple(draws[0].tolist()), tuple(draws[1].tolist())),
    )


def shared(total: int, weights: Sequence[float] | Floats) -> list[int]:
    """A whole number shared out in proportion, without loss: the largest remainders get the last ones."""
    values = np.asarray(weights, dtype=float)
    exact = total * (values / values.sum() if values.sum() else np.full(len(values), 1 / len(values)))
    whole = np.floor(exact).astype(np.int64)
    most = np.argsort(whole - exact, kind="stable")[: total - int(whole.sum())]
    whole[most] += 1
    return [int(value) for value in whole]


def scores_of_paths(paths: FlowPaths, spans: Spans, rng: np.random.Generator) -> Floats:
    """Normal scores of the ranks of both years' totals among the paths, [draws, 2]: how the years hang together. Ties by lot."""
    totals = [paths.contacts[:, first:last].sum(axis=1) + rng.random(len(paths.contacts)) for first, last in spans.years]
    return np.stack([ndtri((rankdata(total) - 0.5) / len(total)) for total in totals], axis=1)


def scores_by_correlation(correlation: float, draws: int, rng: np.random.Generator) -> Floats:
    """The same where no flow model could be fitted: both years' scores correlate as they did on public series."""
    first, own = rng.normal(size=(2, draws))
    return np.stack([first, correlation * first + np.sqrt(1 - correlation**2) * own], axis=1)


def _ratio(medians: Floats, factors: Floats) -> float:
    """What factors that may change within a year do to its total."""
    return float((medians * factors).sum() / medians.sum()) if medians.sum() else float(factors.mean())


def _tuples(values: Floats) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(round(float(value), 6) for value in row) for row in values)
