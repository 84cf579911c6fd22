"""What is known of the counties: kind, quota, inhabitants, area."""

from collections.abc import Sequence
from decimal import Decimal

from wiwak_eval import german
from wiwak_eval.assumptions import Assumptions, Context
from wiwak_eval.results import Cell, Column, Table, Unit, build_table
from wiwak_eval.transfer.counties import AREA, INHABITANTS, counties_of
from wiwak_eval.transfer.model import County
from wiwak_eval.transfer.per_county import LAND, LAND_LABEL, NOTEBOOK, label_columns

TITLE = "Die Landkreise und kreisfreien Städte"


def counties_table(context: Context, assumptions: Assumptions) -> Table:
    """Table `land_counties`: one row a county, in the order of the ordinance, and the Land."""
    counties = counties_of(context)
    states = {fact.county: "gelesen" if fact.status == "read" else fact.status for fact in context.county_facts}
    rows = [_row(county.name, county.name, _kind(county), [county], states.get(county.name, "nicht gefunden")) for county in counties]
    rows.append(_row(LAND, LAND_LABEL, "Land", counties, "Summe der Zeilen"))
    columns = (
        *label_columns(),
        Column("kind", "Art", Unit.TEXT),
        Column("quota", "Quote", Unit.SHARE, 1),
        Column("inhabitants", "Einwohner", Unit.COUNT),
        Column("area", "Fläche in km²", Unit.NUMBER, 1),
        Column("density", "Einwohner je km²", Unit.NUMBER, 1),
        Column("status", "Stand der Angaben", Unit.TEXT),
    )
    return build_table("land_counties", TITLE, columns, rows, NOTEBOOK, _notes(context), assumptions.ids_read)


def _row(key: str, name: str, kind: str, counties: Sequence[County], status: str) -> list[Cell]:
    """A sum over counties; blank where one of them is not known."""
    people, areas = [county.persons for county in counties], [county.area for county in counties]
    persons = None if None in people else sum(value for value in people if value is not None)
    area = None if None in areas else sum((value for value in areas if value is not None), Decimal(0))
    whole = County(name, False, sum((county.quota for county in counties), Decimal(0)), persons, area)
    density = None if whole.density is None else round(float(whole.density), 6)
    return [key, name, kind, float(whole.quota), persons, None if area is None else float(area), density, status]


def _kind(county: County) -> str:
    return "kreisfreie Stadt" if county.town else "Landkreis"


def _notes(context: Context) -> tuple[str, ...]:
    days = {name: {fact.day for fact in context.county_facts if fact.measure == name} for name in (INHABITANTS, AREA)}
    words = {INHABITANTS: "Einwohner", AREA: "Fläche"}
    known = " und ".join(f"{words[name]} vom {german.day(max(found))}" for name, found in days.items() if found)
    return (
        "Quote: Anteil an der Verteilung Asylsuchender in Thüringen (Flüchtlingsverteilungsverordnung, gelesen in der Fassung von 2023).",
        f"{known}: amtliche Statistik in der damaligen Gebietsgliederung, wie am Stichtag veröffentlicht."
        if known
        else "Einwohner und Fläche waren am Stichtag nicht veröffentlicht.",
    )
