"""From days of age to calendar months: what a cohort that began in one month is like in the months after."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.forecast.flow.curve import Curve
from wiwak_eval.forecast.flow.episodes import DAYS_PER_MONTH, Episodes, Kind

STEPS_PER_MONTH = 15

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Ages:
    """Of one curve or many, by calendar age 0, 1, ...: shape [..., ages].

    present: share still in counselling when the age begins, P(a contact on or after the first day of that month), 1 at age 0; exposed:
    expected months of counselling within that month.
    """

    present: Floats
    exposed: Floats


def by_age(curve: Curve, ages: int) -> Ages:
    """Average over starts that lie evenly in their calendar month.

    At the first day of month k the age is even on (k-1, k) months; within month k it has a triangular density on (k-1, k+1).
    """
    middle = (np.arange(ages * STEPS_PER_MONTH) + 0.5) / STEPS_PER_MONTH
    survival = curve.at(middle * DAYS_PER_MONTH).reshape(*curve.survival.shape[:-1], ages, STEPS_PER_MONTH)
    falling = 1.0 - (np.arange(STEPS_PER_MONTH) + 0.5) / STEPS_PER_MONTH
    later, earlier = (survival * falling).mean(axis=-1), (survival * (1.0 - falling)).mean(axis=-1)
    start = np.ones_like(later[..., :1])
    present = np.concatenate([start, survival.mean(axis=-1)[..., :-1]], axis=-1)
    exposed = later + np.concatenate([np.zeros_like(start), earlier[..., :-1]], axis=-1)
    return Ages(present, exposed)


def further_contacts(episodes: Episodes) -> NDArray[np.int64]:
    """Contacts but for the first of each episode that began in the window; [episodes, months]."""
    further = episodes.contacts.copy()
    inside = np.flatnonzero(episodes.kind != Kind.CONTINUING)
    further[inside, episodes.start_month[inside]] -= 1
    return further
