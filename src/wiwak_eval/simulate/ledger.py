"""Posts and the county's ledger extract: gross, kameral, income and expenditure apart; amounts in cents."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, timedelta
from fractions import Fraction

import numpy as np
import pandas as pd

from wiwak_eval.money import round_half_up
from wiwak_eval.simulate.calendar import LAST_DAY, MONTHS, month_of, open_days
from wiwak_eval.simulate.draws import stream, triangular
from wiwak_eval.simulate.parameters import Money, Post, Range, TrueParameters

POST_COLUMNS = ["post_id", "role", "pay_group", "step", "in_step_since", "share", "since", "to", "employer", "fixed_term_until"]


def posts_table(truth: TrueParameters) -> pd.DataFrame:
    """All posts; nothing is drawn."""
    frame = pd.DataFrame([asdict(post) | {"to": None} for post in truth.money.posts.value])
    return frame[POST_COLUMNS].rename(columns={"since": "from"})


def bookings_table(seed: int, consultations: pd.DataFrame, truth: TrueParameters) -> pd.DataFrame:
    """One row a booking, in order of date, with running document numbers."""
    rng = stream(seed, "bookings")
    money = truth.money
    rows = [*_grants(money), *_fixed_days(money)]
    months = consultations["date"].map(month_of)
    for month in MONTHS:
        last = open_days(month, ())[-1]
        rows += [row for post in money.posts.value for row in _pay(money, post, month, last)]
        rows.append(_row(money, last, "rooms", money.rent_in_kind.value, "county", in_kind=True, eligible=False))
        rows += _running(rng, money, month, last, consultations[months == month])
    rows.sort(key=lambda row: str(row["date"]))
    frame = pd.DataFrame(rows)
    frame["document_no"] = [f"2017-{number:04d}" for number in range(1, len(frame) + 1)]
    return frame


def monthly_cost(money: Money, post: Post, month: str) -> int:
    """What a post costs its employer in a month: table pay × share × (1 + employer's share); January at the pay before the rise."""
    rise = 1 + Fraction(str(money.pay_rise_february.value)) if month == MONTHS[0] else Fraction(1)
    pay = Fraction(money.monthly_pay.value[post.post_id]) * Fraction(str(post.share)) / rise
    overhead = Fraction(str(money.carrier_overhead.value)) if post.employer == "carrier" else Fraction(0)
    return round_half_up(pay * (1 + Fraction(str(money.employer_share.value))) * (1 + overhead))


def _pay(money: Money, post: Post, month: str, last: date) -> Iterator[dict[str, object]]:
    """The lead is paid from the ESF and the Land, all others from the Land; a carrier's post is booked as the county's grant to it."""
    cost = monthly_cost(money, post, month)
    if post.employer == "carrier":
        yield _row(money, last, "carrier", cost, "land")
    elif post is money.posts.value[0]:
        esf = esf_part(money, cost)
        yield _row(money, last, "personnel", esf, "esf")
        yield _row(money, last, "personnel", cost - esf, "land")
    else:
        yield _row(money, last, "personnel", cost, "land")


def esf_part(money: Money, cost: int) -> int:
    """The part of the lead's cost that the ESF pays."""
    return round_half_up(cost * Fraction(str(money.esf_share_lead.value)))


def _grants(money: Money) -> Iterator[dict[str, object]]:
    """The Land pays once, the ESF refunds its part of the lead's pay by quarter."""
    yield _row(money, money.grant_date.value, "grant", money.land_grant.value, "land", direction="income")
    lead = money.posts.value[0]
    for paid, quarter in money.esf_refunds.value.items():
        refunded = sum(esf_part(money, monthly_cost(money, lead, month)) for month in quarter)
        yield _row(money, paid, "grant", refunded, "esf", direction="income", group="grant_esf")


def _fixed_days(money: Money) -> Iterator[dict[str, object]]:
    for kind, amounts in (
        ("materials", money.equipment.value),
        ("materials", money.reversal.value),
        ("training", money.trainings.value),
        ("events", money.events.value),
        ("fees", money.fees.value),
    ):
        for day, amount in amounts.items():
            yield _row(money, day, kind, amount, "county" if kind == "events" else "land", eligible=kind != "events")


def _running(rng: np.random.Generator, money: Money, month: str, last: date, contacts: pd.DataFrame) -> Iterator[dict[str, object]]:
    """Office supplies, and the interpreters and journeys that the month's attended contacts asked for."""
    attended = contacts[contacts["attended"]]
    supplies = _between(rng, money.materials_monthly.value)
    early = supplies * 5 // 8
    yield _row(money, open_days(month, ())[6], "materials", early, "land")
    yield _row(money, last, "materials", supplies - early, "land")
    fees = sum(_between(rng, money.interpreter_fee.value) for _ in range(int((attended["interpreter"] == "paid").sum())))
    ways = int((attended["channel"] == "outreach").sum())
    kilometres = sum(_between(rng, money.kilometres_outreach.value) for _ in range(ways))
    booked = min(last + timedelta(days=7), LAST_DAY)
    if fees:
        yield _row(money, booked, "interpreting", fees, "land")
    if kilometres:
        yield _row(money, booked, "travel", kilometres * money.kilometre.value, "county")


def _between(rng: np.random.Generator, span: Range) -> int:
    return int(triangular(rng, *span) + 0.5)


def _row(
    money: Money,
    day: date,
    kind: str,
    cents: int,
    funder: str,
    direction: str = "expenditure",
    in_kind: bool = False,
    eligible: bool = True,
    group: str = "",
) -> dict[str, object]:
    """group: key of the budget group where it is not that of the cost type."""
    return {
        "date": day,
        "direction": direction,
        "cost_type": kind,
        "amount": cents,
        "funder": funder,
        "in_kind": in_kind,
        "eligible": eligible and direction == "expenditure",
        "budget_code": f"{money.budget_section.value}.{money.budget_groups.value[group or kind]}",
        "document_no": None,
    }
