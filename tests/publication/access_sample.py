"""A made-up funnel: points in one place, one hidden, one too small, one out of line, and a name that would like to be code."""

from paper_sample import HOSTILE, released

from wiwak_eval.evaluation.access.counting import FUNNEL_COLUMNS
from wiwak_eval.evaluation.funnel import funnel_cells
from wiwak_eval.results import HIDDEN, Column, ReleasedTable, Unit


def access_municipality(simulated: bool = True) -> ReleasedTable:
    """The shares are rounded from exact counts, as a release prints them: they need not be what the printed counts give."""
    rows = [
        ("Barchfeld", 15, 30, 0.5), ("Ruhla", 15, 30, 0.5), (HOSTILE[1], 8, 90, 0.1), ("Geisa", HIDDEN, 40, HIDDEN),
        ("Vacha", 30, 60, 0.5), ("Treffurt", 5, 12, 0.4), ("Bad Salzungen", 167, 338, 0.49), ("zusammen", 240, 600, 0.41),
    ]  # fmt: skip
    columns = (
        Column("municipality", "Gemeinde", Unit.TEXT),
        Column("reached", "beraten", Unit.PERSONS),
        Column("residents", "im Landkreis", Unit.PERSONS),
        Column("share", "Anteil", Unit.SHARE, 0),
        *FUNNEL_COLUMNS,
    )
    worked_out = funnel_cells([row[1] for row in rows], [row[2] for row in rows], len(rows) - 1)
    whole = [(*row, *more) for row, more in zip(rows, worked_out, strict=True)]
    return released("access_municipality", "Beratene je Gemeinde", columns, whole, simulated=simulated)
