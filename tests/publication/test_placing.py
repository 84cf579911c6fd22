"""Names beside points: clear of lines, plainly their own point's."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.text import Annotation

from wiwak_eval.publication.placing import place_labels
from wiwak_eval.publication.style import canvas, styled


def named(points: list[tuple[float, float, str]], line: float | None = None) -> tuple[Axes, dict[str, Annotation]]:
    """A picture of 100 × 100 units with these names and, where wanted, a level line to keep clear of."""
    with styled():
        figure, axes = canvas(4, None)
        axes.set_xlim(0, 100)
        axes.set_ylim(0, 100)
        lines = [] if line is None else [(np.linspace(0, 100, 400), np.full(400, line))]
        place_labels(figure, axes, points, lines)
    return axes, {text.get_text(): text for text in axes.texts if isinstance(text, Annotation)}


def test_a_name_stands_beside_its_point_but_not_on_a_line() -> None:
    """Without the line right of the point, level with it."""
    free, crossed = (named([(50, 50, "Name")], line)[1]["Name"] for line in (None, 50))
    assert free.xyann == (6, 0)
    assert crossed.xyann[1] != 0


def test_a_name_is_nearer_to_its_own_point_than_to_another() -> None:
    """A point close to the right: its neighbour's name must not stand beyond it."""
    points = [(50.0, 50.0, "links mit langem Namen"), (54.0, 50.0, "rechts")]
    axes, names = named(points)
    for x, y, name in points:
        box = names[name].get_window_extent()
        distance = []
        for other_x, other_y, _ in points:
            at = axes.transData.transform((other_x, other_y))
            distance.append(float(np.hypot(*np.maximum(0, np.maximum(box.min - at, at - box.max)))))
        assert min(range(2), key=lambda i: distance[i]) == points.index((x, y, name))


def test_a_line_to_a_name_passes_by_other_points() -> None:
    """No room left of the first point, and the second stands between it and the free place at its right."""
    points = [(4.0, 50.0, "ein Name, der lang ist"), (12.0, 50.0, "noch ein langer Name")]
    axes, names = named(points)
    label = names["ein Name, der lang ist"]
    start, other = (axes.transData.transform(point[:2]) for point in points)
    box = label.get_window_extent()
    end = (box.min + box.max) / 2
    way = end - start
    near = start + np.clip((other - start) @ way / (way @ way), 0, 1) * way
    assert label.arrow_patch is not None
    assert np.hypot(*(near - other)) > 5


def test_a_crowd_of_points_still_gets_all_its_names() -> None:
    _, names = named([(50 + i % 5, 50 + i // 5, f"Ort {i}") for i in range(25)])
    assert len(names) == 25
