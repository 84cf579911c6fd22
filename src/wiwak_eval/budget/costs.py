"""Cost items of one year."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.pay import PayMonth, PayRules, post_year
from wiwak_eval.budget.posts import Post
from wiwak_eval.budget.workload import Effort
from wiwak_eval.money import Cents, round_half_up, share_of, to_cents

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
    """Prices of one year in cents of the pilot year. per_post: by item, a year; interpreter_hour; events: a year; room_post_year: the
    rent of one post's room; index: price level of the year relative to the pilot year."""

    year: int
    per_post: dict[str, Cents]
    interpreter_hour: Cents
    events: Cents
    room_post_year: Cents
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
        {item: to_cents(assumptions.decimal(name, day)) for item, name in PER_POST.items()},
        to_cents(assumptions.decimal("interpreter_rate_hour", day)),
        to_cents(assumptions.decimal("events_per_year", day)),
        to_cents(assumptions.decimal("room_m2_per_post", day) * assumptions.decimal("room_rent_m2_month", day) * 12),
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
        items[item] = round_half_up(total_posts * amount * price.index)
    items["events"] = share_of(price.events, price.index)
    items["rooms"] = round_half_up(total_posts * price.room_post_year * price.index)
    return YearCosts(rules.year, personnel, items)


def interpreting(contacts: int, effort: Effort, price: Prices) -> Cents:
    """Contacts with a paid interpreter x minutes of a contact x hourly rate."""
    return round_half_up(contacts * cost_per_contact(effort, price))


def cost_per_contact(effort: Effort, price: Prices) -> Fraction:
    """Interpreting for the mean contact, in cents; exact, since a sixtieth cut off after 28 digits turns half a cent down."""
    return Fraction(effort.interpreter_share * effort.minutes * price.interpreter_hour * price.index) / 60
