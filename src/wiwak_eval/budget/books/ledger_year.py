"""The bookings of the last budget year that a delivery covers, and how much of the year they cover."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pandas as pd

from wiwak_eval.money import Cents
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

CODES = ("direction", "cost_type", "funder", "budget_code", "document_no")
INCOME = "income"


@dataclass(frozen=True)
class LedgerYear:
    """bookings: those of `year`, blanks as "", with `month` 1-12; first, last: days of the year that the delivery covers."""

    bookings: pd.DataFrame
    first: date
    last: date

    @property
    def year(self) -> int:
        """The budget year."""
        return self.last.year

    @property
    def whole_months(self) -> tuple[int, ...]:
        """Months of the year that the delivery covers whole, oldest first."""
        begin = self.first.month + (self.first.day > 1)
        return tuple(range(begin, self.last.month + self._last_is_whole))

    @property
    def months_over(self) -> int:
        """Months of the year that are over on the last day, 0-12."""
        return self.last.month - 1 + self._last_is_whole

    @property
    def elapsed(self) -> Fraction:
        """Months of the year up to the last day, a begun one by its days."""
        return self.last.month - 1 + Fraction(self.last.day, self._days)

    @property
    def over(self) -> bool:
        """Whether the budget year is over on the last day."""
        return self.months_over == 12

    @property
    def _days(self) -> int:
        return monthrange(self.last.year, self.last.month)[1]

    @property
    def _last_is_whole(self) -> bool:
        return self.last.day == self._days

    @property
    def spent(self) -> pd.DataFrame:
        """Expenditure in cash; reversals count against it."""
        return self.bookings[(self.bookings["direction"] != INCOME) & ~self.bookings["in_kind"]]

    @property
    def in_kind(self) -> pd.DataFrame:
        """Expenditure that is a contribution in kind: no money."""
        return self.bookings[(self.bookings["direction"] != INCOME) & self.bookings["in_kind"]]

    @property
    def income(self) -> pd.DataFrame:
        """What came in."""
        return self.bookings[self.bookings["direction"] == INCOME]


def ledger_year(records: Records) -> LedgerYear | NotAssessable:
    """The last budget year of a delivery; refused without bookings in it."""
    bookings, origin = records.table("bookings"), records.provenance
    if isinstance(bookings, NotAssessable):
        return bookings
    first = max(origin.period_from, date(origin.period_to.year, 1, 1))
    own = bookings[bookings["date"].dt.year == origin.period_to.year]
    if own.empty:
        return NotAssessable(f"nicht auswertbar: Im Haushaltsjahr {origin.period_to.year} ist nichts gebucht.")
    plain = {name: own[name].astype("string").fillna("").astype(str) for name in CODES}
    return LedgerYear(own.assign(**plain, month=own["date"].dt.month), first, origin.period_to)


def cents(bookings: pd.DataFrame) -> Cents:
    """The sum of these bookings."""
    return int(bookings["amount"].sum())
