from math import log, sqrt

import numpy as np
import pytest
from noisy import noisy

from wiwak_eval.forecast.series.shape import ANCHORS, CALENDAR, LEAST_SPREAD, MONTHS, OFFSET, SUMMARY, shape_of

SOME = np.array([[10, 20, 30, 20, 10, 20, 30, 20, 10, 20, 30, 40]], dtype=float)


def test_sizes():
    shape = shape_of(noisy(50, 7))
    assert shape.level.shape == shape.spread.shape == (7,)
    assert shape.summary.shape == (7, SUMMARY)
    assert shape.anchors.shape == (7, ANCHORS)
    assert shape.calendar.shape == (7, MONTHS, CALENDAR)
    assert {part.dtype for part in (shape.summary, shape.anchors, shape.calendar)} == {np.dtype("float32")}


def test_level_and_spread_by_hand():
    shape = shape_of(SOME)
    level = 260 / 12
    logs = [log(count + OFFSET) - log(level + OFFSET) for count in SOME[0]]
    assert shape.level[0] == pytest.approx(level)
    poisson = 1 / sqrt(level + OFFSET)
    assert shape.spread[0] == pytest.approx(sqrt(sum(x * x for x in logs) / 11 + poisson**2 / 4 + LEAST_SPREAD**2))


def test_where_a_level_may_lie_by_hand():
    shape = shape_of(SOME)
    z = [(log(count + OFFSET) - log(260 / 12 + OFFSET)) / shape.spread[0] for count in SOME[0]]
    slope = np.polyfit(np.arange(12), z, 1)[0] * 6
    expected = [z[-1], np.mean(z[-3:]), np.mean(z[-6:]), slope, np.mean(z), np.median(z)]
    assert shape.anchors[0] == pytest.approx(expected, abs=1e-5)


def test_missing_months_are_left_out_of_every_mean():
    gaps = SOME.copy()
    gaps[0, [0, 1, 9]] = np.nan
    known = gaps[0][np.isfinite(gaps[0])]
    shape = shape_of(gaps)
    z = (np.log(known + OFFSET) - np.log(known.mean() + OFFSET)) / shape.spread[0]
    slope = np.polyfit(np.flatnonzero(np.isfinite(gaps[0])), z, 1)[0] * 6
    assert shape.level[0] == pytest.approx(known.mean())
    assert shape.anchors[0] == pytest.approx([z[-1], z[-2:].mean(), z[-5:].mean(), slope, z.mean(), np.median(z)], abs=1e-5)
    assert (shape.calendar[0, [0, 1, 9], 0] == 0).all()
    assert shape.calendar[0, :, 3].tolist() == [0, 0, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1]


def test_the_calendar_holds_the_same_month_and_its_neighbours_around_the_year():
    shape = shape_of(SOME)
    z = (np.log(SOME[0] + OFFSET) - log(260 / 12 + OFFSET)) / shape.spread[0]
    assert shape.calendar[0, :, 0] == pytest.approx(z, abs=1e-5)
    assert shape.calendar[0, 0, 1] == pytest.approx((z[11] + z[1]) / 2, abs=1e-5)
    assert shape.calendar[0, 11, 1] == pytest.approx((z[10] + z[0]) / 2, abs=1e-5)
    assert shape.calendar[0, :, 2] == pytest.approx(np.abs(z), abs=1e-5)


def test_without_a_season_the_calendar_is_empty_and_all_else_the_same():
    histories = noisy(50, 7)
    usual, bare = shape_of(histories), shape_of(histories, has_season=False)
    assert not bare.calendar.any()
    assert (bare.summary == usual.summary).all()
    assert (bare.anchors == usual.anchors).all()


def test_a_constant_series_has_all_its_levels_at_its_mean():
    shape = shape_of(np.full((1, 12), 300.0))
    assert not shape.anchors.any()
    assert shape.spread[0] > LEAST_SPREAD


def test_scale_shows_in_the_noise_alone():
    """Large counts ten times as large have the same form; the last four numbers tell how much of it is noise."""
    small, large = shape_of(noisy(10**6, 20)), shape_of(10 * noisy(10**6, 20))
    assert large.level == pytest.approx(10 * small.level)
    assert large.spread == pytest.approx(small.spread, rel=1e-3)
    assert large.summary[:, :-4] == pytest.approx(small.summary[:, :-4], abs=5e-3)
    assert large.anchors == pytest.approx(small.anchors, abs=5e-3)
