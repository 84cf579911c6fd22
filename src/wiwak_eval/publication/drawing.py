"""The drawings of the pilot year and the budget behind `charts`; imported with the first picture: matplotlib takes seconds."""

from collections.abc import Sequence

from matplotlib.figure import Figure

from wiwak_eval import german
from wiwak_eval.publication.design import BLUE, BROWN, NIGHT, ORANGE, ORANGE_TEXT
from wiwak_eval.publication.drawing_axes import counted, month_axis, value_axis
from wiwak_eval.publication.drawing_parts import BAR, EURO, EUROS_PER_CENT, PERCENT, TOTALS, end_labels, left_out, numbers, over_bars, shown
from wiwak_eval.publication.drawing_rows import beside, name_rows, reach, rows_of
from wiwak_eval.publication.missing import is_missing
from wiwak_eval.publication.style import canvas, styled
from wiwak_eval.publication.typeface import printable
from wiwak_eval.results import ReleasedTable, Unit

_COLOURS = (BLUE, ORANGE, NIGHT, BROWN)
_BAR_HEIGHT = 0.19
"""Inches of a bar where several stand in a row."""


def monthly_contacts(table: ReleasedTable) -> Figure:
    """See `charts.monthly_contacts`."""
    import seaborn

    months = [str(month) for month in table.column("month")]
    contacts, persons = numbers(table.column("contacts")), numbers(table.column("persons"))
    gaps = [german.month(month) for month, *pair in zip(months, contacts, persons, strict=True) if any(map(is_missing, pair))]
    with styled():
        figure, axes = canvas(3.1, table.provenance.mark, (left_out("Ohne ausgewiesene Werte", gaps),))
        at = list(range(len(months)))
        axes.bar(at, contacts, color=BLUE, width=BAR, linewidth=0)
        seaborn.lineplot(x=at, y=persons, color=ORANGE, marker="o", markersize=6, linewidth=2, ax=axes)
        value_axis(axes, "y")
        month_axis(axes, months)
        counted(axes, "Anzahl im Monat")
        over_bars(axes, months, contacts)
        end_labels(axes, len(months) - 0.55, ((contacts, "Beratungen", BLUE), (persons, "Personen", ORANGE_TEXT)), 2.2)
    return figure


def topics(table: ReleasedTable) -> Figure:
    """See `charts.topics`."""
    cells = list(zip(table.column("topic"), numbers(table.column("contacts")), table.column("share"), strict=True))
    cells = [row for row in cells if str(row[0]).lower() not in TOTALS]
    drawn = sorted((row for row in cells if not is_missing(row[1])), key=lambda row: -row[1])
    hidden = [str(topic) for topic, contacts, _ in cells if is_missing(contacts)]
    parts = [f" · {german.percent(share, 0)}" if isinstance(share, int | float) else "" for _, _, share in drawn]
    labels = [shown(contacts) + part for (_, contacts, _), part in zip(drawn, parts, strict=True)]
    lengths = [contacts for _, contacts, _ in drawn]
    rows = rows_of([str(topic) for topic, _, _ in drawn], 0.25)
    with styled():
        note = left_out("Nicht gezeigt, weil aus Datenschutzgründen nicht ausgewiesen", hidden)
        figure, axes = canvas(rows.height, table.provenance.mark, (note,))
        axes.barh(range(len(drawn)), lengths, color=BLUE, height=rows.bar, linewidth=0)
        name_rows(axes, rows)
        value_axis(axes, "x", reaches=(0, reach(lengths, labels, rows.inches)), inches=rows.inches)
        axes.set_xlabel("Beratungen")
        for y, (length, label) in enumerate(zip(lengths, labels, strict=True)):
            beside(axes, length, y, label)
    return figure


def euros_by_year(table: ReleasedTable) -> Figure:
    """See `charts.euros_by_year`."""
    return _by_year(table, Unit.CENTS, EUROS_PER_CENT, EURO, "Ohne Betrag")


def shares_by_year(table: ReleasedTable) -> Figure:
    """See `charts.shares_by_year`."""
    return _by_year(table, Unit.SHARE, 100, PERCENT, "Ohne Anteil", (0, 25, 50, 75, 100))


def _by_year(table: ReleasedTable, unit: Unit, scale: float, sign: str, nothing: str, ticks: Sequence[int] = ()) -> Figure:
    """A bar a year in each row that has a number other than nought, each bar with year and number."""
    years = [column for column in table.columns if column.unit is unit]
    names = [str(name) for name in table.column("label")]
    parts = [row for row in range(len(table.rows)) if str(table.rows[row][0]).lower() not in TOTALS]
    drawn = [row for row in parts if any(table.column(year.name)[row] != 0 for year in years)]
    without = left_out(nothing, [names[row] for row in parts if row not in drawn])
    lengths = [[numbers(table.column(year.name))[row] * scale for row in drawn] for year in years]
    labels = [_told(printable(year.label), ends, sign) for year, ends in zip(years, lengths, strict=True)]
    rows = rows_of([names[row] for row in drawn], _BAR_HEIGHT * len(years) + 0.12)
    bar = _BAR_HEIGHT / rows.step
    with styled():
        figure, axes = canvas(rows.height, table.provenance.mark, (without,))
        name_rows(axes, rows)
        for n, (ends, words) in enumerate(zip(lengths, labels, strict=True)):
            at = [row + (n - (len(years) - 1) / 2) * bar for row in range(len(drawn))]
            axes.barh(at, ends, height=bar * 0.92, color=_COLOURS[n % len(_COLOURS)], linewidth=0)
            for y, end, label in zip(at, ends, words, strict=True):
                beside(axes, 0 if is_missing(end) else max(end, 0), y, label)
        longest = [reach(ends, words, rows.inches) for ends, words in zip(lengths, labels, strict=True)]
        value_axis(axes, "x", sign, reaches=(0, max(longest, default=1)), inches=rows.inches)
        if ticks:
            axes.set_xticks(ticks)
    return figure


def _told(year: str, ends: Sequence[float], sign: str) -> list[str]:
    return [f"{year}: –" if is_missing(end) else f"{year}: {shown(end)}{sign}" for end in ends]
