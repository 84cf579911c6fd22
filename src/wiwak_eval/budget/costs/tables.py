"""Costs of the years by item, and by month."""

from collections.abc import Sequence

from wiwak_eval.budget.columns import NOTEBOOK, Plans, year_columns
from wiwak_eval.budget.costs.model import LABELS, PERSONNEL_ITEMS
from wiwak_eval.budget.costs.prices import Prices
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

PLAN_RUN = "Plan zu mittleren Werten, auf den Cent gerechnet."
ROOM = "Der Raum steht als Sachleistung mit seinem Mietwert; eine Arbeitsplatzpauschale kommt nicht hinzu."
FLAT_RATE = "Der Arbeitsplatz steht mit einer Pauschale, die Raum, Technik und Telefon enthält; Raum kommt nicht hinzu."
FLAT_RATE_IN_KIND = (
    "Sachmittel und Raum ergeben zusammen eine Pauschale, die Raum, Technik und Telefon enthält; der Mietwert des Raums ist davon "
    "abgezogen und bleibt Sachleistung."
)
EVENLY = (
    "Was nicht in einem bestimmten Monat anfällt, ist gleichmäßig auf die Monate gelegt, in denen Stellen besetzt sind oder geöffnet ist."
)


def costs(plans: Plans, read: Sequence[str]) -> Table:
    """Cost items by year; forms of employment that no post has are left out."""
    rows: list[list[Cell]] = [
        [item, label, *(plan.costs.items[item] for plan in plans)] for item, label in LABELS.items() if item in shown_items(plans)
    ]
    rows.append(["total", "Gesamtkosten", *(plan.costs.total for plan in plans)])
    notes = (PLAN_RUN, *_about_rooms([plan.rules.price for plan in plans]))
    return build_table("costs", "Kosten je Haushaltsjahr", year_columns(plans, Unit.CENTS), rows, NOTEBOOK, notes, read)


def shown_items(plans: Plans) -> tuple[str, ...]:
    """Items of the papers, in their order: all, but a carrier's and a contractor's posts only where there are any."""
    rare = PERSONNEL_ITEMS[1:]
    return tuple(item for item in LABELS if item not in rare or any(plan.costs.items[item] for plan in plans))


def _about_rooms(prices: Sequence[Prices]) -> tuple[str, ...]:
    told = (FLAT_RATE_IN_KIND if price.rooms_in_kind else FLAT_RATE for price in prices if price.flat)
    return tuple(dict.fromkeys(told)) or ((ROOM,) if all(price.rooms_in_kind for price in prices) else ())


def plan_months(plans: Plans, read: Sequence[str]) -> Table:
    """One row a month: what falls due in it, by item."""
    items = shown_items(plans)
    rows: list[list[Cell]] = []
    for plan in plans:
        for month in range(12):
            amounts = [plan.costs.months[item][month] for item in items]
            rows.append([f"{plan.year}-{month + 1:02d}", *amounts, sum(amounts)])
    columns = (
        Column("month", "Monat", Unit.MONTH),
        *(Column(item, LABELS[item], Unit.CENTS) for item in items),
        Column("total", "zusammen", Unit.CENTS),
    )
    return build_table("plan_months", "Kosten je Monat", columns, rows, NOTEBOOK, (PLAN_RUN, EVENLY), read)
