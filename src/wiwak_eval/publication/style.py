"""One style for all pictures: typeface, four colours told apart by everyone, German numbers, axes from zero."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import pairwise

import matplotlib
import seaborn
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.ticker import FuncFormatter, MaxNLocator

from wiwak_eval import german
from wiwak_eval.publication.typeface import CUTS, FAMILY, printable

BLUE, ORANGE, NIGHT, BROWN = "#0072B2", "#D55E00", "#000030", "#784848"
BLUE_TINTS = ("#DDEBF5", "#A9CEE6", "#6BAAD3")
"""Widest to narrowest band: solid, so that print and screen show the same."""
NIGHT_TINT = "#D5D5DF"
"""A range around a line in `NIGHT`."""
ORANGE_TEXT = "#A84A00"
"""Orange for letters: dark enough to read on white."""
INK, GREY = "#1A1A1A", "#595959"
WIDTH = 6.3
"""Inches between the margins of an A4 page."""
_MARGIN = 0.12
"""Inches left and right, so that a wider typeface in a browser still fits."""

_SHORT_MONTHS = ("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sep.", "Okt.", "Nov.", "Dez.")
_RC = {
    "font.family": FAMILY,
    "font.size": 9,
    "axes.labelsize": 9,
    "xtick.labelsize": 9,
    "ytick.labelsize": 9,
    "axes.edgecolor": "#8C8C8C",
    "axes.labelcolor": INK,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "grid.color": "#E3E3E3",
    "grid.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "text.parse_math": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "wiwak-eval",
    "savefig.dpi": 160,
}


@contextmanager
def styled() -> Iterator[None]:
    """Everything drawn or saved inside has the house style; outside, the caller's own settings stay as they were."""
    _register_fonts()
    with matplotlib.rc_context():
        seaborn.set_theme(style="whitegrid", palette=[BLUE, ORANGE, NIGHT, BROWN], rc=_RC)
        yield


def canvas(height: float, under: Sequence[str | None]) -> tuple[Figure, Axes]:
    """An empty picture with lines of small print under it: what is left out, the simulated mark."""
    figure = Figure(figsize=(WIDTH, height), layout=ConstrainedLayoutEngine(w_pad=_MARGIN))
    FigureCanvasAgg(figure)
    lines = [line for line in under if line]
    if lines:
        figure.supxlabel(printable("\n".join(lines)), x=0.02, ha="left", fontsize=8, color=ORANGE_TEXT)
    return figure, figure.add_subplot()


def value_axis(axes: Axes, along: str, unit: str = "", room: float = 1.0) -> None:
    """From zero, with German numbers, and a light grid behind upright values; `room` times as long, for labels at the ends of bars."""
    axis = axes.yaxis if along == "y" else axes.xaxis
    axis.set_major_formatter(FuncFormatter(lambda value, _: german.number(value) + unit))
    axis.set_major_locator(MaxNLocator(nbins=6, integer=True))
    low, high = axes.get_ylim() if along == "y" else axes.get_xlim()
    (axes.set_ylim if along == "y" else axes.set_xlim)(min(0, low), max(high, 1) * room)
    axes.grid(False)
    axes.grid(along == "y", axis="y")
    axes.set_axisbelow(True)
    axes.tick_params(length=0)


def month_axis(axes: Axes, months: Sequence[str], step: int) -> None:
    """A tick at each `step`-th month; the year stands under the first tick and under each January."""
    shown = range(0, len(months), step)
    years = [months[i][:4] for i in shown]
    labels = [
        _SHORT_MONTHS[int(months[i][5:7]) - 1] + (f"\n{year}" if n == 0 or year != years[n - 1] else "")
        for n, (i, year) in enumerate(zip(shown, years, strict=True))
    ]
    axes.set_xticks(list(shown), labels)
    axes.set_xlabel("")


def spread(heights: Sequence[float], gap: float) -> list[float]:
    """Heights for labels at least `gap` apart, in the order of the values, moved as little as a sweep upwards needs."""
    placed = list(heights)
    order = sorted(range(len(placed)), key=lambda i: placed[i])
    for lower, upper in pairwise(order):
        placed[upper] = max(placed[upper], placed[lower] + gap)
    return placed


def saved(figure: Figure, kind: str) -> bytes:
    """The bytes of the picture, without date and maker."""
    out = io.BytesIO()
    with styled():
        _settle(figure)
        metadata = {"Date": None, "Creator": None} if kind == "svg" else {"Software": None}
        figure.savefig(out, format=kind, metadata=metadata)
    return out.getvalue()


def _settle(figure: Figure) -> None:
    """Lay the picture out once: a layout that is worked out anew at each saving moves by hundredths of a point."""
    if figure.get_layout_engine() is not None:
        figure.draw_without_rendering()
        figure.set_layout_engine("none")


@cache
def _register_fonts() -> None:
    for cut in CUTS:
        fontManager.addfont(cut)
