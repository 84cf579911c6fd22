"""The Land as a whole, beside what its programme was worth before."""

from collections.abc import Sequence
from datetime import date

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.money import Cents, to_cents
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table
from wiwak_eval.transfer.land_plan import LandPlan
from wiwak_eval.transfer.per_county import LAND, NOTEBOOK, range_columns
from wiwak_eval.transfer.ranges import LandRanges

MEAN_LABEL = "Mittel aller Verläufe"
PROGRAMME = "land_programme_volume_year"
BESIDE = (
    "Das Landesprogramm 2016 und 2017 zahlte weit mehr als Beratung: auch Kindertagesbetreuung, Unterkünfte und Leerstand. Die Zahlen "
    "stehen nebeneinander; sie sagen nicht, was davon für Beratung da war."
)
OWN_RANGES = (
    "Von und bis: 80-%-Bereiche. Sie sind Ziehung für Ziehung über alle Kreise und Städte addiert, damit sich Gemeinsames nicht ausgleicht."
)
MEAN = "Mittel aller Verläufe: ihr Durchschnitt, Kosten auf 100 € gerundet. "
HIGHER = (
    "Es liegt über den Planwerten, weil Verläufe nach oben weiter ausschlagen als nach unten: Das Doppelte kommt vor, weniger als nichts "
    "nicht. Die Planwerte sind die Summe dessen, was jeder Kreis für sich in der Mitte seiner Verläufe bräuchte; wer für alle zusammen "
    "zahlt, käme damit im Durchschnitt nicht aus."
)
NOT_HIGHER = "Es weicht von den Planwerten ab, weil Verläufe nach oben und nach unten verschieden weit ausschlagen."
NOT_ALL = "Gerechnet sind 23 Zentren in vollem Betrieb. Was eine Steuerung im Land kostet und was ein Aufbau kostet, ist nicht enthalten."


def total_table(
    plan: LandPlan, ranges: LandRanges, refugees: Table | NotAssessable, contacts: Table | NotAssessable, read: Sequence[str]
) -> Table:
    """Table `land_total`: one row a year. refugees, contacts: tables `land_refugees` and `land_caseload`, whose last rows are repeated."""
    programme = programme_before(plan.base.assumptions, plan.caseload.years[0])
    rows: list[list[Cell]] = []
    for place, year in enumerate(plan.years):
        cents = year.total(lambda county: county.total)
        rows.append(
            [
                str(year.year),
                *_of_land(refugees, f"new_{year.year}"),
                *_of_land(contacts, f"contacts_{year.year}"),
                None if isinstance(contacts, NotAssessable) else round(float(ranges.land_contacts(place).mean())),
                float(year.posts),
                *ranges.land_posts_ends(place),
                cents,
                *ranges.land_cost_ends(place),
                ranges.land_cost_mean(place),
                programme,
                *_shares(cents, ranges.land_cost_ends(place), programme),
            ]
        )
    columns = (
        Column("year", "Jahr", Unit.TEXT),
        *_measured("persons", "neue Anerkannte", Unit.PERSONS),
        *_measured("contacts", "Beratungen", Unit.CONTACTS),
        Column("contacts_mean", f"Beratungen, {MEAN_LABEL}", Unit.CONTACTS),
        *_measured("posts", "Stellen", Unit.POSTS, 2),
        Column("cost", "Kosten", Unit.CENTS),
        *range_columns("cost", "Kosten", Unit.CENTS),
        Column("cost_mean", f"Kosten, {MEAN_LABEL}", Unit.CENTS),
        Column("programme", f"Landesprogramm {plan.caseload.years[0] - 1}", Unit.CENTS),
        *_measured("programme_share", "Kosten im Verhältnis dazu", Unit.SHARE),
    )
    notes = (OWN_RANGES, _mean_note(plan, ranges), NOT_ALL, BESIDE)
    return build_table("land_total", "Thüringen zusammen", columns, rows, NOTEBOOK, notes, read)


def _shares(cents: Cents, ends: tuple[Cents, Cents], programme: Cents | None) -> tuple[Cell, ...]:
    """Cost and its range as parts of the programme; the ends to a hundredth of a percent, since they are simulated."""
    if not programme:
        return None, None, None
    return round(cents / programme, 6), *(round(end / programme, 4) for end in ends)


def _mean_note(plan: LandPlan, ranges: LandRanges) -> str:
    """What the mean is, and why it is another number than the plan's."""
    higher = all(
        ranges.land_cost_mean(place) > year.total(lambda county: county.total)
        and ranges.land_contacts(place).mean() > sum(plan.caseload.planned[place])
        for place, year in enumerate(plan.years)
    )
    return MEAN + (HIGHER if higher else NOT_HIGHER)


def programme_before(assumptions: Assumptions, first_year: int) -> Cents | None:
    """What the Land's programme was worth in the year before the first budget year; None where that is not known."""
    day = date(first_year - 1, 12, 31)
    return to_cents(assumptions.decimal(PROGRAMME, day)) if assumptions.has(PROGRAMME, day) else None


def _measured(name: str, label: str, unit: Unit, decimals: int = 0) -> tuple[Column, ...]:
    """A value and its range, with short heads."""
    ends = (Column(f"{name}_{end}", f"{label} {head}", unit, decimals) for end, head in (("p10", "von"), ("p90", "bis")))
    return (Column(name, label, unit, decimals), *ends)


def _of_land(table: Table | NotAssessable, column: str) -> tuple[Cell, ...]:
    """Value and range of the Land's row."""
    if isinstance(table, NotAssessable):
        return None, None, None
    return tuple(table.cell(LAND, f"{column}{end}") for end in ("", "_p10", "_p90"))
