"""Cumulated expenditure by month against the plan."""

from fractions import Fraction

from wiwak_eval.budget.books.ledger_year import LedgerYear, cents
from wiwak_eval.budget.books.planned import EXPENDITURE, Planned
from wiwak_eval.budget.controlling.words import NOTEBOOK, missing, until
from wiwak_eval.results import Cell, Column, Table, Unit, build_table


def controlling_months(year: LedgerYear, planned: Planned) -> Table:
    """Table `controlling_months`: twelve months; what lies outside the delivered period is empty."""
    spent = year.spent
    rows: list[list[Cell]] = []
    for month in range(1, 13):
        plan = planned.to_date(EXPENDITURE, Fraction(month))
        covered = year.first.month <= month <= year.last.month
        booked = cents(spent[spent["month"] == month]) if covered else None
        actual = cents(spent[spent["month"] <= month]) if covered else None
        rows.append([f"{year.year}-{month:02d}", booked, plan, actual, None if actual is None else actual - plan])
    columns = (
        Column("month", "Monat", Unit.MONTH),
        Column("booked", "im Monat gebucht", Unit.CENTS),
        Column("planned", "Ansatz, aufsummiert", Unit.CENTS),
        Column("actual", "gebucht, aufsummiert", Unit.CENTS),
        Column("difference", "Abweichung", Unit.CENTS),
    )
    counted = "Nur Auszahlungen; Ansatz in gleichen Zwölfteln. Ein Betrag zählt in dem Monat, in dem er gebucht wurde."
    notes = (counted, *missing(year))
    title = f"Haushaltsüberwachung {year.year}: Auszahlungen Monat für Monat, {until(year)}"
    return build_table("controlling_months", title, columns, rows, NOTEBOOK, notes)
