from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval.forecast.series.kinds import KINDS, Kind, bounded, no_wider_than
from wiwak_eval.forecast.series.quantiles import LEARNED

LEVELS = np.array(LEARNED)
NORMAL = np.array([-1.959964, -1.281552, -0.674490, 0.0, 0.674490, 1.281552, 1.959964])
distances = st.lists(st.floats(-5, 5), min_size=7, max_size=7).map(lambda found: np.sort(found) - np.sort(found)[3])


def test_narrow_ranges_are_widened_to_the_least_and_wide_ones_left():
    """Sd 0.6 after twelve months, so 0.3 after three."""
    least = np.stack([0.3 * NORMAL, 0.6 * NORMAL])
    for size, wanted in ((0.1, least), (5.0, 5.0 * least)):
        off = (size * least)[None]
        assert bounded(off, LEVELS, np.array([3, 12]), Kind(least_log_sd=0.6))[0] == pytest.approx(wanted, abs=1e-5)


def test_wide_ranges_are_narrowed_to_the_most_and_narrow_ones_left():
    most = np.stack([0.3 * NORMAL, 0.6 * NORMAL])
    for size, wanted in ((0.1, 0.1 * most), (5.0, most)):
        off = (size * most)[None]
        assert bounded(off, LEVELS, np.array([3, 12]), Kind(most_log_sd=0.6))[0] == pytest.approx(wanted, abs=1e-5)


@given(distances, st.integers(1, 36), st.sampled_from(list(KINDS)))
def test_bounds_keep_the_order_and_the_middle(off, ahead, kind):
    found = bounded(off[None, None], LEVELS, np.array([float(ahead)]), KINDS[kind])[0, 0]
    assert (np.diff(found) >= -1e-9).all()
    assert found[3] == pytest.approx(0, abs=1e-9)


def test_no_kind_no_bounds():
    off = np.array([[[-9.0, -3.0, -0.1, 0.0, 0.1, 3.0, 9.0]]])
    assert (bounded(off, LEVELS, np.array([12.0]), KINDS[None]) == off).all()
    assert (KINDS[None].least_log_sd, KINDS[None].most_log_sd) == (0.0, inf)


def test_totals_are_held_within_the_sum_of_their_months_by_hand():
    """Middle 200 against a sum of middles of 100: the ratios to the middle count, each with half a count more."""
    together = np.array([[50.0, 100.0, 300.0]])
    held = no_wider_than(np.array([[20.0, 200.0, 900.0]]), together, np.array([200.0]), np.array([100.0]), np.array([0.1, 0.5, 0.9]))
    assert held[0] == pytest.approx([200.5 * 50.5 / 100.5 - 0.5, 200.0, 200.5 * 300.5 / 100.5 - 0.5])
    narrow = no_wider_than(np.array([[190.0, 200.0, 210.0]]), together, np.array([200.0]), np.array([100.0]), np.array([0.1, 0.5, 0.9]))
    assert narrow[0] == pytest.approx([190, 200, 210])
