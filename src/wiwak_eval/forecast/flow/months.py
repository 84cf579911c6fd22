"""One month of the projection after the other, for all paths at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.evaluation.day_limits import GAP_DAYS
from wiwak_eval.forecast.flow.episodes import Kind, month_of
from wiwak_eval.forecast.flow.model import FlowFit
from wiwak_eval.forecast.flow.parameters import Drawn
from wiwak_eval.forecast.flow.scatter import Scatter

GAP_MONTHS = 3
"""Months after the last contact in which a person is not yet a former client."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Step:
    """One month, [paths] each. back_from_before: returning persons whose last contact lay before the calendar year."""

    new: Floats
    returning: Floats
    back_from_before: Floats
    persons: Floats
    contacts: Floats


class Walk:
    """State between two months: episodes begun in each month, and former clients by the month in which they became such."""

    def __init__(self, fit: FlowFit, drawn: Drawn, rng: np.random.Generator | None, first: int) -> None:
        """first: month of the oldest cohort, 0 = the window's first; rng: None where counts do not scatter.

        Columns of the state are months, the first one `first`.
        """
        self._fit, self._drawn, self._scatter = fit, drawn, Scatter(fit, rng)
        self._now = len(fit.window.months) - first
        self._begun = np.zeros((len(drawn.rate), self._now + drawn.rate.shape[1]))
        self._begun[:, -first : self._now] = fit.episodes.starting_all()
        continuing = fit.episodes.start_month[fit.episodes.kind == Kind.CONTINUING]
        for month, number in zip(*np.unique(continuing, return_counts=True), strict=True):
            self._begun[:, month - first] = number / np.maximum(drawn.present[:, -month], 1e-6)
        self._weight = np.ones_like(self._begun)
        for column in range(self._now):
            self._weight[:, column] = self._scatter.cohort(self._begun[:, column], float(drawn.present[:, self._now - column].mean()))
            month = column + first
            back = int(fit.returning[month]) if month >= 0 else 0
            self._weight[:, column] *= self._mixed(self._begun[:, column], back)
        self._former = np.zeros_like(self._begun)
        self._former[:, -first : self._now] = _former(fit)

    def present(self, place: int, staying: float) -> Floats:
        """Persons of earlier cohorts with a contact still to come when month `place` ahead begins, [paths]."""
        column = self._now + place
        share = np.minimum(1.0, self._drawn.present[:, column:0:-1] * staying)
        return np.asarray(self._scatter.thinned(self._begun[:, :column], share).sum(axis=1))

    def step(self, place: int, month_of_year: int, inflow: float, staying: float, seen: float) -> Step:
        """Go one month ahead. place: months ahead, from 0; month_of_year: 1 to 12; the factors are those of the month."""
        drawn, column = self._drawn, self._now + place
        before, since = self._returns(column, month_of_year)
        new = self._scatter.counts(drawn.new_persons[:, place] * inflow, self._fit.inflow.dispersion)
        begins = new + before + since
        self._begun[:, column] = begins
        self._weight[:, column] = self._scatter.cohort(begins, 1.0) * self._mixed(begins, before + since)
        weighted, rate = self._begun[:, :column] * self._weight[:, :column], drawn.rate[:, place]
        earlier = np.einsum("pc,pc->p", weighted, drawn.further[:, column:0:-1]) * rate * staying
        met = np.einsum("pc,pc->p", weighted, drawn.met[:, column:0:-1]) * rate * staying
        own = begins * self._weight[:, column] * drawn.further[:, 0] * rate
        lever = _on_further(seen, begins, own + earlier)
        own = self._scatter.counts(own * lever, self._fit.dispersion)
        older = self._scatter.counts(earlier * lever, self._fit.dispersion)
        persons = begins + self._scatter.thinned(older, met / np.maximum(earlier * np.maximum(lever, 1.0), 1e-9))
        named = begins + own + older
        return Step(new, before + since, before, persons, named + self._scatter.anonymous(named))

    def _mixed(self, begun: Floats, back: Floats | int) -> Floats:
        """Factor on the further contacts of a cohort of whom `back` are returning persons."""
        share = back / np.maximum(begun, 1e-9)
        return np.asarray(self._drawn.others + share * (self._drawn.back - self._drawn.others))

    def _returns(self, column: int, month_of_year: int) -> tuple[Floats, Floats]:
        """Returns of the month: of those whose last contact lay before the calendar year, and since."""
        last = column - GAP_MONTHS
        leaving = self._drawn.present[:, last::-1] - self._drawn.present[:, last + 1 : 0 : -1]
        self._former[:, column] = np.einsum("pc,pc->p", self._begun[:, : last + 1], leaving)
        expected = self._former[:, : column + 1] * self._drawn.returning[:, column::-1]
        self._former[:, : column + 1] -= expected
        year = max(0, min(column + 1, column - month_of_year + 1 + GAP_MONTHS))
        parts = (expected[:, :year].sum(axis=1), expected[:, year:].sum(axis=1))
        return self._scatter.counts(parts[0], 1.0), self._scatter.counts(parts[1], 1.0)


def _on_further(factor: float, first: Floats, further: Floats) -> Floats:
    """Factor on further contacts that changes all contacts by `factor`: each person who begins keeps the first contact."""
    wanted = factor * (first + further) - first
    return np.asarray(np.maximum(0.0, wanted) / np.maximum(further, 1e-9))


def _former(fit: FlowFit) -> NDArray[np.int64]:
    """Former clients at the window's end who have not come back, by the month in which they became such; [months]."""
    episodes = fit.episodes
    gone = (episodes.last <= episodes.window.last_observable_end) & (episodes.next_start < 0)
    since = month_of(episodes.last[gone] + GAP_DAYS + 1, episodes.window)
    return np.bincount(since, minlength=len(episodes.window.months))
