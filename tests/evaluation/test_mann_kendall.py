from fractions import Fraction
from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import kendalltau

from wiwak_eval.evaluation.mann_kendall import mann_kendall
from wiwak_eval.results import NotAssessable

series = st.lists(st.integers(0, 500), min_size=5, max_size=14)


def statistic(values):
    return sum((later > earlier) - (later < earlier) for earlier, later in combinations(values, 2))


def with_inversions(months, inversions):
    """A series without ties that has so many falling pairs."""
    values, left = list(range(months)), inversions
    for place in range(months):
        step = min(left, months - 1 - place)
        values.insert(place, values.pop(place + step))
        left -= step
    return values


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 5), min_size=5, max_size=7))
def test_p_is_the_share_of_orders_that_rise_as_much(values):
    orders = np.array(list(permutations(values)))
    signs = sum(np.sign(orders[:, later] - orders[:, earlier]) for earlier, later in combinations(range(len(values)), 2))
    result = mann_kendall(values)
    assert result.s == statistic(values)
    assert result.p_rising == pytest.approx(float((signs >= result.s).mean()), abs=1e-12)


@pytest.mark.parametrize(
    ("months", "s", "published"),
    [(5, 8, 0.042), (5, 10, 0.0083), (6, 11, 0.028), (7, 13, 0.035), (7, 15, 0.015), (8, 16, 0.031), (8, 18, 0.016),
     (9, 18, 0.038), (9, 20, 0.022), (10, 21, 0.036), (10, 23, 0.023), (10, 25, 0.014), (10, 27, 0.0083)],
)  # fmt: skip
def test_upper_tails_are_those_of_kendalls_table(months, s, published):
    """Kendall, Rank Correlation Methods (1970), appendix table 1."""
    pairs = months * (months - 1) // 2
    result = mann_kendall(with_inversions(months, (pairs - s) // 2))
    assert result.s == s
    assert result.p_rising == pytest.approx(published, abs=0.0006)


@pytest.mark.parametrize(("months", "critical"), [(8, 18), (10, 23), (12, 30)])
def test_critical_values_two_sided_at_5_percent(months, critical):
    pairs = months * (months - 1) // 2
    at, below = (mann_kendall(with_inversions(months, (pairs - s) // 2)).p_rising for s in (critical, critical - 2))
    assert 2 * at <= 0.05 < 2 * below


def test_four_months_are_refused():
    assert mann_kendall([1, 2, 3, 4]) == NotAssessable("nicht auswertbar: Der Trendtest braucht mindestens 5 Monate.")
    assert mann_kendall([1, 2, 3, 4, 5]).p_rising == pytest.approx(1 / 120)


def test_equal_months_show_nothing():
    assert (mann_kendall([7] * 10).s, mann_kendall([7] * 10).p_rising) == (0, 1.0)


@given(series)
def test_the_reversed_series_has_the_opposite_sign(values):
    forwards, backwards = mann_kendall(values), mann_kendall(values[::-1])
    assert backwards.s == -forwards.s
    assert forwards.p_rising + backwards.p_rising >= 1
    assert (forwards.p_rising < backwards.p_rising) == (forwards.s > 0)


@given(series, st.integers(1, 9), st.integers(0, 99))
def test_only_the_order_of_the_counts_matters(values, factor, shift):
    assert mann_kendall([factor * value + shift for value in values]) == mann_kendall(values)


def test_trendless_series_are_called_rising_in_at_most_5_percent():
    rng = np.random.default_rng(20171115)
    called = [mann_kendall(rng.poisson(mean, 10).tolist()).p_rising <= 0.05 for mean in (2, 20, 60, 200) for _ in range(500)]
    assert len(called) == 2000
    assert 0.02 < np.mean(called) <= 0.05


def test_a_clear_rise_is_found():
    rng = np.random.default_rng(20171115)
    found = [mann_kendall(rng.poisson(40 * 1.08 ** np.arange(10)).tolist()).p_rising <= 0.05 for _ in range(300)]
    assert np.mean(found) > 0.9


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(12)))
def test_without_ties_p_is_that_of_scipys_exact_kendall_test(values):
    found = kendalltau(range(len(values)), values, alternative="greater", method="exact")
    result = mann_kendall(values)
    assert result.p_rising == pytest.approx(float(found.pvalue), rel=1e-9)
    assert result.s == round(float(found.statistic) * len(values) * (len(values) - 1) / 2)


def test_equal_rates_are_ties_whatever_their_decimals():
    """Ten contacts in three days are twenty in six: as decimals, sums of thirds would differ in the last place."""
    rates = [Fraction(10, 3), Fraction(20, 6), Fraction(1, 3) * 10, Fraction(30, 9), Fraction(4)]
    assert mann_kendall(rates) == mann_kendall([1, 1, 1, 1, 2])
    assert mann_kendall(rates).p_rising == pytest.approx(1 / 5)


@given(series, st.integers(2, 30))
def test_the_same_exposure_every_month_changes_nothing(values, days):
    assert mann_kendall([Fraction(value, days) for value in values]) == mann_kendall(values)
