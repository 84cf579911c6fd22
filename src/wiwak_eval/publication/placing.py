"""Names beside points, none over another, over a point or outside the picture."""

from collections.abc import Sequence
from math import cos, radians, sin
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from wiwak_eval.publication.style import GREY, INK

_ANGLES = (0, 180, 90, 270, 45, 315, 135, 225)
_DISTANCES = (6, 12, 20, 30, 42, 56)
"""Points of print between a point and the edge of its name, nearest first."""
_POINT = 5.0
"""Half the side of the box that a point takes."""
_FONT = 8
_BACKGROUND = {"boxstyle": "square,pad=0.1", "facecolor": "white", "edgecolor": "none", "alpha": 0.8}
"""So that no line strikes a name through."""


def place_labels(figure: Figure, axes: Axes, points: Sequence[tuple[float, float, str]]) -> None:
    """Write each name (x, y, name) at the first free place around its point, with a thin line where it is not close by.

    Points are taken from left to right and bottom to top. A name without a free place is written at the last one tried.
    """
    figure.draw_without_rendering()
    scale = figure.dpi / 72
    frame = axes.get_window_extent()
    at = [axes.transData.transform((x, y)) for x, y, _ in points]
    taken = [Bbox.from_extents(x - _POINT * scale, y - _POINT * scale, x + _POINT * scale, y + _POINT * scale) for x, y in at]
    for number in sorted(range(len(points)), key=lambda i: points[i]):
        x, y, name = points[number]
        text = axes.text(x, y, name, fontsize=_FONT)
        box = text.get_window_extent()
        text.remove()
        shift, found = _free((at[number][0], at[number][1]), (box.width, box.height), scale, frame, taken, number)
        taken.append(found)
        far = max(abs(shift[0]), abs(shift[1])) > _DISTANCES[0]
        line = {"arrowstyle": "-", "color": GREY, "linewidth": 0.6} if far else None
        placed = axes.annotate(name, (x, y), shift, textcoords="offset points", fontsize=_FONT, color=INK, zorder=5, arrowprops=line)
        placed.set_horizontalalignment(_across(shift[0]))
        placed.set_verticalalignment(_upwards(shift[1]))
        placed.set_bbox(_BACKGROUND)
        placed.set_in_layout(False)


def _free(
    point: tuple[float, float], size: tuple[float, float], scale: float, frame: Bbox, taken: Sequence[Bbox], own: int
) -> tuple[tuple[float, float], Bbox]:
    """Offset in points of print and box of the first free place, the point's own box not counted."""
    found = ((0.0, 0.0), frame)
    for distance in _DISTANCES:
        for angle in _ANGLES:
            shift = (round(distance * cos(radians(angle)), 6), round(distance * sin(radians(angle)), 6))
            left = point[0] + shift[0] * scale - size[0] * _behind(shift[0])
            bottom = point[1] + shift[1] * scale - size[1] * _behind(shift[1])
            box = Bbox.from_extents(left, bottom, left + size[0], bottom + size[1])
            found = (shift, box)
            inside = frame.x0 <= box.x0 and box.x1 <= frame.x1 and frame.y0 <= box.y0 and box.y1 <= frame.y1
            if inside and not any(box.overlaps(other) for place, other in enumerate(taken) if place != own):
                return found
    return found


def _behind(shift: float) -> float:
    """Which part of a name lies left of, or below, the place it is written at."""
    return 0.5 if abs(shift) < 1 else 0.0 if shift > 0 else 1.0


def _across(shift: float) -> Literal["left", "center", "right"]:
    return "center" if abs(shift) < 1 else "left" if shift > 0 else "right"


def _upwards(shift: float) -> Literal["bottom", "center", "top"]:
    return "center" if abs(shift) < 1 else "bottom" if shift > 0 else "top"
