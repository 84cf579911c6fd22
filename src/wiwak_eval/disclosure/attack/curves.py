"""Survival curves: a step down by 1/n tells how few were still watched.

From one month to the next a curve falls by the factor 1 - d/n, where d of the n people watched had the event (Kaplan and Meier, Journal of
the American Statistical Association 53, 1958). Printed values bound that factor; of those watched in a month at most n - d are watched in
the next. A curve whose first number of people is not printed proves nothing: every n and d that fit could all be twice as many.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.disclosure.disclosed import PublishedCurve

SLACK = 1e-9


@dataclass(frozen=True)
class Step:
    """What a curve tells about the fall into one of its months: least and most people watched until then, and events among them."""

    month: int
    watched: tuple[int, int]
    events: tuple[int, int]


def steps(curve: PublishedCurve) -> tuple[Step, ...] | None:
    """What each step of a curve tells, in order; empty where its first number of people is not printed. None: no numbers can make it."""
    if curve.start is None or len(curve.low) < 2:
        return ()
    falls = [_fewest_events(curve, month) for month in range(1, len(curve.low))]
    most_left = _most_left(falls, curve.start)
    fewest_next, found = 0, list[Step]()
    for month in range(len(falls), 0, -1):
        fewest, most = falls[month - 1]
        people = np.arange(len(fewest))
        fits = (people <= most_left[month - 1]) & (fewest <= np.minimum(most, people - fewest_next)) & (people > 0)
        if month == 1:
            fits &= people == curve.start
        if not fits.any():
            return None
        watched = people[fits]
        events = np.minimum(most, people - fewest_next)[fits]
        found.append(Step(month, (int(watched.min()), int(watched.max())), (int(fewest[fits].min()), int(events.max()))))
        fewest_next = int(watched.min())
    return tuple(reversed(found))


def _fewest_events(curve: PublishedCurve, month: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Fewest and most events in a month, for each number of people watched from 0 to the first number; fewest > most: none fits."""
    people = np.arange((curve.start or 0) + 1)
    steepest = curve.low[month] / curve.high[month - 1] if curve.high[month - 1] > 0 else 0.0
    flattest = min(1.0, curve.high[month] / curve.low[month - 1]) if curve.low[month - 1] > 0 else 1.0
    fewest = np.ceil(people * (1 - flattest) - SLACK).astype(np.int64)
    most = np.floor(people * (1 - steepest) + SLACK).astype(np.int64)
    return fewest, np.minimum(most, people)


def _most_left(falls: Sequence[tuple[NDArray[np.int64], NDArray[np.int64]]], start: int) -> list[int]:
    """Most people that can be watched at each step."""
    left = [start]
    for number, (fewest, most) in enumerate(falls[:-1]):
        people = np.arange(len(fewest))
        fits = (people <= left[-1]) & (fewest <= most) & ((people == start) | (number > 0))
        left.append(int((people - fewest)[fits].max(initial=0)))
    return left
