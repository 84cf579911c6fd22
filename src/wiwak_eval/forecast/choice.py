"""Which forecast becomes the official one, and how much the flow model counts in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log

from wiwak_eval.forecast.backtest import COMBINED, FLOW, SERIES, Backtest
from wiwak_eval.forecast.series import load_record
from wiwak_eval.forecast.simple import SIMPLE

LEAST_RATIO = 0.05
"""A method that happened to hit exactly is not taken for twenty times better than the last value."""


@dataclass(frozen=True)
class Judged:
    """A method's error as a multiple of the last value's: in the pilot year, on public series, and both together."""

    method: str
    pilot: float | None
    public: float
    together: float


@dataclass(frozen=True)
class Choice:
    """official: the method that counts; flow_weight: of the flow model in the combination (0 without one); judged: best first.

    best_in_pilot: the method with the least error in the pilot's own back-test, None without one.
    """

    official: str
    flow_weight: float
    judged: tuple[Judged, ...]
    best_in_pilot: str | None


def flow_weight(prior: float, prior_origins: float, tested: Backtest | None) -> float:
    """Prior weight times (score of the series over that of the flow model) to the power n / (n + prior_origins).

    n: origins of the back-test. With four of them and a prior worth twelve, a flow model half as far off as the series goes from 0.50 to
    0.54. Scores are weighted interval scores; without a flow model in the back-test the prior stays.
    """
    if tested is None or FLOW not in tested.scores or not tested.scores[FLOW].wis or not tested.scores[SERIES].wis:
        return prior
    trust = tested.origins / (tested.origins + prior_origins)
    odds: float = prior / (1 - prior) * (tested.scores[SERIES].wis / tested.scores[FLOW].wis) ** trust
    return odds / (1 + odds)


def choose(months: int, tested: Backtest | None, has_flow: bool, prior_origins: float, weight: float) -> Choice:
    """Compare our forecast with the simple ones and let the better one count.

    Two to three months ahead is all that a pilot year can test; 24 months ahead was tested on public series (`series.load_record`). Both
    count by their origins: the log error ratio to the last value is averaged with weights n and `prior_origins`.
    The combination was not testable on public series: it is given the learned forecast's record there.
    """
    ours = COMBINED if has_flow else SERIES
    public = _public_scores(months)
    judged = [_judge(name, ours, public, tested, prior_origins) for name in (ours, *SIMPLE)]
    ranked = sorted(judged, key=lambda item: (item.together, item.method != ours))
    in_pilot = [item for item in judged if item.pilot is not None]
    best = min(in_pilot, key=lambda item: item.pilot or 0.0).method if in_pilot else None
    return Choice(ranked[0].method, weight if has_flow else 0.0, tuple(ranked), best)


def _judge(name: str, ours: str, public: Mapping[str, float], tested: Backtest | None, prior_origins: float) -> Judged:
    known = public[SERIES if name == ours else name]
    scores = tested.scores if tested is not None else {}
    shown = scores.get(name) or (scores.get(SERIES) if name == ours else None)
    if tested is None or shown is None or shown.relative is None:
        return Judged(name, None, known, known)
    pilot = max(LEAST_RATIO, shown.relative)
    share = tested.origins / (tested.origins + prior_origins)
    return Judged(name, shown.relative, known, exp(share * log(pilot) + (1 - share) * log(known)))


def _public_scores(months: int) -> Mapping[str, float]:
    """The record for the number of months nearest to those known."""
    scores = load_record().scores
    return scores[min(scores, key=lambda known: (abs(int(known) - months), known))]
