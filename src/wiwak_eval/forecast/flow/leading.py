"""What the public series let expect in the county: persons a month, top down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.assumptions import Assumptions, Context, Gap
from wiwak_eval.evaluation.month import first_day

LAGS = (1, 2, 3)
"""Months from the decision to the residence title, with weights `inflow_lag_share_<lag>`."""
LEVEL_MONTHS = 3
"""Months not yet published are expected at the mean of the last three known: the best of 1, 3, 6, 12 on the series of 2015 to 2021."""


@dataclass(frozen=True)
class Expected:
    """Persons a month who should arrive with a title in the county: from decisions, by family reunion, by moving in; shape [months] each.

    known: whether all decisions behind the month were published.
    """

    months: tuple[str, ...]
    decisions: NDArray[np.float64]
    family_reunion: NDArray[np.float64]
    moves_in: NDArray[np.float64]
    known: NDArray[np.bool_]

    @property
    def total(self) -> NDArray[np.float64]:
        """All of them, [months]."""
        return self.decisions + self.family_reunion + self.moves_in


def expected_persons(context: Context, assumptions: Assumptions, months: Sequence[str]) -> Expected | None:
    """Positive decisions of the federal office, lagged, times Königstein share times county quota, and what comes besides.

    context: as known on the as-of date. None where the series or a key is missing for the time.
    """
    positive = positive_decisions(context)
    try:
        weights = lag_weights(assumptions, months[0])
        rows = [_month(positive, weights, assumptions, month) for month in months]
    except (Gap, _Unpublished):
        return None
    decisions, family, moves, known = (np.array(column) for column in zip(*rows, strict=True))
    return Expected(tuple(months), decisions, family, moves, known.astype(bool))


def positive_decisions(context: Context) -> dict[str, float]:
    """Positive decisions in Germany by month."""
    return {item.month: float(item.positive) for item in context.asylum_monthly}


def lag_weights(assumptions: Assumptions, month: str) -> list[float]:
    """Weights of the lags in `LAGS`. Raises Gap."""
    return [assumptions.number(f"inflow_lag_share_{lag}", first_day(month)) for lag in LAGS]


class _Unpublished(Exception):
    """The series begins too late."""


def _month(positive: dict[str, float], weights: Sequence[float], assumptions: Assumptions, month: str) -> tuple[float, float, float, bool]:
    day = first_day(month)
    share = assumptions.number("koenigstein_share_thuringia", day) * assumptions.number("county_quota", day)
    lagged = [month_before(month, lag) for lag in LAGS]
    decisions = sum(weight * decided(positive, at) for weight, at in zip(weights, lagged, strict=True)) / sum(weights)
    others = (assumptions.number("family_reunion_month", day), assumptions.number("moves_in_month", day))
    return share * decisions, *others, all(at in positive for at in lagged)


def month_before(month: str, by: int) -> str:
    """The key of the month so many months earlier."""
    count = int(month[:4]) * 12 + int(month[5:7]) - 1 - by
    return f"{count // 12}-{count % 12 + 1:02d}"


def decided(positive: Mapping[str, float], month: str) -> float:
    """Positive decisions of a month, by month as published; the recent level after the last published one."""
    if month in positive:
        return positive[month]
    if not positive or month < min(positive):
        raise _Unpublished
    recent = sorted(positive)[-LEVEL_MONTHS:]
    return sum(positive[at] for at in recent) / len(recent)
