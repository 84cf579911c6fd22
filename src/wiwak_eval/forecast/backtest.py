"""What each method would have said earlier in the pilot year, with what was known then."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.forecast.scores import error_scale, exact_interval, weighted_interval_score
from wiwak_eval.forecast.series import FEWEST_MONTHS, LEARNED, forecast
from wiwak_eval.forecast.simple import NAIVE, SIMPLE
from wiwak_eval.results import NotAssessable

Floats = NDArray[np.float64]
LONGEST_HORIZON = 3
SERIES, FLOW, COMBINED = "series", "flow", "combined"

FlowAt = Callable[[int, int], Floats | None]
"""(months known, months ahead) -> quantiles [ahead, 7] of a flow model fitted to those months alone; None where it is refused."""


@dataclass(frozen=True)
class MethodScore:
    """How far one method was off, over its comparisons.

    mae, bias: mean absolute and mean error (forecast minus actual) in contacts a month; scaled: mean absolute error over the history's
    own steps; wis: weighted interval score, for a method without a range its mae; relative: mae over that of the last value on the same
    comparisons, None where that never errs; inside: months in the 80 % range, None without one, with the exact 95 % interval of the share.
    """

    method: str
    cases: int
    mae: float
    bias: float
    scaled: float
    wis: float
    relative: float | None
    relative_wis: float | None
    inside: int | None
    inside_low: float | None
    inside_high: float | None


@dataclass(frozen=True)
class Backtest:
    """origins: how many months a forecast was made from; scores by method, the learned series first; flow only where it could be fitted."""

    origins: int
    scores: Mapping[str, MethodScore]


def backtest(counts: Sequence[int], flow_at: FlowAt, flow_weight: float, kind: str | None = None) -> Backtest | None:
    """Rolling origins from the sixth month on, one to three months ahead; None where there is no later month to compare with.

    flow_weight: of the flow model in the combination, as set beforehand: a weight found from the same errors would flatter it.
    kind: of the series, see `series.KINDS`.
    """
    origins = [
        origin for origin in range(FEWEST_MONTHS, len(counts)) if not isinstance(forecast(counts[:origin], 1, kind=kind), NotAssessable)
    ]
    if not origins:
        return None
    ahead = {origin: min(LONGEST_HORIZON, len(counts) - origin) for origin in origins}
    drawn = {origin: _forecasts(counts[:origin], ahead[origin], flow_at, flow_weight, kind) for origin in origins}
    methods = [name for name in (SERIES, FLOW, COMBINED, *SIMPLE) if any(name in found for found in drawn.values())]
    return Backtest(
        len(origins), {name: _score(name, counts, {o: found for o, found in drawn.items() if name in found}) for name in methods}
    )


def _forecasts(history: Sequence[int], ahead: int, flow_at: FlowAt, flow_weight: float, kind: str | None) -> dict[str, Floats]:
    """By method: quantiles [ahead, 7], or points [ahead, 1]."""
    found = {SERIES: np.asarray(forecast(history, ahead, kind=kind))}
    flow = flow_at(len(history), ahead)
    if flow is not None:
        found[FLOW] = flow
        found[COMBINED] = np.exp((1 - flow_weight) * np.log(found[SERIES] + 0.5) + flow_weight * np.log(flow + 0.5)) - 0.5
    for name, method in SIMPLE.items():
        found[name] = np.array([[method.point(history, month)] for month in range(1, ahead + 1)])
    return found


def _score(name: str, counts: Sequence[int], drawn: Mapping[int, Mapping[str, Floats]]) -> MethodScore:
    actual = {origin: np.array(counts[origin : origin + len(found[name])], dtype=float) for origin, found in drawn.items()}
    middles = {origin: found[name][:, found[name].shape[1] // 2] for origin, found in drawn.items()}
    error = np.concatenate([middles[origin] - actual[origin] for origin in drawn])
    naive = np.concatenate([found[NAIVE][:, 0] - actual[origin] for origin, found in drawn.items()])
    scaled = np.concatenate([np.abs(middles[origin] - actual[origin]) / error_scale(counts[:origin]) for origin in drawn])
    mae, naive_mae = float(np.abs(error).mean()), float(np.abs(naive).mean())
    ranged = name in {SERIES, FLOW, COMBINED}
    wis, inside = mae, None
    if ranged:
        quantiles, values = np.concatenate([found[name] for found in drawn.values()]), np.concatenate(list(actual.values()))
        wis = weighted_interval_score(quantiles, values, LEARNED)
        low, high = (quantiles[:, LEARNED.index(level)] for level in (0.1, 0.9))
        inside = int(((low <= values) & (values <= high)).sum())
    bounds = (None, None) if inside is None else exact_interval(inside, len(error))
    return MethodScore(
        name, len(error), mae, float(error.mean()), float(scaled.mean()), wis,
        mae / naive_mae if naive_mae else None, wis / naive_mae if naive_mae else None, inside, *bounds,
    )  # fmt: skip
