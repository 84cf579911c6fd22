"""Planned amounts of a budget year by budget line, and what kind of cost each line is for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from wiwak_eval.budget.books.ledger_year import INCOME, LedgerYear
from wiwak_eval.money import Cents, round_half_up
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

Place = tuple[str, str]
"""Direction (`income`, `expenditure`) and budget code."""
EXPENDITURE = "expenditure"
SEVERAL = "several"
"""Kind of a line that has no bookings, or bookings of more than one cost type."""


@dataclass(frozen=True)
class Planned:
    """amounts: cents planned for the year by line; in_kind: lines on which nothing but contributions in kind is booked."""

    amounts: Mapping[Place, Cents]
    in_kind: frozenset[Place]

    def to_date(self, direction: str, elapsed: Fraction, in_kind: bool = False) -> Cents:
        """What of these lines falls on the months elapsed: each line for itself, so that lines and sum agree to the cent."""
        own = (amount for place, amount in self.amounts.items() if place[0] == direction and (place in self.in_kind) == in_kind)
        return sum(planned_to_date(amount, elapsed) for amount in own)


def planned_to_date(planned: Cents, elapsed: Fraction) -> Cents:
    """Equal twelfths: what of a year's plan falls on the months elapsed, rounded once."""
    return round_half_up(planned * elapsed / 12)


def planned_year(records: Records, year: LedgerYear) -> Planned | NotAssessable:
    """The planned amounts of the ledger's year; rows of one line add up. Refused where there is none."""
    lines = records.table("budget_lines")
    if isinstance(lines, NotAssessable):
        return lines
    own = lines[lines["year"] == year.year]
    if own.empty:
        return NotAssessable(f"nicht auswertbar: Die Haushaltsansätze enthalten keine Zeile für {year.year}.")
    amounts: dict[Place, Cents] = {}
    for direction, code, amount in zip(own["direction"], own["budget_code"], own["planned"], strict=True):
        place = (str(direction), str(code))
        amounts[place] = amounts.get(place, 0) + int(amount)
    paid = {(EXPENDITURE, str(code)) for code in year.spent["budget_code"].unique()}
    given = {(EXPENDITURE, str(code)) for code in year.in_kind["budget_code"].unique()}
    return Planned(dict(sorted(amounts.items())), frozenset(given - paid))


def kind_of_lines(bookings: pd.DataFrame) -> dict[str, str]:
    """Cost type by budget code where all of a code's bookings have the same one, `SEVERAL` elsewhere."""
    kinds = bookings.groupby("budget_code")["cost_type"].unique()
    return {str(code): str(found[0]) if len(found) == 1 else SEVERAL for code, found in kinds.items()}


def eligible_kinds(plan: Iterable[str], spent: pd.DataFrame) -> frozenset[str]:
    """Cost types of a plan that count for a grant: all but those booked as not eligible alone."""
    without = {str(kind) for kind, part in spent.groupby("cost_type") if not part["eligible"].any()}
    return frozenset(plan) - without


def planned_by_kind(planned: Planned, bookings: pd.DataFrame, in_kind: bool) -> dict[str, Cents]:
    """Planned expenditure by cost type; `SEVERAL` for lines that name none. bookings: the expenditure that tells what a line is for."""
    kinds, found = kind_of_lines(bookings), dict[str, Cents]()
    for (direction, code), amount in planned.amounts.items():
        if direction != INCOME and ((direction, code) in planned.in_kind) == in_kind:
            kind = kinds.get(code, SEVERAL)
            found[kind] = found.get(kind, 0) + amount
    return found
