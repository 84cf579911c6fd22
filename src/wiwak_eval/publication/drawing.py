"""The drawings of the pilot year and the budget behind `charts`; imported with the first picture: matplotlib takes seconds."""

from collections.abc import Sequence
from textwrap import fill

import pandas as pd
import seaborn
from matplotlib.axes import Axes
from matplotlib.container import Container
from matplotlib.figure import Figure

from wiwak_eval import german
from wiwak_eval.publication.drawing_parts import TOTALS, end_labels, left_out, numbers, shown
from wiwak_eval.publication.style import BLUE, BROWN, NIGHT, ORANGE, ORANGE_TEXT, canvas, month_axis, styled, value_axis
from wiwak_eval.publication.typeface import printable
from wiwak_eval.results import ReleasedTable, Unit

_EURO, _PERCENT = f"{german.NARROW_SPACE}€", f"{german.NARROW_SPACE}%"


def monthly_contacts(table: ReleasedTable) -> Figure:
    """See `charts.monthly_contacts`."""
    months = [str(month) for month in table.column("month")]
    contacts, persons = numbers(table.column("contacts")), numbers(table.column("persons"))
    gaps = [german.month(month) for month, *pair in zip(months, contacts, persons, strict=True) if pd.isna(pair).any()]
    with styled():
        figure, axes = canvas(3.3, (left_out("Ohne ausgewiesene Werte", gaps), table.provenance.mark))
        at = list(range(len(months)))
        seaborn.barplot(x=at, y=contacts, color=BLUE, width=0.62, saturation=1, ax=axes)
        seaborn.lineplot(x=at, y=persons, color=ORANGE, marker="o", markersize=6, linewidth=2, ax=axes)
        value_axis(axes, "y")
        month_axis(axes, months, 1)
        axes.set_ylabel("Anzahl im Monat")
        for x, height in zip(at, contacts, strict=True):
            axes.annotate(shown(height), (x, height), (0, 2), textcoords="offset points", ha="center", fontsize=8)
        axes.set_xlim(-0.6, len(months) - 0.4)
        end_labels(axes, len(months) - 0.55, ((contacts, "Beratungen", BLUE), (persons, "Personen", ORANGE_TEXT)))
    return figure


def topics(table: ReleasedTable) -> Figure:
    """See `charts.topics`."""
    rows = list(zip(table.column("topic"), numbers(table.column("contacts")), table.column("share"), strict=True))
    rows = [row for row in rows if str(row[0]).lower() not in TOTALS]
    drawn = sorted((row for row in rows if not pd.isna(row[1])), key=lambda row: -row[1])
    hidden = [str(topic) for topic, contacts, _ in rows if pd.isna(contacts)]
    with styled():
        under = (left_out("Nicht gezeigt, weil aus Datenschutzgründen nicht ausgewiesen", hidden), table.provenance.mark)
        figure, axes = canvas(0.9 + 0.27 * max(len(drawn), 2) + 0.15 * len(hidden) ** 0.5, under)
        seaborn.barplot(
            x=[row[1] for row in drawn], y=[printable(str(row[0])) for row in drawn], color=BLUE, width=0.7, saturation=1, ax=axes
        )
        value_axis(axes, "x", room=1.18)
        axes.set_xlabel("Beratungen")
        axes.set_ylabel("")
        for y, (_, contacts, share) in enumerate(drawn):
            part = f" · {german.percent(share, 0)}" if isinstance(share, int | float) else ""
            axes.annotate(shown(contacts) + part, (contacts, y), (4, 0), textcoords="offset points", va="center", fontsize=8)
    return figure


def euros_by_year(table: ReleasedTable) -> Figure:
    """See `charts.euros_by_year`."""
    return _by_year(table, Unit.CENTS, 0.01, _EURO, "Ohne Betrag")


def shares_by_year(table: ReleasedTable) -> Figure:
    """See `charts.shares_by_year`."""
    return _by_year(table, Unit.SHARE, 100, _PERCENT, "Ohne Anteil", (0, 25, 50, 75, 100))


def _by_year(table: ReleasedTable, unit: Unit, scale: float, sign: str, nothing: str, ticks: Sequence[int] = ()) -> Figure:
    years = [column for column in table.columns if column.unit is unit]
    names = table.column("label")
    parts = [row for row in range(len(table.rows)) if str(table.rows[row][0]).lower() not in TOTALS]
    rows = [row for row in parts if any(table.column(year.name)[row] != 0 for year in years)]
    without = left_out(nothing, [str(names[row]) for row in parts if row not in rows])
    labels = [fill(printable(str(names[row])), 26) for row in rows]
    long = pd.DataFrame(
        [(labels[n], year.label, numbers(table.column(year.name))[row] * scale) for n, row in enumerate(rows) for year in years],
        columns=["label", "year", "height"],
    )
    with styled():
        figure, axes = canvas(0.8 + 0.24 * len(years) * max(len(rows), 1), (without, table.provenance.mark))
        seaborn.barplot(
            long, x="height", y="label", hue="year", palette=[BLUE, ORANGE, NIGHT, BROWN][: len(years)], saturation=1, width=0.78, ax=axes
        )
        value_axis(axes, "x", sign, room=1.3)
        if ticks:
            axes.set_xticks(ticks)
        axes.set_xlabel("")
        axes.set_ylabel("")
        for bars, year in zip(axes.containers, years, strict=False):
            _label_bars(axes, bars, printable(year.label), sign)
        legend = axes.get_legend()
        if legend is not None:
            legend.remove()
    return figure


def _label_bars(axes: Axes, bars: Container, year: str, sign: str) -> None:
    for bar in bars:
        end, middle = bar.get_width(), bar.get_y() + bar.get_height() / 2
        label = f"{year}: –" if pd.isna(end) else f"{year}: {shown(end)}{sign}"
        axes.annotate(label, (end if end > 0 else 0, middle), (4, 0), textcoords="offset points", va="center", fontsize=8)
