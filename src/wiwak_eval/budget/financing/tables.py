"""Who pays, as tables: by year, by item, by month."""

from collections.abc import Sequence

from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.budget.financing.split import FUNDERS, Financing
from wiwak_eval.budget.financing.year import NOTEBOOK, FinancedYear, year_columns
from wiwak_eval.budget.grants.ceiling import ceiling_notes
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

PLAN_RUN = "Plan zu mittleren Werten, auf den Cent gerechnet."
LAID = (
    "Die Zuwendung des Landes liegt auf den förderfähigen Posten und Monaten, feste Beträge anderer auf allem, was dann bleibt, jeweils im "
    "gleichen Verhältnis; kein Posten wird in einem Monat über seine Kosten hinaus bezahlt."
)
SHORT = {
    "land": "Land",
    "federal": "Bund",
    "esf": "ESF",
    "county_cash": "Kreis, bar",
    "county_in_kind": "Kreis, Sachleistung",
    "third": "Dritte",
    "open": "noch offen",
}
FUNDER_COLUMNS = (*(Column(key, SHORT[key], Unit.CENTS) for key in FUNDERS), Column("total", "gesamt", Unit.CENTS))


def financing(plans: Sequence[FinancedYear], read: Sequence[str]) -> Table:
    """Who pays, by year."""
    rows: list[list[Cell]] = [[key, label, *(plan.financing.parts[key] for plan in plans)] for key, label in FUNDERS.items()]
    rows.append(["total", "Gesamtfinanzierung", *(plan.financing.total for plan in plans)])
    columns, notes = year_columns(plans, Unit.CENTS), (PLAN_RUN, *_open_notes(plans))
    return build_table("financing", "Finanzierung je Haushaltsjahr", columns, rows, NOTEBOOK, notes, read)


def financing_items(plans: Sequence[FinancedYear], read: Sequence[str]) -> Table:
    """Who pays which item, by year; the last row of a year is its sum."""
    rows: list[list[Cell]] = []
    for plan in plans:
        rows += [
            [f"{item}/{plan.year}", f"{label} {plan.year}", *_parts(plan.financing, items=(item,))]
            for item, label in LABELS.items()
        ]  # fmt: skip
        rows.append([f"total/{plan.year}", f"zusammen {plan.year}", *_parts(plan.financing)])
    columns = (Column("key", "Schlüssel", Unit.TEXT), Column("label", "Posten und Jahr", Unit.TEXT), *FUNDER_COLUMNS)
    notes = (PLAN_RUN, LAID, *_open_notes(plans))
    return build_table("financing_items", "Finanzierung je Kostenposten", columns, rows, NOTEBOOK, notes, read)


def financing_months(plans: Sequence[FinancedYear], read: Sequence[str]) -> Table:
    """Who pays for which month, as the costs fall due."""
    rows: list[list[Cell]] = [
        [f"{plan.year}-{month:02d}", *_parts(plan.financing, months=(month,))]
        for plan in plans
        for month in range(1, 13)
    ]  # fmt: skip
    columns = (Column("month", "Monat", Unit.MONTH), *FUNDER_COLUMNS)
    notes = (PLAN_RUN, LAID, "Monat, in dem die Kosten fällig sind; wann ein Geldgeber auszahlt, sagt der Bescheid.", *_open_notes(plans))
    return build_table("financing_months", "Finanzierung je Monat", columns, rows, NOTEBOOK, notes, read)


def _parts(financing: Financing, items: Sequence[str] = tuple(LABELS), months: Sequence[int] = range(1, 13)) -> list[int]:
    """Each funder's cents on these items and months, and their sum."""
    parts = [sum(financing.cells[item, month][funder] for item in items for month in months) for funder in FUNDERS]
    return [*parts, sum(parts)]


def _open_notes(plans: Sequence[FinancedYear]) -> tuple[str, ...]:
    undecided = ("Zum Stichtag ist keine Landesförderung für diese Jahre entschieden; der Bedarf steht deshalb als offen.",)
    told = dict.fromkeys(note for plan in plans for note in ceiling_notes(plan.terms))
    return (*(undecided if any(plan.financing.parts["open"] for plan in plans) else ()), *told)
