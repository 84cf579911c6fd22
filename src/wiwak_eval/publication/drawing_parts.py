"""What all drawings use: cells as heights, names at the ends of lines, what is left out."""

from collections.abc import Sequence
from textwrap import fill

import pandas as pd
from matplotlib.axes import Axes

from wiwak_eval import german
from wiwak_eval.publication.style import NIGHT, spread
from wiwak_eval.publication.typeface import printable
from wiwak_eval.results import Cell, ReleasedTable

TOTALS = frozenset({"total", "sum", "gesamt", "insgesamt", "summe"})
"""Keys of rows that sum up the others."""

_LINE_LENGTH = 105


def numbers(cells: Sequence[Cell]) -> list[float]:
    """Cells as heights; hidden and missing ones are gaps."""
    return [float("nan") if cell is None or isinstance(cell, str) else float(cell) for cell in cells]


def shown(value: float, decimals: int = 0) -> str:
    """A height in German; nothing for a gap."""
    return "" if pd.isna(value) else german.number(value, decimals)


def left_out(words: str, names: Sequence[str]) -> str | None:
    """`words: a, b`, or None where nothing is left out."""
    return fill(f"{words}: {', '.join(names)}", _LINE_LENGTH) if names else None


def column_label(table: ReleasedTable, name: str) -> str:
    """The German head of a column in signs that the typeface has."""
    return printable(next(column.label for column in table.columns if column.name == name))


def end_labels(axes: Axes, x: float, series: Sequence[tuple[Sequence[float], str, str]]) -> None:
    """Each line's name (values, name, colour) beside its last known value, none over another."""
    known = [(last, name, colour) for values, name, colour in series if (last := _last(values)) is not None]
    top = axes.get_ylim()[1]
    heights = spread([value for value, _, _ in known], top * 0.06)
    for (_, name, colour), height in zip(known, heights, strict=True):
        axes.text(x, height, name, color=colour, va="center", fontsize=9, fontweight="semibold")


def name_observed(axes: Axes, observed: Sequence[float]) -> None:
    """The name above the highest point, from the first one on: clear of the line whichever way it runs."""
    known = [i for i, value in enumerate(observed) if not pd.isna(value)]
    if known:
        top = max(observed[i] for i in known)
        axes.annotate("beobachtet", (known[0], top), (0, 7), textcoords="offset points", color=NIGHT, fontweight="semibold")


def _last(values: Sequence[float]) -> float | None:
    return next((value for value in reversed(values) if not pd.isna(value)), None)
