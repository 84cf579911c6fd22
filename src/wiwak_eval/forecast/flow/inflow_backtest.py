"""The inflow's forecast tested where 24 months can be tested: on public series of several years."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm

from wiwak_eval.forecast.flow.leading import LEVEL_MONTHS
from wiwak_eval.forecast.flow.reference_class import log_sds
from wiwak_eval.forecast.scores import exact_interval, weighted_interval_score
from wiwak_eval.forecast.simple import NAIVE, SIMPLE

Floats = NDArray[np.float64]
Forecast = Callable[[Sequence[int], int, Sequence[float]], Floats]
"""(history, horizon, quantiles) -> [horizon, quantiles]."""

QUANTILES = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)
FLOW = "flow"
SPANS = ((1, 3), (4, 12), (13, 24))
"""Months ahead that coverage is told apart for."""


@dataclass(frozen=True)
class SpanCoverage:
    """Months of these horizons that lay inside the 80 % range, with the exact 95 % binomial interval of the share."""

    first: int
    last: int
    inside: int
    cases: int
    low: float
    high: float


@dataclass(frozen=True)
class MethodResult:
    """mae: mean absolute error of the median; bias: mean of median minus actual; wis: mean weighted interval score; in persons a month.

    relative_wis: wis over that of the last value, None where that never errs; coverage: of the 80 % range by months ahead, empty for
    methods without a range.
    """

    method: str
    cases: int
    mae: float
    bias: float
    wis: float
    relative_wis: float | None
    coverage: tuple[SpanCoverage, ...]


@dataclass(frozen=True)
class InflowBacktest:
    """history, horizon: months; origins: forecasts made, each one month after the other; independent: how many of them do not overlap."""

    history: int
    horizon: int
    origins: int
    independent: int
    results: tuple[MethodResult, ...]


def reference_forecast(log_sd_12m: float) -> Forecast:
    """The inflow model of the projection on a bare series: mean of the last three months, log error of the reference class around it."""

    def forecast(history: Sequence[int], horizon: int, quantiles: Sequence[float]) -> Floats:
        level = max(float(np.mean(history[-LEVEL_MONTHS:])), 1.0 / len(history))
        return np.asarray(level * np.exp(np.outer(log_sds(log_sd_12m, horizon), norm.ppf(quantiles))))

    return forecast


def _point(value: Callable[[Sequence[int], int], float]) -> Forecast:
    """A method without a range: every quantile is the point, so that its weighted interval score is the absolute error."""

    def forecast(history: Sequence[int], horizon: int, quantiles: Sequence[float]) -> Floats:
        points = [value(history, ahead) for ahead in range(1, horizon + 1)]
        return np.repeat(np.array(points, dtype=float)[:, None], len(quantiles), axis=1)

    return forecast


POINTS: Mapping[str, Forecast] = {name: _point(method.point) for name, method in SIMPLE.items()}


def inflow_backtest(
    series: Sequence[int], forecasts: Mapping[str, Forecast], history: int = 12, horizon: int = 24, quantiles: Sequence[float] = QUANTILES
) -> InflowBacktest:
    """Rolling origins, each with the last `history` months, `horizon` months ahead, for the methods named and for simple ones.

    forecasts: by name. quantiles: symmetric around 0.5, with 0.1 and 0.9. Raises ValueError where the series leaves no origin.
    """
    actual_from = range(history, len(series) - horizon + 1)
    if not actual_from:
        raise ValueError(f"at least {history + horizon} months are needed")
    actual = np.array([series[origin : origin + horizon] for origin in actual_from], dtype=float)
    drawn = {
        name: np.stack([method(series[origin - history : origin], horizon, quantiles) for origin in actual_from])
        for name, method in {**forecasts, **POINTS}.items()
    }
    naive = weighted_interval_score(drawn[NAIVE], actual, quantiles)
    results = tuple(_result(name, values, actual, quantiles, naive, name in SIMPLE) for name, values in drawn.items())
    return InflowBacktest(history, horizon, len(actual_from), 1 + (len(actual_from) - 1) // horizon, results)


def _result(name: str, drawn: Floats, actual: Floats, quantiles: Sequence[float], naive: float, without_range: bool) -> MethodResult:
    """drawn: [origins, horizon, quantiles]; actual: [origins, horizon]."""
    levels = list(quantiles)
    error = drawn[..., levels.index(0.5)] - actual
    inside = (drawn[..., levels.index(0.1)] <= actual) & (actual <= drawn[..., levels.index(0.9)])
    wis = weighted_interval_score(drawn, actual, quantiles)
    coverage = () if without_range else tuple(_span(inside, first, last) for first, last in SPANS if first <= inside.shape[1])
    return MethodResult(name, error.size, float(np.abs(error).mean()), float(error.mean()), wis, wis / naive if naive else None, coverage)


def _span(inside: NDArray[np.bool_], first: int, last: int) -> SpanCoverage:
    chosen = inside[:, first - 1 : last]
    number, cases = int(chosen.sum()), chosen.size
    return SpanCoverage(first, min(last, inside.shape[1]), number, cases, *exact_interval(number, cases))
