"""The drawings of the budget's uncertainty behind `charts`; imported with the first picture."""

from matplotlib.figure import Figure

from wiwak_eval.publication.design import BLUE, BLUE_TINTS, FINE, INK, ORANGE
from wiwak_eval.publication.drawing_axes import legend_above, value_axis
from wiwak_eval.publication.drawing_parts import EURO, column_label, euros, left_out, shown
from wiwak_eval.publication.drawing_rows import beside, name_rows, reach, rows_of
from wiwak_eval.publication.drawing_strips import strips
from wiwak_eval.publication.missing import is_missing
from wiwak_eval.publication.style import canvas, styled
from wiwak_eval.results import ReleasedTable

_PLAN = "plan"
_MOST_BARS = 10
_LONG_NAMES = 2.55
"""Inches that the names of the tornado take, at most."""
_ABOVE = 0.3
"""Inches of a legend above the drawing."""
_FUNDERS = (("land", BLUE, ""), ("county_cash", ORANGE, "////"), ("in_kind", BLUE_TINTS[0], "\\\\\\\\"))
_ENDS = ((0, BLUE_TINTS[1], "////", "Größe niedrig (P10)"), (1, BLUE, "", "Größe hoch (P90)"))


def tornado(table: ReleasedTable) -> Figure:
    """See `charts.tornado`."""
    keys = [str(key) for key in table.column("key")]
    lows, highs, swings = (euros(table, name) for name in ("low", "high", "swing"))
    plan = lows[keys.index(_PLAN)]
    bars = [place for place, key in enumerate(keys) if key != _PLAN]
    drawn, small = bars[:_MOST_BARS], bars[_MOST_BARS:]
    rest = f"Nicht gezeigt: {len(small)} weitere Größen mit kleinerem Unterschied" if small else None
    ends = [(lows[place] - plan, highs[place] - plan) for place in drawn]
    tops = [max(*pair, 0) for pair in ends]
    lowest = min([0.0, *(value for pair in ends for value in pair if not is_missing(value))]) * 1.05
    labels = [f"{shown(swings[place])}{EURO}" for place in drawn]
    rows = rows_of([str(table.column("label")[place]) for place in drawn], 0.3, _LONG_NAMES, FINE)
    with styled():
        figure, axes = canvas(rows.height + _ABOVE, table.provenance.mark, (rest,))
        for side, colour, hatch, words in _ENDS:
            widths = [pair[side] for pair in ends]
            axes.barh(range(len(drawn)), widths, height=rows.bar, color=colour, hatch=hatch, edgecolor=INK, linewidth=0.4, label=words)
        name_rows(axes, rows)
        value_axis(axes, "x", EURO, reaches=(lowest, reach(tops, labels, rows.inches, lowest)), inches=rows.inches)
        for y, (place, top, label) in enumerate(zip(drawn, tops, labels, strict=True)):
            if not is_missing(swings[place]):
                beside(axes, top, y, label)
        axes.set_xlabel(f"Änderung gegenüber dem Plan ({shown(plan)}{EURO})")
        legend_above(axes, 2)
    return figure


def cost_quantiles(table: ReleasedTable) -> Figure:
    """See `charts.cost_quantiles`."""
    rows = [place for place, key in enumerate(table.column("key")) if str(key).startswith("total_")]
    return strips(table, rows, [str(table.column("year")[place]) for place in rows], "Gesamtkosten in Euro")


def funder_quantiles(table: ReleasedTable) -> Figure:
    """See `charts.funder_quantiles`."""
    rows = [place for place, key in enumerate(table.column("key")) if str(key).endswith("_both")]
    return strips(table, rows, [str(table.column("label")[place]) for place in rows], "Landkreis bar, beide Jahre, in Euro")


def alternatives(table: ReleasedTable) -> Figure:
    """See `charts.alternatives`."""
    parts = {name: euros(table, name) for name, _, _ in _FUNDERS}
    names = [str(label) for label in table.column("label")]
    drawn = [place for place in range(len(names)) if not any(is_missing(values[place]) for values in parts.values())]
    bounded = left_out("Ohne genaue Beträge", [name for place, name in enumerate(names) if place not in drawn])
    totals = [sum(values[place] for values in parts.values()) for place in drawn]
    labels = [f"{shown(total)}{EURO}" for total in totals]
    rows = rows_of([names[place] for place in drawn], 0.34)
    with styled():
        figure, axes = canvas(rows.height + _ABOVE, table.provenance.mark, (bounded,))
        at, start = range(len(drawn)), [0.0] * len(drawn)
        for name, colour, hatch in _FUNDERS:
            widths = [parts[name][place] for place in drawn]
            words = column_label(table, name).removesuffix(", beide Jahre").removesuffix(" beide Jahre")
            axes.barh(at, widths, left=start, height=rows.bar, color=colour, hatch=hatch, edgecolor=INK, linewidth=0.4, label=words)
            start = [before + width for before, width in zip(start, widths, strict=True)]
        name_rows(axes, rows)
        value_axis(axes, "x", EURO, reaches=(0, reach(totals, labels, rows.inches)), inches=rows.inches)
        for y, (total, label) in enumerate(zip(totals, labels, strict=True)):
            beside(axes, total, y, label)
        axes.set_xlabel("Kosten beider Jahre und wer sie trägt (Land: angenommen)")
        legend_above(axes, 3)
    return figure
