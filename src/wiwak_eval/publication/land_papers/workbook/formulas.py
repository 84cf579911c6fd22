"""Which formula a cell of land.xlsx has; the home county's cells have none, since they come from its own plan."""

from collections.abc import Callable, Mapping

from wiwak_eval.publication.land_papers.workbook.items import BASES, CASH, IN_KIND, ITEMS, LAND, home_of, item_keys, others_of
from wiwak_eval.publication.workbook.model import Sheets

DIGITS = 9
"""Rounded to so many places before a number of steps is rounded up, so that the last digit of a float does not make a post."""


def formula(sheets: Sheets, table: str, row: str, column: str) -> str | None:
    """The formula of a cell, without `=`; None where the cell is an input, a text, or a number of the program."""
    found = _TABLES.get(table)
    return found(sheets, row, column) if found else None


def caseload(sheets: Sheets, row: str, column: str) -> str | None:
    """The Land's sum of contacts."""
    name, _ = _by_year(column)
    return _sum(sheets, "land_caseload", column) if row == LAND and name == "contacts" else None


def posts(sheets: Sheets, row: str, column: str) -> str | None:
    """Need, planned posts, and what decides on them."""
    name, year = _by_year(column)
    if row == LAND:
        return _sum(sheets, "land_posts", column) if name in {"needed", "posts"} else None
    if not name or row == home_of(sheets.tables["land_costs"]):
        return None
    rule = {key: sheets.at("workload", key, f"y{year}") for key in sheets.keys("workload")}
    tasks = f"({sheets.at('land_caseload', row, f'contacts_{year}')}*({rule['minutes']}+{rule['follow_up']})+{rule['coordination']})"
    need = f"{tasks}/({rule['net_minutes']}*(1-{rule['distribution']}))"
    cover = f"{rule['opening_minutes']}*{rule['present']}/{rule['net_minutes']}"
    stepped = f"ROUNDUP(ROUND(MAX({need},{cover})/{rule['step']},{DIGITS}),0)*{rule['step']}"
    return {
        "needed": f"ROUND({need},4)",
        "posts": f"MAX({rule['minimum']},{stepped})",
        "binding": f'IF({stepped}<{rule["minimum"]},"Mindestbesetzung",IF({need}>={cover},"Fälle","Öffnungszeit"))',
    }.get(name)


def prices(sheets: Sheets, row: str, column: str) -> str | None:
    """Sums of the prices of one basis."""
    if not row.startswith("sum_") or not column.startswith("y"):
        return None
    keys = item_keys(sheets.tables["land_prices"])
    amounts, bases = (sheets.span("land_prices", name, keys) for name in (column, "basis"))
    return f"SUMIFS({amounts},{bases},{sheets.at('land_prices', row, 'basis')})"


def items(sheets: Sheets, row: str, column: str) -> str | None:
    """Count times price, each item rounded to the cent once."""
    county, _, year = row.rpartition("_")
    counted = {"posts": ("land_posts", f"posts_{year}"), "contacts": ("land_caseload", f"contacts_{year}")}
    if column in counted:
        table, name = counted[column]
        return sheets.at(table, county, name)
    keys = item_keys(sheets.tables["land_prices"])
    if column == "total":
        return f"SUM({sheets.across(ITEMS, row, keys[0], keys[-1])})"
    if column not in keys:
        return None
    basis = BASES.get(str(sheets.value("land_prices", column, "basis")))
    price = f"{sheets.at('land_prices', column, f'y{year}')}/{sheets.at('land_prices', column, 'per')}"
    return f"ROUND({sheets.at(ITEMS, row, basis)}*{price},2)" if basis else f"ROUND({price},2)"


def costs(sheets: Sheets, row: str, column: str) -> str | None:
    """Costs of the others from their items, the Land's sum, costs by person."""
    name, year = _by_year(column)
    table = sheets.tables["land_costs"]
    if name == "per_person" and sheets.value("land_costs", row, column) is not None:
        return f"ROUND({sheets.at('land_costs', row, f'cost_{year}')}/{sheets.at('land_refugees', row, f'stock_{year}')},2)"
    if name != "cost" or row == home_of(table):
        return None
    return _sum(sheets, "land_costs", column) if row == LAND else sheets.at(ITEMS, f"{row}_{year}", "total")


def financing(sheets: Sheets, row: str, column: str) -> str | None:
    """What is open, and what would be under the assumed share of the Land."""
    county, _, year = row.rpartition("_")
    if column in {"key", "county", "year"} or column.endswith(("_p10", "_p90")) or county == home_of(sheets.tables["land_costs"]):
        return None
    if county == LAND:
        of_year = [key for key in sheets.keys("land_financing") if key.endswith(f"_{year}") and key != row]
        return f"SUM({sheets.span('land_financing', column, of_year)})"
    cell = {name.name: sheets.at("land_financing", row, name.name) for name in sheets.columns("land_financing")}
    given = f"{cell['total']}-{cell['others']}-{cell['county_in_kind']}"
    return {
        "total": sheets.at("land_costs", county, f"cost_{year}"),
        "county_in_kind": _plus(_cells(sheets, row, IN_KIND)),
        "open": f"{given}-{cell['land']}-{cell['county_cash']}",
        "variant_land": _variant(sheets, row, year),
        "variant_county_cash": f"{given}-{cell['variant_land']}",
    }.get(column)


def total(sheets: Sheets, row: str, column: str) -> str | None:
    """The whole Land's sums, and what they are of the programme."""
    places = {
        "persons": ("land_refugees", "new"),
        "contacts": ("land_caseload", "contacts"),
        "posts": ("land_posts", "posts"),
        "cost": ("land_costs", "cost"),
    }
    if column in places and sheets.value("land_total", row, column) is not None:
        table, name = places[column]
        return sheets.at(table, LAND, f"{name}_{row}")
    if column == "programme_share" and sheets.value("land_total", row, column) is not None:
        return f"{sheets.at('land_total', row, 'cost')}/{sheets.at('land_total', row, 'programme')}"
    return None


def checks(sheets: Sheets, row: str, column: str) -> str | None:
    """Each is 0 while the sheets agree."""
    year = column.removeprefix("y")
    if year not in sheets.years:
        return None
    cell = {name.name: sheets.at("land_financing", f"{LAND}_{year}", name.name) for name in sheets.columns("land_financing")}
    whole, shared = sheets.at("land_costs", LAND, f"cost_{year}"), f"{cell['others']}+{cell['county_in_kind']}"
    home = home_of(sheets.tables["land_costs"])
    by_item = sheets.span(ITEMS, "total", [f"{county}_{year}" for county in others_of(sheets.tables["land_costs"])])
    own = f"-{sheets.at('land_costs', home, f'cost_{year}')}" if home else ""
    return {
        "costs": f"ROUND({whole}-SUM({by_item}){own},2)",
        "financing": f"ROUND({cell['land']}+{shared}+{cell['county_cash']}+{cell['open']}-{whole},2)",
        "variant": f"ROUND({cell['variant_land']}+{shared}+{cell['variant_county_cash']}-{whole},2)",
    }.get(row)


def _variant(sheets: Sheets, row: str, year: str) -> str:
    """The Land's assumed share of each item, rounded once, but no more than the cash items that it shares in."""
    keys = item_keys(sheets.tables["land_prices"])
    share = {key: sheets.at("land_prices", key, f"land_{year}") for key in keys}
    parts = [f"{sheets.at(ITEMS, row, key)}*{share[key]}" for key in keys]
    most = [f"{sheets.at(ITEMS, row, key)}*({share[key]}>0)" for key in keys if sheets.value("land_prices", key, "cash") == CASH]
    return f"MIN(ROUND({_plus(parts)},2),{_plus(most)})"


def _cells(sheets: Sheets, row: str, kind: str) -> list[str]:
    return [
        sheets.at(ITEMS, row, key) for key in item_keys(sheets.tables["land_prices"]) if sheets.value("land_prices", key, "cash") == kind
    ]


def _plus(parts: list[str]) -> str:
    return "+".join(parts) or "0"


def _sum(sheets: Sheets, table: str, column: str) -> str:
    return f"SUM({sheets.span(table, column, [key for key in sheets.keys(table) if key != LAND])})"


def _by_year(column: str) -> tuple[str, str]:
    """`contacts_2018` as its name and year; a range's end, `contacts_2018_p10`, has none."""
    name, _, year = column.rpartition("_")
    return (name, year) if year.isdigit() else ("", "")


_TABLES: Mapping[str, Callable[[Sheets, str, str], str | None]] = {
    "land_caseload": caseload,
    "land_posts": posts,
    "land_prices": prices,
    ITEMS: items,
    "land_costs": costs,
    "land_financing": financing,
    "land_total": total,
    "checks": checks,
}
