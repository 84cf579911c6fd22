import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiwak_eval.forecast.flow import FlowPaths
from wiwak_eval.forecast.members import Member, Spans
from wiwak_eval.forecast.official import official, scores_by_correlation, scores_of_paths, shared
from wiwak_eval.forecast.series import LEARNED

SPANS = Spans.after(10)
WIDTHS = np.array([0.5, 0.7, 0.85, 1.0, 1.2, 1.5, 2.0])
MONTHS = np.linspace(100, 150, 26)[:, None] * WIDTHS
YEARS = np.array([[1400.0], [1600.0]]) * (1 + (WIDTHS - 1) / 2)
MEMBER = Member(MONTHS, YEARS)
EVEN = np.array([-1.959964, -1.281552, -0.674490, 0.0, 0.674490, 1.281552, 1.959964])
SCORES = np.stack([EVEN, EVEN[::-1]], axis=1)
NO_LEVER = np.ones(26)


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [
        (10, [1, 1, 1], [4, 3, 3]),
        (7, [5, 3, 2], [4, 2, 1]),
        (100, [1, 1, 4], [17, 17, 66]),
        (101, [1, 2, 4], [14, 29, 58]),
        (3, [0, 0, 0, 0], [1, 1, 1, 0]),
        (5, [0, 1, 0], [0, 5, 0]),
        (0, [3, 4], [0, 0]),
    ],
)
def test_largest_remainders_by_hand(total, weights, parts):
    """7 in 5:3:2 is 3.5, 2.1, 1.4; 100 in 1:1:4 is 16.67 twice and 66.67, and two of three equal remainders go to the first ones."""
    assert shared(total, weights) == parts


@settings(deadline=None)
@given(total=st.integers(0, 100_000), weights=st.lists(st.floats(0, 1e6), min_size=1, max_size=12))
def test_shares_add_up_and_none_is_off_by_one(total, weights):
    parts = shared(total, weights)
    assert sum(parts) == total
    exact = np.array(weights) / sum(weights) * total if sum(weights) else np.full(len(weights), total / len(weights))
    assert (np.abs(np.array(parts) - exact) < 1 + 1e-6).all()
    assert all(isinstance(part, int) and part >= 0 for part in parts)


def test_a_years_plan_is_the_median_of_its_total_and_its_months_share_it():
    found = official(MEMBER, SPANS, NO_LEVER, SCORES)
    assert found.planned_years == (1400, 1600)
    for (first, last), total in zip(SPANS.years, found.planned_years, strict=True):
        assert sum(found.planned[first:last]) == total
        share = MONTHS[first:last, 3] / MONTHS[first:last, 3].sum()
        assert np.abs(np.array(found.planned[first:last]) - total * share).max() < 1


def test_months_of_the_bridge_are_their_own_medians():
    found = official(MEMBER, SPANS, NO_LEVER, SCORES)
    assert found.planned[:2] == (100, 102)


def test_quantiles_without_a_lever_are_those_of_the_trend():
    found = official(MEMBER, SPANS, NO_LEVER, SCORES)
    assert np.array(found.months) == pytest.approx(MONTHS, abs=1e-6)
    assert np.array(found.years) == pytest.approx(YEARS, abs=1e-6)


@pytest.mark.parametrize("factor", [0.5, 1.2, 3.0])
def test_a_level_from_the_first_year_on_scales_plan_ranges_and_draws(factor):
    factors = np.where(np.arange(26) < 2, 1.0, factor)
    plain, moved = official(MEMBER, SPANS, NO_LEVER, SCORES), official(MEMBER, SPANS, factors, SCORES)
    assert moved.planned[:2] == plain.planned[:2]
    assert moved.months[:2] == plain.months[:2]
    assert moved.planned_years == (round(1400 * factor), round(1600 * factor))
    assert np.array(moved.months[2:]) == pytest.approx(factor * MONTHS[2:])
    assert np.array(moved.years) == pytest.approx(factor * YEARS)
    assert np.array(moved.draws) == pytest.approx(factor * np.array(plain.draws), abs=0.5 + factor / 2, rel=2e-3)


def test_a_lever_from_july_on_counts_half_a_year():
    """By the months' medians: those from July on twice, the others once."""
    factors = np.ones(26)
    factors[8:14] = 2.0
    found = official(MEMBER, SPANS, factors, SCORES)
    middle = MONTHS[2:14, 3]
    ratio = (middle[:6].sum() + 2 * middle[6:].sum()) / middle.sum()
    assert found.planned_years == (round(1400 * ratio), 1600)
    assert np.array(found.years[0]) == pytest.approx(ratio * YEARS[0])
    assert sum(found.planned[8:14]) / sum(found.planned[2:8]) == pytest.approx(2 * middle[6:].sum() / middle[:6].sum(), rel=0.01)


def test_a_lever_of_zero_leaves_nothing():
    found = official(MEMBER, SPANS, np.zeros(26), SCORES)
    assert found.planned == (0,) * 26
    assert found.planned_years == (0, 0)
    assert set(found.draws[0]) == {0}


def test_draws_lie_where_their_scores_say_and_belong_together():
    found = official(MEMBER, SPANS, NO_LEVER, SCORES)
    assert found.draws[0] == tuple(int(value + 0.5) for value in YEARS[0])
    assert found.draws[1] == tuple(int(value + 0.5) for value in YEARS[1][::-1])


def test_many_draws_have_the_ranges_of_the_years():
    scores = scores_by_correlation(0.7, 40_000, np.random.default_rng(1))
    found = official(MEMBER, SPANS, NO_LEVER, scores)
    for draws, quantiles in zip(found.draws, found.years, strict=True):
        assert np.quantile(draws, LEARNED) == pytest.approx(quantiles, rel=0.02)


def paths_of(contacts):
    empty = np.zeros_like(contacts)
    return FlowPaths(tuple(f"m{n}" for n in range(contacts.shape[1])), contacts, empty, empty, empty, {})


def test_scores_of_paths_keep_the_order_of_the_totals_and_are_normal():
    level = np.random.default_rng(1).lognormal(5, 0.8, 3000)
    contacts = np.random.default_rng(2).poisson(level[:, None], (3000, 26))
    scores = scores_of_paths(paths_of(contacts), SPANS, np.random.default_rng(3))
    for place, (first, last) in enumerate(SPANS.years):
        totals = contacts[:, first:last].sum(axis=1)
        ordered = scores[np.argsort(totals, kind="stable"), place]
        different = np.diff(np.sort(totals)) > 0
        assert (np.diff(ordered)[different] > 0).all()
        assert np.mean(scores[:, place]) == pytest.approx(0, abs=1e-9)
        assert np.std(scores[:, place]) == pytest.approx(1, abs=0.01)
    assert np.corrcoef(scores.T)[0, 1] > 0.95


def test_equal_totals_are_ranked_by_lot():
    """Otherwise the paths' place in the list would decide, and alike in both years."""
    scores = scores_of_paths(paths_of(np.full((2000, 26), 5)), SPANS, np.random.default_rng(1))
    assert len(np.unique(scores[:, 0])) == 2000
    assert abs(np.corrcoef(scores.T)[0, 1]) < 0.1
    assert abs(np.corrcoef(scores[:, 0], np.arange(2000))[0, 1]) < 0.1


@pytest.mark.parametrize("correlation", [0.0, 0.5, 0.9, 1.0])
def test_without_paths_both_years_correlate_as_on_public_series(correlation):
    scores = scores_by_correlation(correlation, 20_000, np.random.default_rng(1))
    assert np.corrcoef(scores.T)[0, 1] == pytest.approx(correlation, abs=0.02)
    assert scores.std(axis=0) == pytest.approx([1, 1], abs=0.02)
