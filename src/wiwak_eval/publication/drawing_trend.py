"""The drawings of the trend behind `charts`; imported with the first picture."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from wiwak_eval import german
from wiwak_eval.publication.design import BLUE, ORANGE, ORANGE_TEXT, WHITE
from wiwak_eval.publication.drawing_axes import counted, month_axis, value_axis
from wiwak_eval.publication.drawing_parts import PERCENT, end_labels, left_out, numbers, shown
from wiwak_eval.publication.drawing_rows import beside, name_rows, reach, rows_of
from wiwak_eval.publication.missing import is_missing
from wiwak_eval.publication.style import canvas, styled
from wiwak_eval.results import Cell, ReleasedTable

_STAYS = "Anstieg bleibt"
_PLAIN = "im Monat"
"""Stands where neither days nor posts are known."""
_PANEL = 1.6
"""Inches of a panel."""

Line = tuple[Sequence[float], str, str, str, str]
"""Values, name, colour of the line, colour of the letters, dash."""
Row = tuple[str, float, float, float, str]
"""Name, value, lower and upper limit, verdict."""


def trend_rates(table: ReleasedTable) -> Figure:
    """See `charts.trend_rates`."""
    months = [str(month) for month in table.column("month")]
    drawn = {
        words: _lines(table, by)
        for by, words in (("day", "je Öffnungstag"), ("post", "je Vollzeitstelle"))
        if _known(table, f"contacts_per_{by}")
    } or {_PLAIN: [(numbers(table.column("contacts")), "Beratungen", BLUE, BLUE, "-")]}
    with styled():
        figure, axes = canvas(0.6 + _PANEL * len(drawn), table.provenance.mark)
        axes.remove()
        panels = figure.subplots(len(drawn), 1, sharex=True, squeeze=False)[:, 0]
        for panel, (words, lines) in zip(panels, drawn.items(), strict=True):
            _panel(panel, words, lines, 0 if words == _PLAIN else 1)
        month_axis(panels[-1], months)
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
    counted(axes, words)
    ends = [(values, f"{name} {shown(values[-1], decimals)}".strip(), letters) for values, name, _, letters, _ in lines]
    end_labels(axes, months - 0.55, ends, _PANEL - 0.4)


def trend_without(table: ReleasedTable) -> Figure:
    """See `charts.trend_without`."""
    columns = zip(
        table.column("month"), *(_changes(table.column(name)) for name in ("ratio", "low", "high")), table.column("still"), strict=True
    )
    rows = [(f"ohne {german.month(str(month))}", *change, str(still)) for month, *change, still in columns]
    return _intervals(table, rows, "Veränderung der Beratungen von Monat zu Monat (Strich: 95-%-Bereich)", 1)


def _changes(cells: Sequence[Cell]) -> list[float]:
    """Factors as changes in percent: no change is nought."""
    return [(value - 1) * 100 for value in numbers(cells)]


def situations(table: ReleasedTable) -> Figure:
    """See `charts.situations`."""
    columns = zip(table.column("situation"), *(numbers(table.column(name)) for name in ("share", "low", "high")), strict=True)
    rows = [(str(name), *(100 * value for value in values), _STAYS) for name, *values in columns]
    hidden = [row[0] for row, cell in zip(rows, table.column("share"), strict=True) if isinstance(cell, str)]
    note = left_out("Nicht gezeigt, weil aus Datenschutzgründen nicht ausgewiesen", hidden)
    return _intervals(table, rows, "Anteil an allen beratenen Personen (Strich: 95-%-Bereich)", 0, note)


def _intervals(table: ReleasedTable, rows: Sequence[Row], along: str, decimals: int, note: str | None = None) -> Figure:
    """A dot and its interval a row with a value, top down; hollow where the verdict is not that a rise stays. decimals: 1 with a sign."""
    drawn = [row for row in rows if not is_missing(row[1])]
    labels = [_label(value, verdict, decimals) for _, value, _, _, verdict in drawn]
    ends = [value if is_missing(high) else max(value, high) for _, value, _, high, _ in drawn]
    low = min([0.0, *(min(value, value if is_missing(low) else low) for _, value, low, _, _ in drawn)]) * 1.1
    named = rows_of([row[0] for row in drawn])
    with styled():
        figure, axes = canvas(named.height, table.provenance.mark, (note,))
        for y, ((_, value, left, right, verdict), end, label) in enumerate(zip(drawn, ends, labels, strict=True)):
            filling = BLUE if verdict == _STAYS else WHITE
            axes.plot([left, right], [y, y], color=BLUE, linewidth=2.6, solid_capstyle="butt", zorder=2)
            axes.plot([value], [y], marker="o", markersize=7, color=BLUE, markerfacecolor=filling, zorder=3, clip_on=False)
            beside(axes, end, y, label)
        name_rows(axes, named)
        value_axis(axes, "x", PERCENT, reaches=(low, reach(ends, labels, named.inches, low)), inches=named.inches)
        axes.set_xlabel(along)
        axes.tick_params(axis="y", pad=9)
    return figure


def _label(value: float, verdict: str, decimals: int) -> str:
    front = "+" if decimals and value > 0 else ""
    return f"{front}{shown(value, decimals)}{PERCENT}" + ("" if verdict == _STAYS else f" · {verdict}")
