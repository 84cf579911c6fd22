"""The drawings of the integration chain behind `charts`; imported with the first picture."""

from collections.abc import Sequence
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from wiwak_eval import german
from wiwak_eval.publication.design import BLUE, BROWN, INK, NIGHT, ORANGE, ORANGE_TEXT, SMALL, SOFT
from wiwak_eval.publication.drawing_axes import counted, line_in_data, value_axis
from wiwak_eval.publication.drawing_parts import PERCENT, column_label, left_out, numbers
from wiwak_eval.publication.drawing_rows import beside, name_rows, reach, rows_of
from wiwak_eval.publication.measuring import folded
from wiwak_eval.publication.missing import is_missing
from wiwak_eval.publication.spreading import spread
from wiwak_eval.publication.style import canvas, styled
from wiwak_eval.publication.typeface import printable
from wiwak_eval.results import ReleasedTable

_QUARTERS = (0, 25, 50, 75, 100)
_LOOKS = ((BLUE, BLUE, "-", "o"), (ORANGE, ORANGE_TEXT, (0, (6, 2)), "s"), (NIGHT, NIGHT, (0, (1.5, 1.5)), "^"), (BROWN, BROWN, "-.", "D"))
"""Line, letters, dash and sign of each curve: told apart without colour."""

GAPS, BROKEN = "Graue Fläche", "Lücken"
UNTOLD = "{}: Monate, die aus Datenschutzgründen nicht ausgewiesen sind."
_APART = 0.09
"""Months by which the ranges of several curves stand beside each other."""
_NAMES, _HEIGHT = 1.35, 2.75
"""Inches that names of curves take at most, and that 104 percent are high."""

Curve = tuple[str, list[float], list[float], list[float]]
"""Name, shares, lower and upper limits in percent, one a month."""


def chain_funnel(table: ReleasedTable) -> Figure:
    """See `charts.chain_funnel`."""
    shares, lows, highs = (_percent(table, name) for name in ("share", "low", "high"))
    cells = list(zip((str(stage) for stage in table.column("stage")), shares, lows, highs, strict=True))
    drawn = [row for row in cells if not is_missing(row[1])]
    missing = left_out("Ohne ausgewiesenen Anteil", [row[0] for row in cells if is_missing(row[1])])
    rows = rows_of([row[0] for row in drawn], 0.33)
    labels = [f"{german.number(share)}{PERCENT}" + _range(low, high) for _, share, low, high in drawn]
    ends = [share if is_missing(high) else max(share, high) for _, share, _, high in drawn]
    with styled():
        figure, axes = canvas(rows.height, table.provenance.mark, (missing,))
        for y, ((_, share, low, high), end, label) in enumerate(zip(drawn, ends, labels, strict=True)):
            axes.barh(y, share, color=BLUE, height=rows.bar, linewidth=0)
            axes.plot([low, high], [y, y], color=INK, linewidth=1.4, marker="|", markersize=8)
            beside(axes, end, y, label)
        name_rows(axes, rows)
        value_axis(axes, "x", PERCENT, reaches=(0, max(104, reach(ends, labels, rows.inches))))
        axes.set_xticks(_QUARTERS)
        axes.set_xlabel("fertig nach einem halben Jahr (Strich: 95-%-Bereich)")
    return figure


def _range(low: float, high: float) -> str:
    return "" if is_missing(low) or is_missing(high) else f" ({german.number(low)}–{german.number(high)})"


def share_curves(table: ReleasedTable) -> Figure:
    """See `charts.share_curves`."""
    months = [int(str(month)) for month in table.column("months")]
    names = [column.name for column in table.columns[1:] if not column.name.endswith(("_low", "_high"))]
    curves = [_curve(table, name) for name in names]
    empty = left_out("Ohne ausgewiesene Werte", [curve[0] for curve in curves if all(map(is_missing, curve[1]))])
    silent = [month for place, month in enumerate(months) if all(is_missing(curve[1][place]) for curve in curves)]
    broken = any(_has_gap([share for month, share in zip(months, curve[1], strict=True) if month not in silent]) for curve in curves)
    signs = [sign for sign, there in ((GAPS, silent), (BROKEN, broken)) if there]
    with styled():
        figure, axes = canvas(3.4, table.provenance.mark, (empty, UNTOLD.format(" und ".join(signs)) if signs else None))
        for month in silent:
            axes.axvspan(month - 0.5, month + 0.5, color=SOFT, linewidth=0, zorder=0)
        for number, curve in enumerate(curves):
            _draw(axes, months, curve, number, len(curves))
        value_axis(axes, "y", PERCENT, (0, 104))
        axes.set_yticks(_QUARTERS)
        axes.set_xticks(months[:: 1 + len(months) // 25])
        axes.set_xlim(-0.5, max(months, default=0) + 0.5)
        axes.set_xlabel(printable(table.columns[0].label))
        counted(axes, "Anteil der Personen (senkrechte Striche: 95-%-Bereich)")
        _name_ends(axes, months, curves)
    return figure


def _draw(axes: Axes, months: Sequence[int], curve: Curve, number: int, of: int) -> None:
    """Steps, a sign a month and its interval. Over months that are not told the line breaks off: drawn on, it would say that nothing
    happened in them."""
    _, shares, lows, highs = curve
    colour, _, dash, sign = _LOOKS[number % len(_LOOKS)]
    end = max((place for place, share in enumerate(shares, start=1) if not is_missing(share)), default=0)
    axes.plot(months[:end], shares[:end], color=colour, linestyle=dash, linewidth=2, drawstyle="steps-post", zorder=3)
    at = [month + (number - (of - 1) / 2) * _APART for month in months]
    axes.vlines(at, lows, highs, color=colour, linewidth=1.4, zorder=2)
    axes.plot(at, shares, color=colour, linestyle="", marker=sign, markersize=5.5, zorder=4, clip_on=False)


def _curve(table: ReleasedTable, name: str) -> Curve:
    return column_label(table, name), _percent(table, name), _percent(table, f"{name}_low"), _percent(table, f"{name}_high")


def _has_gap(shares: Sequence[float]) -> bool:
    """Whether a month that is told follows one that is not."""
    known = [not is_missing(share) for share in shares]
    return any(later and not earlier for earlier, later in pairwise(known))


def _name_ends(axes: Axes, months: Sequence[int], curves: Sequence[Curve]) -> None:
    """Each curve's name and last known share right of the picture, none over another; a thin line leads there from far away."""
    last = max(months, default=0)
    known = [
        (number, name, [(month, share) for month, share in zip(months, shares, strict=True) if not is_missing(share)])
        for number, (name, shares, _, _) in enumerate(curves)
    ]
    ends = [(number, folded(name, SMALL, _NAMES, bold=True), *points[-1]) for number, name, points in known if points]
    x = last + 0.5 + 0.03 * (last + 1)
    apart = max((name.count("\n") + 2 for _, name, _, _ in ends), default=1) * line_in_data(axes, _HEIGHT)
    heights = spread([share for _, _, _, share in ends], apart, apart / 2)
    over = max([0.0, *(height + apart / 2 - 104 for height in heights)])
    for (number, name, month, share), height in zip(ends, heights, strict=True):
        colour, letters, _, sign = _LOOKS[number % len(_LOOKS)]
        at, beside_sign = height - over, x + 0.025 * (last + 1)
        axes.plot([month + 0.25, x], [share, at], color=colour, linewidth=0.7, linestyle=(0, (1, 2)), zorder=1, clip_on=False)
        axes.plot([x], [at], color=colour, marker=sign, markersize=5.5, clip_on=False)
        words = f"{name}\n{german.number(share)}{PERCENT}"
        axes.text(beside_sign, at, words, color=letters, va="center", fontsize=SMALL, fontweight="semibold")


def _percent(table: ReleasedTable, name: str) -> list[float]:
    return [value * 100 for value in numbers(table.column(name))]
