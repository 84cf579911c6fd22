"""Cumulative incidence with competing exits, and survival, on a grid of half a dozen months."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.evaluation.chain.courses import DONE, FEWEST, Causes, Days
from wiwak_eval.evaluation.proportion import wilson

MONTH_DAYS = 30
"""Days of a month on the grid, so that six months are the window of 180 days."""

LONGEST = 9
"""Months after which no curve is shown: later ones rest on the first of a pilot year alone."""


@dataclass(frozen=True)
class CurvePoint:
    """share: of all by this day, with its 95 % interval; at_risk: persons still watched whose course had not ended before;
    events: persons who had the event by this day."""

    share: float
    low: float
    high: float
    at_risk: int
    events: int = 0


def incidence(ends: Days, causes: Causes, on: Sequence[float]) -> tuple[CurvePoint, ...]:
    """Aalen-Johansen estimate of the share whose event came by each day, beside exits that rule it out.

    ends, causes: one course each, see `courses.course_ends`. The interval treats persons as independent; see `interval`.
    Source: Aalen and Johansen (1978), Scandinavian Journal of Statistics 5, 141-150; variance of Dinse and Larson (1986), Biometrika 73.
    """
    from statsmodels.duration.survfunc import CumIncidenceRight

    if not (causes == DONE).any():
        return _flat(ends, on, 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        fit = CumIncidenceRight(ends, causes)
    return _points(ends, causes, fit.times, fit.cinc[DONE - 1], fit.cinc_se[DONE - 1], on, 0.0)


def survival(ends: Days, causes: Causes, on: Sequence[float]) -> tuple[CurvePoint, ...]:
    """Kaplan-Meier estimate of the share still without an event after each day. causes: `DONE` is the event, all else ends watching.

    Source: Kaplan and Meier (1958), Journal of the American Statistical Association 53, 457-481; Greenwood's variance.
    """
    from statsmodels.duration.survfunc import SurvfuncRight

    if not (causes == DONE).any():
        return _flat(ends, on, 1.0)
    fit = SurvfuncRight(ends, causes == DONE)
    return _points(ends, causes, fit.surv_times, fit.surv_prob, fit.surv_prob_se, on, 1.0)


def interval(share: float, error: float, at_risk: int) -> tuple[float, float]:
    """95 % interval of an estimated share: Wilson's, of as many complete courses as would have the same standard error.

    Where nothing or everything has happened there is no standard error; then those at risk count.
    Source: Rothman (1978), Journal of Chronic Diseases 31, 557-560.
    """
    usable = bool(np.isfinite(error)) and error > 0 and 0 < share < 1
    return wilson(share, max(share * (1 - share) / error**2 if usable else at_risk, 1.0))


def at_risk(ends: Days, on: float) -> int:
    """Courses that had not ended before a day."""
    return int((ends >= on).sum())


def grid(at_risks: Sequence[Days]) -> range:
    """Months from 0 on, as long as at least one of the curves has enough at risk."""
    longest = max((month for ends in at_risks for month in range(LONGEST + 1) if at_risk(ends, month * MONTH_DAYS) >= FEWEST), default=-1)
    return range(longest + 1)


def told(points: Sequence[CurvePoint]) -> list[tuple[float | None, float | None, float | None]]:
    """Share and limits for a table: nothing from the first month on in which too few are at risk."""
    enough, found = True, list[tuple[float | None, float | None, float | None]]()
    for point in points:
        enough = enough and point.at_risk >= FEWEST
        found.append((round(point.share, 6), round(point.low, 6), round(point.high, 6)) if enough else (None, None, None))
    return found


def _points(
    ends: Days,
    causes: Causes,
    times: NDArray[np.float64],
    shares: NDArray[np.float64],
    errors: NDArray[np.float64],
    on: Sequence[float],
    before: float,
) -> tuple[CurvePoint, ...]:
    found = []
    for day in on:
        last, risk = int(np.searchsorted(times, day, side="right")) - 1, at_risk(ends, day)
        share, error = (float(shares[last]), float(errors[last])) if last >= 0 else (before, 0.0)
        share = min(max(share, 0.0), 1.0)
        events = int(((ends <= day) & (causes == DONE)).sum())
        found.append(CurvePoint(share, *interval(share, error, risk), risk, events))
    return tuple(found)


def _flat(ends: Days, on: Sequence[float], share: float) -> tuple[CurvePoint, ...]:
    return tuple(CurvePoint(share, *interval(share, 0.0, at_risk(ends, day)), at_risk(ends, day)) for day in on)
