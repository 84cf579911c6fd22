"""The funnel: who is drawn how, and that no name lies over another, over a point or outside."""

from itertools import combinations

import pytest
from access_sample import access_municipality

from wiwak_eval.evaluation.funnel_tests import poisson_limits
from wiwak_eval.publication import charts
from wiwak_eval.publication.design import WHITE


@pytest.fixture
def figure():
    return charts.CHARTS["access_funnel"](access_municipality())


def points(figure) -> dict[tuple[float, float], str]:
    """Where a single point stands, and its shape."""
    lines = [line for line in figure.axes[0].get_lines() if len(line.get_xdata()) == 1]
    return {(float(line.get_xdata()[0]), round(float(line.get_ydata()[0]), 6)): line.get_marker() for line in lines}


def test_each_group_that_is_told_is_a_point_and_the_shape_says_how_to_read_it(figure) -> None:
    found = points(figure)
    assert found[(90.0, 10.0)] == "v"
    assert found[(338.0, 49.0)] == "^", "the share as printed, not the printed counts divided"
    assert found[(60.0, 50.0)] == "o"
    assert len(found) == 5, "two lie in one place, one is hidden, and the row of all is a line"
    picture = charts.svg(figure).decode()
    assert "nicht ausgewiesen: Geisa" in picture
    assert ">Barchfeld, Ruhla<" in picture
    assert "&lt;script&gt;" in picture
    assert "zusammen" not in picture


def test_what_is_too_small_is_an_empty_circle(figure) -> None:
    small = next(line for line in figure.axes[0].get_lines() if list(line.get_xdata()) == [12.0])
    assert small.get_markerfacecolor() == WHITE
    assert small.get_marker() == "o"


def test_the_lines_are_told_apart_without_colour_and_named(figure) -> None:
    curves = [line for line in figure.axes[0].get_lines() if len(line.get_xdata()) > 1]
    assert len(curves) == 5
    assert len({str(line._dash_pattern) for line in curves}) == 3
    picture = charts.svg(figure).decode()
    assert all(f">{name}<" in picture for name in ("95\u202f%", "99,8\u202f%", "alle: 41\u202f%"))


def test_the_smooth_lines_keep_to_the_exact_limits(figure) -> None:
    """Between the exact limit and the whole number before it."""
    curves = [line for line in figure.axes[0].get_lines() if len(line.get_xdata()) > 1]
    for size, lower, upper in zip(curves[1].get_xdata(), curves[1].get_ydata(), curves[2].get_ydata(), strict=True):
        low, high = (int(limit) for limit in poisson_limits(size * 0.4, 0.95))
        assert max(low - 1, 0) - 1e-9 <= lower * size / 100 <= low + 1e-9
        assert high - 1 - 1e-9 <= upper * size / 100 <= high + 1e-9


def test_no_name_lies_over_another_over_a_point_or_outside(figure) -> None:
    figure.draw_without_rendering()
    axes = figure.axes[0]
    frame = axes.get_window_extent()
    names = [text.get_window_extent() for text in axes.texts if text.get_text() and "%" not in text.get_text()]
    assert len(names) == 5
    assert not any(one.overlaps(other) for one, other in combinations(names, 2))
    for point in points(figure):
        x, y = axes.transData.transform(point)
        assert not any(box.x0 < x < box.x1 and box.y0 < y < box.y1 for box in names)
    assert all(frame.x0 - 1 <= box.x0 and box.x1 <= frame.x1 + 1 for box in names)
