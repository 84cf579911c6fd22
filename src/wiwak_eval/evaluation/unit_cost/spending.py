"""What was spent in the delivered period, as the county booked it: exact cents, cash and in kind apart, reversals as negative amounts."""

from dataclasses import dataclass

import pandas as pd

from wiwak_eval.money import Cents
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

STAFF_TYPES = ("personnel", "carrier")
"""Cost types that pay for working time; a grant to a carrier does where a post of the carrier is among the posts."""


@dataclass(frozen=True)
class Spending:
    """Sums of the period. cash: paid; in_kind: value of what was given without payment; never added but in `total`."""

    cash: Cents
    in_kind: Cents

    @property
    def total(self) -> Cents:
        """Cash and in kind together."""
        return self.cash + self.in_kind


def expenditure(records: Records) -> pd.DataFrame | NotAssessable:
    """The bookings that are expenditure, with their month; income is no expenditure with a minus and stays out."""
    bookings = records.table("bookings")
    if isinstance(bookings, NotAssessable):
        return bookings
    spent = bookings[bookings["direction"] != "income"]
    if spent.empty:
        return NotAssessable("nicht auswertbar: Die Buchungen enthalten keine Ausgaben.")
    return spent.assign(month=spent["date"].dt.strftime("%Y-%m"))


def spending(bookings: pd.DataFrame) -> Spending:
    """The sums of these bookings."""
    in_kind = cents(bookings[bookings["in_kind"]])
    return Spending(cents(bookings) - in_kind, in_kind)


def cents(bookings: pd.DataFrame) -> Cents:
    """The sum of the amounts."""
    return int(bookings["amount"].sum())
