"""The drawing of the monthly controlling behind `charts`; imported with the first picture."""

from matplotlib.figure import Figure

from wiwak_eval.publication.design import BLUE, INK
from wiwak_eval.publication.drawing_axes import legend_above, month_axis, value_axis
from wiwak_eval.publication.drawing_parts import BAR, EURO, at_foot, euros, shown
from wiwak_eval.publication.missing import is_missing
from wiwak_eval.publication.style import canvas, styled
from wiwak_eval.results import ReleasedTable


def controlling_months(table: ReleasedTable) -> Figure:
    """See `charts.controlling_months`."""
    months = [str(month) for month in table.column("month")]
    planned, actual = euros(table, "planned"), euros(table, "actual")
    differences = [
        "" if is_missing(height) or is_missing(plan) else ("+" if height > plan else "") + shown((height - plan) / 1000, 1)
        for plan, height in zip(planned, actual, strict=True)
    ]
    at = range(len(months))
    with styled():
        figure, axes = canvas(3.3, table.provenance.mark)
        axes.bar(at, actual, width=BAR, color=BLUE, linewidth=0, label="gebucht seit Jahresbeginn")
        axes.plot(at, planned, "--", color=INK, linewidth=1.6, marker="_", markersize=11, label="Ansatz")
        value_axis(axes, "y", EURO)
        month_axis(axes, months)
        if at_foot(axes, months, actual, differences):
            axes.set_xlabel("Zahl im Balken: Abweichung vom Ansatz in Tausend Euro")
        legend_above(axes, 2)
    return figure
