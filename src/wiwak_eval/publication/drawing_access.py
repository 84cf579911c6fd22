"""The funnel behind `charts.access_funnel`; imported with the first picture."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, NullFormatter
from numpy.typing import NDArray

from wiwak_eval import german
from wiwak_eval.evaluation.funnel import ALARM, BENCHMARK, HIGH, LOW, TOO_SMALL, WARNING
from wiwak_eval.evaluation.funnel_tests import poisson_quantile
from wiwak_eval.publication.design import BLUE, FINE, GREY, INK, NIGHT, ORANGE_TEXT, WHITE
from wiwak_eval.publication.drawing_axes import counted
from wiwak_eval.publication.drawing_parts import left_out
from wiwak_eval.publication.measuring import folded
from wiwak_eval.publication.placing import Line, place_labels
from wiwak_eval.publication.spreading import spread
from wiwak_eval.publication.style import canvas, styled
from wiwak_eval.publication.typeface import printable
from wiwak_eval.results import HIDDEN, ReleasedTable

_NAMES = 2.0
"""Inches that names of points in one place take at most."""
_STEPS = 400
_SIZES = (5, 10, 20, 30, 50, 100, 200, 300, 500, 1000, 2000, 3000, 5000, 10000, 20000, 50000)
_MARKS = {LOW: ("v", ORANGE_TEXT), HIGH: ("^", ORANGE_TEXT), TOO_SMALL: ("o", WHITE)}
"""Shape and filling by reading; all others are a filled circle."""
Floats = NDArray[np.float64]
Dash = str | tuple[int, tuple[float, float]]
_LIMITS: tuple[tuple[float, int, Dash], ...] = ((WARNING, 0, (0, (6, 2))), (ALARM, 1, (0, (1.5, 1.5))))
"""Share inside, decimals it is named with, dash."""


def access_funnel(table: ReleasedTable) -> Figure:
    """See `charts.access_funnel`."""
    columns = (table.columns[0].name, "reached", "residents", "share", "reading")
    rows = list(zip(*(table.column(name) for name in columns), strict=True))
    known = [
        (str(name), count, size, float(share), str(reading))
        for name, count, size, share, reading in rows
        if isinstance(count, int) and isinstance(size, int) and isinstance(share, int | float) and size
    ]
    hidden = [str(name) for name, count, size, share, _ in rows if HIDDEN in (count, size, share)]
    points = [(float(size), 100 * share, printable(name), reading) for name, _, size, share, reading in known if reading != BENCHMARK]
    whole = next(((count / size, share) for _, count, size, share, reading in known if reading == BENCHMARK), None)
    with styled():
        note = left_out("Nicht gezeigt, weil aus Datenschutzgründen nicht ausgewiesen", hidden)
        figure, axes = canvas(4.2, table.provenance.mark, (note,))
        sizes = [size for size, *_ in points] or [50.0]
        across = (min(sizes) / 1.4, max(sizes) * 1.3)
        tops = [share for _, share, _, _ in points] or [100.0]
        lines: list[Line] = []
        if whole is not None:
            top, lines = _limits(axes, *whole, *across)
            tops.append(top)
        for size, share, _, reading in points:
            shape, filling = _MARKS.get(reading, ("o", BLUE))
            axes.plot(size, share, marker=shape, markersize=7, color=filling, markeredgecolor=NIGHT, linestyle="none", zorder=4)
        _axes(axes, across, max(tops) * 1.05)
        place_labels(figure, axes, _together(points), lines)
    return figure


def _together(points: Sequence[tuple[float, float, str, str]]) -> list[tuple[float, float, str]]:
    """One name for points in the same place: rounded counts are often equal."""
    names: dict[tuple[float, float], list[str]] = {}
    for size, share, name, _ in points:
        names.setdefault((size, share), []).append(name)
    return [(*place, folded(", ".join(found), FINE, _NAMES)) for place, found in names.items()]


def _limits(axes: Axes, rate: float, share: float, low: float, high: float) -> tuple[float, list[Line]]:
    """Draw the share of all and both pairs of limits in percent over the sizes; the highest of them, at most all of a group, and all.

    rate: of the printed counts, by which the table's limits are worked out; share: of all as printed, rounded from exact counts.
    """
    sizes = np.geomspace(low, high, _STEPS)
    lines: list[tuple[Floats, Dash, str]] = [(np.full(_STEPS, 100 * share), "-", f"alle: {german.percent(share, 0)}")]
    for inside, decimals, dash in _LIMITS:
        for tail in ((1 - inside) / 2, (1 + inside) / 2):
            lines.append((100 * _smooth(tail, sizes * rate) / sizes, dash, german.percent(inside, decimals)))
    for values, dash, _ in lines:
        axes.plot(sizes, values, color=GREY, linestyle=dash, linewidth=1.1, zorder=2)
    top = max(float(values.max()) for values, _, _ in lines)
    ends = spread([float(values[-1]) for values, _, _ in lines], min(top, 100.0) * 0.045)
    for (_, _, name), height in zip(lines, ends, strict=True):
        axes.text(high * 1.02, height, name, color=INK, fontsize=FINE, va="center")
    return min(top, 100.0), [(sizes, values) for values, _, _ in lines]


def _smooth(tail: float, expected: Floats) -> Floats:
    """The Poisson limit of a tail, drawn between whole numbers so that the line has no teeth (Spiegelhalter 2005)."""
    from scipy.special import pdtr

    whole = poisson_quantile(tail, expected)
    up_to = pdtr(whole, expected)
    below = np.where(whole > 0, pdtr(np.maximum(whole - 1, 0), expected), 0.0)
    smooth: Floats = np.maximum(whole - (up_to - tail) / (up_to - below), 0)
    return smooth


def _axes(axes: Axes, across: tuple[float, float], top: float) -> None:
    axes.set_xscale("log")
    axes.set_xlim(*across)
    axes.set_ylim(0, top)
    axes.set_xticks([size for size in _SIZES if across[0] <= size <= across[1]])
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: german.number(value)))
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{german.number(value)}{german.NARROW_SPACE}%"))
    axes.minorticks_off()
    axes.tick_params(length=0)
    axes.grid(False, axis="x")
    axes.set_xlabel("anerkannte Flüchtlinge der Gruppe (logarithmisch)")
    counted(axes, "davon beraten")
