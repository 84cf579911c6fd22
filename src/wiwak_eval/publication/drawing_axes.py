"""Axes of all drawings: from zero, German numbers on round steps, months, what an axis counts above it instead of turned beside it."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from wiwak_eval import german
from wiwak_eval.publication.design import GREY, SMALL
from wiwak_eval.publication.measuring import line_height, width
from wiwak_eval.publication.typeface import printable

_SHORT_MONTHS = ("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sep.", "Okt.", "Nov.", "Dez.")
_MONTH_STEPS = (1, 3, 6, 12, 24, 60)
_BETWEEN_TICKS = 0.16
"""Inches between the numbers of two ticks."""
_MONTHS_WIDE = 4.7
"""Inches that months have, at least."""
ROUND_STEPS = (1, 2, 2.5, 5, 10)


def value_axis(axes: Axes, along: str, unit: str = "", reaches: tuple[float, float] | None = None, inches: float = 3.5) -> None:
    """From zero, or from a value below it, with German numbers on round steps and light lines behind.

    reaches: where the axis begins and ends, else at zero or the lowest value below it and a little beyond the highest; inches: how long
    an axis to the right is.
    """
    upright = along == "y"
    low, high = reaches or _limits(axes, upright)
    (axes.set_ylim if upright else axes.set_xlim)(low, high)
    axis = axes.yaxis if upright else axes.xaxis
    axis.set_major_formatter(FuncFormatter(lambda value, _: german.number(value) + unit))
    widest = width(german.number(high) + unit, SMALL) + _BETWEEN_TICKS
    steps = 6 if upright else max(1, min(6, int(inches / widest)))
    axis.set_major_locator(MaxNLocator(nbins=steps, steps=ROUND_STEPS, integer=True))
    axes.grid(False)
    axes.grid(axis="y" if upright else "x")
    axes.set_axisbelow(True)
    axes.tick_params(length=0)
    if not upright:
        axes.spines.bottom.set_visible(False)
        axes.vlines(0, 0, 1, color=GREY, linewidth=0.8, transform=axes.get_xaxis_transform(), zorder=2.5)
    elif low < 0:
        axes.spines.bottom.set_position("zero")


def _limits(axes: Axes, upright: bool) -> tuple[float, float]:
    """Zero or the lowest value below it, with as much room as there is above the highest; at least one unit long."""
    low, high = axes.get_ylim() if upright else axes.get_xlim()
    lowest = axes.dataLim.y0 if upright else axes.dataLim.x0
    return (low if lowest < 0 else 0.0), max(high, 1.0)


def month_axis(axes: Axes, months: Sequence[str]) -> None:
    """As many months as have room; the year stands under the first of them and under the first of each year."""
    pitch = _MONTHS_WIDE / max(len(months), 1)
    room = width(" Sep.", SMALL)
    step = next((step for step in _MONTH_STEPS if step * pitch >= room), _MONTH_STEPS[-1])
    shown = range(0, len(months), step)
    years = [months[i][:4] for i in shown]
    labels = [
        _SHORT_MONTHS[int(months[i][5:7]) - 1] + (f"\n{year}" if n == 0 or year != years[n - 1] else "")
        for n, (i, year) in enumerate(zip(shown, years, strict=True))
    ]
    axes.set_xticks(list(shown), labels)
    axes.set_xlim(-0.6, max(len(months), 1) - 0.4)
    axes.set_xlabel("")


def month_room(months: Sequence[str]) -> float:
    """Inches a month has."""
    return _MONTHS_WIDE / max(len(months), 1)


def counted(axes: Axes, words: str) -> None:
    """What the axis counts, level and above it, at the left edge."""
    axes.set_ylabel("")
    axes.set_title(printable(words), loc="left", fontsize=SMALL, color=GREY, pad=7)


def legend_above(axes: Axes, columns: int) -> None:
    """Names of colours and hatches above the drawing, where no value can stand."""
    axes.legend(
        loc="lower left", bbox_to_anchor=(0, 1), ncols=columns, frameon=False, fontsize=SMALL, borderaxespad=0.4, borderpad=0,
        columnspacing=1.4, handlelength=1.5, handletextpad=0.5,
    )  # fmt: skip


def line_in_data(axes: Axes, inches: float, size: float = SMALL) -> float:
    """Height of a line of print in units of an axis that is so many inches high."""
    low, high = axes.get_ylim()
    return abs(high - low) * line_height(size) / inches
