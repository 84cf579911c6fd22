"""Sheets beside the released tables: cost items of each county, worked out as the formulas do, and checks that are 0 while all agrees."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from wiwak_eval.money import round_half_up
from wiwak_eval.publication.land_papers.workbook.simulated import OWN_WORDS, plain
from wiwak_eval.publication.workbook.columns import cents
from wiwak_eval.results import Cell, Column, ReleasedTable, Unit

KEY, COUNTY, LAND = "key", "county", "land"
OWN_PLAN, MOVED_PLAN = OWN_WORDS
"""What table `land_costs` says of the county whose numbers come from posts of its own."""
ITEMS, CHECKS = "land_items", "checks"
BASES = {"Stelle": "posts", "Beratungen": "contacts"}
"""What a price holds for, and the column of the sheet of items that counts it; any other price holds for a centre."""
CASH, IN_KIND = "bar", "Sachleistung"
CHECKED = {
    "costs": "Kosten des Landes weniger Kosten der Kreise und Städte, €",
    "financing": "Finanzierung weniger Kosten, €",
    "variant": "Finanzierung in der Variante weniger Kosten, €",
}
Tables = Mapping[str, ReleasedTable]


def with_sheets(tables: Tables) -> dict[str, ReleasedTable]:
    """The tables with those of items and of checks."""
    return {**tables, ITEMS: _items(tables), CHECKS: _checks(tables)}


def item_keys(prices: ReleasedTable) -> list[str]:
    """Keys of the prices, without the sums."""
    return [str(row[0]) for row in prices.rows if not str(row[0]).startswith("sum_")]


def home_of(costs: ReleasedTable) -> str:
    """Key of the county with posts of its own; empty where there is none."""
    sources = zip(costs.rows, costs.column("source"), strict=True)
    return next((str(row[0]) for row, words in sources if plain(str(words)) in OWN_WORDS), "")


def others_of(costs: ReleasedTable) -> list[str]:
    """Keys of the counties that are worked out from prices."""
    apart = {LAND, home_of(costs)}
    return [str(row[0]) for row in costs.rows if str(row[0]) not in apart]


def _items(tables: Tables) -> ReleasedTable:
    prices, costs = tables["land_prices"], tables["land_costs"]
    keys = item_keys(prices)
    years = [column.name[1:] for column in prices.columns if column.name.startswith("y")]
    columns = (
        Column(KEY, "Schlüssel", Unit.TEXT),
        Column(COUNTY, "Landkreis oder Stadt", Unit.TEXT),
        Column("year", "Jahr", Unit.TEXT),
        Column("posts", "Stellen", Unit.POSTS, 2),
        Column("contacts", "Beratungen", Unit.CONTACTS),
        *(Column(key, str(prices.cell(key, "label")), Unit.CENTS) for key in keys),
        Column("total", "Summe", Unit.CENTS),
    )
    rows = tuple(_of(tables, keys, county, year) for year in years for county in others_of(costs))
    notes = (
        "Jeder Posten: Stellen, Beratungen oder Zentrum mal Preis, auf den Cent gerundet. "
        "Der Pilotkreis rechnet mit eigenen Stellen und fehlt.",
    )
    return replace(costs, id=ITEMS, title="Kosten nach Posten", columns=columns, rows=rows, notes=notes)


def _of(tables: Tables, keys: Sequence[str], county: str, year: str) -> tuple[Cell, ...]:
    prices, counts = (
        tables["land_prices"],
        {
            "posts": tables["land_posts"].cell(county, f"posts_{year}"),
            "contacts": tables["land_caseload"].cell(county, f"contacts_{year}"),
        },
    )
    amounts = [_amount(prices, key, counts, year) for key in keys]
    name = tables["land_costs"].cell(county, COUNTY)
    return (f"{county}_{year}", name, year, *counts.values(), *amounts, sum(amounts))


def _amount(prices: ReleasedTable, key: str, counts: Mapping[str, Cell], year: str) -> int:
    """Cents of one item: count times price, for so many units, rounded once."""
    basis = BASES.get(str(prices.cell(key, "basis")))
    count = Decimal(1) if basis is None else Decimal(str(counts[basis]))
    return round_half_up(count * cents(prices.cell(key, f"y{year}")) / cents(prices.cell(key, "per")))


def _checks(tables: Tables) -> ReleasedTable:
    years = [column for column in tables["workload"].columns if column.name.startswith("y")]
    columns = (
        Column(KEY, "Schlüssel", Unit.TEXT),
        Column("label", "Probe", Unit.TEXT),
        *(Column(y.name, y.label, Unit.CENTS) for y in years),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple((key, label, *(0 for _ in years)) for key, label in CHECKED.items())
    notes = ("Überall muss 0 stehen. Sonst widersprechen sich Eingaben; bitte zurücknehmen.",)
    return replace(
        tables["land_costs"], id=CHECKS, title="Proben der Rechnung", columns=columns, rows=rows, notes=notes, assumptions=(), unproven=()
    )
