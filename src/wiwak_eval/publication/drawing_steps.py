"""A waterfall: bars that begin where the one before ended, with whole bars from zero, top down."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from wiwak_eval.publication.design import BLUE, GREY, NIGHT, ORANGE
from wiwak_eval.publication.drawing_axes import value_axis
from wiwak_eval.publication.drawing_rows import Rows, beside, name_rows, reach

_LEFT = 1.03
"""How far the axis goes beyond the lowest value below zero."""


@dataclass(frozen=True)
class Step:
    """A bar from start to end with its number; whole: a level rather than a change."""

    start: float
    end: float
    words: str
    whole: bool = False

    @property
    def right(self) -> float:
        """Its right end."""
        return max(self.start, self.end)


def draw_steps(axes: Axes, rows: Rows, steps: Sequence[Step], sign: str = "") -> None:
    """A bar a row, joined by thin lines: rises blue, falls orange, levels dark; sign: behind the numbers of the axis."""
    for y, step in enumerate(steps):
        colour = NIGHT if step.whole else BLUE if step.end >= step.start else ORANGE
        axes.barh(y, step.end - step.start, left=step.start, color=colour, height=rows.bar, linewidth=0)
        if step.start == step.end:
            _line(axes, step.end, y - rows.bar / 2, y + rows.bar / 2)
        if y < len(steps) - 1:
            _line(axes, step.end, y + rows.bar / 2, y + 1 - rows.bar / 2)
        beside(axes, step.right, y, step.words)
    name_rows(axes, rows)
    low = _LEFT * min(0.0, *(min(step.start, step.end) for step in steps))
    far = reach([step.right for step in steps], [step.words for step in steps], rows.inches, low)
    value_axis(axes, "x", sign, reaches=(low, far), inches=rows.inches)


def _line(axes: Axes, x: float, top: float, bottom: float) -> None:
    axes.plot([x, x], [top, bottom], color=GREY, linewidth=0.8)
