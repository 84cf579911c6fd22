"""The drawings of the forecast behind `charts`; imported with the first picture."""

from collections.abc import Sequence
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from wiwak_eval import german
from wiwak_eval.publication.design import (
    BLUE,
    BLUE_TINTS,
    BROWN,
    FINE,
    GREY,
    INK,
    NIGHT,
    NIGHT_TINT,
    ORANGE,
    ORANGE_TEXT,
    SOFT,
)
from wiwak_eval.publication.drawing_axes import counted, month_axis, value_axis
from wiwak_eval.publication.drawing_parts import BAR, TOTALS, at_foot, column_label, end_labels, left_out, name_observed, numbers, shown
from wiwak_eval.publication.drawing_rows import rows_of
from wiwak_eval.publication.drawing_steps import Step, draw_steps
from wiwak_eval.publication.missing import is_missing
from wiwak_eval.publication.style import canvas, styled
from wiwak_eval.publication.typeface import printable
from wiwak_eval.results import ReleasedTable

_BANDS = (("p2_5", "p97_5", "95 %"), ("p10", "p90", "80 %"), ("p25", "p75", "50 %"))
"""Widest first: each is drawn over the one before."""

_DASHES: "tuple[str | tuple[int, tuple[float, ...]], ...]" = ("-", (0, (6, 2)), (0, (1.5, 1.5)), (0, (7, 2, 1.5, 2)), (0, (3, 3)))
_LINES = ((BLUE, BLUE), (ORANGE, ORANGE_TEXT), (NIGHT, NIGHT), (BROWN, BROWN))
_HEIGHT, _AXIS = 3.3, 2.5
"""Inches of a drawing over months and of the axis in it."""


def forecast_fan(table: ReleasedTable) -> Figure:
    """See `charts.forecast_fan`."""
    import seaborn

    months = [str(month) for month in table.column("month")]
    observed, median = numbers(table.column("observed")), numbers(table.column("median"))
    bands = [(numbers(table.column(low)), numbers(table.column(high)), name) for low, high, name in _BANDS]
    bridge = [i for i, kind in enumerate(table.column("kind")) if kind == "Brücke"]
    with styled():
        figure, axes = canvas(_HEIGHT, table.provenance.mark)
        at = list(range(len(months)))
        for (low, high, _), tint in zip(bands, BLUE_TINTS, strict=True):
            axes.fill_between(at, low, high, color=tint, linewidth=0)
        seaborn.lineplot(x=at, y=median, color=BLUE, linewidth=2.2, ax=axes)
        seaborn.lineplot(x=at, y=observed, color=NIGHT, marker="o", markersize=4, linewidth=1.8, ax=axes)
        _upright(axes, months, "Beratungen im Monat")
        name_observed(axes, observed)
        ends = [*((high, name, INK) for _, high, name in bands), (median, column_label(table, "median"), BLUE)]
        end_labels(axes, len(months) - 0.3, ends, _AXIS)
        if bridge:
            axes.axvspan(bridge[0] - 0.5, bridge[-1] + 0.5, color=SOFT, linewidth=0, zorder=0)
            middle = (sum(bridge) / len(bridge), 0)
            axes.annotate("Brücke", middle, (0, 3), textcoords="offset points", ha="center", fontsize=FINE, color=GREY)
    return figure


def scenario_lines(table: ReleasedTable) -> Figure:
    """See `charts.scenario_lines`."""
    months = [str(month) for month in table.column("month")]
    lines = [(numbers(table.column(column.name)), printable(column.label)) for column in table.columns[1:]]
    with styled():
        figure, axes = canvas(_HEIGHT, table.provenance.mark)
        ends = []
        for number, (values, name) in enumerate(lines):
            colour, letters = _LINES[number % len(_LINES)]
            dash, width = _DASHES[number % len(_DASHES)], 1.8 if number else 3
            axes.plot(range(len(months)), values, color=colour, linestyle=dash, linewidth=width, zorder=2 if number else 3)
            ends.append((values, name, letters))
        _upright(axes, months, "Beratungen im Monat (Planwert)")
        end_labels(axes, len(months) - 0.3, ends, _AXIS)
    return figure


def inflow_stock(table: ReleasedTable) -> Figure:
    """See `charts.inflow_stock`."""
    import seaborn

    months = [str(month) for month in table.column("month")]
    new, low, high, contacts = (numbers(table.column(name)) for name in ("new_persons", "active_low", "active_high", "contacts"))
    with styled():
        figure, axes = canvas(_HEIGHT, table.provenance.mark)
        at = list(range(len(months)))
        axes.fill_between(at, low, high, color=NIGHT_TINT, linewidth=0)
        axes.bar(at, new, color=BLUE, width=BAR, linewidth=0)
        seaborn.lineplot(x=at, y=low, color=NIGHT, linewidth=2, linestyle=(0, (6, 2)), ax=axes)
        seaborn.lineplot(x=at, y=contacts, color=ORANGE, marker="o", markersize=6, linewidth=2, ax=axes)
        _upright(axes, months, "Anzahl im Monat")
        at_foot(axes, months, new, [shown(height) for height in new])
        middle = [(lowest + highest) / 2 for lowest, highest in zip(low, high, strict=True)]
        ends = ((contacts, "Beratungen", ORANGE_TEXT), (middle, "in Beratung", NIGHT), (new, "neue Personen", BLUE))
        end_labels(axes, len(months) - 0.4, ends, _AXIS)
    return figure


def _upright(axes: Axes, months: Sequence[str], words: str) -> None:
    """Counts from zero upwards, months to the right."""
    value_axis(axes, "y")
    month_axis(axes, months)
    counted(axes, words)


def growth_parts(table: ReleasedTable) -> Figure:
    """See `charts.growth_parts`."""
    cells = list(
        zip(table.column("key"), table.column("label"), *(numbers(table.column(n)) for n in ("first", "last", "change")), strict=True)
    )
    totals = [row for row in cells if str(row[0]) in TOTALS]
    first, last = totals[0][2:4] if totals else (float("nan"), float("nan"))
    parts = [(str(label), change) for key, label, _, _, change in cells if str(key) not in TOTALS and not is_missing(change)]
    unknown = [str(label) for key, label, _, _, change in cells if str(key) not in TOTALS and is_missing(change)]
    rows = rows_of(["erste Monate", *(name for name, _ in parts), "letzte Monate"], 0.32)
    with styled():
        figure, axes = canvas(rows.height, table.provenance.mark, (left_out("Ohne ausgewiesene Werte", unknown),))
        if not is_missing(first):
            draw_steps(axes, rows, _steps(first, [change for _, change in parts], last))
        axes.set_xlabel("Beratungen im Monat")
    return figure


def _steps(first: float, changes: Sequence[float], last: float) -> tuple[Step, ...]:
    """The first level, each part from where the one before ended, the last level."""
    ends = [first]
    for change in changes:
        ends.append(ends[-1] + change)
    parts = (Step(start, end, _signed(end - start)) for start, end in pairwise(ends))
    return (Step(0.0, first, shown(first, 1), True), *parts, Step(0.0, last, shown(last, 1), True))


def _signed(change: float) -> str:
    return ("+" if change > 0 else "") + german.number(change, 1)
