"""Strips of quantiles: from P10 to P95 in three shades, each bound in numbers under it, the plan as a mark with its number above."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from wiwak_eval.publication.design import BLUE, BLUE_TINTS, FINE, GREY, INK, NIGHT, ORANGE, ORANGE_TEXT
from wiwak_eval.publication.drawing_axes import value_axis
from wiwak_eval.publication.drawing_parts import EURO, euros, shown
from wiwak_eval.publication.drawing_rows import name_rows, rows_of
from wiwak_eval.publication.measuring import width
from wiwak_eval.publication.missing import is_missing
from wiwak_eval.publication.spreading import spread
from wiwak_eval.publication.style import canvas, styled
from wiwak_eval.results import ReleasedTable

_LEVELS = ("p10", "p50", "p80", "p95")
_SEGMENTS = (("p10", "p50", BLUE_TINTS[1]), ("p50", "p80", BLUE), ("p80", "p95", NIGHT))
"""Darker towards the dear end, so that a grey print shows it too."""
_PLAN = "plan"
_HALF = 0.15
"""Half a strip in parts of a row."""
_BELOW = 0.35
"""Parts of a row that the last one leaves out below its numbers."""
_STEP = 0.78
"""Inches of a row."""


def strips(table: ReleasedTable, rows: Sequence[int], names: Sequence[str], along: str) -> Figure:
    """One strip a row of the table; names: of the rows; along: what the axis counts."""
    bounds = {level: [euros(table, level)[place] for place in rows] for level in _LEVELS}
    plans = [euros(table, _PLAN)[place] for place in rows]
    named = rows_of(names, _STEP)
    with styled():
        figure, axes = canvas(named.height, table.provenance.mark)
        at = list(range(len(rows)))
        for low, high, colour in _SEGMENTS:
            widths = [end - begin for begin, end in zip(bounds[low], bounds[high], strict=True)]
            axes.barh(at, widths, left=bounds[low], height=2 * _HALF, color=colour, linewidth=0)
        axes.plot(plans, at, "|", color=ORANGE, markersize=0.42 * _STEP * 72, markeredgewidth=3)
        name_rows(axes, named)
        end = max([1.0, *(value for value in (*plans, *bounds["p95"]) if not is_missing(value))]) * 1.08
        value_axis(axes, "x", EURO, reaches=(0, end), inches=named.inches)
        for y, plan in zip(at, plans, strict=True):
            _name(axes, y, plan, {level: bounds[level][y] for level in _LEVELS}, end / named.inches)
        axes.set_ylim(len(rows) - _BELOW, -0.5)
        axes.set_xlabel(along)
    return figure


def _name(axes: Axes, y: int, plan: float, bounds: dict[str, float], inch: float) -> None:
    """Numbers under a strip, each with a thin line from its bound, and the plan's above it. inch: what an inch of the axis is worth."""
    known = {level: value for level, value in bounds.items() if not is_missing(value)}
    words = {level: f"{shown(value)}\n{level.upper()}" for level, value in known.items()}
    gap = (max((width(text, FINE) for text in words.values()), default=0) + 0.1) * inch
    places = spread(list(known.values()), gap, gap / 2)
    over = max([0.0, *(place + gap / 2 - axes.get_xlim()[1] for place in places)])
    for (level, value), place in zip(known.items(), places, strict=True):
        axes.plot([value, place - over], [y + _HALF, y + _HALF + 0.08], color=GREY, linewidth=0.7)
        axes.text(place - over, y + _HALF + 0.1, words[level], ha="center", va="top", fontsize=FINE, color=INK, linespacing=1.15)
    if not is_missing(plan):
        told = f"Plan {shown(plan)}{EURO}"
        half = width(told, FINE, bold=True) / 2 * inch
        at = min(max(plan, half), axes.get_xlim()[1] - half)
        axes.text(at, y - _HALF - 0.09, told, ha="center", va="bottom", fontsize=FINE, color=ORANGE_TEXT, fontweight="semibold")
