"""How much of each line is filled in each month of a year."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.budget.posts.line import NEW, PostLine

MonthShares = tuple[Decimal, ...]
"""Twelve shares of a full post, January first."""


@dataclass(frozen=True)
class Staffing:
    """Lines of one year and what of them is filled.

    planned: share of a full post by key, as the posts plan states it; shares: the same month by month: further posts begin in
    `further_from` (1-13), and after the last month of the centre only posts whose contract runs on are paid.
    """

    year: int
    lines: tuple[PostLine, ...]
    planned: Mapping[str, Decimal]
    shares: Mapping[str, MonthShares]
    further_from: int
    last: int

    @property
    def total(self) -> Decimal:
        """Planned posts."""
        return sum(self.planned.values(), Decimal(0))

    @property
    def post_months(self) -> MonthShares:
        """Filled posts by month."""
        return tuple(sum(month, Decimal(0)) for month in zip(*self.shares.values(), strict=True))

    @property
    def post_years(self) -> Fraction:
        """Mean number of filled posts of the year."""
        return Fraction(sum(self.post_months, Decimal(0))) / 12


@dataclass(frozen=True)
class StaffingRules:
    """further_from: first month of further posts (1-13); last: last month of the centre (0-12)."""

    further_from: int
    last: int


def staffing_rules(assumptions: Assumptions, year: int) -> StaffingRules:
    """The rules of a year. Raises Gap."""
    day = date(year, 1, 1)
    first, until = _month(assumptions, "further_posts_from", day), _month(assumptions, "centre_until", day)
    return StaffingRules(month_within(first, year, before=1, after=13), month_within(until, year, before=0, after=12))


def _month(assumptions: Assumptions, id: str, day: date) -> str:
    text = assumptions.text(id, day)
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        raise Gap(f"Die Annahme „{id}“ nennt „{text}“; das ist kein Monat. Bitte als JJJJ-MM angeben, zum Beispiel 2018-04.")
    return text


def month_within(month: str, year: int, before: int, after: int) -> int:
    """The number of a month key (`2018-04`) within a year; `before` and `after` where it lies in an earlier or later year."""
    found = int(month[:4])
    return before if found < year else after if found > year else int(month[5:7])


def staffing(lines: Sequence[PostLine], total: Decimal, year: int, rules: StaffingRules) -> Staffing:
    """Fill `total` posts from the existing lines in their order; what is missing becomes further posts. Less than none is none."""
    planned, left = {}, max(total, Decimal(0)) if rules.last else Decimal(0)
    for line in lines:
        planned[line.key] = left if line.key == NEW else min(line.share, left)
        left -= planned[line.key]
    shares = {line.key: _months(line, planned[line.key], year, rules) for line in lines}
    return Staffing(year, tuple(lines), planned, shares, rules.further_from, rules.last)


def _months(line: PostLine, share: Decimal, year: int, rules: StaffingRules) -> MonthShares:
    first = rules.further_from if line.key == NEW else 1
    bound = _bound_until(line, year)
    months = ((share if month <= rules.last else line.share if month <= bound else Decimal(0)) for month in range(first, 13))
    return (*(Decimal(0) for _ in range(first - 1)), *months)


def _bound_until(line: PostLine, year: int) -> int:
    """Last month (0-12) in which a running contract must be paid whether or not the centre goes on; without an end the county keeps the
    employee elsewhere."""
    end = line.fixed_term_until
    return 0 if end is None or end.year < year else 12 if end.year > year else end.month
