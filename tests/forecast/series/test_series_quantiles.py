import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from noisy import noisy

from wiwak_eval.forecast.series import KINDS, LEARNED, forecast
from wiwak_eval.forecast.series.model import LARGEST_SHARE
from wiwak_eval.forecast.series.quantiles import MIDDLE, levels_from_learned, rising
from wiwak_eval.results import NotAssessable

counts = st.one_of(st.integers(0, 30), st.integers(0, 1_000_000))
histories = st.lists(st.one_of(counts, counts, counts, st.just(float("nan"))), min_size=0, max_size=15)
probabilities = st.floats(0.001, 0.999)


@settings(deadline=None, max_examples=200)
@given(history=histories, kind=st.sampled_from(list(KINDS)))
def test_any_counts_give_rising_quantiles_from_zero_on_or_a_refusal(history, kind):
    months, totals = forecast(history, 26, kind=kind), forecast.totals(history, [(2, 14), (14, 26)], kind=kind)
    if isinstance(months, NotAssessable):
        assert totals == months
        assert months.reason.startswith("nicht auswertbar: ")
        return
    for found in (months, totals):
        assert np.isfinite(found).all()
        assert (found >= 0).all()
        assert (np.diff(found, axis=1) >= 0).all()


@settings(deadline=None, max_examples=100)
@given(level=st.integers(5, 50_000), factors=st.lists(st.floats(0.2, 5), min_size=6, max_size=12), kind=st.sampled_from(list(KINDS)))
def test_series_with_a_level_have_a_range_above_zero(level, factors, kind):
    history = [round(level * factor) for factor in factors]
    assume(max(history) <= LARGEST_SHARE * sum(history))
    assert (np.diff(forecast(history, 26, kind=kind)[:, [0, 3, 6]], axis=1) > 0).all()
    assert (np.diff(forecast.totals(history, [(2, 14), (14, 26)], kind=kind)[:, [0, 3, 6]], axis=1) > 0).all()


@settings(deadline=None, max_examples=100)
@given(levels=st.lists(probabilities, min_size=1, max_size=9), kind=st.sampled_from(list(KINDS)))
def test_other_probabilities_lie_between_the_learned_ones(levels, kind):
    levels = sorted(levels)
    histories = noisy(60, 5, 10)
    learned, found = forecast.many(histories, 12, kind=kind), forecast.many(histories, 12, levels, kind)
    assert (np.diff(found, axis=2) >= -1e-4 * found[..., 1:]).all()
    for place, level in enumerate(levels):
        above = next((learned[..., k] for k, known in enumerate(LEARNED) if known >= level), np.inf)
        below = next((learned[..., k] for k in reversed(range(len(LEARNED))) if LEARNED[k] <= level), 0.0)
        assert (found[..., place] <= above * (1 + 1e-4) + 1e-4).all()
        assert (found[..., place] >= below * (1 - 1e-4) - 1e-4).all()


@pytest.mark.parametrize("kind", KINDS)
def test_learned_probabilities_asked_for_one_by_one_are_the_learned_ones(kind):
    history = noisy(60, 1)[0]
    for place, level in enumerate(LEARNED):
        assert forecast(history, 24, (level,), kind)[:, 0] == pytest.approx(forecast(history, 24, kind=kind)[:, place], rel=1e-4)
        totals = [forecast.totals(history, [(0, 12)], asked, kind)[0] for asked in ((level,), LEARNED)]
        assert totals[0][0] == pytest.approx(totals[1][place], rel=1e-4)


def test_the_order_of_the_probabilities_is_kept():
    history = noisy(60, 1)[0]
    assert forecast(history, 12, (0.9, 0.1, 0.5)) == pytest.approx(forecast(history, 12)[:, [5, 1, 3]], rel=1e-4)


def test_learned_levels_need_no_matrix():
    assert levels_from_learned(LEARNED) is None
    assert levels_from_learned(list(LEARNED)) is None


def test_between_two_learned_levels_the_line_is_straight_in_normal_scores():
    """Half way between the scores of 0.1 and 0.25, -1.281552 and -0.674490, lies -0.978021: 16.4 %."""
    matrix = levels_from_learned((0.1640322,))
    assert matrix[:, 0] == pytest.approx([0, 0.5, 0.5, 0, 0, 0, 0], abs=1e-5)


def test_beyond_the_outermost_level_the_last_line_goes_on():
    """The score of 0.01 is -2.326348; from 0.1 (-1.281552) to 0.025 (-1.959964) one goes 0.678412, then half of it and a bit again."""
    matrix = levels_from_learned((0.01,))
    further = (2.326348 - 1.281552) / 0.678412
    assert matrix[:, 0] == pytest.approx([further, 1 - further, 0, 0, 0, 0, 0], abs=1e-5)


@given(st.lists(probabilities, min_size=1, max_size=5))
def test_weights_add_up_to_one(levels):
    matrix = levels_from_learned(levels)
    if matrix is not None:
        assert matrix.sum(axis=0) == pytest.approx(np.ones(len(levels)))


def test_steps_are_laid_off_from_the_middle_by_hand():
    """exp(0) = 1, exp(log 2) = 2."""
    steps = np.log(np.array([[1, 2, 3, 4, 5, 6]], dtype=np.float32))
    assert rising(np.array([10], dtype=np.float32), steps)[0] == pytest.approx([4, 5, 7, 10, 14, 19, 25], rel=1e-6)


def test_even_absurd_steps_stay_finite_and_rise():
    steps = np.array([[-1e9, 1e9, 0, -1e9, 1e9, 5]], dtype=np.float32)
    found = rising(np.array([0], dtype=np.float32), steps)[0]
    assert np.isfinite(found).all()
    assert (np.diff(found) > 0).all()
    assert found[MIDDLE] == 0
