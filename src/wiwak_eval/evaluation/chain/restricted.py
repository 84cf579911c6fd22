"""Mean time to a stage within the window, with the households drawn anew."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from wiwak_eval.evaluation.chain.courses import DONE, OPEN, Causes, Days, course_ends
from wiwak_eval.evaluation.day_limits import WINDOW_DAYS

DRAWS = 1000
SEED = 180


@dataclass(frozen=True)
class RestrictedMean:
    """Mean days without the stage out of the window, and the 95 % interval."""

    days: float
    low: float
    high: float


def restricted_mean(of_stage: pd.DataFrame) -> RestrictedMean:
    """Restricted mean time to completion up to 180 days, see `days_without`, with the percentile interval of a household bootstrap.

    of_stage: see `Courses.of`. Households are drawn, since a family moves and waits together. They are first put in the order of what
    happened to them, so that neither the order of rows nor a pseudonym decides on a draw.
    Source: Royston and Parmar (2013), BMC Medical Research Methodology 13; Efron (1981) for the bootstrap of censored courses.
    """
    ends, causes = course_ends(of_stage)
    events, exits, leaving = _by_household(of_stage["household"].to_numpy(), ends, causes)
    households = len(events)
    drawn = np.random.default_rng(SEED).multinomial(households, np.full(households, 1 / households), size=DRAWS).astype(float)
    weights = np.vstack([np.ones(households), drawn])
    means = days_without(weights @ events, weights @ exits, weights @ leaving)
    low, high = np.quantile(means[1:], (0.025, 0.975))
    return RestrictedMean(float(means[0]), float(low), float(high))


def days_without(events: NDArray[np.float64], exits: NDArray[np.float64], leaving: NDArray[np.float64]) -> NDArray[np.float64]:
    """Integral of 1 - F from day 0 to the last day, F the Aalen-Johansen incidence of the event, one value a row.

    events, exits, leaving: courses (columns: days from 0 to the last, then all later ones together) that end on a day by the event, by an
    exit that rules it out, or in any way. Who left by an exit counts as without the stage to the last day.
    """
    watched = leaving[:, ::-1].cumsum(axis=1)[:, ::-1][:, :-1]
    safe = np.maximum(watched, 1)
    staying = np.cumprod(1 - (events + exits)[:, :-1] / safe, axis=1)
    before = np.hstack([np.ones((len(staying), 1)), staying[:, :-1]])
    reached = np.cumsum(before * events[:, :-1] / safe, axis=1)
    without: NDArray[np.float64] = (1 - reached[:, :-1]).sum(axis=1)
    return without


def _by_household(households: NDArray[np.object_], ends: Days, causes: Causes) -> tuple[NDArray[np.float64], ...]:
    """Counts by household (rows) and day: events, exits, all that end; rows sorted by what they hold."""
    rows = pd.factorize(households)[0]
    day = np.minimum(ends, WINDOW_DAYS + 1).astype(int)
    shape = (int(rows.max()) + 1, WINDOW_DAYS + 2)
    counts = [np.zeros(shape) for _ in range(3)]
    for table, mask in zip(counts, (causes == DONE, (causes != DONE) & (causes != OPEN), causes >= OPEN), strict=True):
        np.add.at(table, (rows[mask], day[mask]), 1)
    order = np.lexsort(np.hstack(counts).T[::-1])
    return tuple(table[order] for table in counts)
