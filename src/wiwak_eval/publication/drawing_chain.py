"""The drawings of the integration chain behind `charts`; imported with the first picture."""

from collections.abc import Sequence
from itertools import pairwise

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from wiwak_eval import german
from wiwak_eval.publication.drawing_parts import column_label, left_out, numbers
from wiwak_eval.publication.style import BLUE, BROWN, INK, NIGHT, ORANGE, ORANGE_TEXT, canvas, spread, styled, value_axis
from wiwak_eval.publication.typeface import printable
from wiwak_eval.results import ReleasedTable

_PERCENT = f"{german.NARROW_SPACE}%"
_LOOKS = ((BLUE, BLUE, "-", "o"), (ORANGE, ORANGE_TEXT, (0, (6, 2)), "s"), (NIGHT, NIGHT, (0, (1.5, 1.5)), "^"), (BROWN, BROWN, "-.", "D"))
"""Line, letters, dash and sign of each curve: told apart without colour."""

GAPS = "Lücken: Monate, die aus Datenschutzgründen nicht ausgewiesen sind."
_APART = 0.09
"""Months by which the ranges of several curves stand beside each other."""

Curve = tuple[str, list[float], list[float], list[float]]
"""Name, shares, lower and upper limits in percent, one a month."""


def chain_funnel(table: ReleasedTable) -> Figure:
    """See `charts.chain_funnel`."""
    shares, lows, highs = (_percent(table, name) for name in ("share", "low", "high"))
    rows = list(zip((printable(str(stage)) for stage in table.column("stage")), shares, lows, highs, strict=True))
    drawn = [row for row in rows if not pd.isna(row[1])]
    missing = left_out("Ohne ausgewiesenen Anteil", [str(row[0]) for row in rows if pd.isna(row[1])])
    with styled():
        figure, axes = canvas(0.9 + 0.34 * max(len(drawn), 2), (missing, table.provenance.mark))
        for y, (_, share, low, high) in enumerate(drawn):
            axes.barh(y, share, color=BLUE, height=0.6, linewidth=0)
            axes.plot([low, high], [y, y], color=INK, linewidth=1.2, marker="|", markersize=7)
            label = f"{german.number(share)}{_PERCENT} ({german.number(low)}–{german.number(high)})"
            axes.annotate(label, (max(share, high), y), (6, 0), textcoords="offset points", va="center", fontsize=8)
        _percent_axis(axes, "x")
        axes.set_xlim(0, 128)
        axes.set_yticks(range(len(drawn)), [row[0] for row in drawn])
        axes.set_ylim(max(len(drawn), 1) - 0.5, -0.5)
        axes.set_xlabel("fertig nach einem halben Jahr (Strich: 95-%-Bereich)")
    return figure


def share_curves(table: ReleasedTable) -> Figure:
    """See `charts.share_curves`."""
    months = [int(str(month)) for month in table.column("months")]
    names = [column.name for column in table.columns[1:] if not column.name.endswith(("_low", "_high"))]
    curves = [_curve(table, name) for name in names]
    empty = left_out("Ohne ausgewiesene Werte", [curve[0] for curve in curves if all(pd.isna(curve[1]))])
    gaps = GAPS if any(_has_gap(curve[1]) for curve in curves) else None
    with styled():
        figure, axes = canvas(3.5, (empty, gaps, table.provenance.mark))
        for number, (_, shares, lows, highs) in enumerate(curves):
            colour, _, dash, sign = _LOOKS[number % len(_LOOKS)]
            # over months that are not told the line breaks off: drawn on, it would say that nothing happened in them
            end = max((place for place, share in enumerate(shares, start=1) if not pd.isna(share)), default=0)
            axes.plot(months[:end], shares[:end], color=colour, linestyle=dash, linewidth=2, drawstyle="steps-post", zorder=3)
            at = [month + (number - (len(curves) - 1) / 2) * _APART for month in months]
            axes.vlines(at, lows, highs, color=colour, linewidth=1, zorder=2)
            axes.plot(at, shares, color=colour, linestyle="", marker=sign, markersize=5, zorder=4)
        _percent_axis(axes, "y")
        axes.set_ylim(0, 104)
        axes.set_xticks(months)
        axes.set_xlim(-0.2, max(months, default=0) + 0.2)
        axes.set_xlabel(printable(table.columns[0].label))
        axes.set_ylabel("Anteil der Personen")
        _name_ends(axes, max(months, default=0) + 0.45, curves)
    return figure


def _curve(table: ReleasedTable, name: str) -> Curve:
    return column_label(table, name), _percent(table, name), _percent(table, f"{name}_low"), _percent(table, f"{name}_high")


def _has_gap(shares: Sequence[float]) -> bool:
    """Whether a month that is told follows one that is not."""
    known = [not pd.isna(share) for share in shares]
    return any(later and not earlier for earlier, later in pairwise(known))


def _name_ends(axes: Axes, x: float, curves: Sequence[Curve]) -> None:
    """Each curve's name at its last known height, right of the picture, none over another."""
    known = [(number, name, [value for value in shares if not pd.isna(value)]) for number, (name, shares, _, _) in enumerate(curves)]
    ends = [(number, name, values[-1]) for number, name, values in known if values]
    heights = spread([value for _, _, value in ends], 7)
    over = max([0.0, *(height - 101 for height in heights)])
    for (number, name, _), height in zip(ends, heights, strict=True):
        letters, sign = _LOOKS[number % len(_LOOKS)][1], _LOOKS[number % len(_LOOKS)][3]
        axes.plot([x], [height - over], color=_LOOKS[number % len(_LOOKS)][0], marker=sign, markersize=5, clip_on=False)
        axes.text(x + 0.18, height - over, name, color=letters, va="center", fontsize=9, fontweight="semibold")


def _percent(table: ReleasedTable, name: str) -> list[float]:
    return [value * 100 for value in numbers(table.column(name))]


def _percent_axis(axes: Axes, along: str) -> None:
    value_axis(axes, along, _PERCENT)
    (axes.set_xticks if along == "x" else axes.set_yticks)((0, 25, 50, 75, 100))
