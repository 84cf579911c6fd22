from math import comb, pi, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval.forecast.scores import POISSON_STEP, error_scale, exact_interval, weighted_interval_score

THREE = (0.1, 0.5, 0.9)


def interval_score(low, high, actual, alpha):
    """Gneiting & Raftery 2007, as published: width, and what an observation outside costs."""
    return high - low + 2 / alpha * max(0.0, low - actual) + 2 / alpha * max(0.0, actual - high)


@pytest.mark.parametrize(
    ("actual", "score"),
    [
        (15.0, (0.5 * 5 + 0.1 * (5 + 10 * 2)) / 1.5),
        (10.0, (0.5 * 0 + 0.1 * 5) / 1.5),
        (6.0, (0.5 * 4 + 0.1 * (5 + 10 * 2)) / 1.5),
    ],
)
def test_weighted_interval_score_by_hand(actual, score):
    """Median 10, 80 % range 8 to 13: half the absolute error and alpha/2 of the interval score, over 1.5."""
    assert weighted_interval_score(np.array([[8.0, 10.0, 13.0]]), np.array([actual]), THREE) == pytest.approx(score)


def test_scores_are_averaged():
    forecast = np.array([[8.0, 10.0, 13.0]] * 2)
    both = weighted_interval_score(forecast, np.array([15.0, 10.0]), THREE)
    apart = [weighted_interval_score(forecast[:1], np.array([actual]), THREE) for actual in (15.0, 10.0)]
    assert both == pytest.approx(sum(apart) / 2)


numbers = st.floats(-1e4, 1e4)


@given(quantiles=st.lists(numbers, min_size=5, max_size=5), actual=numbers)
def test_twice_the_pinball_loss_is_the_published_score(quantiles, actual):
    """Bracher et al. 2021: (w0 |y - m| + sum of alpha_k/2 IS_k) / (K + 1/2), with w0 = 1/2."""
    outer_low, low, middle, high, outer_high = sorted(quantiles)
    published = (
        0.5 * abs(actual - middle)
        + 0.05 / 2 * interval_score(outer_low, outer_high, actual, 0.05)
        + 0.5 / 2 * interval_score(low, high, actual, 0.5)
    ) / 2.5
    found = weighted_interval_score(np.array([sorted(quantiles)]), np.array([actual]), (0.025, 0.25, 0.5, 0.75, 0.975))
    assert found == pytest.approx(published, abs=1e-6)


def test_a_point_scores_its_absolute_error():
    assert weighted_interval_score(np.full((1, 3), 7.0), np.array([10.0]), THREE) == pytest.approx(3)


def test_the_scale_is_the_mean_step():
    assert error_scale([0, 100, 0, 100]) == pytest.approx(100)


def test_steps_smaller_than_chance_gives_are_not_believed():
    """Two independent Poisson counts of mean m differ by 2 sqrt(m / pi) on average, where m is not small."""
    assert pytest.approx(2 / sqrt(pi), abs=5e-4) == POISSON_STEP
    assert error_scale([100] * 10) == pytest.approx(11.28)
    rng = np.random.default_rng(1)
    assert np.abs(np.diff(rng.poisson(100, 20000))).mean() == pytest.approx(error_scale([100] * 10), rel=0.02)


@pytest.mark.parametrize(
    ("successes", "cases", "low", "high"),
    [(0, 10, 0.0, 0.3085), (10, 10, 0.6915, 1.0), (5, 10, 0.1871, 0.8129), (1, 10, 0.0025, 0.4450), (8, 10, 0.4439, 0.9748)],
)
def test_exact_binomial_intervals_as_tabled(successes, cases, low, high):
    assert exact_interval(successes, cases) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


@pytest.mark.parametrize(("successes", "cases"), [(3, 9), (7, 9), (1, 30), (20, 27)])
def test_each_end_of_the_interval_leaves_2_5_percent(successes, cases):
    low, high = exact_interval(successes, cases)

    def tail(share, counts):
        return sum(comb(cases, count) * share**count * (1 - share) ** (cases - count) for count in counts)

    assert tail(low, range(successes, cases + 1)) == pytest.approx(0.025)
    assert tail(high, range(successes + 1)) == pytest.approx(0.025)
