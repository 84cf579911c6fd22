"""The drawings of the budget's uncertainty behind `charts`; imported with the first picture."""

from collections.abc import Sequence
from textwrap import fill

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from wiwak_eval import german
from wiwak_eval.publication.drawing_parts import column_label, left_out, numbers, shown
from wiwak_eval.publication.style import BLUE, BLUE_TINTS, GREY, INK, NIGHT, ORANGE, canvas, styled, value_axis
from wiwak_eval.publication.typeface import printable
from wiwak_eval.results import ReleasedTable

_EURO = f"{german.NARROW_SPACE}€"
_EUROS_PER_CENT = 0.01
_LEVELS = ("p10", "p50", "p80", "p95")
_SEGMENTS = (("p10", "p50", BLUE_TINTS[1]), ("p50", "p80", BLUE), ("p80", "p95", NIGHT))
"""Darker towards the dear end, so that a grey print shows it too."""
_PLAN = "plan"
_MOST_BARS = 10
_LABEL_WIDTH = 34
_FUNDERS = (("land", BLUE, ""), ("county_cash", ORANGE, "////"), ("in_kind", BLUE_TINTS[0], "...."))


def tornado(table: ReleasedTable) -> Figure:
    """See `charts.tornado`."""
    keys = [str(key) for key in table.column("key")]
    lows, highs, swings = (_euros(table, name) for name in ("low", "high", "swing"))
    plan = lows[keys.index(_PLAN)]
    bars = [place for place, key in enumerate(keys) if key != _PLAN]
    drawn, small = bars[:_MOST_BARS], bars[_MOST_BARS:]
    rest = f"Nicht gezeigt: {len(small)} weitere Größen mit kleinerem Unterschied" if small else None
    with styled():
        figure, axes = canvas(1.2 + 0.36 * len(drawn), (rest, table.provenance.mark))
        at = list(range(len(drawn)))
        ends = [(low - plan, high - plan) for low, high in zip(lows, highs, strict=True)]
        for side, colour, hatch, words in ((0, BLUE_TINTS[1], "////", "Größe niedrig (P10)"), (1, BLUE, "", "Größe hoch (P90)")):
            widths = [ends[place][side] for place in drawn]
            axes.barh(at, widths, height=0.62, color=colour, hatch=hatch, edgecolor=INK, linewidth=0.4, label=words)
        axes.axvline(0, color=INK, linewidth=1)
        _names(axes, [_label(table, place) for place in drawn])
        value_axis(axes, "x", _EURO, room=1.22)
        for y, place in zip(at, drawn, strict=True):
            if not pd.isna(swings[place]):
                words = f"{shown(swings[place])}{_EURO}"
                axes.annotate(words, (max(*ends[place], 0), y), (5, 0), textcoords="offset points", va="center", fontsize=8)
        axes.set_xlabel(f"Änderung gegenüber dem Plan ({shown(plan)}{_EURO})")
        axes.legend(loc="lower right", frameon=False, fontsize=9)
    return figure


def cost_quantiles(table: ReleasedTable) -> Figure:
    """See `charts.cost_quantiles`."""
    rows = [place for place, key in enumerate(table.column("key")) if str(key).startswith("total_")]
    years = [str(table.column("year")[place]) for place in rows]
    return _strips(table, rows, years, "Gesamtkosten")


def funder_quantiles(table: ReleasedTable) -> Figure:
    """See `charts.funder_quantiles`."""
    rows = [place for place, key in enumerate(table.column("key")) if str(key).endswith("_both")]
    return _strips(table, rows, [_label(table, place) for place in rows], "Landkreis bar, beide Jahre")


def alternatives(table: ReleasedTable) -> Figure:
    """See `charts.alternatives`."""
    parts = {name: _euros(table, name) for name, _, _ in _FUNDERS}
    places = range(len(table.rows))
    drawn = [place for place in places if not any(pd.isna(values[place]) for values in parts.values())]
    bounded = [printable(str(table.column("label")[place])) for place in places if place not in drawn]
    with styled():
        figure, axes = canvas(1.3 + 0.42 * max(len(drawn), 2), (left_out("Ohne genaue Beträge", bounded), table.provenance.mark))
        at, start = list(range(len(drawn))), [0.0] * len(drawn)
        for name, colour, hatch in _FUNDERS:
            widths = [parts[name][place] for place in drawn]
            words = column_label(table, name).removesuffix(", beide Jahre").removesuffix(" beide Jahre")
            axes.barh(at, widths, left=start, height=0.62, color=colour, hatch=hatch, edgecolor=INK, linewidth=0.4, label=words)
            start = [before + width for before, width in zip(start, widths, strict=True)]
        _names(axes, [_label(table, place) for place in drawn])
        value_axis(axes, "x", _EURO, room=1.22)
        for y, end in zip(at, start, strict=True):
            axes.annotate(f"{shown(end)}{_EURO}", (end, y), (5, 0), textcoords="offset points", va="center", fontsize=8)
        axes.set_xlabel("Kosten beider Jahre und wer sie trägt (Land: angenommen)")
        axes.legend(loc="upper center", bbox_to_anchor=(0.4, 1.16), ncols=3, frameon=False, fontsize=9)
    return figure


def _strips(table: ReleasedTable, rows: Sequence[int], names: Sequence[str], words: str) -> Figure:
    """One strip a row from P10 to P95 in three shades, the plan as a mark across, the four quantiles in numbers above."""
    quantiles = {level: [_euros(table, level)[place] for place in rows] for level in _LEVELS}
    plans = [_euros(table, _PLAN)[place] for place in rows]
    with styled():
        figure, axes = canvas(1.1 + 0.62 * len(rows), (table.provenance.mark,))
        at = list(range(len(rows)))
        for low, high, colour in _SEGMENTS:
            widths = [end - begin for begin, end in zip(quantiles[low], quantiles[high], strict=True)]
            axes.barh(at, widths, left=quantiles[low], height=0.26, color=colour, linewidth=0, label=f"{low.upper()} bis {high.upper()}")
        axes.plot(plans, at, "|", color=ORANGE, markersize=17, markeredgewidth=2.6, label="Plan")
        _names(axes, names)
        value_axis(axes, "x", _EURO, room=1.12)
        for y in at:
            text = "   ".join(f"{level.upper()} {shown(quantiles[level][y])}" for level in _LEVELS)
            axes.annotate(text, (quantiles["p10"][y], y), (0, -19), textcoords="offset points", fontsize=8, color=GREY)
        axes.set_ylim(len(rows) - 0.3, -0.55)
        axes.set_xlabel(f"{words} in Euro")
        above = (0.45, 1.0 + 0.32 / max(len(rows), 2))
        axes.legend(loc="upper center", bbox_to_anchor=above, ncols=4, frameon=False, fontsize=9, markerscale=0.6)
    return figure


def _euros(table: ReleasedTable, name: str) -> list[float]:
    return [cents * _EUROS_PER_CENT for cents in numbers(table.column(name))]


def _label(table: ReleasedTable, place: int) -> str:
    return fill(printable(str(table.column("label")[place])), _LABEL_WIDTH)


def _names(axes: Axes, names: Sequence[str]) -> None:
    """Names beside the bars, top down."""
    axes.set_yticks(list(range(len(names))), names, fontsize=8)
    axes.set_ylim(len(names) - 0.4, -0.6)
