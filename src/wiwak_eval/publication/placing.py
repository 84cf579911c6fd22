"""Names beside points: none over another, over a point, over a line or outside the picture, each plainly its own point's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Literal

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox
from numpy.typing import ArrayLike, NDArray

from wiwak_eval.publication.design import FINE, GREY, INK, WHITE
from wiwak_eval.publication.measuring import line_height, width
from wiwak_eval.publication.style import settle

_ANGLES = (0, 180, 90, 270, 45, 315, 135, 225, 22.5, 337.5, 157.5, 202.5, 67.5, 112.5, 247.5, 292.5)
_DISTANCES = (6, 9, 14, 20, 28, 38, 50, 64, 80, 100)
"""Points of print between a point and the edge of its name, nearest first."""
_LED = 8
"""Points from which on a thin line leads to the name."""
_CLEAR = 3
"""Merit of a place that has nothing against it."""
_ON_LEAD = 40
"""Points by which a line to a name is tried."""
_POINT = 9.0
"""Half the side of the box around a point that the names of others keep out of."""
_BACKGROUND = {"boxstyle": "square,pad=0.1", "facecolor": WHITE, "edgecolor": "none", "alpha": 0.85}
"""So that no line strikes a name through."""
Line = tuple[ArrayLike, ArrayLike]
Floats = NDArray[np.float64]
Place = tuple[tuple[float, float], Bbox]
"""Offset from the point in points of print, and the box that the name takes."""


def place_labels(figure: Figure, axes: Axes, points: Sequence[tuple[float, float, str]], lines: Sequence[Line] = ()) -> None:
    """Write each name (x, y, name) at the best place around its point, the nearest first, with a thin line where it is not close by.

    lines: (xs, ys) that names keep clear of where they can. Points are taken from left to right and bottom to top; where two stand in
    one place, give them one name.
    """
    settle(figure)
    scale = figure.dpi / 72
    frame = axes.get_window_extent()
    at = [axes.transData.transform((x, y)) for x, y, _ in points]
    crossed = np.vstack([np.empty((0, 2)), *(axes.transData.transform(np.column_stack(line)) for line in lines)])
    taken = [Bbox.from_extents(x - _POINT * scale, y - _POINT * scale, x + _POINT * scale, y + _POINT * scale) for x, y in at]
    leads = np.empty((0, 2))
    for number in sorted(range(len(points)), key=lambda i: points[i]):
        x, y, name = points[number]
        size = (width(name, FINE) * figure.dpi, line_height(FINE) * figure.dpi * (name.count("\n") + 1))
        others = [box for place, box in enumerate(taken) if place != number]
        around = Surroundings(frame, others, np.array(at), number, leads, crossed)
        shift, found = around.best(_places((at[number][0], at[number][1]), size, scale))
        taken.append(found)
        leads = np.vstack([leads, around.lead(found)]) if _is_far(shift) else leads
        _write(axes, (x, y), shift, name)


@dataclass(frozen=True)
class Surroundings:
    """What a name must keep clear of. frame: of the picture; taken: boxes; points: where all points stand, n × 2 pixels; own: which of
    them is named; leads, crossed: points on the lines to other names, and on lines of the picture, n × 2 pixels."""

    frame: Bbox
    taken: Sequence[Bbox]
    points: Floats
    own: int
    leads: Floats
    crossed: Floats

    def lead(self, box: Bbox) -> Floats:
        """Points on the line from the point to its name."""
        end = (np.array(box.min) + np.array(box.max)) / 2
        return np.linspace(self.points[self.own], end, _ON_LEAD)

    def best(self, places: Iterator[Place]) -> Place:
        """The first place that is free, plainly its own point's and on no line; where there is none, what comes closest."""
        found: dict[int, Place] = {}
        for place in places:
            merit = self._merit(*place)
            found.setdefault(merit, place)
            if merit == _CLEAR:
                break
        return found[max(found)]

    def _merit(self, shift: tuple[float, float], box: Bbox) -> int:
        """0: not free; 1: free, but could be another point's; 2: on a line; 3: clear."""
        if not self._inside(box) or any(box.overlaps(other) for other in self.taken) or _holds(box, self.leads):
            return 0
        clear = not any(_holds(other, self.lead(box)) for other in self.taken) if _is_far(shift) else self._is_nearest(box)
        return (_CLEAR - int(_holds(box, self.crossed))) if clear else 1

    def _is_nearest(self, box: Bbox) -> bool:
        """Whether no other point is as near to the name."""
        beyond = np.maximum(0, np.maximum(np.array(box.min) - self.points, self.points - np.array(box.max)))
        distance = np.hypot(*beyond.T)
        return bool((np.delete(distance, self.own) > distance[self.own] + 1).all())

    def _inside(self, box: Bbox) -> bool:
        frame = self.frame
        return bool(frame.x0 <= box.x0 and box.x1 <= frame.x1 and frame.y0 <= box.y0 and box.y1 <= frame.y1)


def _places(point: tuple[float, float], size: tuple[float, float], scale: float) -> Iterator[Place]:
    """Offset in points of print and box of each place around a point, nearest first."""
    for distance in _DISTANCES:
        for angle in _ANGLES:
            shift = (round(distance * cos(radians(angle)), 6), round(distance * sin(radians(angle)), 6))
            left = point[0] + shift[0] * scale - size[0] * _behind(shift[0])
            bottom = point[1] + shift[1] * scale - size[1] * _behind(shift[1])
            yield shift, Bbox.from_extents(left, bottom, left + size[0], bottom + size[1])


def _write(axes: Axes, point: tuple[float, float], shift: tuple[float, float], name: str) -> None:
    line = {"arrowstyle": "-", "color": GREY, "linewidth": 0.6, "shrinkA": 0, "shrinkB": 3} if _is_far(shift) else None
    placed = axes.annotate(name, point, shift, textcoords="offset points", fontsize=FINE, color=INK, zorder=5, arrowprops=line)
    placed.set_horizontalalignment(_across(shift[0]))
    placed.set_verticalalignment(_upwards(shift[1]))
    placed.set_bbox(_BACKGROUND)
    placed.set_in_layout(False)


def _holds(box: Bbox, points: Floats) -> bool:
    """Whether one of the points lies in the box."""
    x, y = points.T
    return bool(np.any((box.x0 < x) & (x < box.x1) & (box.y0 < y) & (y < box.y1)))


def _is_far(shift: tuple[float, float]) -> bool:
    return max(abs(shift[0]), abs(shift[1])) > _LED


def _behind(shift: float) -> float:
    """Which part of a name lies left of, or below, the place it is written at."""
    return 0.5 if abs(shift) < 1 else 0.0 if shift > 0 else 1.0


def _across(shift: float) -> Literal["left", "center", "right"]:
    return "center" if abs(shift) < 1 else "left" if shift > 0 else "right"


def _upwards(shift: float) -> Literal["bottom", "center", "top"]:
    return "center" if abs(shift) < 1 else "bottom" if shift > 0 else "top"
