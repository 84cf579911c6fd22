"""Cost items of one year."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.pay import PayMonth, PayRules, post_year
from wiwak_eval.budget.posts import Post
from wiwak_eval.budget.workload import Effort
from wiwak_eval.money import Cents, round_half_up

LABELS = {
    "personnel": "Personal",
    "interpreting": "Dolmetschen",
    "materials": "Sachmittel am Arbeitsplatz",
    "training": "Fortbildung",
    "travel": "Fahrten",
    "events": "Veranstaltungen",
    "rooms": "Räume",
}
PER_POST = {"materials": "materials_per_post_year", "training": "training_per_post_year", "travel": "travel_per_post_year"}


@dataclass(frozen=True)
class Prices:
    """Prices of one year, in euros. per_post: by item, a year; interpreter_hour; events: a year; room_m2: m2 a post; room_rent: per
    m2 and month; index: price level of the year relative to the pilot year."""

    year: int
    per_post: dict[str, Decimal]
    interpreter_hour: Decimal
    events: Decimal
    room_m2: Decimal
    room_rent: Decimal
    index: Decimal


@dataclass(frozen=True)
class YearCosts:
    """personnel: months by post key; items: cents by key of LABELS."""

    year: int
    personnel: dict[str, tuple[PayMonth, ...]]
    items: dict[str, Cents]

    @property
    def total(self) -> Cents:
        """All items, in kind included."""
        return sum(self.items.values())


def prices(assumptions: Assumptions, year: int) -> Prices:
    """The prices of a year; raises Gap where one is not known."""
    day = date(year, 1, 1)
    return Prices(
        year,
        {item: assumptions.decimal(name, day) for item, name in PER_POST.items()},
        assumptions.decimal("interpreter_rate_hour", day),
        assumptions.decimal("events_per_year", day),
        assumptions.decimal("room_m2_per_post", day),
        assumptions.decimal("room_rent_m2_month", day),
        assumptions.decimal("price_index", day),
    )


def year_costs(
    contacts: int, posts: tuple[Post, ...], effort: Effort, assumptions: Assumptions, rules: PayRules, price: Prices
) -> YearCosts:
    """All items of a year; each item is rounded to the cent once, personnel in each of its parts."""
    personnel = {post.key: post_year(assumptions, rules, post.group, post.step, post.share) for post in posts}
    total_posts = sum((post.share for post in posts), Decimal(0))
    items = {"personnel": sum(month.total for months in personnel.values() for month in months)}
    items["interpreting"] = interpreting(contacts, effort, price)
    for item, amount in price.per_post.items():
        items[item] = _euros(total_posts * amount * price.index)
    items["events"] = _euros(price.events * price.index)
    items["rooms"] = _euros(total_posts * price.room_m2 * price.room_rent * 12 * price.index)
    return YearCosts(rules.year, personnel, items)


def interpreting(contacts: int, effort: Effort, price: Prices) -> Cents:
    """Contacts with a paid interpreter x minutes of a contact x hourly rate."""
    return _euros(contacts * effort.interpreter_share * effort.minutes / 60 * price.interpreter_hour * price.index)


def _euros(amount: Decimal) -> Cents:
    return round_half_up(amount * 100)
