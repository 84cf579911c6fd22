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
IN_VARIANT = (
    "Bereiche der Variante: wenn das Land seinen Anteil auch dann zahlt, wenn mehr gebraucht wird als geplant. Steht sein Betrag mit dem "
    "Bescheid fest, so trägt die Kommune, was über den Plan hinausgeht; so rechnet der Plan des Pilotkreises."
)
CASH = (
    "Barbedarf: was offen ist oder die Kommune bar zahlt. Bereiche aus der Simulation, auf 100 € gerundet; der für Thüringen gilt für die "
    "Summe."
)
ADDS_UP = (
    "Kommune: Landkreis oder kreisfreie Stadt. Kosten = Land + Bund, ESF, Dritte + Kommune bar + Kommune Sachleistung + offen. In der "
    "Variante treten deren Beträge an die Stelle von Land, Kommune bar und offen."
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
    *range_columns("variant_land", "Variante: Land", Unit.CENTS),
    Column("variant_county_cash", "Variante: Kommune, bar", Unit.CENTS),
    *range_columns("variant_county_cash", "Variante: Kommune, bar", Unit.CENTS),
)


def financing_table(plan: LandPlan, ranges: LandRanges, read: Sequence[str]) -> Table:
    """Table `land_financing`: one row a county and year, key `Wartburgkreis_2018`; the last of each year is the Land's, `land_2018`.

    `cash_p10`, `cash_p90`: 80 % range of what is open or the county's cash as decided on the as-of date; the variant's payers have ranges
    of their own.
    """
    rows: list[list[Cell]] = []
    for place, year in enumerate(plan.years):
        amounts = [_amounts(county) for county in year.counties]
        for number, (county, found) in enumerate(zip(plan.counties, amounts, strict=True)):
            ends = _ends(ranges.cash_ends(place, number), *ranges.variant_ends(place, number))
            rows.append(_row(county.name, county.name, year.year, found | ends))
        land = {name: sum(found[name] for found in amounts) for name in amounts[0]}
        ends = _ends(ranges.land_cash_ends(place), *ranges.land_variant_ends(place))
        rows.append(_row(LAND, LAND_LABEL, year.year, land | ends))
    home = plan.caseload.home
    granted = any(year.counties[home].parts["land"] for year in plan.years)
    only_home = (ONLY_HOME.format(home=plan.counties[home].name),) if granted else ()
    notes = (OPEN, *moved_notes(plan.caseload), *only_home, VARIANT.format(variant=plan.variant.label), IN_VARIANT, ADDS_UP, CASH)
    columns = (*label_columns(), *COLUMNS)
    return build_table("land_financing", "Finanzierung in allen Landkreisen und kreisfreien Städten", columns, rows, NOTEBOOK, notes, read)


def _amounts(county: CountyYear) -> dict[str, Cents]:
    return {
        "total": county.total,
        "land": county.parts["land"],
        "others": sum(county.parts[funder] for funder in FIXED),
        "county_cash": county.parts["county_cash"],
        "county_in_kind": county.parts["county_in_kind"],
        "open": county.parts["open"],
        "variant_land": county.variant["land"],
        "variant_county_cash": county.variant["county_cash"],
    }


def _ends(*ranged: tuple[Cents, Cents]) -> dict[str, Cents]:
    """ranged: in the order of the columns."""
    names = ("cash", "variant_land", "variant_county_cash")
    found = dict(zip(names, ranged, strict=True))
    return {f"{name}_{end}": cents for name, ends in found.items() for end, cents in zip(("p10", "p90"), ends, strict=True)}


def _row(key: str, label: str, year: int, amounts: Mapping[str, Cents]) -> list[Cell]:
    return [f"{key}_{year}", label, str(year), *(amounts[column.name] for column in COLUMNS[1:])]
