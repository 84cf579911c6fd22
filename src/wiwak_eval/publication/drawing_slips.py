"""The drawings of the routing slip behind `charts`; imported with the first picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from wiwak_eval import german
from wiwak_eval.publication.design import BLUE, GREY, INK
from wiwak_eval.publication.drawing_axes import value_axis
from wiwak_eval.publication.drawing_parts import PERCENT, TOTALS, column_label, left_out, numbers, shown
from wiwak_eval.publication.drawing_rows import beside, name_rows, reach, rows_of
from wiwak_eval.publication.missing import is_missing
from wiwak_eval.publication.style import canvas, styled
from wiwak_eval.results import ReleasedTable

_WITHOUT = "Ohne ausgewiesene Werte"
_NO_VALUE = "kein Wert ausgewiesen"


def slip_steps(table: ReleasedTable) -> Figure:
    """See `charts.slip_steps`."""
    days, slips = numbers(table.column("days")), numbers(table.column("slips"))
    labels = [_days(length, cards) for length, cards in zip(days, slips, strict=True)]
    steps = [str(step) for step in table.column("step")]
    return _drawn(table, Bars(steps, days, days, labels, "", "Tage bis zum nächsten Schritt, Median"))


def slip_shares(table: ReleasedTable) -> Figure:
    """See `charts.slip_shares`."""
    rows = [row for row, cells in enumerate(table.rows) if str(cells[0]).lower() not in TOTALS]
    names = [str(table.rows[row][0]) for row in rows]
    counted = column_label(table, table.columns[1].name)
    counts, shares = ([numbers(table.column(name))[row] for row in rows] for name in (table.columns[1].name, "share"))
    percent = [share * 100 for share in shares]
    labels = [
        "" if is_missing(share) else german.percent(share, 0) + ("" if is_missing(count) else f" · {shown(count)} {counted}")
        for share, count in zip(shares, counts, strict=True)
    ]
    told = {column.name for column in table.columns}
    low, high = ([numbers(table.column(name))[row] * 100 for row in rows] if name in told else [] for name in ("low", "high"))
    strokes = list(zip(low, high, strict=False))
    ends = [max([value, *(right for _, right in strokes[y : y + 1] if not is_missing(right))]) for y, value in enumerate(percent)]
    words = "Anteil (Strich: 95-%-Bereich)" if strokes else "Anteil"
    figure = _drawn(table, Bars(names, percent, ends, labels, PERCENT, words))
    with styled():
        _whiskers(figure.axes[0], strokes)
    return figure


@dataclass(frozen=True)
class Bars:
    """names, lengths, ends of bar and stroke, labels, one each; unit and words of the axis."""

    names: Sequence[str]
    lengths: Sequence[float]
    ends: Sequence[float]
    labels: Sequence[str]
    unit: str
    along: str


def _drawn(table: ReleasedTable, bars: Bars) -> Figure:
    """One bar a name, top down, its label behind its end; a word where the length is not known."""
    unknown = [name for name, length in zip(bars.names, bars.lengths, strict=True) if is_missing(length)]
    rows = rows_of(bars.names, 0.3)
    with styled():
        figure, axes = canvas(rows.height, table.provenance.mark, (left_out(_WITHOUT, unknown),))
        lengths = [0 if is_missing(length) else length for length in bars.lengths]
        axes.barh(range(len(lengths)), lengths, color=BLUE, height=rows.bar, linewidth=0)
        name_rows(axes, rows)
        value_axis(axes, "x", bars.unit, reaches=(0, reach(bars.ends, bars.labels, rows.inches)), inches=rows.inches)
        axes.set_xlabel(bars.along)
        for y, (length, end, label) in enumerate(zip(bars.lengths, bars.ends, bars.labels, strict=True)):
            if is_missing(length):
                beside(axes, 0, y, _NO_VALUE, GREY)
            else:
                beside(axes, max(end, 0), y, label)
    return figure


def _whiskers(axes: Axes, strokes: Sequence[tuple[float, float]]) -> None:
    """A stroke for each interval that is known."""
    for y, (left, right) in enumerate(strokes):
        if not is_missing(left) and not is_missing(right):
            axes.plot([left, right], [y, y], color=INK, linewidth=1.4, marker="|", markersize=8)


def _days(length: float, cards: float) -> str:
    if is_missing(length):
        return ""
    days = f"{german.number(length, 0 if length == int(length) else 1)} {'Tag' if length == 1 else 'Tage'}"
    return days + ("" if is_missing(cards) else f" · {shown(cards)} {'Karte' if cards == 1 else 'Karten'}")
