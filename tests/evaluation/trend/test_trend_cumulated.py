from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval.evaluation.trend.cumulated import looks_cumulated, refuse_cumulated
from wiwak_eval.results import NotAssessable


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([30, 40, 50, 60, 70, 80, 90], False),
        ([83, 207, 332, 495, 687, 915, 1122, 1313, 1569, 1855], True),
        ([83, 124, 125, 163, 192, 228, 207, 191, 256, 286], False),
        ([50, 100, 150, 200, 250], True),
        ([50, 100, 150, 200], False),
        ([50] * 8, False),
        ([0] * 8, False),
        ([100, 200, 300, 299, 400, 500], False),
        ([20, 30, 40, 50, 60], True),
        ([21, 30, 40, 50, 60], False),
    ],
)
def test_what_looks_cumulated(values, expected):
    """The last two: a mean step of 10 allows a first value of 20, one of 9.75 does not allow 21."""
    assert looks_cumulated(values) is expected


@given(st.lists(st.integers(0, 400), min_size=5, max_size=14))
def test_a_series_that_falls_once_is_never_taken_for_one(values):
    falls = any(later < earlier for earlier, later in pairwise(values))
    assert not (falls and looks_cumulated(values))


def series(rng, months, level, growth, dispersion):
    means = level * (1 + growth) ** np.arange(months)
    return rng.poisson(means if dispersion == 1 else rng.gamma(means / (dispersion - 1), dispersion - 1))


def share(cumulate, growths, count=40):
    """Of simulated series that are taken for cumulated: 5 to 12 months, 20 to 300 contacts a month, dispersion 1 to 8."""
    rng = np.random.default_rng(20171115)
    found = [
        looks_cumulated((np.cumsum(drawn) if cumulate else drawn).tolist())
        for months in (5, 8, 10, 12)
        for level in (20, 80, 300)
        for growth in growths
        for dispersion in (1, 2, 4, 8)
        for drawn in (series(rng, months, level, growth, dispersion) for _ in range(count))
    ]
    return np.mean(found)


def test_cumulated_series_are_recognised():
    assert share(True, (-0.06, -0.03, 0, 0.04, 0.08, 0.12)) > 0.97


def test_plain_series_that_rise_are_not_taken_for_cumulated():
    assert share(False, (-0.06, 0, 0.04, 0.08, 0.12)) < 0.005


def test_the_price_plain_series_that_rise_steeply_and_never_fall():
    """The limit of the rule, as the docstring states it: growth of 30 % a month looks cumulated more often than not at 300 contacts."""
    rng = np.random.default_rng(1)
    assert np.mean([looks_cumulated(series(rng, 10, 300, 0.3, 1).tolist()) for _ in range(200)]) > 0.5
    assert np.mean([looks_cumulated(series(rng, 10, 300, 0.16, 1).tolist()) for _ in range(200)]) < 0.05


def test_the_refusal_says_what_is_asked_for():
    assert refuse_cumulated([30, 40, 50, 60, 70]) is None
    refused = refuse_cumulated([50, 100, 150, 200, 250])
    assert isinstance(refused, NotAssessable)
    assert "fortlaufend aufsummiert" in refused.reason
    assert "jedes einzelnen Monats" in refused.reason
