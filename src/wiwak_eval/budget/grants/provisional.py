"""Provisional budget management: what may be spent before the year's budget bylaw is published (sections 57, 61 ThürKO)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.costs.model import PERSONNEL_ITEMS, YearCosts
from wiwak_eval.budget.grants.decided import decided_month
from wiwak_eval.budget.pay.post_pay import PayMonth
from wiwak_eval.budget.posts.line import NEW
from wiwak_eval.money import Cents, round_half_up

ROOMS = "rooms"
FIRST_HALF = range(1, 7)


@dataclass(frozen=True)
class ProvisionalMonth:
    """Cents in cash of one month; all but `month` add up to the month's cash.

    posts: held posts; rent: of their rooms; continued: other items up to what the year before spent; new_posts, raised: blocked until the
    bylaw is published, the posts and what items exceed the year before; free: those amounts once it is.
    """

    month: int
    posts: Cents
    rent: Cents
    continued: Cents
    new_posts: Cents
    raised: Cents
    free: Cents


def published_month(assumptions: Assumptions, year: int) -> int:
    """Month of `year` in which its bylaw is published: 0 before the year, 13 after it. Raises Gap."""
    return decided_month(assumptions.text("budget_published_month", date(year, 1, 1)), year)


def provisional_months(costs: YearCosts, before: Mapping[str, Cents], published: int) -> tuple[ProvisionalMonth, ...]:
    """The first half of a year. before: cents a month by item in the year before; an item that is not named is new, so all of it waits.
    published: month from which the budget holds."""
    return tuple(_month(costs, before, month, month < published) for month in FIRST_HALF)


def _month(costs: YearCosts, before: Mapping[str, Cents], month: int, waiting: bool) -> ProvisionalMonth:
    cash = {item: amounts[month - 1] for item, amounts in costs.months.items() if item not in costs.in_kind}
    posts = {key: paid[month - 1] for key, paid in costs.personnel.items()}
    new_posts = posts[NEW].total if NEW in posts else 0
    rooms = cash.get(ROOMS, 0)
    new_rooms = round_half_up(rooms * _new_share(posts))
    others = {item: amount for item, amount in cash.items() if item not in {*PERSONNEL_ITEMS, ROOMS}}
    continued = sum(min(amount, before.get(item, 0)) for item, amount in others.items())
    raised = sum(others.values()) - continued + new_rooms
    held = sum(cash.get(item, 0) for item in PERSONNEL_ITEMS) - new_posts
    blocked = (new_posts, raised, 0) if waiting else (0, 0, new_posts + raised)
    return ProvisionalMonth(month, held, rooms - new_rooms, continued, *blocked)


def _new_share(posts: Mapping[str, PayMonth]) -> Fraction:
    """Further posts of all posts that are filled in a month; 0 where none is: rent is due all the same."""
    filled = Fraction(sum((pay.share for pay in posts.values()), Decimal(0)))
    return Fraction(posts[NEW].share) / filled if filled and NEW in posts else Fraction(0)


def month_before(costs: YearCosts) -> dict[str, Cents]:
    """Mean cents a month by item, of the plan of the year before."""
    return {item: round_half_up(Fraction(amount, 12)) for item, amount in costs.items.items()}
