"""What a post, a hundred contacts and a centre cost in a year, as a county without books of its own would plan it.

Pay is the mean of all steps of the pilot's pay groups, in the mix in which it plans them, so that it follows from public tables alone.
Prices are whole cents, and costs are worked out from exactly these: whoever multiplies them again gets the same cents.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.costs.model import LABELS, PERSONNEL_ITEM_OF
from wiwak_eval.budget.costs.prices import Prices
from wiwak_eval.budget.costs.year_costs import interpreting_per_contact, outreach_per_contact
from wiwak_eval.budget.pay.group_names import normal_group
from wiwak_eval.budget.pay.mean_cost import mean_year
from wiwak_eval.budget.pay.rules import PayRules
from wiwak_eval.budget.posts.line import NEW, Form, PostLine
from wiwak_eval.budget.posts.staffing import Staffing
from wiwak_eval.budget.workload.effort import Effort
from wiwak_eval.money import Cents, round_half_up

FULL_YEAR = (Decimal(1),) * 12


class Basis(StrEnum):
    """What a price is paid for; German, as printed."""

    POST = "Stelle"
    CONTACTS = "Beratungen"
    CENTRE = "Zentrum"

    @property
    def per(self) -> int:
        """How many of them the price is for: a single contact costs parts of a cent."""
        return 100 if self is Basis.CONTACTS else 1


BASIS_OF = dict.fromkeys(LABELS, Basis.POST) | {
    "interpreting": Basis.CONTACTS,
    "outreach": Basis.CONTACTS,
    "events": Basis.CENTRE,
}
"""What each item of `costs.model.LABELS` grows with."""


@dataclass(frozen=True)
class UnitPrice:
    """item: key of `costs.model.LABELS`; cents: for `basis.per` of the basis in a year; in_kind: whether it comes as such."""

    item: str
    basis: Basis
    cents: Cents
    in_kind: bool

    def cost(self, count: Decimal | int) -> Cents:
        """For a number of posts, contacts or centres, rounded once."""
        return round_half_up(Fraction(count) * self.cents / self.basis.per)


def unit_prices(view: Assumptions, pay: PayRules, price: Prices, staff: Staffing, effort: Effort) -> tuple[UnitPrice, ...]:
    """Prices of a year in the order of the papers; a form of employment that no post has is left out. Raises Gap.

    view: pay tables; staff: planned posts, whose pay groups and forms are the mix.
    """
    in_kind = {"rooms"} if price.rooms_in_kind else set()
    cents = _personnel(view, pay, staff) | {
        **{item: _of_year(amount, price) for item, amount in price.per_post.items()},
        "rooms": _of_year(price.room_post_year, price),
        "interpreting": round_half_up(Basis.CONTACTS.per * interpreting_per_contact(effort, price, price.interpreting_paid)),
        "outreach": round_half_up(Basis.CONTACTS.per * outreach_per_contact(effort, price)),
        "events": _of_year(price.events, price),
    }
    return tuple(UnitPrice(item, basis, cents[item], item in in_kind) for item, basis in BASIS_OF.items() if item in cents)


def _personnel(view: Assumptions, pay: PayRules, staff: Staffing) -> dict[str, Cents]:
    """A mean post's part of each form of employment; together one full post."""
    mix = _mix(staff)
    total = sum(mix.values(), Decimal(0))
    cents: dict[str, Fraction] = {}
    for (group, form), posts in mix.items():
        item = PERSONNEL_ITEM_OF[form]
        part = Fraction(mean_year(view, pay, group, form, FULL_YEAR)) * Fraction(posts) / Fraction(total)
        cents[item] = cents.get(item, Fraction(0)) + part
    return {item: round_half_up(amount) for item, amount in cents.items()}


def _mix(staff: Staffing) -> dict[tuple[str, Form], Decimal]:
    """Planned posts by pay group and form; those of further posts where none are planned."""
    weights: Mapping[str, Decimal] = staff.planned if staff.total else {NEW: Decimal(1)}
    mix: dict[tuple[str, Form], Decimal] = {}
    for line in staff.lines:
        if weights.get(line.key):
            mix[_kind(line)] = mix.get(_kind(line), Decimal(0)) + weights[line.key]
    return mix


def _kind(line: PostLine) -> tuple[str, Form]:
    return normal_group(line.group), line.form


def _of_year(amount: Cents, price: Prices) -> Cents:
    """At the prices of the year."""
    return round_half_up(Fraction(amount * price.index))
