"""Actual costs by month, by cost type and by funder. Each table adds up to the ledger's expenditure to the cent.

Pay is personal data of staff where few posts are. A month of the cost type „Personal“, or of a funder that carries a single post, is that
post's salary: what crosses month, cost type or funder is marked `staff`. Public are the sums along one of them; the year's sums by cost
type and by funder stand in the ledger's tables too.
"""

from collections.abc import Callable, Iterable, Sequence

import pandas as pd

from wiwak_eval.evaluation.counts import months_between
from wiwak_eval.evaluation.groups import german_codes
from wiwak_eval.evaluation.unit_cost.spending import cents, spending
from wiwak_eval.records import Records
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

NOTEBOOK = "02_pilotjahr"
TOTAL = "Summe"
CASH, IN_KIND, BOTH = (
    Column("cash", "Auszahlungen", Unit.CENTS),
    Column("in_kind", "Sachleistungen", Unit.CENTS),
    Column("total", "zusammen", Unit.CENTS),
)
WITHOUT = {"cost_type": "ohne Kostenart", "funder": "ohne Angabe"}
BOOKED_WHEN = "Ein Betrag zählt in dem Monat, in dem er gebucht wurde; Stornos stehen mit Minus in ihrem Monat."
KIND_NOTE = "Sachleistungen (zum Beispiel Räume) sind kein Geld: Sie stehen neben den Auszahlungen und decken keinen Fehlbetrag."
FUNDED_NOTE = "Finanzierung laut Buchung. Was ein Geldgeber überwiesen hat, steht bei den Einnahmen; beides wird nicht verrechnet."
STAFF_NOTE = "Nur intern: Wo ein Monat oder ein Geldgeber eine einzige Stelle trägt, zeigt der Betrag deren Entgelt."
NO_ELIGIBLE = "Bei keiner Buchung ist vermerkt, ob sie zuwendungsfähig ist."


def costs_months(spent: pd.DataFrame, records: Records, gaps: Sequence[str] = ()) -> Table:
    """Table `costs_months`: expenditure by month of booking, cash and in kind (cents); months without a booking hold 0.

    gaps: what the bookings may lack, in German.
    """
    parts = [(month, spent[spent["month"] == month]) for month in _months(records)]
    rows = _with_total(parts, spent, _cash_and_kind)
    title = "Was wurde in welchem Monat ausgegeben?"
    columns = (Column("month", "Monat", Unit.MONTH), CASH, IN_KIND, BOTH)
    return build_table("costs_months", title, columns, rows, NOTEBOOK, (*gaps, BOOKED_WHEN, KIND_NOTE))


def costs_funders(spent: pd.DataFrame) -> Table:
    """Table `costs_funders`: expenditure by funder (cents), and how much of it is eligible for a grant, for the proof of use."""
    marked = bool(spent["eligible"].any())

    def row(part: pd.DataFrame) -> tuple[Cell, ...]:
        eligible = cents(part[part["eligible"]])
        return (*_cash_and_kind(part), *((eligible, cents(part) - eligible) if marked else (None, None)))

    columns = (
        Column("funder", "Finanzierung", Unit.TEXT),
        CASH,
        IN_KIND,
        BOTH,
        Column("eligible", "zuwendungsfähig", Unit.CENTS),
        Column("not_eligible", "nicht zuwendungsfähig", Unit.CENTS),
    )
    notes = (FUNDED_NOTE, KIND_NOTE) if marked else (FUNDED_NOTE, KIND_NOTE, NO_ELIGIBLE)
    rows = _with_total(_by_code(spent, "funder"), spent, row)
    return build_table("costs_funders", "Aus welchen Mitteln wurde bezahlt?", columns, rows, NOTEBOOK, notes)


def costs_months_types(spent: pd.DataFrame, records: Records) -> Table:
    """Table `costs_months_types` (staff): expenditure by month and cost type, in kind included (cents)."""
    months = [(month, spent[spent["month"] == month]) for month in _months(records)]
    return _crossed(
        "costs_months_types", "Ausgaben nach Monat und Kostenart", Column("month", "Monat", Unit.MONTH), months, "cost_type", spent
    )


def costs_types_funders(spent: pd.DataFrame) -> Table:
    """Table `costs_types_funders` (staff): expenditure by cost type and funder, in kind included (cents)."""
    types = list(_by_code(spent, "cost_type"))
    title = "Ausgaben nach Kostenart und Finanzierung"
    return _crossed("costs_types_funders", title, Column("cost_type", "Kostenart", Unit.TEXT), types, "funder", spent)


def _crossed(id: str, title: str, first: Column, parts: Sequence[tuple[str, pd.DataFrame]], across: str, spent: pd.DataFrame) -> Table:
    labels = german_codes("bookings", across) | {"": WITHOUT[across]}
    codes = [code for code in labels if (spent[across].fillna("") == code).any()]

    def row(part: pd.DataFrame) -> tuple[Cell, ...]:
        kinds = part[across].fillna("")
        return (*(cents(part[kinds == code]) for code in codes), cents(part))

    columns = (first, *(Column(code or "none", labels[code], Unit.CENTS) for code in codes), BOTH)
    notes = (BOOKED_WHEN, "Sachleistungen sind enthalten.", STAFF_NOTE)
    return build_table(id, title, columns, _with_total(parts, spent, row), NOTEBOOK, notes, staff=True)


def _cash_and_kind(part: pd.DataFrame) -> tuple[Cell, ...]:
    found = spending(part)
    return found.cash, found.in_kind, found.total


def _with_total(
    parts: Iterable[tuple[str, pd.DataFrame]], spent: pd.DataFrame, row: Callable[[pd.DataFrame], tuple[Cell, ...]]
) -> list[tuple[Cell, ...]]:
    return [*((name, *row(part)) for name, part in parts), (TOTAL, *row(spent))]


def _by_code(spent: pd.DataFrame, column: str) -> list[tuple[str, pd.DataFrame]]:
    """Label and bookings of each code that occurs, in the order of the contract; those without one last."""
    codes = spent[column].fillna("")
    labels = german_codes("bookings", column) | {"": WITHOUT[column]}
    return [(label, spent[codes == code]) for code, label in labels.items() if (codes == code).any()]


def _months(records: Records) -> tuple[str, ...]:
    return months_between(records.provenance.period_from, records.provenance.period_to)
