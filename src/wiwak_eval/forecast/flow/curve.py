"""Survival by day of age: product limit while enough episodes are at risk, a constant hazard after that."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.forecast.flow.episodes import DAYS_PER_MONTH

TAIL_MONTHS = 3
TAIL_WEIGHT = 5.0
"""Ends at the hazard of the whole window that the tail's own hazard is pooled with."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class FollowUp:
    """Days since the start, one entry an episode that began before the last observable end.

    entry: age from which it is followed (0 but for CONTINUING ones); exit: age at its end or at censoring; person: index of the client.
    """

    entry: NDArray[np.int64]
    exit: NDArray[np.int64]
    ended: NDArray[np.bool_]
    person: NDArray[np.int64]


@dataclass(frozen=True)
class Curve:
    """Survival by day of age, for one sample or many: survival[..., x] = P(T >= x days); beyond `reach` days, a constant hazard a month."""

    survival: Floats
    tail_hazard: Floats
    reach: int

    def at(self, days: Floats) -> Floats:
        """Survival at these ages in days; shape [..., ages]."""
        whole = np.minimum(np.ceil(days).astype(int), self.reach)
        beyond = np.maximum(days - self.reach, 0.0) / DAYS_PER_MONTH
        return np.asarray(self.survival[..., whole] * np.exp(-self.tail_hazard[..., None] * beyond))


def counted(followed: FollowUp, weights: Floats) -> tuple[Floats, Floats]:
    """Weighted number at risk on each day of age, and of ends on it; [samples, days]. weights: [samples, episodes]."""
    days = int(followed.exit.max(initial=0)) + 1
    entered = _by_day(followed.entry, weights, days).cumsum(axis=1)
    left = _by_day(followed.exit, weights, days).cumsum(axis=1)
    at_risk = entered - np.concatenate([np.zeros((len(weights), 1)), left[:, :-1]], axis=1)
    return at_risk, _by_day(followed.exit[followed.ended], weights[:, followed.ended], days)


def _by_day(day: NDArray[np.int64], weights: Floats, days: int) -> Floats:
    """Weights summed by day, [samples, days]."""
    total = np.zeros((len(weights), days))
    if len(day):
        order = np.argsort(day, kind="stable")
        distinct, begins = np.unique(day[order], return_index=True)
        total[:, distinct] = np.add.reduceat(weights[:, order], begins, axis=1)
    return total


def survival_curve(risks: Floats, deaths: Floats, reach: int) -> Curve:
    """risks, deaths: [samples, days]. The tail's hazard is that of the last months seen, pooled with the whole window's (after day 0)."""
    kept = 1.0 - deaths[:, :reach] / np.maximum(risks[:, :reach], 1e-9)
    survival = np.concatenate([np.ones((len(risks), 1)), np.clip(kept, 0.0, 1.0).cumprod(axis=1)], axis=1)
    late = slice(max(1, reach - round(TAIL_MONTHS * DAYS_PER_MONTH)), reach)
    whole = (deaths[:, 1:reach].sum(axis=1) + 0.5) / (risks[:, 1:reach].sum(axis=1) / DAYS_PER_MONTH + 0.5)
    exposure = risks[:, late].sum(axis=1) / DAYS_PER_MONTH
    tail = (deaths[:, late].sum(axis=1) + TAIL_WEIGHT) / (exposure + TAIL_WEIGHT / whole)
    return Curve(survival, tail, reach)
