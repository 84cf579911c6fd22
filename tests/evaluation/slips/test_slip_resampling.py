"""The interval of a ratio of sums over households."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from wiwak_eval.evaluation.slips.resampling import household_interval, ratio_interval


def test_three_clusters_by_hand():
    """Each of the 27 samples is as likely; all three alike has 1/27 = 3.7 % > 2.5 %: the limits are the smallest and the largest ratio."""
    assert ratio_interval([0, 1, 3], [1, 2, 3]) == (0.0, 1.0)
    assert ratio_interval([1, 1, 1], [2, 2, 2]) == (0.5, 0.5)


def test_close_to_scipys_percentile_bootstrap():
    """Another stream of random numbers: the limits of 2,000 draws agree to about a tenth of the interval."""
    rng = np.random.default_rng(1)
    under = rng.integers(1, 12, size=80).astype(float)
    over = rng.binomial(under.astype(int), rng.beta(6, 2, size=80)).astype(float)
    ours = ratio_interval(over, under)
    other = stats.bootstrap(
        (over, under), lambda top, bottom, axis: top.sum(axis=axis) / bottom.sum(axis=axis), paired=True, vectorized=True,
        method="percentile", n_resamples=9999, rng=np.random.default_rng(2),
    ).confidence_interval  # fmt: skip
    width = other.high - other.low
    assert ours == pytest.approx((other.low, other.high), abs=width / 10)


def test_covers_the_truth_in_about_95_percent():
    """Stamps that hang together within a household: 200 counties of 60 households; an interval of single stamps covers far less."""
    rng = np.random.default_rng(3)
    inside = naive = 0
    for _ in range(200):
        under = rng.integers(4, 9, size=60)
        over = rng.binomial(under, rng.beta(4, 1, size=60))
        low, high = ratio_interval(over, under)
        inside += low <= 0.8 <= high
        share = over.sum() / under.sum()
        reach = 1.96 * np.sqrt(share * (1 - share) / under.sum())
        naive += share - reach <= 0.8 <= share + reach
    assert 0.91 <= inside / 200 <= 0.98
    assert naive < inside - 10


def test_households_are_drawn_as_a_whole_and_only_if_there_are_enough():
    values = pd.Series([0.0, 1.0] * 20)
    ones = pd.Series(1.0, values.index)
    apart = household_interval(pd.Series([f"H{n}" for n in range(40)]), values, ones)
    together = household_interval(pd.Series([f"H{n // 2}" for n in range(40)]), values, ones)
    assert together == (0.5, 0.5), "each household holds one of both"
    assert apart is not None
    assert apart[0] < 0.4
    assert apart[1] > 0.6
    assert household_interval(pd.Series([f"H{n % 19}" for n in range(40)]), values, ones) is None


def test_draws_without_anything_to_divide_by_are_left_out():
    low, high = ratio_interval([0.0] * 30 + [1.0], [0.0] * 30 + [1.0])
    assert (low, high) == (1.0, 1.0)
