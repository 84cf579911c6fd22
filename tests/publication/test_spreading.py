"""Names at the ends of lines, apart from each other."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiwak_eval.publication.spreading import spread

HEIGHTS = st.lists(st.floats(0, 1000), min_size=1, max_size=8)


@settings(max_examples=60, deadline=None)
@given(HEIGHTS, st.floats(1, 50))
def test_spread_keeps_the_order_the_distance_and_the_floor(heights: list[float], gap: float) -> None:
    placed = spread(heights, gap, 0)
    ordered = [placed[i] for i in sorted(range(len(heights)), key=lambda i: heights[i])]
    assert all(upper - lower >= gap - 1e-6 for lower, upper in pairwise(ordered))
    assert min(placed) >= 0
    if all(upper - lower >= gap for lower, upper in pairwise(sorted(heights))):
        assert placed == pytest.approx(heights)


def test_names_too_close_move_both_ways() -> None:
    assert spread([50, 50], 10) == [45, 55]
    assert spread([100, 52, 48], 10) == [100, 55, 45]
    assert spread([1, 0], 10, 0) == [10, 0]
