"""Columns and checks that stand beside the tables so that no formula grows long; computed here as the formulas compute them."""

from collections.abc import Mapping
from dataclasses import replace

from wiwak_eval.budget.pay.groups import FORM_LABELS
from wiwak_eval.budget.pay.rules import PERSONNEL_ITEM_OF
from wiwak_eval.budget.posts.line import Form
from wiwak_eval.publication.workbook.columns import beside, cents
from wiwak_eval.publication.workbook.pay_helpers import one_off_parts, steps_in_months, until
from wiwak_eval.results import Cell, Column, ReleasedTable, Unit

Tables = Mapping[str, ReleasedTable]
CHECKS = {
    "financing": "Finanzierung weniger Gesamtkosten, €",
    "months": "Summe der Monate weniger Gesamtkosten, €",
    "missing": "besetzte Monate ohne Tabellenentgelt",
}


def with_helpers(tables: Tables) -> dict[str, ReleasedTable]:
    """The tables with their helper columns, and the sheet of checks."""
    changed = {id: one_off_parts(tables[id], tables["amounts"]) for id in ("pay_months", "further_months") if id in tables}
    changed |= {"pay_tables": until(tables["pay_tables"]), "step_rules": steps_in_months(tables["step_rules"])}
    changed["plan_months"] = _recognised(tables)
    if "pay_groups" in tables:
        changed["plan_months"] = _held(changed["plan_months"], tables["further_months"])
        changed["pay_groups"] = _held_of_year(tables["pay_groups"], changed["plan_months"])
    return {**tables, **changed, "checks": _checks(tables["workload"])}


def personnel_items(table: ReleasedTable) -> tuple[str, ...]:
    """The items of `costs` or `plan_months` that are posts."""
    named = {column.name for column in table.columns} | {str(row[0]) for row in table.rows}
    return tuple(item for item in PERSONNEL_ITEM_OF.values() if item in named)


def item_of(label: str) -> str:
    """The item that posts of a form fall under. label: of the form, in German, as `pay_months` names it."""
    return PERSONNEL_ITEM_OF[next(form for form in Form if FORM_LABELS[form] == label)]


def label_of(item: str) -> str:
    """The form of employment of an item's posts, in German, as `pay_months` names it."""
    return FORM_LABELS[next(form for form in Form if PERSONNEL_ITEM_OF[form] == item)]


def _recognised(tables: Tables) -> ReleasedTable:
    """What the Land recognises of each month, and what of it is paid in money."""
    table, rules, grant = tables["plan_months"], tables["grant_rules"], tables["grant"]
    items = [column.name for column in table.columns[1:-1]]
    added: list[list[Cell]] = []
    for row in table.rows:
        year = f"y{str(row[0])[:4]}"
        amounts = {item: cents(cell) * cents(rules.cell(f"eligible_{item}", year)) for item, cell in zip(items, row[1:], strict=False)}
        cash = sum(amounts.values()) - amounts["rooms"] * cents(grant.cell("rooms_in_kind", year))
        in_kind = sum(amounts.values()) - cash
        added.append([cash + in_kind * cents(rules.cell("in_kind_counts", year)), cash])
    columns = (Column("eligible", "davon anerkannt", Unit.CENTS), Column("eligible_cash", "davon anerkannt und bar", Unit.CENTS))
    return beside(table, columns, added)


def _held(table: ReleasedTable, further: ReleasedTable) -> ReleasedTable:
    """What posts cost that somebody holds: personnel without further posts."""
    new = item_of(str(further.rows[0][[column.name for column in further.columns].index("form")]))
    costs = {str(row[0]).split("/")[1]: cents(further.cell(str(row[0]), "total")) for row in further.rows}
    items = personnel_items(table)
    labels = {column.name: column.label for column in table.columns}
    columns = [Column(f"held_{item}", f"{labels[item]}: besetzte Stellen (vom Programm)", Unit.CENTS) for item in items]
    added: list[list[Cell]] = [
        [cents(table.cell(month, item)) - (costs[month] if item == new else 0) for item in items]
        for month in (str(row[0]) for row in table.rows)
    ]
    return beside(table, columns, added)


def _held_of_year(table: ReleasedTable, months: ReleasedTable) -> ReleasedTable:
    """The same of the year, in the row of each sum."""
    added: list[list[Cell]] = []
    for row in table.rows:
        name, year = str(row[0]).split("/")
        kind, _, item = name.partition("@")
        whole = (
            sum(cents(months.cell(str(month[0]), f"held_{item or 'personnel'}")) for month in months.rows if str(month[0])[:4] == year)
            if kind == "total"
            else None
        )
        added.append([whole])
    return beside(table, [Column("held", "davon besetzte Stellen", Unit.CENTS)], added)


def _checks(workload: ReleasedTable) -> ReleasedTable:
    years = workload.columns[2:]
    rows: tuple[tuple[Cell, ...], ...] = tuple((key, label, *(0 for _ in years)) for key, label in CHECKS.items())
    notes = ("Überall muss 0 stehen. Sonst widersprechen sich Eingaben; bitte zurücknehmen.",)
    return replace(workload, id="checks", title="Proben der Rechnung", rows=rows, notes=notes, assumptions=(), unproven=())
