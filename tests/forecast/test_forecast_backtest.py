from math import comb

import numpy as np
import pytest

from wiwak_eval.forecast.backtest import backtest, exact_interval

HISTORY = [10, 12, 14, 16, 18, 20, 30, 10]
"""After six months 30 and 10 follow, after seven 10: three comparisons."""


@pytest.mark.parametrize(
    ("method", "errors"),
    [
        ("level", (18 - 30, 18 - 10, 68 / 3 - 10)),
        ("naive", (20 - 30, 20 - 10, 30 - 10)),
        ("mean", (15 - 30, 15 - 10, 120 / 7 - 10)),
        ("mean_of_six", (15 - 30, 15 - 10, 110 / 6 - 10)),
        ("drift", (22 - 30, 24 - 10, 30 + 20 / 6 - 10)),
    ],
)
def test_errors_by_hand(method, errors):
    scores, _ = backtest(HISTORY, seed=1, level_sd_month=0.08)
    score = next(score for score in scores if score.method == method)
    assert score.cases == 3
    assert score.mae == pytest.approx(sum(abs(error) for error in errors) / 3)
    assert score.bias == pytest.approx(sum(errors) / 3)
    assert score.skill == pytest.approx(1 - score.mae / (40 / 3))


def test_ten_months_give_nine_comparisons():
    scores, coverage = backtest([100] * 10, seed=1, level_sd_month=0.08)
    assert {score.cases for score in scores} == {9}
    assert (coverage.inside, coverage.cases) == (9, 9)


def test_where_the_last_value_never_errs_there_is_no_skill():
    scores, _ = backtest([100] * 10, seed=1, level_sd_month=0.08)
    assert [(score.mae, score.skill) for score in scores] == [(0.0, None)] * 5


def test_months_far_off_lie_outside():
    _, coverage = backtest([100] * 6 + [200, 50], seed=1, level_sd_month=0.0)
    assert (coverage.inside, coverage.cases) == (0, 3)


def test_drift_never_predicts_less_than_nothing():
    scores, _ = backtest([60, 50, 40, 30, 20, 5, 0, 0, 0], seed=1, level_sd_month=0.08)
    drift = next(score for score in scores if score.method == "drift")
    assert drift.bias == pytest.approx(0)


def test_without_a_later_month_there_is_nothing_to_compare():
    assert backtest([100] * 6, seed=1, level_sd_month=0.08) is None


@pytest.mark.parametrize("history", [[0] * 11 + [1000], [1000] + [0] * 11, [5] * 7 + [1000] + [5] * 3])
def test_odd_series_are_tested_too(history):
    scores, coverage = backtest(history, seed=1, level_sd_month=0.08)
    assert np.isfinite([score.mae for score in scores]).all()
    assert 0 <= coverage.low <= coverage.inside / coverage.cases <= coverage.high <= 1


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
