"""How the forecaster does on the panel, each source forecast by the set that did not learn from it."""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from wiwak_eval.forecast.series import LEARNED, SeriesForecaster, forecast
from wiwak_eval.forecast.simple import SIMPLE

Array = NDArray[np.float64]
YEARS = [(0, 12), (12, 24)]
FARTHEST_SCORE = 2.5
"""A total outside all quantiles counts as this many deviations off."""


def bench_module(bench: Path, name: str) -> ModuleType:
    """`tasks` or `score` of the benchmark's folder."""
    if str(bench) not in sys.path:
        sys.path.insert(0, str(bench))
    return import_module(name)


def error_of_medians(bench: Path, months: int) -> dict[str, float]:
    """Mean absolute error over that of the last value, geometric mean over the panel's forecasts: own method and simple ones."""
    ratios: dict[str, list[float]] = {name: [] for name in ("series", *SIMPLE)}
    for task in bench_module(bench, "tasks").make_tasks("open", months):
        ahead = np.arange(1, len(task.future) + 1)
        points = {name: np.array([method.point(task.history, h) for h in ahead]) for name, method in SIMPLE.items()}
        points["series"] = forecaster(task.source)(task.history, len(ahead), (0.5,))[:, 0]
        naive = max(np.abs(points["naive"] - task.future).mean(), 1e-9)
        for name, values in points.items():
            ratios[name].append(np.log(max(np.abs(values - task.future).mean(), 1e-9) / naive))
    return {name: round(float(np.exp(np.mean(values))), 4) for name, values in ratios.items()}


def years_correlation(bench: Path) -> float:
    """Correlation of the normal scores that the totals of two consecutive years have in their own forecasts (12 months of history)."""
    scores = []
    for task in bench_module(bench, "tasks").make_tasks("open", 12):
        quantiles = forecaster(task.source).totals(task.history, YEARS)
        totals = [task.future[first:last].sum() for first, last in YEARS]
        scores.append([normal_score(total, row) for total, row in zip(totals, quantiles, strict=True)])
    return round(float(np.corrcoef(np.array(scores).T)[0, 1]), 3)


def normal_score(value: float, quantiles: Array) -> float:
    """Where a value lies in its forecast, in standard deviations of a normal distribution."""
    return float(np.interp(value, quantiles, ndtri(LEARNED), left=-FARTHEST_SCORE, right=FARTHEST_SCORE))


def forecaster(source: str) -> SeriesForecaster:
    """The one that learned nothing from a source."""
    return forecast.without(source)
