"""The drawings of the routing slip behind `charts`; imported with the first picture."""

from collections.abc import Sequence
from textwrap import fill

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from wiwak_eval import german
from wiwak_eval.publication.drawing_parts import TOTALS, column_label, left_out, numbers, shown
from wiwak_eval.publication.style import BLUE, NIGHT, canvas, styled, value_axis
from wiwak_eval.publication.typeface import printable
from wiwak_eval.results import ReleasedTable

_PERCENT = f"{german.NARROW_SPACE}%"
_WITHOUT = "Ohne ausgewiesene Werte"


def slip_steps(table: ReleasedTable) -> Figure:
    """See `charts.slip_steps`."""
    steps = [str(step) for step in table.column("step")]
    days, slips = numbers(table.column("days")), numbers(table.column("slips"))
    unknown = [step for step, length in zip(steps, days, strict=True) if pd.isna(length)]
    with styled():
        figure, axes = canvas(0.9 + 0.3 * max(len(steps), 2), (left_out(_WITHOUT, unknown), table.provenance.mark))
        _bars(axes, steps, days)
        value_axis(axes, "x", room=1.3)
        for y, (length, cards) in enumerate(zip(days, slips, strict=True)):
            if not pd.isna(length):
                told = f"{_count(length)} {'Tag' if length == 1 else 'Tage'}" + ("" if pd.isna(cards) else f" · {shown(cards)} Karten")
                _beside(axes, max(length, 0), y, told)
        axes.set_xlabel("Tage bis zum nächsten Schritt, Median")
    return figure


def slip_shares(table: ReleasedTable) -> Figure:
    """See `charts.slip_shares`."""
    rows = [row for row, cells in enumerate(table.rows) if str(cells[0]).lower() not in TOTALS]
    names = [str(table.rows[row][0]) for row in rows]
    counted = table.columns[1]
    counts, shares = ([numbers(table.column(name))[row] for row in rows] for name in (counted.name, "share"))
    percent = [share * 100 for share in shares]
    unknown = [name for name, share in zip(names, shares, strict=True) if pd.isna(share)]
    with styled():
        figure, axes = canvas(0.9 + 0.34 * max(len(rows), 2), (left_out(_WITHOUT, unknown), table.provenance.mark))
        _bars(axes, names, percent)
        ends = _whiskers(axes, table, rows, percent)
        value_axis(axes, "x", _PERCENT, room=1.25)
        for y, (share, count, end) in enumerate(zip(shares, counts, ends, strict=True)):
            if not pd.isna(share):
                _beside(axes, end, y, german.percent(share, 0) + ("" if pd.isna(count) else f" · {shown(count)}"))
        axes.set_xlabel(f"Anteil, daneben Zahl der {column_label(table, counted.name)}")
    return figure


def _bars(axes: Axes, names: Sequence[str], lengths: Sequence[float]) -> None:
    """One bar a name, top down; nothing where the length is not known."""
    axes.barh(range(len(names)), [0 if pd.isna(length) else length for length in lengths], color=BLUE, height=0.6, linewidth=0)
    axes.set_yticks(range(len(names)), [fill(printable(name), 32) for name in names])
    axes.set_ylim(max(len(names), 1) - 0.5, -0.5)


def _whiskers(axes: Axes, table: ReleasedTable, rows: Sequence[int], percent: Sequence[float]) -> list[float]:
    """A stroke for each interval, where the table has one; the right end of bar or stroke."""
    if not {"low", "high"} <= {column.name for column in table.columns}:
        return list(percent)
    low, high = ([numbers(table.column(name))[row] * 100 for row in rows] for name in ("low", "high"))
    for y, (left, right) in enumerate(zip(low, high, strict=True)):
        if not pd.isna(left) and not pd.isna(right):
            axes.plot([left, right], [y, y], color=NIGHT, linewidth=1.6, marker="|", markersize=8)
    return [value if pd.isna(right) else max(value, right) for value, right in zip(percent, high, strict=True)]


def _beside(axes: Axes, x: float, y: float, words: str) -> None:
    axes.annotate(words, (x, y), (5, 0), textcoords="offset points", va="center", fontsize=8)


def _count(days: float) -> str:
    return german.number(days, 0 if days == int(days) else 1)
