from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiwak_eval.forecast.flow import FlowPaths
from wiwak_eval.forecast.members import OUTERMOST, Member, Spans, at_scores, combined, flow_member, series_member, simple_member
from wiwak_eval.forecast.series import LEARNED, forecast
from wiwak_eval.results import NotAssessable

PILOT = [83, 124, 125, 163, 192, 228, 207, 191, 256, 286]
SPANS = Spans.after(10)
SCORES = (-1.959964, -1.281552, -0.674490, 0.0, 0.674490, 1.281552, 1.959964)


def rising(values):
    return np.sort(np.array(values, dtype=float), axis=-1)


def members():
    """Any rising counts for months and two years."""
    rows = st.lists(st.floats(0, 1e5), min_size=7, max_size=7)
    return st.builds(
        lambda months, years: Member(rising(months), rising(years)),
        st.lists(rows, min_size=3, max_size=3),
        st.lists(rows, min_size=2, max_size=2),
    )


def paths_of(contacts):
    empty = np.zeros_like(contacts)
    return FlowPaths(tuple(f"m{n}" for n in range(contacts.shape[1])), contacts, empty, empty, empty, {})


@pytest.mark.parametrize(
    ("month", "horizon", "years"),
    [(10, 26, ((2, 14), (14, 26))), (12, 24, ((0, 12), (12, 24))), (6, 30, ((6, 18), (18, 30))), (1, 35, ((11, 23), (23, 35)))],
)
def test_two_calendar_years_after_the_bridge(month, horizon, years):
    assert Spans.after(month) == Spans(horizon, years)


@pytest.mark.parametrize("kind", [None, "start", "flow"])
def test_the_series_member_is_the_learned_forecast(kind):
    member = series_member(PILOT, SPANS, kind)
    assert (member.months == forecast(PILOT, 26, kind=kind)).all()
    assert (member.years == forecast.totals(PILOT, [(2, 14), (14, 26)], kind=kind)).all()


def test_what_the_series_refuses_is_refused():
    assert series_member([0] * 10, SPANS, None) == NotAssessable("nicht auswertbar: Die Reihe enthält nur Nullen.")


def test_paths_become_quantiles_of_months_and_of_sums():
    """1,001 paths 0, 1, 2, ...: each month of path n has n contacts, so a year of it twelve times n."""
    contacts = np.repeat(np.arange(1001)[:, None], 26, axis=1)
    member = flow_member(paths_of(contacts), SPANS)
    assert member.months == pytest.approx(np.tile([1000 * level for level in LEARNED], (26, 1)))
    assert member.years == pytest.approx(np.tile([12_000 * level for level in LEARNED], (2, 1)))


def test_a_years_range_is_that_of_its_sums_and_not_a_sum_of_ranges():
    contacts = np.random.default_rng(1).poisson(100, (4000, 26))
    member = flow_member(paths_of(contacts), SPANS)
    width, of_months = member.years[0, 5] - member.years[0, 1], (member.months[2:14, 5] - member.months[2:14, 1]).sum()
    assert width == pytest.approx(of_months / np.sqrt(12), rel=0.1)


@pytest.mark.parametrize(("method", "middle"), [("naive", 286), ("mean", 185.5), ("mean_of_three", 733 / 3)])
def test_a_simple_method_has_its_own_middle_and_the_learned_range(method, middle):
    series = series_member(PILOT, SPANS, "start")
    member = simple_member(method, PILOT, SPANS, series)
    assert member.months[:, 3] == pytest.approx(np.full(26, middle))
    assert member.years[:, 3] == pytest.approx([12 * middle] * 2)
    for own, learned in ((member.months, series.months), (member.years, series.years)):
        above, of_learned = (np.log((found[:, 4:] + 0.5) / (found[:, [3]] + 0.5)) for found in (own, learned))
        assert above == pytest.approx(of_learned)
        below = own[:, :3] > 0
        assert np.log((own[:, :3] + 0.5) / (own[:, [3]] + 0.5))[below] == pytest.approx(
            np.log((learned[:, :3] + 0.5) / (learned[:, [3]] + 0.5))[below]
        )


def test_drift_adds_up_over_a_year():
    series = series_member(PILOT, SPANS, "start")
    step = (286 - 83) / 9
    member = simple_member("drift", PILOT, SPANS, series)
    assert member.months[:, 3] == pytest.approx([286 + ahead * step for ahead in range(1, 27)])
    assert member.years[0, 3] == pytest.approx(sum(286 + ahead * step for ahead in range(3, 15)))


@given(members(), members())
def test_all_weight_on_one_gives_that_one(first, second):
    for weight, wanted in ((0.0, first), (1.0, second)):
        found = combined(first, second, weight)
        for part in fields(Member):
            assert getattr(found, part.name) == pytest.approx(getattr(wanted, part.name), rel=1e-9, abs=1e-6)


@given(members(), members(), st.floats(0, 1))
def test_a_combination_lies_between_its_members_and_rises(first, second, weight):
    found = combined(first, second, weight)
    for part in fields(Member):
        one, two, both = (getattr(member, part.name) for member in (first, second, found))
        assert (both >= np.minimum(one, two) - 1e-6 * (1 + one + two)).all()
        assert (both <= np.maximum(one, two) + 1e-6 * (1 + one + two)).all()
        assert (np.diff(both, axis=1) >= -1e-6 * (1 + both[:, 1:])).all()


def test_half_and_half_by_hand():
    """Geometric mean of counts plus a half: of 99.5 and 399.5 is 199.5."""
    one, two = (Member(np.full((1, 7), value), np.full((2, 7), 12 * value)) for value in (99.5, 399.5))
    assert combined(one, two, 0.5).months == pytest.approx(np.full((1, 7), 199.5))
    assert combined(one, two, 0.25).months == pytest.approx(np.full((1, 7), 100 * 4**0.25 - 0.5))


@settings(deadline=None)
@given(st.lists(st.floats(0, 1e6), min_size=7, max_size=7).map(sorted))
def test_the_learned_scores_give_the_learned_quantiles(quantiles):
    assert at_scores(np.array(quantiles), np.array(SCORES)) == pytest.approx(quantiles, rel=1e-4, abs=1e-3)


@settings(deadline=None)
@given(
    quantiles=st.lists(st.floats(0, 1e6), min_size=7, max_size=7).map(sorted),
    scores=st.lists(st.floats(-6, 6), min_size=2, max_size=20).map(sorted),
)
def test_higher_scores_give_higher_values_and_none_below_zero(quantiles, scores):
    values = at_scores(np.array(quantiles), np.array(scores))
    assert (values >= 0).all()
    assert (np.diff(values) >= -1e-6 * (1 + values[1:])).all()


def test_between_and_beyond_the_learned_scores_by_hand():
    """Counts plus a half double from quantile to quantile, so logarithms go on along straight lines."""
    quantiles = 100 * 2.0 ** np.arange(7) - 0.5
    half = at_scores(quantiles, np.array([(SCORES[3] + SCORES[4]) / 2]))[0]
    assert half == pytest.approx(800 * 2**0.5 - 0.5, rel=1e-5)
    beyond = at_scores(quantiles, np.array([2 * SCORES[6] - SCORES[5], 2 * SCORES[0] - SCORES[1]]))
    assert beyond == pytest.approx([12800 - 0.5, 50 - 0.5], rel=1e-5)


def test_scores_out_of_all_reach_are_taken_for_the_outermost():
    quantiles = 100 * 2.0 ** np.arange(7)
    far, edge = (at_scores(quantiles, np.array([-score, score])) for score in (50.0, OUTERMOST))
    assert (far == edge).all()
