"""Medians with small-sample limits: ranks as tabulated, and a published survival example."""

import numpy as np
import pytest
from scipy.stats import quantile_test

from wiwak_eval.evaluation.chain.medians import Median, median_of, median_time


@pytest.mark.parametrize(("count", "rank"), [(6, 1), (8, 1), (9, 2), (10, 2), (12, 3), (15, 4), (20, 6), (25, 8), (30, 10)])
def test_ranks_are_those_of_the_sign_test(count: int, rank: int) -> None:
    """Ranks for 95 % as tabulated for the sign test, for instance in Conover (1999), Practical Nonparametric Statistics."""
    found = median_of(range(1, count + 1))
    assert found == Median((count + 1) / 2, rank, count + 1 - rank)


@pytest.mark.parametrize("count", [6, 7, 10, 23, 40, 101])
def test_limits_are_those_of_scipys_quantile_test(count: int) -> None:
    waits = np.random.default_rng(count).exponential(40, count)
    expected = quantile_test(waits, q=float(np.median(waits)), p=0.5).confidence_interval(0.95)
    found = median_of(waits)
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=1e-9)


def test_five_values_have_no_interval() -> None:
    assert median_of([3, 1, 4, 1, 5]) == Median(3, None, None)
    with pytest.raises(ValueError, match="nobody"):
        median_of([])


def test_the_median_of_remission_times() -> None:
    """6-MP arm of Freireich et al. (1963), Blood 21: the median remission is 23 weeks."""
    weeks = np.array([6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35], dtype=float)
    relapse = np.array([1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0])
    found = median_time(weeks, relapse)
    assert found.days == 23
    assert found.low == 13
    assert found.high is None


def test_a_median_that_is_not_reached_is_none() -> None:
    assert median_time(np.array([5.0, 6, 7, 8]), np.array([1, 0, 0, 0])).days is None
    assert median_time(np.array([5.0, 6]), np.array([0, 0])) == Median(None, None, None)
