import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiwak_eval.forecast.series import (
    FASTEST_MOVEMENT,
    count_dispersion,
    forecast_counts,
    recent_level,
    recent_movement,
)

SPIKES = {
    "zeros": [0] * 12,
    "eleven zeros and a thousand": [0] * 11 + [1000],
    "a thousand and eleven zeros": [1000] + [0] * 11,
    "one spike": [5] * 5 + [1000] + [5] * 6,
    "a step": [0] * 6 + [1000] * 6,
    "single contacts": [1, 0, 0, 1, 0, 0],
}
QUANTILES = [0.025, 0.1, 0.5, 0.9, 0.975]


def ahead(history, draws=2000, seed=1, sd=0.08):
    return forecast_counts(history, 26, draws, seed, sd)


def months(history, **more):
    return np.quantile(ahead(history, **more).draws, QUANTILES, axis=0, method="inverted_cdf")


def last_year(history, **more):
    return np.quantile(ahead(history, **more).draws[:, -12:].sum(axis=1), QUANTILES)


def test_a_constant_series_stays_where_it_is_with_a_range_around():
    forecast = ahead([100] * 10, draws=20000)
    assert forecast.level == 100
    low, _, middle, _, high = np.quantile(forecast.draws, QUANTILES, axis=0)
    assert middle == pytest.approx(np.full(26, 100), abs=4)
    assert (low < 100).all()
    assert (high > 100).all()


def test_the_range_widens_the_further_one_looks():
    low, _, _, _, high = months([100] * 10, draws=20000)
    assert high[-1] - low[-1] > 1.5 * (high[0] - low[0])


def test_with_a_known_level_only_chance_is_left():
    """No drift, no movement: counts scatter around a level that is unsure by the root of 1 / (3 x 100)."""
    draws = forecast_counts([100] * 10, 26, 20000, 1, 0.0).draws
    level_variance = 100**2 / 300
    assert draws[:, -1].var() == pytest.approx(100 + level_variance, rel=0.05)


def test_the_drift_is_that_of_a_random_walk():
    draws = forecast_counts([10**6] * 10, 26, 20000, 1, 0.08).draws
    assert np.log(draws[:, 0]).std() == pytest.approx(0.08, rel=0.03)
    assert np.log(draws[:, -1]).std() == pytest.approx(0.08 * np.sqrt(26), rel=0.03)


def test_a_movement_may_go_on_or_turn():
    """Doubling in six months: the spread of what the log level does next is the sum of the monthly movement, a fifth less each month."""
    rising = [10**6 * 2 ** (month / 6) for month in range(10)]
    draws = forecast_counts([round(count) for count in rising], 26, 20000, 1, 0.0).draws
    going_on = np.log(2) / 6 * sum(0.8**month for month in range(1, 27))
    assert np.log(draws[:, -1]).std() == pytest.approx(going_on, rel=0.03)
    assert (draws[:, -1] > recent_level(np.array(rising))).mean() == pytest.approx(0.5, abs=0.02)


def test_scatter_is_that_of_the_history():
    noisy = [60, 140, 55, 150, 90, 130, 50, 145, 70, 110]
    assert count_dispersion(np.array(noisy, dtype=float)) > 10
    assert np.ptp(last_year(noisy)) > np.ptp(last_year([100] * 10))


def test_dispersion_by_hand():
    """Inner months less the mean of their neighbours: 10 - 15, 20 - 10, 10 - 20; mean square 75; by 1.5; by mean count 14."""
    assert count_dispersion(np.array([10, 10, 20, 10, 20], dtype=float)) == pytest.approx(75 / 1.5 / 14)
    assert count_dispersion(np.array([10, 20, 30, 40, 50], dtype=float)) == 1.0


def test_level_and_movement_by_hand():
    counts = np.array([3, 5, 60, 40, 50, 80, 60, 100], dtype=float)
    assert recent_level(counts) == 80
    assert recent_movement(counts) == pytest.approx(np.log(80 / 50) / 3)
    assert recent_level(np.zeros(10)) == 0.1
    assert recent_movement(np.array([1, 1, 1, 9, 9, 9], dtype=float)) == FASTEST_MOVEMENT
    assert recent_movement(np.array([9, 9, 9, 1, 1, 1], dtype=float)) == -FASTEST_MOVEMENT


@pytest.mark.parametrize("factor", [2, 5, 20])
def test_more_contacts_scale_the_range(factor):
    history = [200, 215, 190, 210, 195, 205, 220, 200, 190, 210]
    scaled = last_year([factor * count for count in history], draws=20000)
    assert scaled / last_year(history, draws=20000) == pytest.approx(np.full(5, factor), rel=0.08)


@pytest.mark.parametrize("history", SPIKES.values(), ids=SPIKES.keys())
def test_odd_series_give_ranges_that_can_be_printed(history):
    quantiles = months(history, draws=20000)
    assert (np.diff(quantiles, axis=0) >= 0).all()
    assert (quantiles >= 0).all()
    assert quantiles.max() <= 30 * (max(history) + 1)
    assert last_year(history)[3] <= 12 * 10 * (max(history) + 1)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 2000), min_size=6, max_size=14))
def test_any_series_gives_finite_ordered_ranges(history):
    quantiles = months(history, draws=500)
    assert (np.diff(quantiles, axis=0) >= 0).all()
    assert quantiles.min() >= 0
    assert quantiles.max() <= 40 * (max(history) + 1)


def test_equal_seeds_give_equal_draws_and_others_do_not():
    history = [83, 124, 125, 163, 192, 228, 207, 191, 256, 286]
    assert (ahead(history).draws == ahead(history).draws).all()
    assert (ahead(history).draws != ahead(history, seed=2).draws).any()


def test_a_short_series_is_an_error():
    with pytest.raises(ValueError, match="at least 6 months"):
        ahead([10] * 5)
