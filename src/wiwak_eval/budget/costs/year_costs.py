"""Cost items of one year, month by month."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.costs.model import LABELS, PERSONNEL_ITEM_OF, PERSONNEL_ITEMS, YearCosts, YearMonths
from wiwak_eval.budget.costs.prices import Prices
from wiwak_eval.budget.costs.spreading import spread
from wiwak_eval.budget.pay.post_pay import PayMonth, post_year
from wiwak_eval.budget.pay.rules import PayRules
from wiwak_eval.budget.posts.staffing import Staffing
from wiwak_eval.budget.workload.effort import Effort
from wiwak_eval.money import Cents, round_half_up, share_of

Personnel = Mapping[str, tuple[PayMonth, ...]]
OVERHEAD, WORKPLACE = "Gemeinkosten der Verwaltung", "Arbeitsplatz als Pauschale statt Raum und Sachmittel (Unterschied)"


def year_costs(contacts: int, staff: Staffing, effort: Effort, assumptions: Assumptions, rules: PayRules, price: Prices) -> YearCosts:
    """All items of a year; each item is rounded to the cent once, personnel in each of its parts. Raises Gap."""
    personnel = {line.key: post_year(assumptions, rules, line, staff.shares[line.key]) for line in staff.lines}
    return costs_of(contacts, staff, effort, personnel, price)


def costs_of(contacts: int, staff: Staffing, effort: Effort, personnel: Personnel, price: Prices) -> YearCosts:
    """The same with personnel already priced. Overhead comes on the county's own employees alone: what a carrier or a firm is paid already
    holds theirs."""
    months = dict.fromkeys(LABELS, (0,) * 12) | _personnel(staff, personnel) | _per_post(staff, price)
    months |= _per_contact(contacts, staff.last, effort, price)
    months["events"] = spread(_of_year(price.events * price.index, _open(staff.last)), _open(staff.last))
    in_kind = frozenset({"rooms"}) if price.rooms_in_kind else frozenset()
    flat = round_half_up(staff.post_years * Fraction(price.workplace_flat * price.index))
    extra = {
        OVERHEAD: share_of(sum(months["personnel"]), price.overhead),
        WORKPLACE: flat - sum(months["rooms"]) - sum(months["materials"]),
    }
    return YearCosts(staff.year, personnel, months, in_kind, extra)


def _personnel(staff: Staffing, personnel: Personnel) -> dict[str, YearMonths]:
    """Posts by form of employment."""
    found = {item: [0] * 12 for item in PERSONNEL_ITEMS}
    for line in staff.lines:
        for place, pay in enumerate(personnel[line.key]):
            found[PERSONNEL_ITEM_OF[line.form]][place] += pay.total
    return {item: tuple(months) for item, months in found.items()}


def _per_post(staff: Staffing, price: Prices) -> dict[str, YearMonths]:
    """Amounts a post and year, for the posts filled; in each month by the posts of that month."""
    amounts = {**price.per_post, "rooms": price.room_post_year}
    return {item: spread(post_amount(staff.post_years, amount, price), staff.post_months) for item, amount in amounts.items()}


def post_amount(post_years: Fraction, amount: Cents, price: Prices) -> Cents:
    """An amount a post and year, for a number of filled posts, at the prices of the year."""
    return round_half_up(post_years * Fraction(amount * price.index))


def _per_contact(contacts: int, last: int, effort: Effort, price: Prices) -> dict[str, YearMonths]:
    paid = tuple(part if month <= last else Decimal(0) for month, part in enumerate(price.interpreting_paid, start=1))
    interpreting = round_half_up(contacts * interpreting_per_contact(effort, price, paid))
    outreach = round_half_up(contacts * outreach_per_contact(effort, price) * last / 12)
    return {"interpreting": spread(interpreting, paid), "outreach": spread(outreach, _open(last))}


def interpreting_per_contact(effort: Effort, price: Prices, paid: tuple[Decimal, ...]) -> Fraction:
    """Interpreting for the mean contact of a year, in cents: share with a paid interpreter x hours x rate x the part the county pays,
    contacts spread evenly over the months; exact, since a sixtieth cut off after 28 digits turns half a cent down."""
    hour = Fraction(effort.interpreter_share * effort.minutes * price.interpreter_hour * price.index)
    return hour / 60 * Fraction(sum(paid, Decimal(0))) / 12


def outreach_per_contact(effort: Effort, price: Prices) -> Fraction:
    """Travel to the mean contact, in cents."""
    return Fraction(effort.outreach_share * price.outreach_trip * price.index)


def _open(last: int) -> tuple[Decimal, ...]:
    return tuple(Decimal(month <= last) for month in range(1, 13))


def _of_year(amount: Decimal, weights: tuple[Decimal, ...]) -> Cents:
    """An amount a year for the months that count."""
    return round_half_up(Fraction(amount) * Fraction(sum(weights, Decimal(0))) / 12)
