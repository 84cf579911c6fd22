"""How many of the posts nobody's visit asks for: coordination in each centre, and centres without a single contact."""

from collections.abc import Sequence
from fractions import Fraction

from wiwak_eval.results import Cell, Column, Table, Unit, build_table
from wiwak_eval.transfer.land_plan import LandPlan, LandYear
from wiwak_eval.transfer.per_county import NOTEBOOK
from wiwak_eval.transfer.posts import need

NOTES = (
    "Koordination: feste Zeit je Zentrum und Jahr, angenommen und nicht gemessen; geteilt durch die Arbeitszeit einer Stelle, nicht "
    "gerundet.",
    "Ohne eine Beratung: was Koordination, Öffnungszeit und Mindestbesetzung auch dann verlangen, auf ganze Schritte aufgerundet.",
    "Kürzere Öffnungszeiten oder weniger Koordination in kleinen Kreisen sind nicht gerechnet.",
)


def fixed_table(plan: LandPlan, read: Sequence[str]) -> Table:
    """Table `land_fixed`: a row a year."""
    columns = (
        Column("year", "Jahr", Unit.TEXT),
        Column("centres", "Zentren", Unit.COUNT),
        Column("posts", "geplante Stellen", Unit.POSTS, 2),
        Column("coordination_each", "Koordination je Zentrum, Stellen", Unit.POSTS, 2),
        Column("coordination", "Koordination, Stellen im ganzen Land", Unit.POSTS, 2),
        Column("coordination_share", "Anteil an den geplanten Stellen", Unit.SHARE, 0),
        Column("least", "geplante Stellen ohne eine Beratung", Unit.POSTS, 2),
    )
    rows = [_row(plan, year) for year in plan.years]
    return build_table("land_fixed", "Stellen, die nicht von der Zahl der Beratungen abhängen", columns, rows, NOTEBOOK, NOTES, read)


def _row(plan: LandPlan, year: LandYear) -> tuple[Cell, ...]:
    each = Fraction(plan.effort.coordination) / Fraction(year.work.available)
    centres = len(plan.counties)
    coordination = round(float(centres * each), 4)
    share = round(coordination / float(year.posts), 6) if year.posts else None
    least = need(0, plan.effort, year.plan.rules.work).planned + (centres - 1) * need(0, plan.effort, year.work).planned
    return (str(year.year), centres, float(year.posts), round(float(each), 4), coordination, share, float(least))
