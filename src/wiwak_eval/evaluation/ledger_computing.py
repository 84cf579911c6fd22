"""The county's bookings by cost type and by funder, computed."""

import pandas as pd

from wiwak_eval.evaluation.groups import german_codes
from wiwak_eval.evaluation.ledger import LedgerResult
from wiwak_eval.records import Records
from wiwak_eval.results import Column, NotAssessable, Table, Unit, build_table

NOTEBOOK = "02_pilotjahr"


def compute(records: Records) -> LedgerResult:
    """See `evaluation.ledger.ledger`."""
    bookings = records.table("bookings")
    if isinstance(bookings, NotAssessable):
        return LedgerResult(bookings, bookings)
    is_income = bookings["direction"] == "income"
    return LedgerResult(_expenditure(bookings[~is_income]), _income(bookings[is_income]))


def _expenditure(bookings: pd.DataFrame) -> Table | NotAssessable:
    if bookings.empty:
        return NotAssessable("nicht auswertbar: Die Buchungen enthalten keine Ausgaben.")
    kinds = bookings["cost_type"].fillna("")
    labels = german_codes("bookings", "cost_type") | {"": "ohne Kostenart"}
    rows: list[tuple[str, int, int, int]] = []
    for code in sorted(kinds.unique(), key=lambda code: list(labels).index(code)):
        part = bookings[kinds == code]
        in_kind = int(part.loc[part["in_kind"], "amount"].sum())
        rows.append((labels[code], int(part["amount"].sum()) - in_kind, in_kind, int(part["amount"].sum())))
    cash, kind, total = (sum(int(row[i]) for row in rows) for i in (1, 2, 3))
    rows.append(("Summe", cash, kind, total))
    columns = (
        Column("cost_type", "Kostenart", Unit.TEXT),
        Column("cash", "Auszahlungen", Unit.CENTS),
        Column("in_kind", "Sachleistungen", Unit.CENTS),
        Column("total", "zusammen", Unit.CENTS),
    )
    return build_table("expenditure", "Ausgaben im Zeitraum der Lieferung", columns, rows, NOTEBOOK)


def _income(bookings: pd.DataFrame) -> Table | NotAssessable:
    if bookings.empty:
        return NotAssessable("nicht auswertbar: Die Buchungen enthalten keine Einnahmen.")
    funders = bookings["funder"].fillna("")
    labels = german_codes("bookings", "funder") | {"": "ohne Angabe"}
    rows = [(labels[code], int(bookings.loc[funders == code, "amount"].sum())) for code in sorted(funders.unique())]
    rows.append(("Summe", sum(row[1] for row in rows)))
    columns = (Column("funder", "Finanzierung", Unit.TEXT), Column("amount", "Einnahmen", Unit.CENTS))
    return build_table("income", "Einnahmen im Zeitraum der Lieferung", columns, rows, NOTEBOOK)
