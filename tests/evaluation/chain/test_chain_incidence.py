"""Curves with competing exits: a case worked by hand, and the limits without censoring."""

import numpy as np
import pytest

from wiwak_eval.evaluation.chain.incidence import incidence, interval, survival, told
from wiwak_eval.evaluation.proportion import wilson

DAYS, CAUSES = np.array([1.0, 2, 3, 4, 5]), np.array([1, 2, 1, 0, 1])


def test_aalen_johansen_by_hand() -> None:
    """Of five the first is done (1/5), the second moves away (3/5 left), the third is done (3/5 · 1/3), the fourth is watched no longer,
    the fifth is done (2/5 · 1): 1/5, 2/5, 4/5. Kaplan-Meier without the exit would say 1/5, 7/15, 1."""
    shares = [point.share for point in incidence(DAYS, CAUSES, [0, 1, 2, 3, 4, 5])]
    assert shares == pytest.approx([0, 0.2, 0.2, 0.4, 0.4, 0.8], abs=1e-12)
    naive = [1 - point.share for point in survival(DAYS, CAUSES, [1, 3, 5])]
    assert naive == pytest.approx([1 / 5, 7 / 15, 1], abs=1e-12)


def test_at_risk_are_those_whose_course_had_not_ended_before() -> None:
    assert [point.at_risk for point in incidence(DAYS, CAUSES, [0, 1, 2, 5, 6])] == [5, 5, 4, 1, 0]


def test_without_censoring_share_and_limits_are_those_of_a_count() -> None:
    ends = np.arange(1.0, 41)
    causes = np.where(np.arange(40) % 4 == 0, 1, 2)
    point = incidence(ends, causes, [20.0])[0]
    assert point.share == pytest.approx(5 / 40, abs=1e-12)
    assert (point.low, point.high) == pytest.approx(wilson(5 / 40, 40), abs=1e-9)
    stays = survival(ends, (causes == 1).astype(int) * 0 + 1, [20.0])[0]
    assert (stays.share, stays.low, stays.high) == pytest.approx((0.5, *wilson(0.5, 40)), abs=1e-9)


def test_where_nothing_happened_those_at_risk_set_the_limit() -> None:
    point = incidence(np.array([9.0] * 12 + [3.0] * 8), np.zeros(20, dtype=int), [5.0])[0]
    assert (point.share, point.at_risk) == (0.0, 12)
    assert (point.low, point.high) == pytest.approx(wilson(0.0, 12))
    assert interval(1.0, float("nan"), 12) == pytest.approx(wilson(1.0, 12))


def test_a_curve_ends_where_fewer_than_ten_are_at_risk() -> None:
    ends, causes = np.array([5.0] * 6 + [40.0] * 9), np.array([1] * 6 + [0] * 9)
    points = incidence(ends, causes, [0, 5, 30])
    assert [point.at_risk for point in points] == [15, 15, 9]
    assert [row[0] for row in told(points)] == [0.0, pytest.approx(0.4), None]
