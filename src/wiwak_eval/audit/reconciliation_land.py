"""What must add up over all counties and towns: persons, contacts, costs, and who pays them."""

from collections.abc import Iterator

from wiwak_eval.audit.cells import Cells
from wiwak_eval.audit.reconciliation_line import MONEY, PERSONS, Line, build_line

LAND = "land"
COUNTED = (
    ("land_refugees", "new_", PERSONS, "Personen"),
    ("land_refugees", "stock_", PERSONS, "Personen"),
    ("land_caseload", "contacts_", PERSONS, "Beratungen"),
    ("land_costs", "cost_", MONEY, "Euro"),
)
"""Table with a row a county, the beginning of its columns of a year, what it is about, unit."""
FUNDERS = ("land", "others", "county_cash", "county_in_kind", "open")
IN_VARIANT = ("variant_land", "others", "variant_county_cash", "county_in_kind")
"""Columns of the financing that are the costs together: as decided, and in the assumed variant."""


def land_lines(cells: Cells) -> Iterator[Line | None]:
    """All counties against the Land, year by year, and the Land's costs against those who pay them."""
    for table, begin, subject, unit in COUNTED:
        for column in cells.columns(table):
            if column.startswith(begin) and column.removeprefix(begin).isdigit():
                parts = [(table, key, column) for key in cells.keys(table) if key != LAND]
                what = f"{_title(cells, table)}, {_head(cells, table, column)}: Thüringen"
                yield build_line(subject, cells, (table, LAND, column), what, parts, "alle Kreise und Städte", unit)
    yield from _financed(cells)


def _financed(cells: Cells) -> Iterator[Line | None]:
    table = "land_financing"
    for row in (key for key in cells.keys(table) if key.startswith(f"{LAND}_")):
        year = row.removeprefix(f"{LAND}_")
        costs, title = ("land_costs", LAND, f"cost_{year}"), f"{_title(cells, 'land_costs')} {year}: Thüringen"
        yield build_line(MONEY, cells, costs, title, [(table, row, name) for name in FUNDERS], "wer zahlt, und was offen ist", "Euro")
        yield build_line(MONEY, cells, costs, title, [(table, row, name) for name in IN_VARIANT], "wer in der Variante zahlt", "Euro")


def _title(cells: Cells, table: str) -> str:
    found = cells.table(table)
    return found.title if found else ""


def _head(cells: Cells, table: str, column: str) -> str:
    found = cells.table(table)
    return next((one.label for one in found.columns if one.name == column), column) if found else column
