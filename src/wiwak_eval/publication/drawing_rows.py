"""Drawings whose values lie beside names, row by row: how names fold, how high rows are, where the axis must end for its labels."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from wiwak_eval.publication.design import FINE, INK, SMALL, WHITE
from wiwak_eval.publication.measuring import folded, line_height, width
from wiwak_eval.publication.missing import is_missing
from wiwak_eval.publication.style import MARGIN, WIDTH
from wiwak_eval.publication.typeface import printable

_NAMES = 1.95
"""Inches that names take at most."""
_AROUND_ROW = 0.1
_THICK = 0.22
"""Inches of a bar."""
_BELOW = 0.5
"""Inches for the numbers of the axis and what it counts."""
_BESIDE = 5
"""Points between the end of a bar and its label."""
_EDGE = 0.3
"""Inches that the names' distance and half the last number of the axis take."""


@dataclass(frozen=True)
class Rows:
    """names: folded; step: inches a row; inches: what names leave for values; size: of the names in points."""

    names: tuple[str, ...]
    step: float
    inches: float
    size: float

    @property
    def height(self) -> float:
        """Inches of the drawing."""
        return self.step * max(len(self.names), 2) + _BELOW

    @property
    def bar(self) -> float:
        """Thickness of a bar in rows: no thicker where names make rows high."""
        return min(0.68, _THICK / self.step)


def rows_of(names: Sequence[str], least: float = 0.27, most: float = _NAMES, size: float = SMALL) -> Rows:
    """least: inches that a row is high, at least; most: inches that names take, at most; size: of the names in points."""
    lines = tuple(folded(printable(name), size, most) for name in names)
    highest = max((line.count("\n") + 1 for line in lines), default=1)
    widest = max((width(line, size) for line in lines), default=0)
    return Rows(lines, max(least, highest * line_height(size) + _AROUND_ROW), WIDTH - 2 * MARGIN - _EDGE - widest, size)


def name_rows(axes: Axes, rows: Rows) -> None:
    """Names beside the rows, top down."""
    axes.set_yticks(list(range(len(rows.names))), rows.names, fontsize=rows.size)
    axes.set_ylim(max(len(rows.names), 1) - 0.5, -0.5)
    axes.tick_params(axis="y", pad=4)


def reach(ends: Sequence[float], labels: Sequence[str], inches: float, low: float = 0) -> float:
    """Where an axis of so many inches from `low` on must end so that each label fits behind its bar; gaps count for nothing."""
    known = [(end, label) for end, label in zip(ends, labels, strict=True) if not is_missing(end)]
    room = [max(inches - width(label, FINE) - 2 * _BESIDE / 72, 0.15 * inches) for _, label in known]
    return max([low + 1, *(low + (max(end, 0) - low) * inches / left for (end, _), left in zip(known, room, strict=True))])


def beside(axes: Axes, x: float, y: float, words: str, colour: str = INK) -> None:
    """A label right of the end of a bar, clear of the lines behind it; nothing where there is no end."""
    if is_missing(x):
        return
    label = axes.annotate(words, (x, y), (_BESIDE, 0), textcoords="offset points", va="center", fontsize=FINE, color=colour, zorder=5)
    label.set_bbox({"boxstyle": "square,pad=0.1", "facecolor": WHITE, "edgecolor": "none"})
