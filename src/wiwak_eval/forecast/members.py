"""The forecasts that go into the official one, each as quantiles of months and of the two budget years."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from wiwak_eval.forecast.flow import FlowPaths
from wiwak_eval.forecast.series import LEARNED, forecast
from wiwak_eval.forecast.simple import SIMPLE
from wiwak_eval.results import NotAssessable

Floats = NDArray[np.float64]
OFFSET = 0.5
"""Added to counts before logarithms."""

OUTERMOST = 3.5
"""Normal scores beyond this are taken for it: no learned quantile says anything out there."""


@dataclass(frozen=True)
class Spans:
    """What is forecast: `horizon` months after the last observed one; years: the two budget years as (first, last + 1) of them."""

    horizon: int
    years: tuple[tuple[int, int], tuple[int, int]]

    @classmethod
    def after(cls, month: int) -> "Spans":
        """To the end of the second calendar year after a last observed month (1 to 12)."""
        bridge = 12 - month
        return cls(bridge + 24, ((bridge, bridge + 12), (bridge + 12, bridge + 24)))


@dataclass(frozen=True)
class Member:
    """Quantiles of contacts at `series.LEARNED`: months [horizon, 7], years [2, 7]."""

    months: Floats
    years: Floats


def series_member(history: Sequence[int], spans: Spans, kind: str | None) -> Member | NotAssessable:
    """The learned forecast of the bare series; kind: see `series.KINDS`."""
    months, years = forecast(history, spans.horizon, kind=kind), forecast.totals(history, spans.years, kind=kind)
    if isinstance(months, NotAssessable):
        return months
    assert not isinstance(years, NotAssessable)
    return Member(months, years)


def flow_member(paths: FlowPaths, spans: Spans) -> Member:
    """The flow model's simulated paths as quantiles."""
    totals = np.stack([paths.contacts[:, first:last].sum(axis=1) for first, last in spans.years], axis=1)
    return Member(np.quantile(paths.contacts, LEARNED, axis=0).T, np.quantile(totals, LEARNED, axis=0).T)


def simple_member(method: str, history: Sequence[int], spans: Spans, series: Member) -> Member:
    """A simple method with the learned range around it: the same distance on the log scale from another middle."""
    points = np.array([SIMPLE[method].point(history, ahead) for ahead in range(1, spans.horizon + 1)])
    totals = np.array([points[first:last].sum() for first, last in spans.years])
    return Member(_around(points, series.months), _around(totals, series.years))


def combined(first: Member, second: Member, weight_of_second: float) -> Member:
    """Quantiles averaged on the log scale: the middle lies between both, and so does the width (Vincent 1912; Lichtendahl et al. 2013)."""
    return Member(_mixed(first.months, second.months, weight_of_second), _mixed(first.years, second.years, weight_of_second))


def at_scores(quantiles: Floats, scores: Floats) -> Floats:
    """Values whose normal scores in a forecast are given: quantiles [7], scores [n] -> [n]; straight lines on the log scale."""
    known, logs = ndtri(LEARNED), np.log(quantiles + OFFSET)
    held = np.clip(scores, -OUTERMOST, OUTERMOST)
    below = logs[0] + (held - known[0]) * (logs[1] - logs[0]) / (known[1] - known[0])
    above = logs[-1] + (held - known[-1]) * (logs[-1] - logs[-2]) / (known[-1] - known[-2])
    inside = np.interp(held, known, logs)
    logs_at = np.where(held < known[0], below, np.where(held > known[-1], above, inside))
    return np.asarray(np.maximum(0.0, np.exp(logs_at) - OFFSET))


def _around(points: Floats, quantiles: Floats) -> Floats:
    logs = np.log(quantiles + OFFSET)
    middle = logs[:, [LEARNED.index(0.5)]]
    return np.asarray(np.maximum(0.0, np.exp(np.log(points + OFFSET)[:, None] + logs - middle) - OFFSET))


def _mixed(first: Floats, second: Floats, weight: float) -> Floats:
    logs = (1 - weight) * np.log(first + OFFSET) + weight * np.log(second + OFFSET)
    return np.asarray(np.maximum(0.0, np.exp(logs) - OFFSET))
