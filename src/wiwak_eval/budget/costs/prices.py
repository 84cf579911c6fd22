"""Prices of one year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.money import Cents, to_cents

PER_POST = {"materials": "materials_per_post_year", "training": "training_per_post_year", "travel": "travel_per_post_year"}
ITEMS, FLAT = "items", "flat"
"""A workplace is priced by its room and material, or by a flat rate, which already contains room, technology and telephone."""


@dataclass(frozen=True)
class Prices:
    """Prices of one year in cents of the pilot year; `index` is the price level of the year relative to it.

    per_post: by item, a year; room_post_year: rent of one post's room; interpreter_hour; outreach_trip: one visit outside the centre;
    events: a year; interpreting_paid: by month, the part of interpreting the county pays, 0-1; workplace_flat: a year and post, overhead:
    share of pay, 0-1 (both for the view of full cost); rooms_in_kind: whether the county provides the rooms; flat: whether materials and
    rooms together are the flat rate.
    """

    year: int
    per_post: Mapping[str, Cents]
    room_post_year: Cents
    interpreter_hour: Cents
    outreach_trip: Cents
    events: Cents
    interpreting_paid: tuple[Decimal, ...]
    workplace_flat: Cents
    overhead: Decimal
    rooms_in_kind: bool
    flat: bool
    index: Decimal


def prices(assumptions: Assumptions, year: int) -> Prices:
    """The prices of a year; raises Gap where one is not known.

    A flat rate takes the place of materials and rooms. Where the county provides the rooms, their rent is taken out of it and stays what it
    is, a contribution in kind: no flat rate turns it into money that a grant could count.
    """
    day = date(year, 1, 1)
    per_post = {item: to_cents(assumptions.decimal(name, day)) for item, name in PER_POST.items()}
    room = to_cents(assumptions.decimal("room_m2_per_post", day) * assumptions.decimal("room_rent_m2_month", day) * 12)
    flat = to_cents(assumptions.decimal("kgst_workplace_flat", day))
    in_kind, by_flat = bool(assumptions.decimal("rooms_in_kind", day)), _basis(assumptions, day) == FLAT
    if by_flat:
        room = min(room, flat) if in_kind else 0
        per_post["materials"] = flat - room
    return Prices(
        year,
        per_post,
        room,
        to_cents(assumptions.decimal("interpreter_rate_hour", day)),
        to_cents(assumptions.decimal("outreach_km", day) * assumptions.decimal("outreach_rate_km", day)),
        to_cents(assumptions.decimal("events_per_year", day)),
        tuple(assumptions.decimal("interpreting_paid_share", date(year, month, 1)) for month in range(1, 13)),
        flat,
        assumptions.decimal("kgst_overhead_share", day),
        in_kind,
        by_flat,
        assumptions.decimal("price_index", day),
    )


def _basis(assumptions: Assumptions, day: date) -> str:
    basis = assumptions.text("workplace_basis", day)
    if basis not in {ITEMS, FLAT}:
        raise Gap(f"Die Annahme „workplace_basis“ nennt „{basis}“. Bekannt sind: {ITEMS}, {FLAT}. Bitte den Wert ändern.")
    return basis
