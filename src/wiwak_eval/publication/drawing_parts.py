"""What all drawings use: cells as heights, names at the ends of lines, numbers at bars, what is left out."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from wiwak_eval import german
from wiwak_eval.publication.design import FINE, INK, NIGHT, SMALL, WHITE
from wiwak_eval.publication.drawing_axes import line_in_data, month_room
from wiwak_eval.publication.measuring import folded, width
from wiwak_eval.publication.missing import is_missing
from wiwak_eval.publication.spreading import spread
from wiwak_eval.publication.typeface import printable
from wiwak_eval.results import Cell, ReleasedTable

TOTALS = frozenset({"total", "sum", "gesamt", "insgesamt", "summe"})
"""Keys of rows that sum up the others."""
EURO, PERCENT = f"{german.NARROW_SPACE}€", f"{german.NARROW_SPACE}%"
EUROS_PER_CENT = 0.01
BAR = 0.66
"""Width of a bar in months."""
_END_NAMES = 1.45
"""Inches that a name at the end of a line takes at most."""


def numbers(cells: Sequence[Cell]) -> list[float]:
    """Cells as heights; hidden and missing ones are gaps."""
    return [float("nan") if cell is None or isinstance(cell, str) else float(cell) for cell in cells]


def euros(table: ReleasedTable, name: str) -> list[float]:
    """A column of cents in euros."""
    return [cents * EUROS_PER_CENT for cents in numbers(table.column(name))]


def shown(value: float, decimals: int = 0) -> str:
    """A height in German; nothing for a gap."""
    return "" if is_missing(value) else german.number(value, decimals)


def left_out(words: str, names: Sequence[str]) -> str | None:
    """`words: a, b`, or None where nothing is left out; a semicolon parts names that have commas themselves."""
    between = "; " if any("," in name for name in names) else ", "
    return f"{words}: {between.join(names)}" if names else None


def column_label(table: ReleasedTable, name: str) -> str:
    """The German head of a column in signs that the typeface has."""
    return printable(next(column.label for column in table.columns if column.name == name))


def end_labels(axes: Axes, x: float, series: Sequence[tuple[Sequence[float], str, str]], inches: float) -> None:
    """Each line's name (values, name, colour) beside its last known value, none over another; inches: height of the axis."""
    known = [(last, name, colour) for values, name, colour in series if (last := _last(values)) is not None]
    names = [folded(name, SMALL, _END_NAMES, bold=True) for _, name, _ in known]
    lines = max((name.count("\n") + 1 for name in names), default=1)
    heights = spread([value for value, _, _ in known], lines * line_in_data(axes, inches), axes.get_ylim()[0])
    for name, (_, _, colour), height in zip(names, known, heights, strict=True):
        axes.text(x, height, name, color=colour, va="center", fontsize=SMALL, fontweight="semibold")


def over_bars(axes: Axes, months: Sequence[str], heights: Sequence[float]) -> None:
    """Each bar's height over it; where bars stand too close for all, that of the highest."""
    words = [shown(height) for height in heights]
    known = [x for x, height in enumerate(heights) if not is_missing(height)]
    close = max((width(word, FINE) for word in words), default=0) > month_room(months)
    if close and known:
        known = [max(known, key=lambda x: heights[x])]
    for x in known:
        outwards = close and x == len(heights) - 1
        place = (x + BAR / 2 if outwards else x, max(heights[x], 0))
        axes.annotate(words[x], place, (0, 3), textcoords="offset points", ha="right" if outwards else "center", fontsize=FINE)


def at_foot(axes: Axes, months: Sequence[str], heights: Sequence[float], words: Sequence[str]) -> bool:
    """Words at each bar's foot, clear of lines above, or over the bar where it is too low to hold them; none where bars are too narrow.

    Whether they are written.
    """
    if max((width(word, FINE) for word in words), default=0) > BAR * month_room(months):
        return False
    enough = axes.get_ylim()[1] * 0.07
    for x, (height, word) in enumerate(zip(heights, words, strict=True)):
        if word:
            foot, colour = (0, WHITE) if height > enough else (max(height, 0), INK)
            axes.annotate(word, (x, foot), (0, 3), textcoords="offset points", ha="center", fontsize=FINE, color=colour)
    return True


def name_observed(axes: Axes, observed: Sequence[float]) -> None:
    """The name above the highest point, from the first one on: clear of the line whichever way it runs."""
    known = [i for i, value in enumerate(observed) if not is_missing(value)]
    if known:
        top = max(observed[i] for i in known)
        axes.annotate("beobachtet", (known[0], top), (0, 7), textcoords="offset points", color=NIGHT, fontweight="semibold")


def _last(values: Sequence[float]) -> float | None:
    return next((value for value in reversed(values) if not is_missing(value)), None)
