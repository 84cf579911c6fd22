"""The drawings of the forecast behind `charts`; imported with the first picture."""

from collections.abc import Sequence
from textwrap import fill

import pandas as pd
import seaborn
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from wiwak_eval import german
from wiwak_eval.publication.drawing_parts import TOTALS, column_label, end_labels, left_out, name_observed, numbers, shown
from wiwak_eval.publication.style import (
    BLUE,
    BLUE_TINTS,
    BROWN,
    GREY,
    INK,
    NIGHT,
    NIGHT_TINT,
    ORANGE,
    ORANGE_TEXT,
    canvas,
    month_axis,
    styled,
    value_axis,
)
from wiwak_eval.publication.typeface import printable
from wiwak_eval.results import ReleasedTable

_BANDS = (("p2_5", "p97_5", "95 %"), ("p10", "p90", "80 %"), ("p25", "p75", "50 %"))
"""Widest first: each is drawn over the one before."""

_DASHES: "tuple[str | tuple[int, tuple[float, ...]], ...]" = ("-", (0, (6, 2)), (0, (1.5, 1.5)), (0, (7, 2, 1.5, 2)), (0, (3, 3)))
_LINES = ((BLUE, BLUE), (ORANGE, ORANGE_TEXT), (NIGHT, NIGHT), (BROWN, BROWN))


def forecast_fan(table: ReleasedTable) -> Figure:
    """See `charts.forecast_fan`."""
    months = [str(month) for month in table.column("month")]
    observed, median = numbers(table.column("observed")), numbers(table.column("median"))
    bands = [(numbers(table.column(low)), numbers(table.column(high)), name) for low, high, name in _BANDS]
    bridge = [i for i, kind in enumerate(table.column("kind")) if kind == "Brücke"]
    with styled():
        figure, axes = canvas(3.5, (table.provenance.mark,))
        at = list(range(len(months)))
        for (low, high, _), tint in zip(bands, BLUE_TINTS, strict=True):
            axes.fill_between(at, low, high, color=tint, linewidth=0)
        seaborn.lineplot(x=at, y=median, color=BLUE, linewidth=2.2, ax=axes)
        seaborn.lineplot(x=at, y=observed, color=NIGHT, marker="o", markersize=4, linewidth=1.8, ax=axes)
        _upright(axes, months, "Beratungen im Monat")
        axes.set_xlim(-0.5, len(months) - 0.5)
        name_observed(axes, observed)
        ends = [*((high, name, INK) for _, high, name in bands), (median, column_label(table, "median"), BLUE)]
        end_labels(axes, len(months) - 0.3, ends)
        if bridge:
            axes.axvspan(bridge[0] - 0.5, bridge[-1] + 0.5, color="#F0F0F0", linewidth=0, zorder=0)
            axes.annotate("Brücke", (sum(bridge) / len(bridge), 0), (0, 3), textcoords="offset points", ha="center", fontsize=8, color=GREY)
    return figure


def scenario_lines(table: ReleasedTable) -> Figure:
    """See `charts.scenario_lines`."""
    months = [str(month) for month in table.column("month")]
    lines = [(numbers(table.column(column.name)), printable(column.label)) for column in table.columns[1:]]
    with styled():
        figure, axes = canvas(3.3, (table.provenance.mark,))
        ends = []
        for number, (values, name) in enumerate(lines):
            colour, letters = _LINES[number % len(_LINES)]
            dash, width = _DASHES[number % len(_DASHES)], 1.7 if number else 3
            axes.plot(range(len(months)), values, color=colour, linestyle=dash, linewidth=width, zorder=2 if number else 3)
            ends.append((values, name, letters))
        _upright(axes, months, "Beratungen im Monat (Planwert)")
        axes.set_xlim(-0.5, len(months) - 0.5)
        end_labels(axes, len(months) - 0.3, ends)
    return figure


def inflow_stock(table: ReleasedTable) -> Figure:
    """See `charts.inflow_stock`."""
    months = [str(month) for month in table.column("month")]
    new, low, high, contacts = (numbers(table.column(name)) for name in ("new_persons", "active_low", "active_high", "contacts"))
    with styled():
        figure, axes = canvas(3.5, (table.provenance.mark,))
        at = list(range(len(months)))
        axes.fill_between(at, low, high, color=NIGHT_TINT, linewidth=0)
        seaborn.barplot(x=at, y=new, color=BLUE, width=0.55, saturation=1, ax=axes)
        seaborn.lineplot(x=at, y=low, color=NIGHT, linewidth=2, linestyle=(0, (6, 2)), ax=axes)
        seaborn.lineplot(x=at, y=contacts, color=ORANGE, marker="o", markersize=6, linewidth=2, ax=axes)
        _upright(axes, months, "Anzahl im Monat")
        if len(months) <= 12:
            _label_inside(axes, new)
        axes.set_xlim(-0.6, len(months) - 0.4)
        middle = [(lowest + highest) / 2 for lowest, highest in zip(low, high, strict=True)]
        ends = ((contacts, "Beratungen", ORANGE_TEXT), (middle, "in Beratung", NIGHT), (new, "neue Personen", BLUE))
        end_labels(axes, len(months) - 0.4, ends)
    return figure


def _upright(axes: Axes, months: Sequence[str], label: str) -> None:
    """Counts from zero upwards, months to the right."""
    value_axis(axes, "y")
    axes.set_ylim(bottom=0)
    month_axis(axes, months, 1 if len(months) <= 12 else 3)
    axes.set_ylabel(label)


def _label_inside(axes: Axes, heights: Sequence[float]) -> None:
    """Each bar's height at its foot, clear of the lines above; over the bar where it is too low to hold the number."""
    enough = axes.get_ylim()[1] * 0.06
    for x, height in enumerate(heights):
        inside = height > enough
        foot, colour = (0, "white") if inside else (height, INK)
        axes.annotate(shown(height), (x, foot), (0, 3), textcoords="offset points", ha="center", fontsize=8, color=colour)


def growth_parts(table: ReleasedTable) -> Figure:
    """See `charts.growth_parts`."""
    rows = list(
        zip(table.column("key"), table.column("label"), *(numbers(table.column(n)) for n in ("first", "last", "change")), strict=True)
    )
    totals = [row for row in rows if str(row[0]) in TOTALS]
    first, last = totals[0][2:4] if totals else (float("nan"), float("nan"))
    parts = [(printable(str(label)), change) for key, label, _, _, change in rows if str(key) not in TOTALS and not pd.isna(change)]
    unknown = [str(label) for key, label, _, _, change in rows if str(key) not in TOTALS and pd.isna(change)]
    with styled():
        figure, axes = canvas(0.9 + 0.36 * (len(parts) + 2), (left_out("Ohne ausgewiesene Werte", unknown), table.provenance.mark))
        if not pd.isna(first):
            _steps(axes, first, parts, last)
        value_axis(axes, "x", room=1.12)
        axes.set_xlabel("Beratungen im Monat")
    return figure


def _steps(axes: Axes, first: float, parts: Sequence[tuple[str, float]], last: float) -> None:
    """The first level, each part from where the one before ended, the last level; top down."""
    names = ["erste Monate", *(fill(name, 32) for name, _ in parts), "letzte Monate"]
    starts, ends = [0.0], [first]
    for _, change in parts:
        starts.append(ends[-1])
        ends.append(ends[-1] + change)
    starts.append(0.0)
    ends.append(last)
    whole = {0, len(names) - 1}
    for y, (start, end) in enumerate(zip(starts, ends, strict=True)):
        colour = NIGHT if y in whole else BLUE if end >= start else ORANGE
        axes.barh(y, end - start, left=start, color=colour, height=0.6, linewidth=0)
        if y < len(names) - 1:
            axes.plot([end, end], [y + 0.3, y + 0.7], color=GREY, linewidth=0.8)
        label = shown(end, 1) if y in whole else _signed(end - start)
        axes.annotate(label, (max(start, end), y), (4, 0), textcoords="offset points", va="center", fontsize=8)
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.5, -0.5)


def _signed(change: float) -> str:
    return ("+" if change > 0 else "") + german.number(change, 1)
