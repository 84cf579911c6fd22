"""What must add up: rows read and used, consultations and persons, each sum of money and its parts; on released tables alone.

A line is computed from cells that stand in `daten/`, and says which: an auditor adds up the same cells. A table that the release refuses
or hides a cell of gives no line.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from wiwak_eval import german
from wiwak_eval.audit.cells import Cells
from wiwak_eval.audit.reconciliation_land import land_lines
from wiwak_eval.audit.reconciliation_line import MONEY, PERSONS, ROWS, Line, build_line
from wiwak_eval.results import NotAssessable, ReleasedTable, Unit


@dataclass(frozen=True)
class Sum:
    """A sum that a table states: the row `total` against the rows `parts` (all others where empty) of each column of money."""

    table: str
    total: str
    parts: tuple[str, ...] = ()


SUMS = (
    Sum("expenditure", "Summe"),
    Sum("costs_months", "Summe"),
    Sum("costs_funders", "Summe"),
    Sum("costs", "total"),
    Sum("financing", "total"),
    Sum("grant_plan_1", "total"),
    Sum("grant_plan_2", "total"),
    Sum("grant_funding_1", "total", ("county_cash", "county_in_kind", "third", "federal", "esf", "land", "open")),
    Sum("grant_funding_2", "total", ("county_cash", "county_in_kind", "third", "federal", "esf", "land", "open")),
    Sum("proof_numbers", "Summe"),
    Sum("proof_funding", "Summe"),
)
OWN_TALLY = (
    "Die Monatsstatistik wird in der Beratungsstelle geführt, die Zeilen stammen aus dem Fachverfahren. Mehr in der Statistik: Zeilen "
    "fehlen oder wurden nicht verwendet; weniger: Die Statistik ist unvollständig."
)
NOT_COUNTED = "Termine, zu denen niemand erschien, und Zeilen angebrochener Monate sind verwendet, zählen aber nicht als Beratung."
SAME = (
    (("expenditure", "Summe", "total"), ("costs_months", "Summe", "total")),
    (("expenditure", "Summe", "total"), ("costs_funders", "Summe", "total")),
    (("proof_numbers", "Summe", "eligible"), ("costs_funders", "Summe", "eligible")),
)
"""Two tables that state the same amount: table, row, column of each."""


def reconciliation(released: Mapping[str, ReleasedTable | NotAssessable]) -> tuple[Line, ...]:
    """All lines that this release lets one compute."""
    cells = Cells(released)
    return tuple(line for line in (*_rows(cells), *_people(cells), *_money(cells), *land_lines(cells)) if line is not None)


def _rows(cells: Cells) -> Iterator[Line | None]:
    """Rows read are rows used and rows not used; each table of faults names reasons for the latter."""
    for key in cells.keys("intake"):
        what = f"{key}: verwendet und nicht verwendet"
        yield build_line(
            ROWS, cells, ("intake", key, "rows_read"), f"{key}: gelesen", _row(key, "rows_used", "rows_rejected"), what, "Zeilen"
        )
    yield from _reasons(cells)


def _reasons(cells: Cells) -> Iterator[Line | None]:
    """Rows not used, against the faults that led to that. A row that has two such faults is counted at both; then there is a difference."""
    rejected = [key for key in cells.keys("fault_counts") if cells.text("fault_counts", key, "action") == "Zeile nicht verwendet"]
    by_table: dict[str, list[str]] = {}
    for key in rejected:
        by_table.setdefault(cells.text("fault_counts", key, "table"), []).append(key)
    for table, keys in by_table.items():
        files = [key for key in cells.keys("intake") if cells.text("intake", key, "table") == table]
        if len(files) == 1:
            reasons = [f"{cells.text('fault_counts', key, 'column')}: {cells.text('fault_counts', key, 'rule')}" for key in keys]
            parts = [("fault_counts", key, "count") for key in keys]
            yield build_line(
                ROWS, cells, ("intake", files[0], "rows_rejected"), f"{files[0]}: nicht verwendet", parts, "; ".join(reasons), "Zeilen"
            )


def _led_over(cells: Cells) -> Iterator[Line | None]:
    """From the used rows to the consultations that the papers count."""
    files = [key for key in cells.keys("intake") if cells.text("intake", key, "table") == "beratungen"]
    for whole in cells.keys("year") if len(files) == 1 else ():
        parts, what = [("year", whole, "contacts")], f"{files[0]}: verwendete Zeilen"
        line = build_line(PERSONS, cells, ("intake", files[0], "rows_used"), what, parts, "gezählte Beratungen im Zeitraum", "Zeilen")
        yield replace(line, if_differing=NOT_COUNTED, leads_over=True) if line is not None else None


def _people(cells: Cells) -> Iterator[Line | None]:
    yield from _led_over(cells)
    months = cells.keys("monthly")
    for whole in cells.keys("year"):
        each = [("monthly", month, "contacts") for month in months]
        yield build_line(PERSONS, cells, ("year", whole, "contacts"), "Beratungen im Zeitraum", each, "Beratungen der Monate", "Beratungen")
        new = [("monthly", month, "new_persons") for month in months]
        yield build_line(PERSONS, cells, ("year", whole, "persons"), "Personen im Zeitraum", new, "neue Personen der Monate", "Personen")
    for month in months:
        parts = [("monthly", month, name) for name in ("new_persons", "returning_persons")]
        what = f"Personen im Monat, {german.month(month)}"
        yield build_line(PERSONS, cells, ("monthly", month, "persons"), what, parts, "neue und wiedergekommene", "Personen")
    for month in cells.keys("control"):
        stated = ("control", month, "stated")
        used = [("control", month, "used")]
        what = f"Monatsstatistik, {german.month(month)}"
        line = build_line(PERSONS, cells, stated, what, used, "verwendete Zeilen", "Beratungen")
        yield replace(line, if_differing=OWN_TALLY) if line is not None else None


def _money(cells: Cells) -> Iterator[Line | None]:
    for each in SUMS:
        table = cells.table(each.table)
        for column in table.columns if table is not None else ():
            if column.unit is Unit.CENTS and table is not None and each.total in cells.keys(each.table):
                rows = [key for key in cells.keys(each.table) if key in each.parts or (not each.parts and key != each.total)]
                known = [row for row in rows if cells.value(each.table, row, column.name) is not None]
                parts = [(each.table, row, column.name) for row in known]
                what = f"{table.title}, {column.label}"
                whole = (each.table, each.total, column.name)
                yield build_line(MONEY, cells, whole, f"{what}: Summe", parts, "Posten zusammen", "Euro")
    for first, second in (*SAME, *_planned(cells)):
        words = [f"{found.title}, {cells.label(*place)}" if (found := cells.table(place[0])) else "" for place in (first, second)]
        yield build_line(MONEY, cells, first, words[0], [second], words[1], "Euro")
    yield from _months(cells)


def _planned(cells: Cells) -> Iterator[tuple[tuple[str, str, str], tuple[str, str, str]]]:
    """The costs of each year are financed to the cent."""
    for column in cells.columns("costs"):
        if column.startswith("y"):
            yield ("costs", "total", column), ("financing", "total", column)


def _months(cells: Cells) -> Iterator[Line | None]:
    """The costs of a year are those of its months, item by item."""
    for row in cells.keys("costs"):
        for column in cells.columns("costs"):
            months = [key for key in cells.keys("plan_months") if column.startswith("y") and key.startswith(column[1:])]
            if months and row in cells.columns("plan_months"):
                what = f"Kosten: {cells.text('costs', row, 'label')} {column[1:]}"
                parts = [("plan_months", month, row) for month in months]
                yield build_line(MONEY, cells, ("costs", row, column), what, parts, "zwölf Monate", "Euro")


def _row(key: str, *columns: str) -> list[tuple[str, str, str]]:
    return [("intake", key, column) for column in columns]
