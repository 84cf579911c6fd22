"""What each funder has granted and paid, what was spent of it, and what can still be called."""

from collections.abc import Iterable, Mapping

import pandas as pd

from wiwak_eval import german
from wiwak_eval.budget.books.ledger_year import LedgerYear, cents
from wiwak_eval.budget.books.words import funder_labels
from wiwak_eval.budget.books.year_notices import OUTSIDE
from wiwak_eval.budget.controlling.words import NOTEBOOK, until
from wiwak_eval.budget.grants.notice import Notice
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

TOTAL = "Summe"
NOTES = (
    "Bewilligt: Höchstbetrag des Bescheids, bei mehreren Jahren der Teil des Haushaltsjahres nach Monaten. Leer heißt: Der Bescheid nennt "
    "keinen Betrag, oder es liegt keiner vor.",
    "Ausgegeben: zuwendungsfähige Auszahlungen, die auf den Geldgeber gebucht sind. Eingang − Ausgaben: mit Plus ein Vorschuss, mit Minus "
    "vom Landkreis vorfinanziert.",
    "Abrufbar ist höchstens, was bewilligt und noch nicht eingegangen ist; mehr als die zuwendungsfähigen Ausgaben zahlt niemand.",
)


def drawdown(year: LedgerYear, notices: Mapping[str, Notice], read: Iterable[str]) -> Table:
    """Table `drawdown`: funders other than the county that granted, paid, or are named in bookings, with their sum."""
    named = {*year.income["funder"], *year.spent["funder"], *notices}
    rows = [_row(funder, year, notices.get(funder)) for funder in OUTSIDE if funder in named]
    rows.append(_total(rows))
    columns = (
        Column("funder", "Geldgeber", Unit.TEXT),
        Column("granted", "bewilligt", Unit.CENTS),
        Column("received", "eingegangen", Unit.CENTS),
        Column("spent", "ausgegeben", Unit.CENTS),
        Column("to_call", "noch abrufbar", Unit.CENTS),
        Column("balance", "Eingang − Ausgaben", Unit.CENTS),
        Column("last_day", "Ausgaben bis", Unit.TEXT),
    )
    return build_table("drawdown", f"Mittelabruf {year.year}, {until(year)}", columns, rows, NOTEBOOK, NOTES, read)


def of_funder(bookings: pd.DataFrame, funder: str) -> pd.DataFrame:
    """The bookings on one funder."""
    return bookings[bookings["funder"] == funder]


def _row(funder: str, year: LedgerYear, notice: Notice | None) -> list[Cell]:
    spent = of_funder(year.spent, funder)
    eligible, received = cents(spent[spent["eligible"]]), cents(of_funder(year.income, funder))
    granted = None if notice is None else notice.ceiling_in(year.year)
    to_call = None if granted is None else max(0, granted - received)
    last = None if notice is None else german.day(notice.last)
    return [funder_labels()[funder], granted, received, eligible, to_call, received - eligible, last]


def _total(rows: list[list[Cell]]) -> list[Cell]:
    """Amounts that a row does not have leave the sum empty: a sum of some would look like that of all."""
    columns = list(zip(*rows, strict=True))[1:6] if rows else [()] * 5
    sums = [sum(cell for cell in column if isinstance(cell, int)) if None not in column else None for column in columns]
    return [TOTAL, *sums, None]
