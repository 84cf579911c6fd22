"""Costs in each county, and in the Land."""

from collections.abc import Sequence
from fractions import Fraction

from wiwak_eval.money import Cents, round_half_up
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table
from wiwak_eval.transfer.land_plan import LandPlan
from wiwak_eval.transfer.per_county import (
    LAND,
    LAND_LABEL,
    MOVED_PLAN,
    NOTEBOOK,
    OWN_PLAN,
    PRICE_LIST,
    SUM,
    label_columns,
    moved_notes,
    range_columns,
)
from wiwak_eval.transfer.posts_table import SUM_OF_ENDS
from wiwak_eval.transfer.ranges import LandRanges

HOME_PLAN = "Eigener Plan: Gesamtkosten (Pilotkreis: {home}) wie in der Haushaltsplanung, auf den Cent."
MOVED_POSTS = (
    "Angepasster Plan: so viele Stellen wie im eigenen Plan kosten, was sie dort kosten; jede Stelle mehr oder weniger kostet das Mittel "
    "aller Stufen ihrer Entgeltgruppe, gleich wer sie hat."
)
OTHERS = (
    "Preisliste: Stellen, Beratungen und Zentrum mal Preis, jeder Posten einmal auf den Cent gerundet. Eine Stelle kostet "
    "dort das Mittel aller Stufen der Entgeltgruppen des Pilotkreises. Gerechnet ist ein volles Jahr ab Januar, ohne Kosten des Aufbaus."
)
EFFORT = "Wie lange eine Beratung dauert und was etwas kostet, ist überall wie im Pilotkreis angenommen; vor Ort kann es anders sein."
ROUNDED = "Bereiche aus der Simulation, auf 100 € gerundet."
PER_PERSON = "Je Person: Kosten geteilt durch die zur Jahresmitte erwarteten anerkannten Flüchtlinge, auf den Cent gerundet."


def costs_table(plan: LandPlan, ranges: LandRanges, refugees: Table | NotAssessable, read: Sequence[str]) -> Table:
    """Table `land_costs`: total, its 80 % range, and total by person expected to live there. refugees: table `land_refugees`."""
    rows: list[list[Cell]] = []
    for number, county in enumerate(plan.counties):
        cells = [
            (year.counties[number].total, ranges.cost_ends(place, number), _stock(refugees, county.name, year.year))
            for place, year in enumerate(plan.years)
        ]
        rows.append([county.name, county.name, _source(plan, number), *(cell for found in cells for cell in _cells(*found))])
    land = [
        (year.total(lambda county: county.total), ranges.land_cost_ends(place), _stock(refugees, LAND, year.year))
        for place, year in enumerate(plan.years)
    ]
    rows.append([LAND, LAND_LABEL, SUM, *(cell for found in land for cell in _cells(*found))])
    source_column = Column("source", "gerechnet aus", Unit.TEXT)
    columns = (*label_columns(), source_column, *(column for year in plan.caseload.years for column in _columns(year)))
    notes = (*_home_notes(plan), OTHERS, EFFORT, PER_PERSON, ROUNDED, SUM_OF_ENDS)
    return build_table("land_costs", "Kosten in allen Landkreisen und kreisfreien Städten", columns, rows, NOTEBOOK, notes, read)


def _source(plan: LandPlan, county: int) -> str:
    """What a row's costs are worked out from."""
    if county != plan.caseload.home:
        return PRICE_LIST
    return MOVED_PLAN if plan.caseload.pooled else OWN_PLAN


def _home_notes(plan: LandPlan) -> tuple[str, ...]:
    if plan.caseload.pooled:
        return (*moved_notes(plan.caseload), MOVED_POSTS)
    return (HOME_PLAN.format(home=plan.counties[plan.caseload.home].name),)


def _columns(year: int) -> tuple[Column, ...]:
    return (
        Column(f"cost_{year}", f"Kosten {year}", Unit.CENTS),
        *range_columns(f"cost_{year}", f"{year}", Unit.CENTS),
        Column(f"per_person_{year}", f"{year} je Person", Unit.CENTS),
    )


def _cells(total: Cents, ends: tuple[Cents, Cents], persons: int | None) -> tuple[Cell, ...]:
    return total, *ends, round_half_up(Fraction(total, persons)) if persons else None


def _stock(refugees: Table | NotAssessable, key: str, year: int) -> int | None:
    found = None if isinstance(refugees, NotAssessable) else refugees.cell(key, f"stock_{year}")
    return found if isinstance(found, int) else None
