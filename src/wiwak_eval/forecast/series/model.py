"""The learned forecast of short monthly count series, one or thousands at once.

The middle is a weighted sum of where a level may lie (last month, last three, last six, mean, median, slope, the same month a year
ago and its neighbours); weights and ranges are read off the series' shape by a small network that learned from other series.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import inf

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wiwak_eval.forecast.series.kinds import KINDS, Kind, bounded, no_wider_than
from wiwak_eval.forecast.series.learned import EVERYTHING, load_learned, load_record
from wiwak_eval.forecast.series.network import STEPS, Network
from wiwak_eval.forecast.series.quantiles import LEARNED, MIDDLE, levels_from_learned, rising
from wiwak_eval.forecast.series.shape import ANCHORS, MONTHS, OFFSET, Floats, Shape, shape_of
from wiwak_eval.results import NotAssessable

FEWEST_MONTHS = 6
FARTHEST_LEARNED = 30
"""Months ahead that were learned; later ones are read as this one, with their own calendar month."""

LARGEST_SHARE = 0.75
"""Of all counts in one month: beyond it there is no level to go on with."""

INDIFFERENCE = 0.6
"""Spreads: nearer than this to the mean of the history, a year's total is taken for that mean; farther, this is drawn off. Learned with
0.42 and chosen between 0.42 and 0.85 on the panel, sources left out: there the middle of totals is then not worse than the bare mean."""

BEYOND_SEEN = 0.25
"""Log units that a middle may lie beyond the months seen: weights learned on usual series do strange things to odd ones."""

FARTHEST_RANGE = 2.3
"""Log units beyond the highest month seen at which every range ends: ten times that month."""

AT_ONCE = 256
"""Series computed together: what they need stays in the processor's cache."""

Array = NDArray[np.float64]


class SeriesForecaster:
    """Forecasts with one set of learned networks; calling it forecasts one series."""

    def __init__(self, name: str = EVERYTHING) -> None:
        """name: of the learned set."""
        self._name = name

    def __call__(
        self, history: ArrayLike, horizon: int, quantiles: Sequence[float] = LEARNED, kind: str | None = None
    ) -> Array | NotAssessable:
        """Quantiles of each month ahead, [horizon, quantiles], never below zero.

        history: monthly counts, oldest first, NaN where a month is missing; the last twelve are used. kind: see `KINDS`. Refused below six
        known months, without the last one, without any count, or where one month holds nearly all. Raises ValueError for negative counts
        and probabilities outside 0 to 1, KeyError for a kind that is not in `KINDS`.
        """
        series = _last_year(np.asarray(history, dtype=float)[None, :])
        return refusal(series[0]) or self.many(series, horizon, quantiles, kind)[0]

    def many(self, histories: ArrayLike, horizon: int, quantiles: Sequence[float] = LEARNED, kind: str | None = None) -> Array:
        """As a call, for histories [n, months] -> [n, horizon, quantiles]; series that a call would refuse give NaN."""
        series = _last_year(np.asarray(histories, dtype=float))
        learned, place = load_learned(self._name), _months_ahead(horizon)
        result = np.full((len(series), horizon, len(quantiles)), np.nan)
        fit, known, ahead = _answerable(series), KINDS[kind], np.arange(1, horizon + 1)
        for rows in _batches(fit):
            shape = shape_of(series[rows], known.has_season)
            result[rows] = _counts(shape, _months(learned.months, shape, place, horizon), quantiles, ahead, known)
        return result

    def totals(
        self, history: ArrayLike, blocks: Sequence[tuple[int, int]], quantiles: Sequence[float] = LEARNED, kind: str | None = None
    ) -> Array | NotAssessable:
        """Quantiles of sums of months ahead, [blocks, quantiles]; a block (0, 12) is the first twelve months. Else as a call."""
        series = _last_year(np.asarray(history, dtype=float)[None, :])
        if refused := refusal(series[0]):
            return refused
        known, levels = KINDS[kind], (*quantiles, 0.5)
        shape = shape_of(series, known.has_season)
        place = np.array([[first / 24, (last - first) / 12, np.sqrt((first + last) / 48)] for first, last in blocks], dtype=np.float32)
        spreads = _totals(load_learned(self._name).totals, shape, place)
        lengths, ahead = (np.array(values) for values in zip(*((b - a, (a + b) / 2) for a, b in blocks), strict=True))
        own = _counts(shape, spreads, levels, ahead, known)[0] * lengths[:, None]
        months = self.many(series, max(last for _, last in blocks), levels, kind)[0]
        together = np.stack([months[first:last].sum(axis=0) for first, last in blocks])
        ranges = no_wider_than(own[:, :-1], together[:, :-1], own[:, -1], together[:, -1], np.asarray(quantiles))
        return ranges if known.has_mean else np.asarray(ranges * ((together[:, -1] + OFFSET) / (own[:, -1] + OFFSET))[:, None])

    def without(self, source: str) -> "SeriesForecaster":
        """The same forecaster, learned without a source; itself where it learned nothing from that. Only one can be left out."""
        splits = load_record().splits
        if source not in load_record().digests:
            return self
        if self._name != EVERYTHING:
            raise ValueError("a source is left out already, and no set was learned without two")
        return SeriesForecaster(next(name for name, left_out in splits.items() if source in left_out))


def refusal(history: Array) -> NotAssessable | None:
    """Why a series of at most twelve months cannot be forecast, or None. Raises ValueError for negative or infinite counts."""
    known = np.isfinite(history)
    if np.isinf(history).any() or (history[known] < 0).any():
        raise ValueError("counts are finite and not negative")
    if known.sum() < FEWEST_MONTHS:
        return NotAssessable(f"nicht auswertbar: Eine Prognose braucht mindestens {FEWEST_MONTHS} Monate.")
    if not known[-1]:
        return NotAssessable("nicht auswertbar: Der letzte Monat der Reihe fehlt.")
    counts = history[known]
    if not counts.any():
        return NotAssessable("nicht auswertbar: Die Reihe enthält nur Nullen.")
    if counts.max() > LARGEST_SHARE * counts.sum():
        return NotAssessable("nicht auswertbar: Fast alle Fälle liegen in einem einzigen Monat; ein Niveau gibt es nicht.")
    return None


def _answerable(series: Array) -> NDArray[np.bool_]:
    """Which series `refusal` would let pass, [n]."""
    known = np.isfinite(series)
    if np.isinf(series).any() or (series[known] < 0).any():
        raise ValueError("counts are finite and not negative")
    filled = np.where(known, series, 0.0)
    spread_out = (filled.max(axis=1) <= LARGEST_SHARE * filled.sum(axis=1)) & filled.any(axis=1)
    return np.asarray((known.sum(axis=1) >= FEWEST_MONTHS) & known[:, -1] & spread_out)


def _last_year(series: Array) -> Array:
    """The last twelve months of each series, with gaps in front where there are fewer, [n, 12]."""
    kept = series[:, -MONTHS:]
    return np.pad(kept, ((0, 0), (MONTHS - kept.shape[1], 0)), constant_values=np.nan)


def _batches(chosen: NDArray[np.bool_]) -> list[NDArray[np.int64]]:
    rows = np.flatnonzero(chosen)
    return [rows[first : first + AT_ONCE] for first in range(0, len(rows), AT_ONCE)]


@lru_cache(maxsize=16)
def _months_ahead(horizon: int) -> Floats:
    """What the network is told of a month ahead: how far, and whether beyond a year; [horizon, 3]."""
    ahead = np.minimum(np.arange(1, horizon + 1), FARTHEST_LEARNED)
    return np.stack([ahead / 24, np.sqrt(ahead / 24), ahead > 12], axis=1).astype(np.float32)


def _months(network: Network, shape: Shape, place: Floats, horizon: int) -> Floats:
    """Quantiles of the months in spreads, [n, horizon, 7]."""
    calendar = shape.calendar[:, np.arange(horizon) % MONTHS]
    out = network(shape.summary, np.concatenate([np.broadcast_to(place, (len(calendar), *place.shape)), calendar], axis=2))
    middle = np.einsum("nhm,nm->nh", out[..., :ANCHORS], shape.anchors)
    middle += out[..., ANCHORS] * calendar[..., 0] + out[..., ANCHORS + 1] * calendar[..., 1]
    return rising(middle, out[..., -STEPS:])


def _totals(network: Network, shape: Shape, place: Floats) -> Floats:
    """Quantiles of the spans' mean months in spreads, [n, spans, 7]."""
    out = network(shape.summary, place[None])
    middle = np.einsum("npm,nm->np", out[..., :-STEPS], shape.anchors)
    held = np.sign(middle) * np.maximum(np.abs(middle) - np.float32(INDIFFERENCE), 0)
    return rising(held, out[..., -STEPS:])


def _counts(shape: Shape, spreads: Floats, quantiles: Sequence[float], months_ahead: NDArray[np.generic], kind: Kind) -> Array:
    """From spreads around the mean to counts, [n, places, quantiles]; months_ahead [places]."""
    matrix = levels_from_learned(quantiles)
    drawn = spreads if matrix is None else spreads @ matrix.astype(np.float32)
    logs = drawn * shape.spread[:, None, None].astype(np.float32)
    logs += _back_among_the_seen(shape, spreads[..., MIDDLE] * shape.spread[:, None])[..., None].astype(np.float32)
    if kind.least_log_sd or kind.most_log_sd < inf or not kind.has_season:
        middle = spreads[..., MIDDLE, None] * shape.spread[:, None, None]
        middle = middle + _back_among_the_seen(shape, middle[..., 0])[..., None]
        off = bounded(logs - middle, np.asarray(quantiles), months_ahead.astype(float), kind)
        logs = (middle + off).astype(np.float32)
    counts = (shape.level + OFFSET)[:, None, None] * np.exp(np.minimum(logs, (shape.highest + FARTHEST_RANGE)[:, None, None])) - OFFSET
    return np.maximum(counts, 0.0)


def _back_among_the_seen(shape: Shape, middle: Array) -> Array:
    """What is to be added to log middles [n, places] so that they are hardly above the highest month seen, or below the lowest."""
    low, high = (shape.lowest - BEYOND_SEEN)[:, None], (shape.highest + BEYOND_SEEN)[:, None]
    return np.clip(middle, low, high) - middle
