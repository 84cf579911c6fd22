"""Who pays in each county: what is open, and what would be under the assumed share of the Land."""

from collections.abc import Mapping, Sequence

from wiwak_eval.budget.financing.split import FIXED
from wiwak_eval.money import Cents
from wiwak_eval.results import Cell, Column, Table, Unit, build_table
from wiwak_eval.transfer.county_year import CountyYear
from wiwak_eval.transfer.land_plan import LandPlan
from wiwak_eval.transfer.per_county import LAND, LAND_LABEL, NOTEBOOK, label_columns, moved_notes, range_columns
from wiwak_eval.transfer.ranges import LandRanges

OPEN = (
    "Außerhalb des Pilotkreises liegt kein Bescheid vor: Was nicht als Sachleistung kommt, ist dort offen. Mittel von Bund, ESF und "
    "Dritten stehen nur beim Pilotkreis, und nur, soweit ein Bescheid oder eine Annahme sie nennt."
)
ONLY_HOME = "Die Förderung des Landes, mit der {home} rechnet, ist für andere Kreise und Städte nicht eingesetzt: Dort fehlt ein Bescheid."
VARIANT = (
    "Variante „{variant}“: angenommen, nicht entschieden. Ein Höchstbetrag des Landes ist für andere Kreise und Städte nicht bekannt und "
    "nicht gerechnet."
)
CASH = (
    "Barbedarf: was offen ist oder die Kommune bar zahlt. Bereiche aus der Simulation, auf 100 € gerundet; der für Thüringen gilt für die "
    "Summe."
)
ADDS_UP = (
    "Kommune: Landkreis oder kreisfreie Stadt. Kosten = Land + Bund, ESF, Dritte + Kommune bar + Kommune Sachleistung + offen. In der "
    "Variante treten die beiden letzten Spalten an die Stelle von Land, Kommune bar und offen."
)
COLUMNS = (
    Column("year", "Jahr", Unit.TEXT),
    Column("total", "Kosten", Unit.CENTS),
    Column("land", "Land", Unit.CENTS),
    Column("others", "Bund, ESF, Dritte", Unit.CENTS),
    Column("county_cash", "Kommune, bar", Unit.CENTS),
    Column("county_in_kind", "Kommune, Sachleistung", Unit.CENTS),
    Column("open", "offen", Unit.CENTS),
    *range_columns("cash", "Barbedarf", Unit.CENTS),
    Column("variant_land", "Variante: Land", Unit.CENTS),
    Column("variant_county_cash", "Variante: Kommune, bar", Unit.CENTS),
)


def financing_table(plan: LandPlan, ranges: LandRanges, read: Sequence[str]) -> Table:
    """Table `land_financing`: one row a county and year, key `Wartburgkreis_2018`; the last of each year is the Land's, `land_2018`.

    `cash_p10`, `cash_p90`: 80 % range of what is open or the county's cash as decided on the as-of date.
    """
    rows: list[list[Cell]] = []
    for place, year in enumerate(plan.years):
        amounts = [_amounts(county, ranges.cash_ends(place, number)) for number, county in enumerate(year.counties)]
        rows += [_row(county.name, county.name, year.year, found) for county, found in zip(plan.counties, amounts, strict=True)]
        land = {name: sum(found[name] for found in amounts) for name in amounts[0]}
        rows.append(_row(LAND, LAND_LABEL, year.year, land | _ends(ranges.land_cash_ends(place))))
    home = plan.caseload.home
    granted = any(year.counties[home].parts["land"] for year in plan.years)
    only_home = (ONLY_HOME.format(home=plan.counties[home].name),) if granted else ()
    notes = (OPEN, *moved_notes(plan.caseload), *only_home, VARIANT.format(variant=plan.variant.label), ADDS_UP, CASH)
    columns = (*label_columns(), *COLUMNS)
    return build_table("land_financing", "Finanzierung in allen Landkreisen und kreisfreien Städten", columns, rows, NOTEBOOK, notes, read)


def _amounts(county: CountyYear, ends: tuple[Cents, Cents]) -> dict[str, Cents]:
    return _ends(ends) | {
        "total": county.total,
        "land": county.parts["land"],
        "others": sum(county.parts[funder] for funder in FIXED),
        "county_cash": county.parts["county_cash"],
        "county_in_kind": county.parts["county_in_kind"],
        "open": county.parts["open"],
        "variant_land": county.variant["land"],
        "variant_county_cash": county.variant["county_cash"],
    }


def _ends(ends: tuple[Cents, Cents]) -> dict[str, Cents]:
    return dict(zip(("cash_p10", "cash_p90"), ends, strict=True))


def _row(key: str, label: str, year: int, amounts: Mapping[str, Cents]) -> list[Cell]:
    return [f"{key}_{year}", label, str(year), *(amounts[column.name] for column in COLUMNS[1:])]
