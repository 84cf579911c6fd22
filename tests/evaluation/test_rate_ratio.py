import warnings

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.stats import t

from wiwak_eval.evaluation.rate_ratio import rate_ratio
from wiwak_eval.results import NotAssessable


@pytest.mark.parametrize(("counts", "factor"), [([1, 2, 4, 8, 16], 2.0), ([243, 81, 27, 9, 3, 1], 1 / 3), ([50] * 8, 1.0)])
def test_a_series_that_grows_by_a_factor_gives_that_factor(counts, factor):
    result = rate_ratio(counts)
    assert result.ratio == pytest.approx(factor, rel=1e-6)
    assert result.dispersion == pytest.approx(0, abs=1e-6)


def test_the_interval_in_closed_form():
    """Fitted exactly, the Fisher information of the slope is the spread of the months, weighted with the counts."""
    counts, months = np.array([1, 2, 4, 8, 16]), np.arange(5)
    centre = (counts * months).sum() / counts.sum()
    error = 1 / np.sqrt((counts * (months - centre) ** 2).sum())
    reach = t.ppf(0.975, 3) * error
    result = rate_ratio(counts.tolist())
    assert (result.low, result.high) == (pytest.approx(2 * np.exp(-reach), rel=1e-5), pytest.approx(2 * np.exp(reach), rel=1e-5))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 300), min_size=5, max_size=14))
def test_the_fit_reproduces_total_and_centre_of_gravity(counts):
    """The two likelihood equations of a log-linear Poisson trend; its mean is convex, so they have one solution."""
    assume(sum(count > 0 for count in counts) >= 3)
    result, months, observed = rate_ratio(counts), np.arange(len(counts)), np.array(counts)
    shape = result.ratio**months
    assert (months * shape).sum() / shape.sum() == pytest.approx((months * observed).sum() / observed.sum(), rel=1e-5, abs=1e-6)
    expected = observed.sum() * shape / shape.sum()
    assert result.dispersion == pytest.approx(float(((observed - expected) ** 2 / expected).sum()) / (len(counts) - 2), rel=1e-4)
    assert result.low < result.ratio < result.high


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 300), min_size=5, max_size=12))
def test_backwards_in_time_the_factor_is_the_inverse(counts):
    there, back = rate_ratio(counts), rate_ratio(counts[::-1])
    assert there.ratio * back.ratio == pytest.approx(1, rel=1e-6)
    assert there.low * back.high == pytest.approx(1, rel=1e-6)


def share_inside(dispersion, factor=1.06, series=400):
    """Share of simulated series (10 months from 100 on) whose 95 % interval holds the factor they were made with."""
    rng, means = np.random.default_rng(20171115), 100 * factor ** np.arange(10)
    inside = 0
    for _ in range(series):
        rates = means if dispersion == 1 else rng.gamma(means / (dispersion - 1), dispersion - 1)
        result = rate_ratio(rng.poisson(rates).tolist())
        inside += result.low <= factor <= result.high
    return inside / series


@pytest.mark.parametrize("dispersion", [2, 4, 8])
def test_the_true_factor_lies_in_the_interval_as_often_as_promised(dispersion):
    assert 0.90 <= share_inside(dispersion) <= 0.99


def test_pure_chance_is_covered_more_often_since_dispersion_is_not_let_below_one():
    assert share_inside(1) >= 0.95


def test_even_counts_do_not_narrow_the_interval_below_that_of_chance():
    even, odd = rate_ratio([100] * 10), rate_ratio([100, 101, 99, 100, 100, 101, 99, 100, 99, 101])
    assert odd.high / odd.low == pytest.approx(even.high / even.low, rel=1e-3)


def test_equal_months_raise_no_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert rate_ratio([50] * 8).ratio == pytest.approx(1)


def test_scattered_counts_widen_the_interval():
    calm, wild = rate_ratio([100] * 10), rate_ratio([60, 140, 55, 150, 90, 130, 50, 145, 70, 110])
    assert wild.dispersion > 5
    assert wild.high / wild.low > calm.high / calm.low


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        ([1, 2, 3, 4], "mindestens 5 Monate"),
        ([0] * 10, "nur Nullen"),
        ([0] * 9 + [1000], "im ersten oder im letzten Monat"),
        ([5, 0, 0, 0, 0], "im ersten oder im letzten Monat"),
    ],
)
def test_what_has_no_factor_is_refused(counts, why):
    refusal = rate_ratio(counts)
    assert isinstance(refusal, NotAssessable)
    assert why in refusal.reason


COUNTS, DAYS = [82, 117, 119, 152, 179, 203, 199, 176, 237, 261], [22, 20, 23, 18, 20, 21, 21, 23, 21, 19]


def test_with_exposure_the_fit_is_that_of_statsmodels():
    design = sm.add_constant(np.arange(10.0))
    fit = sm.GLM(COUNTS, design, family=sm.families.Poisson(), exposure=np.array(DAYS)).fit(scale="X2")
    low, high = (fit.params[1] + sign * t.ppf(0.975, 8) * fit.bse[1] for sign in (-1, 1))
    result = rate_ratio(COUNTS, DAYS)
    assert (result.ratio, result.low, result.high) == pytest.approx(tuple(np.exp([fit.params[1], low, high])), rel=1e-9)
    assert result.dispersion == pytest.approx(fit.scale, rel=1e-9)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 300), min_size=5, max_size=12), st.floats(0.5, 30))
def test_the_same_exposure_every_month_changes_nothing(counts, days):
    same, plain = rate_ratio(counts, [days] * len(counts)), rate_ratio(counts)
    assert (same.ratio, same.low, same.high) == pytest.approx((plain.ratio, plain.low, plain.high), rel=1e-7)


def test_counts_that_grow_only_with_the_exposure_do_not_rise():
    assert rate_ratio([10, 20, 40, 80, 160], [1, 2, 4, 8, 16]).ratio == pytest.approx(1, rel=1e-9)


def test_a_month_left_out_keeps_its_place():
    """2^t without t = 2 still doubles; moved together, it would not."""
    kept = [1, 2, 8, 16, 32]
    assert rate_ratio(kept, months=[0, 1, 3, 4, 5]).ratio == pytest.approx(2, rel=1e-6)
    assert rate_ratio(kept).ratio > 2.1


@pytest.mark.parametrize("days", [[20, 20, 0, 20, 20], [20] * 4])
def test_an_exposure_that_is_none_is_an_error(days):
    with pytest.raises(ValueError, match="above 0 in each month"):
        rate_ratio([1, 2, 3, 4, 5], days)
