"""How a part of the books will stand at the end of the year: what is booked, and what the remaining months will add."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from wiwak_eval.budget.books.ledger_year import LedgerYear, cents
from wiwak_eval.budget.controlling.bonus import BonusOutlook
from wiwak_eval.money import Cents, round_half_up

MONTHLY = ("personnel", "carrier")
"""Cost types that are paid by the month: what they will be is told by the last months, not by the whole year."""
RECENT = 3


@dataclass(frozen=True)
class Outlook:
    """Cents: booked so far, what the remaining months add, annual bonus still to come."""

    actual: Cents = 0
    remaining: Cents = 0
    bonus: Cents = 0

    @property
    def expected(self) -> Cents:
        """At the end of the year."""
        return self.actual + self.remaining + self.bonus

    def __add__(self, other: "Outlook") -> "Outlook":
        return Outlook(self.actual + other.actual, self.remaining + other.remaining, self.bonus + other.bonus)


Outlooks = Mapping[tuple[str, str], Outlook]
"""Outlook by budget code and cost type."""


def together(outlooks: Iterable[Outlook]) -> Outlook:
    """The sum of several."""
    return sum(outlooks, Outlook())


def outlook(part: pd.DataFrame, kind: str, year: LedgerYear, bonus: BonusOutlook) -> Outlook:
    """Outlook of the expenditure of one cost type on one line, each addition rounded once. Without a whole month nothing is added.

    Pay: mean of the last three whole months, the bonus month left out, for each month that is not over; what a begun month already holds
    counts towards it. Anything else: the mean of all whole months, for the rest of the year by days.
    """
    actual = cents(part)
    if year.over or not year.whole_months:
        return Outlook(actual)
    if kind not in MONTHLY:
        rate = Fraction(_of(part, year.whole_months), len(year.whole_months))
        return Outlook(actual, round_half_up(rate * (12 - year.elapsed)))
    plain = [month for month in year.whole_months if month != bonus.month] or list(year.whole_months)
    mean = Fraction(_of(part, plain[-RECENT:]), len(plain[-RECENT:]))
    begun = cents(part[part["month"] > year.months_over])
    due = bonus.month > year.months_over and not bool(part["in_kind"].any())
    reward = round_half_up(mean * bonus.shares.get(kind, Fraction(0))) if due else 0
    return Outlook(actual, round_half_up(mean * (12 - year.months_over)) - begun, reward)


def outlooks(expenditure: pd.DataFrame, year: LedgerYear, bonus: BonusOutlook) -> dict[tuple[str, str], Outlook]:
    """Outlook of each budget code and cost type: the parts that every table sums, so that all tables end at the same amount."""
    return {
        (str(code), str(kind)): outlook(part, str(kind), year, bonus)
        for (code, kind), part in expenditure.groupby(["budget_code", "cost_type"])
    }


def _of(part: pd.DataFrame, months: Iterable[int]) -> Cents:
    return cents(part[part["month"].isin(list(months))])
