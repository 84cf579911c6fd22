"""The drawings of the pilot year's costs behind `charts`; imported with the first picture."""

from textwrap import fill

import pandas as pd
from matplotlib.figure import Figure

from wiwak_eval import german
from wiwak_eval.publication.drawing_parts import TOTALS, column_label, left_out, numbers, shown
from wiwak_eval.publication.style import BLUE, BLUE_TINTS, INK, canvas, month_axis, styled, value_axis
from wiwak_eval.publication.typeface import printable
from wiwak_eval.results import ReleasedTable

_EURO = f"{german.NARROW_SPACE}€"
_EUROS_PER_CENT = 0.01
IN_CONTACT_WITH_PEOPLE = ("contact_advice", "contact", "person", "completed_chain")
"""Rows that are drawn: the same costs, divided by ever fewer; the other basis and coordination are in the table."""


def costs_months(table: ReleasedTable) -> Figure:
    """See `charts.costs_months`."""
    rows = [place for place, key in enumerate(table.column("month")) if str(key).lower() not in TOTALS]
    months = [str(table.column("month")[place]) for place in rows]
    cash, in_kind = ([numbers(table.column(name))[place] * _EUROS_PER_CENT for place in rows] for name in ("cash", "in_kind"))
    gaps = [german.month(month) for month, *pair in zip(months, cash, in_kind, strict=True) if pd.isna(pair).any()]
    with styled():
        figure, axes = canvas(3.2, (left_out("Ohne ausgewiesene Werte", gaps), table.provenance.mark))
        at = range(len(months))
        axes.bar(at, cash, width=0.62, color=BLUE, label=column_label(table, "cash"))
        axes.bar(
            at, in_kind, bottom=cash, width=0.62, color=BLUE_TINTS[0], edgecolor=INK, linewidth=0.5, hatch="////",
            label=column_label(table, "in_kind"),
        )  # fmt: skip
        value_axis(axes, "y", _EURO, room=1.16)
        month_axis(axes, months, 1)
        axes.set_ylabel("Ausgaben im Monat")
        for x, low, high in zip(at, cash, in_kind, strict=True):
            axes.annotate(shown(low + high), (x, low + high), (0, 3), textcoords="offset points", ha="center", fontsize=8)
        axes.set_xlim(-0.6, len(months) - 0.4)
        axes.legend(loc="upper right", ncols=2, frameon=False, fontsize=9, borderaxespad=0)
    return figure


def unit_costs(table: ReleasedTable) -> Figure:
    """See `charts.unit_costs`."""
    keys = [str(key) for key in table.column("key")]
    drawn = [keys.index(key) for key in IN_CONTACT_WITH_PEOPLE if key in keys]
    labels = [fill(f"je {printable(str(table.column('label')[place]))}", 26) for place in drawn]
    values, lows, highs = ([numbers(table.column(name))[place] * _EUROS_PER_CENT for place in drawn] for name in ("value", "low", "high"))
    unknown = [label.replace("\n", " ") for label, value in zip(labels, values, strict=True) if pd.isna(value)]
    with styled():
        figure, axes = canvas(0.9 + 0.42 * max(len(drawn), 2), (left_out("Ohne Wert", unknown), table.provenance.mark))
        at = list(range(len(drawn)))
        axes.hlines(at, lows, highs, color=BLUE, linewidth=4)
        axes.plot(values, at, "|", color=INK, markersize=16, markeredgewidth=2)
        axes.set_yticks(at, labels)
        axes.set_ylim(len(drawn) - 0.4, -0.6)
        value_axis(axes, "x", _EURO, room=1.35)
        axes.set_xlabel("Euro je Einheit")
        for y, value, low, high in zip(at, values, lows, highs, strict=True):
            if not pd.isna(value):
                span = "" if pd.isna(high) else f" ({shown(low)} bis {shown(high)}{_EURO})"
                end = value if pd.isna(high) else high
                axes.annotate(f"{shown(value)}{_EURO}{span}", (end, y), (8, 0), textcoords="offset points", va="center", fontsize=8)
    return figure
