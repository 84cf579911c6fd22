"""The drawings of the pilot year's costs behind `charts`; imported with the first picture."""

from matplotlib.figure import Figure

from wiwak_eval import german
from wiwak_eval.publication.design import BLUE, BLUE_TINTS, INK
from wiwak_eval.publication.drawing_axes import legend_above, month_axis, value_axis
from wiwak_eval.publication.drawing_parts import BAR, EURO, TOTALS, column_label, euros, left_out, over_bars, shown
from wiwak_eval.publication.drawing_rows import beside, name_rows, reach, rows_of
from wiwak_eval.publication.missing import is_missing
from wiwak_eval.publication.style import canvas, styled
from wiwak_eval.results import ReleasedTable

IN_CONTACT_WITH_PEOPLE = ("contact_advice", "contact", "person", "completed_chain")
"""Rows that are drawn: the same costs, divided by ever fewer; the other basis and coordination are in the table."""


def costs_months(table: ReleasedTable) -> Figure:
    """See `charts.costs_months`."""
    rows = [place for place, key in enumerate(table.column("month")) if str(key).lower() not in TOTALS]
    months = [str(table.column("month")[place]) for place in rows]
    cash, in_kind = ([euros(table, name)[place] for place in rows] for name in ("cash", "in_kind"))
    gaps = [german.month(month) for month, *pair in zip(months, cash, in_kind, strict=True) if any(map(is_missing, pair))]
    with styled():
        figure, axes = canvas(3.2, table.provenance.mark, (left_out("Ohne ausgewiesene Werte", gaps),))
        at = range(len(months))
        axes.bar(at, cash, width=BAR, color=BLUE, linewidth=0, label=f"{column_label(table, 'cash')} im Monat")
        axes.bar(
            at, in_kind, bottom=cash, width=BAR, color=BLUE_TINTS[0], edgecolor=INK, linewidth=0.5, hatch="////",
            label=column_label(table, "in_kind"),
        )  # fmt: skip
        value_axis(axes, "y", EURO)
        month_axis(axes, months)
        over_bars(axes, months, [low + high for low, high in zip(cash, in_kind, strict=True)])
        legend_above(axes, 2)
    return figure


def unit_costs(table: ReleasedTable) -> Figure:
    """See `charts.unit_costs`."""
    keys = [str(key) for key in table.column("key")]
    drawn = [keys.index(key) for key in IN_CONTACT_WITH_PEOPLE if key in keys]
    names = [f"je {table.column('label')[place]}" for place in drawn]
    values, lows, highs = ([euros(table, name)[place] for place in drawn] for name in ("value", "low", "high"))
    unknown = [name for name, value in zip(names, values, strict=True) if is_missing(value)]
    spans = ["" if is_missing(high) else f" ({shown(low)} bis {shown(high)}{EURO})" for low, high in zip(lows, highs, strict=True)]
    labels = [f"{shown(value)}{EURO}{span}" for value, span in zip(values, spans, strict=True)]
    ends = [value if is_missing(high) else max(value, high) for value, high in zip(values, highs, strict=True)]
    rows = rows_of(names, 0.4)
    with styled():
        figure, axes = canvas(rows.height, table.provenance.mark, (left_out("Ohne Wert", unknown),))
        at = list(range(len(drawn)))
        axes.hlines(at, lows, highs, color=BLUE, linewidth=5)
        axes.plot(values, at, "|", color=INK, markersize=15, markeredgewidth=2)
        name_rows(axes, rows)
        value_axis(axes, "x", EURO, reaches=(0, reach(ends, labels, rows.inches)), inches=rows.inches)
        axes.set_xlabel("Euro je Einheit (Balken: 95-%-Bereich)")
        for y, (value, end, label) in enumerate(zip(values, ends, labels, strict=True)):
            if not is_missing(value):
                beside(axes, end, y, label)
    return figure
