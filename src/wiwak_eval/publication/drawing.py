"""The drawings behind `charts`; imported with the first picture, for matplotlib and seaborn take seconds."""

from collections.abc import Sequence
from textwrap import fill

import pandas as pd
import seaborn
from matplotlib.axes import Axes
from matplotlib.container import Container
from matplotlib.figure import Figure

from wiwak_eval import german
from wiwak_eval.publication.style import (
    BLUE,
    BLUE_TINTS,
    BROWN,
    GREY,
    INK,
    NIGHT,
    ORANGE,
    ORANGE_TEXT,
    canvas,
    month_axis,
    spread,
    styled,
    value_axis,
)
from wiwak_eval.publication.typeface import printable
from wiwak_eval.results import Cell, ReleasedTable, Unit

_LINE_LENGTH = 105
_TOTALS = frozenset({"total", "sum", "gesamt", "insgesamt", "summe"})
_EURO = f"{german.NARROW_SPACE}€"


def monthly_contacts(table: ReleasedTable) -> Figure:
    """See `charts.monthly_contacts`."""
    months = [str(month) for month in table.column("month")]
    contacts, persons = _numbers(table.column("contacts")), _numbers(table.column("persons"))
    gaps = [german.month(month) for month, *pair in zip(months, contacts, persons, strict=True) if pd.isna(pair).any()]
    with styled():
        figure, axes = canvas(3.3, (_left_out("Ohne ausgewiesene Werte", gaps), table.provenance.mark))
        at = list(range(len(months)))
        seaborn.barplot(x=at, y=contacts, color=BLUE, width=0.62, saturation=1, ax=axes)
        seaborn.lineplot(x=at, y=persons, color=ORANGE, marker="o", markersize=6, linewidth=2, ax=axes)
        value_axis(axes, "y")
        month_axis(axes, months, 1)
        axes.set_ylabel("Anzahl im Monat")
        for x, height in zip(at, contacts, strict=True):
            axes.annotate(_shown(height), (x, height), (0, 2), textcoords="offset points", ha="center", fontsize=8)
        axes.set_xlim(-0.6, len(months) - 0.4)
        _end_labels(axes, len(months) - 0.55, ((contacts, "Beratungen", BLUE), (persons, "Personen", ORANGE_TEXT)))
    return figure


def forecast_fan(table: ReleasedTable) -> Figure:
    """See `charts.forecast_fan`."""
    months = [str(month) for month in table.column("month")]
    observed, median = _numbers(table.column("observed")), _numbers(table.column("median"))
    bands = {name: _numbers(table.column(name)) for name in ("p2_5", "p97_5", "p10", "p90")}
    ahead = [i for i, value in enumerate(median) if not pd.isna(value)]
    middle = printable(next(column.label for column in table.columns if column.name == "median"))
    bridge = [i for i, kind in enumerate(table.column("kind")) if kind == "Brücke"]
    with styled():
        figure, axes = canvas(3.5, (table.provenance.mark,))
        at = list(range(len(months)))
        axes.fill_between(at, bands["p2_5"], bands["p97_5"], color=BLUE_TINTS[0], linewidth=0)
        axes.fill_between(at, bands["p10"], bands["p90"], color=BLUE_TINTS[1], linewidth=0)
        seaborn.lineplot(x=at, y=median, color=BLUE, linewidth=2.2, ax=axes)
        seaborn.lineplot(x=at, y=observed, color=NIGHT, marker="o", markersize=4, linewidth=1.8, ax=axes)
        value_axis(axes, "y")
        month_axis(axes, months, 1 if len(months) <= 12 else 3)
        axes.set_ylabel("Beratungen im Monat")
        axes.set_xlim(-0.5, len(months) - 0.5)
        _name_observed(axes, observed)
        if ahead:
            ends = [("95 %", bands["p97_5"], INK), ("80 %", bands["p90"], INK), (middle, median, BLUE)]
            _end_labels(axes, len(months) - 0.3, [(values, name, colour) for name, values, colour in ends])
        if bridge:
            axes.axvspan(bridge[0] - 0.5, bridge[-1] + 0.5, color="#F0F0F0", linewidth=0, zorder=0)
            axes.annotate("Brücke", (sum(bridge) / len(bridge), 0), (0, 3), textcoords="offset points", ha="center", fontsize=8, color=GREY)
    return figure


def topics(table: ReleasedTable) -> Figure:
    """See `charts.topics`."""
    rows = list(zip(table.column("topic"), _numbers(table.column("contacts")), table.column("share"), strict=True))
    rows = [row for row in rows if str(row[0]).lower() not in _TOTALS]
    shown = sorted((row for row in rows if not pd.isna(row[1])), key=lambda row: -row[1])
    hidden = [str(topic) for topic, contacts, _ in rows if pd.isna(contacts)]
    with styled():
        under = (_left_out("Nicht gezeigt, weil aus Datenschutzgründen nicht ausgewiesen", hidden), table.provenance.mark)
        figure, axes = canvas(0.9 + 0.27 * max(len(shown), 2) + 0.15 * len(hidden) ** 0.5, under)
        seaborn.barplot(
            x=[row[1] for row in shown], y=[printable(str(row[0])) for row in shown], color=BLUE, width=0.7, saturation=1, ax=axes
        )
        value_axis(axes, "x", room=1.18)
        axes.set_xlabel("Beratungen")
        axes.set_ylabel("")
        for y, (_, contacts, share) in enumerate(shown):
            part = f" · {german.percent(share, 0)}" if isinstance(share, int | float) else ""
            axes.annotate(_shown(contacts) + part, (contacts, y), (4, 0), textcoords="offset points", va="center", fontsize=8)
    return figure


def euros_by_year(table: ReleasedTable) -> Figure:
    """See `charts.euros_by_year`."""
    years = [column for column in table.columns if column.unit is Unit.CENTS]
    names = table.column("label")
    parts = [row for row in range(len(table.rows)) if str(table.rows[row][0]).lower() not in _TOTALS]
    rows = [row for row in parts if any(table.column(year.name)[row] != 0 for year in years)]
    without = _left_out("Ohne Betrag", [str(names[row]) for row in parts if row not in rows])
    labels = [fill(printable(str(names[row])), 26) for row in rows]
    long = pd.DataFrame(
        [(labels[n], year.label, _numbers(table.column(year.name))[row] / 100) for n, row in enumerate(rows) for year in years],
        columns=["label", "year", "euros"],
    )
    with styled():
        figure, axes = canvas(0.8 + 0.24 * len(years) * max(len(rows), 1), (without, table.provenance.mark))
        seaborn.barplot(
            long, x="euros", y="label", hue="year", palette=[BLUE, ORANGE, NIGHT, BROWN][: len(years)], saturation=1, width=0.78, ax=axes
        )
        value_axis(axes, "x", _EURO, room=1.3)
        axes.set_xlabel("")
        axes.set_ylabel("")
        for bars, year in zip(axes.containers, years, strict=False):
            _label_bars(axes, bars, printable(year.label))
        legend = axes.get_legend()
        if legend is not None:
            legend.remove()
    return figure


def _label_bars(axes: Axes, bars: Container, year: str) -> None:
    for bar in bars:
        end, middle = bar.get_width(), bar.get_y() + bar.get_height() / 2
        label = f"{year}: –" if pd.isna(end) else f"{year}: {_shown(end)}{_EURO}"
        axes.annotate(label, (end if end > 0 else 0, middle), (4, 0), textcoords="offset points", va="center", fontsize=8)


def _end_labels(axes: Axes, x: float, series: Sequence[tuple[Sequence[float], str, str]]) -> None:
    """Each line's name beside its last known value, in its colour, none over another."""
    known = [(last, name, colour) for values, name, colour in series if (last := _last(values)) is not None]
    top = axes.get_ylim()[1]
    heights = spread([value for value, _, _ in known], top * 0.06)
    for (_, name, colour), height in zip(known, heights, strict=True):
        axes.text(x, height, name, color=colour, va="center", fontsize=9, fontweight="semibold")


def _name_observed(axes: Axes, observed: Sequence[float]) -> None:
    """The name above the highest point, from the first one on: clear of the line whichever way it runs."""
    known = [i for i, value in enumerate(observed) if not pd.isna(value)]
    if known:
        top = max(observed[i] for i in known)
        axes.annotate("beobachtet", (known[0], top), (0, 7), textcoords="offset points", color=NIGHT, fontweight="semibold")


def _last(values: Sequence[float]) -> float | None:
    return next((value for value in reversed(values) if not pd.isna(value)), None)


def _left_out(words: str, names: Sequence[str]) -> str | None:
    return fill(f"{words}: {', '.join(names)}", _LINE_LENGTH) if names else None


def _numbers(cells: Sequence[Cell]) -> list[float]:
    """Cells as heights; hidden and missing ones are gaps."""
    return [float("nan") if cell is None or isinstance(cell, str) else float(cell) for cell in cells]


def _shown(value: float) -> str:
    return "" if pd.isna(value) else german.number(value)
