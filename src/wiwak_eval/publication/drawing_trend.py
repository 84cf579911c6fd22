"""The drawings of the trend behind `charts`; imported with the first picture."""

from collections.abc import Sequence
from textwrap import fill

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from wiwak_eval import german
from wiwak_eval.publication.drawing_parts import left_out, numbers, shown
from wiwak_eval.publication.style import BLUE, GREY, INK, ORANGE, ORANGE_TEXT, canvas, month_axis, spread, styled, value_axis
from wiwak_eval.publication.typeface import printable
from wiwak_eval.results import Cell, ReleasedTable

_PERCENT = f"{german.NARROW_SPACE}%"
_LABEL_GAP = 0.15
"""Of a panel's height: two names at the ends of lines closer than this would run into each other."""
_STAYS = "Anstieg bleibt"
_PLAIN = "im Monat"
"""Stands where neither days nor posts are known."""

Line = tuple[Sequence[float], str, str, str, str]
"""Values, name, colour of the line, colour of the letters, dash."""


def trend_rates(table: ReleasedTable) -> Figure:
    """See `charts.trend_rates`."""
    months = [str(month) for month in table.column("month")]
    drawn = {
        words: _lines(table, by)
        for by, words in (("day", "je Öffnungstag"), ("post", "je Vollzeitstelle"))
        if _known(table, f"contacts_per_{by}")
    } or {_PLAIN: [(numbers(table.column("contacts")), "Beratungen", BLUE, BLUE, "-")]}
    with styled():
        figure, axes = canvas(0.7 + 1.65 * len(drawn), (table.provenance.mark,))
        axes.remove()
        panels = figure.subplots(len(drawn), 1, sharex=True, squeeze=False)[:, 0]
        for panel, (words, lines) in zip(panels, drawn.items(), strict=True):
            _panel(panel, words, lines, 0 if words == _PLAIN else 1)
        month_axis(panels[-1], months, 1 if len(months) <= 12 else 3)
    return figure


def _known(table: ReleasedTable, column: str) -> bool:
    return any(isinstance(cell, int | float) for cell in table.column(column))


def _lines(table: ReleasedTable, by: str) -> list[Line]:
    contacts, persons = (numbers(table.column(f"{name}_per_{by}")) for name in ("contacts", "persons"))
    return [(contacts, "Beratungen", BLUE, BLUE, "-"), (persons, "Personen", ORANGE, ORANGE_TEXT, "--")]


def _panel(axes: Axes, words: str, lines: Sequence[Line], decimals: int) -> None:
    months = len(lines[0][0])
    for values, _, colour, _, dash in lines:
        axes.plot(range(months), values, color=colour, linestyle=dash, marker="o", markersize=4, linewidth=1.8)
    value_axis(axes, "y")
    axes.set_ylim(bottom=0)
    axes.set_ylabel(words)
    axes.set_xlim(-0.4, months - 0.4)
    ends = [(values[-1], name, letters) for values, name, _, letters, _ in lines if not pd.isna(values[-1])]
    heights = spread([end for end, _, _ in ends], axes.get_ylim()[1] * _LABEL_GAP)
    for (end, name, letters), height in zip(ends, heights, strict=True):
        axes.text(months - 0.55, height, f"{name} {shown(end, decimals)}", color=letters, va="center", fontsize=9, fontweight="semibold")


def trend_without(table: ReleasedTable) -> Figure:
    """See `charts.trend_without`."""
    columns = zip(
        table.column("month"), *(_changes(table.column(name)) for name in ("ratio", "low", "high")), table.column("still"), strict=True
    )
    rows = [(f"ohne {german.month(str(month))}", *change, str(still)) for month, *change, still in columns]
    drawn = [row for row in rows if not pd.isna(row[1])]
    with styled():
        figure, axes = canvas(0.9 + 0.24 * max(len(drawn), 2), (table.provenance.mark,))
        _intervals(axes, drawn)
        value_axis(axes, "x", _PERCENT, room=1.35 if all(row[-1] == _STAYS for row in drawn) else 1.7)
        axes.axvline(0, color=GREY, linewidth=1)
        axes.set_xlabel("Veränderung der Beratungen von Monat zu Monat")
    return figure


def _changes(cells: Sequence[Cell]) -> list[float]:
    """Factors as changes in percent: no change is nought."""
    return [(value - 1) * 100 for value in numbers(cells)]


def situations(table: ReleasedTable) -> Figure:
    """See `charts.situations`."""
    columns = zip(table.column("situation"), *(numbers(table.column(name)) for name in ("share", "low", "high")), strict=True)
    rows = [(printable(str(name)), *(100 * value for value in values)) for name, *values in columns]
    drawn = [(*row, _STAYS) for row in rows if not pd.isna(row[1])]
    hidden = [name for (name, *_), cell in zip(rows, table.column("share"), strict=True) if isinstance(cell, str)]
    with styled():
        under = (left_out("Nicht gezeigt, weil aus Datenschutzgründen nicht ausgewiesen", hidden), table.provenance.mark)
        figure, axes = canvas(1.0 + 0.26 * max(len(drawn), 2), under)
        _intervals(axes, drawn, signed=False)
        value_axis(axes, "x", _PERCENT, room=1.25)
        axes.set_xlim(left=0)
        axes.set_xlabel("Anteil an allen beratenen Personen")
    return figure


def _intervals(axes: Axes, rows: Sequence[tuple[str, float, float, float, str]], signed: bool = True) -> None:
    """A dot and its interval a row (name, value, low, high, verdict), top down; hollow where the verdict is not that a rise stays."""
    for y, (_, value, low, high, verdict) in enumerate(rows):
        stays = verdict == _STAYS
        axes.plot([low, high], [y, y], color=BLUE, linewidth=2.2, solid_capstyle="butt", zorder=2)
        axes.plot([value], [y], marker="o", markersize=7, color=BLUE, markerfacecolor=BLUE if stays else "white", zorder=3, clip_on=False)
        front = "+" if signed and value > 0 else ""
        words = f"{front}{shown(value, 1 if signed else 0)}{_PERCENT}" + ("" if stays else f" · {verdict}")
        axes.annotate(words, (high, y), (5, 0), textcoords="offset points", va="center", fontsize=8, color=INK)
    axes.set_yticks(range(len(rows)), [fill(row[0], 32) for row in rows])
    axes.set_ylim(max(len(rows), 1) - 0.4, -0.6)
    axes.tick_params(axis="y", pad=9)
