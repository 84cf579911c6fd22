"""What a short series looks like: its level, its spread, and how it moves, free of scale."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MONTHS = 12
"""Months of history that are looked at; shorter histories are filled with gaps in front."""

OFFSET = 0.5
"""Added to counts before logarithms, so that a month without a contact has one."""

LEAST_SPREAD = 0.02
"""Log units: no series is taken for quieter than two percent."""

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Shape:
    """`n` series as the network sees them; all log deviations from the mean are divided by the series' own spread.

    level [n]: mean month; spread [n]: log units, sample deviation and Poisson noise together; lowest, highest [n]: log deviations of the
    least and the largest month from the mean, at most and at least 0; summary [n, SUMMARY]: how the series moves;
    anchors [n, ANCHORS]: where its level may lie (last month, last three, last six, slope over half a year, geometric mean, median);
    calendar [n, 12, CALENDAR]: the same month a year ago, its neighbours, the size of the former, whether it is known.
    """

    level: NDArray[np.float64]
    spread: NDArray[np.float64]
    lowest: NDArray[np.float64]
    highest: NDArray[np.float64]
    summary: Floats
    anchors: Floats
    calendar: Floats


SUMMARY, ANCHORS, CALENDAR = 20, 6, 4


def shape_of(history: NDArray[np.float64], has_season: bool = True) -> Shape:
    """history [n, 12]: monthly counts, oldest first, NaN where a month is missing; the last month and one other at least are known.

    has_season: whether months of a year ago may speak for months ahead; without, the calendar is empty, as for missing months.
    """
    known = np.isfinite(history)
    count = known.sum(axis=1)
    filled = np.where(known, history, 0.0)
    level = filled.sum(axis=1) / count
    log_level = np.log(level + OFFSET)[:, None]
    deviation = np.where(known, np.log(filled + OFFSET) - log_level, 0.0)
    poisson = 1 / np.sqrt(level + OFFSET)
    spread = np.sqrt((deviation**2).sum(axis=1) / (count - 1) + poisson**2 / 4 + LEAST_SPREAD**2)
    z = deviation / spread[:, None]
    last, three, six = z[:, -1], _tail(z, known, 3), _tail(z, known, 6)
    slope, middle = _slope(z, known, count), _median(z, known)
    mean = z.sum(axis=1) / count
    anchors = np.stack([last, three, six, slope, mean, middle], axis=1)
    summary = np.concatenate([_movement(z, known, count), _position(z, known, six), anchors[:, :5]], axis=1)
    noise = np.stack([np.log(spread), poisson / spread, np.log(poisson) * 0.3, count / 12 - 1.0], axis=1)
    return Shape(
        level,
        spread,
        deviation.min(axis=1),
        deviation.max(axis=1),
        np.concatenate([summary, noise], axis=1).astype(np.float32),
        anchors.astype(np.float32),
        _calendar(z, known).astype(np.float32) if has_season else np.zeros((len(z), MONTHS, CALENDAR), dtype=np.float32),
    )


def _tail(z: NDArray[np.float64], known: NDArray[np.bool_], months: int) -> NDArray[np.float64]:
    """Mean of the known ones of the last months."""
    return np.asarray(z[:, -months:].sum(axis=1) / np.maximum(known[:, -months:].sum(axis=1), 1))


def _slope(z: NDArray[np.float64], known: NDArray[np.bool_], count: NDArray[np.int64]) -> NDArray[np.float64]:
    """Straight line through the known months, change in six months."""
    time = np.where(known, np.arange(MONTHS) - (MONTHS - 1.0), 0.0)
    centred = np.where(known, time - (time.sum(axis=1) / count)[:, None], 0.0)
    return np.asarray((centred * z).sum(axis=1) / (centred**2).sum(axis=1) * 6)


def _median(z: NDArray[np.float64], known: NDArray[np.bool_]) -> NDArray[np.float64]:
    if known.all():
        ordered = np.sort(z, axis=1)
        return np.asarray((ordered[:, 5] + ordered[:, 6]) / 2)
    return np.asarray(np.nanmedian(np.where(known, z, np.nan), axis=1))


def _movement(z: NDArray[np.float64], known: NDArray[np.bool_], count: NDArray[np.int64]) -> NDArray[np.float64]:
    """Steps against spread (von Neumann's ratio, along the year and around it), curvature, and how far the year's ends lie apart."""
    variance = np.maximum((z**2).sum(axis=1) / (count - 1), 1e-3)
    both = known[:, 1:] & known[:, :-1]
    steps = np.where(both, z[:, 1:] - z[:, :-1], 0.0)
    squares, pairs = (steps**2).sum(axis=1), both.sum(axis=1)
    neumann = squares / np.maximum(pairs, 1) / 2 / variance
    ends = np.where(known[:, 0], np.abs(z[:, 0] - z[:, -1]), 0.0)
    around = (squares + ends**2) / np.maximum(pairs + known[:, 0], 1) / 2 / variance
    three = both[:, 1:] & both[:, :-1]
    bends = np.where(three, z[:, 2:] - 2 * z[:, 1:-1] + z[:, :-2], 0.0)
    rough = np.sqrt((bends**2).sum(axis=1) / np.maximum(three.sum(axis=1), 1) / 6)
    return np.stack([np.log(neumann + 0.05), np.log(around + 0.05), rough, ends, np.abs(steps).max(axis=1)], axis=1)


def _position(z: NDArray[np.float64], known: NDArray[np.bool_], six: NDArray[np.float64]) -> NDArray[np.float64]:
    """Extremes, the second half against the first, the last month against the first known one."""
    early = z[:, :6].sum(axis=1) / np.maximum(known[:, :6].sum(axis=1), 1)
    half = six - early
    first = np.take_along_axis(z, known.argmax(axis=1)[:, None], axis=1)[:, 0]
    return np.stack([np.abs(z).max(axis=1), z.max(axis=1), z.min(axis=1), half, np.abs(half), np.abs(z[:, -1] - first)], axis=1)


def _calendar(z: NDArray[np.float64], known: NDArray[np.bool_]) -> NDArray[np.float64]:
    """By month ahead modulo twelve. A year's neighbours run around: January's are December and February."""
    around = np.concatenate([z[:, -1:], z, z[:, :1]], axis=1)
    neighbours = (around[:, :-2] + around[:, 2:]) / 2
    return np.stack([z, neighbours, np.abs(z), known.astype(np.float64)], axis=2)
