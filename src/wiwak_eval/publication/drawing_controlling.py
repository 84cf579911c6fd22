"""The drawing of the monthly controlling behind `charts`; imported with the first picture."""

import pandas as pd
from matplotlib.figure import Figure

from wiwak_eval import german
from wiwak_eval.publication.drawing_parts import numbers, shown
from wiwak_eval.publication.style import BLUE, INK, canvas, month_axis, styled, value_axis
from wiwak_eval.results import ReleasedTable

_EURO = f"{german.NARROW_SPACE}€"
_EUROS_PER_CENT = 0.01


def controlling_months(table: ReleasedTable) -> Figure:
    """See `charts.controlling_months`."""
    months = [str(month) for month in table.column("month")]
    planned, actual = ([value * _EUROS_PER_CENT for value in numbers(table.column(name))] for name in ("planned", "actual"))
    at = range(len(months))
    with styled():
        figure, axes = canvas(3.4, (table.provenance.mark,))
        axes.bar(at, actual, width=0.62, color=BLUE, label="gebucht")
        axes.plot(at, planned, "--", color=INK, linewidth=1.6, marker="_", markersize=11, label="Ansatz")
        value_axis(axes, "y", _EURO, room=1.08)
        month_axis(axes, months, 1)
        axes.set_ylabel("seit Jahresbeginn")
        for x, plan, height in zip(at, planned, actual, strict=True):
            if not pd.isna(height):
                difference = ("+" if height > plan else "") + shown((height - plan) / 1000, 1)
                axes.annotate(difference, (x, max(plan, height)), (0, 5), textcoords="offset points", ha="center", fontsize=8)
        axes.annotate("Zahlen über den Balken: Abweichung vom Ansatz in Tausend Euro", (0.01, 0.84), xycoords="axes fraction", fontsize=8)
        axes.set_xlim(-0.6, len(months) - 0.4)
        axes.legend(loc="upper left", ncols=2, frameon=False, fontsize=9, borderaxespad=0)
    return figure
