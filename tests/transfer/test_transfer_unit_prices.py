from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from money_samples import EFFORT, view

from wiwak_eval.budget.costs.prices import prices
from wiwak_eval.budget.pay.mean_cost import mean_year
from wiwak_eval.budget.pay.rules import pay_rules
from wiwak_eval.budget.posts.line import NEW, Form, PostLine
from wiwak_eval.budget.posts.staffing import StaffingRules, staffing
from wiwak_eval.transfer.unit_prices import Basis, UnitPrice, unit_prices

FULL = (Decimal(1),) * 12
LINES = (
    PostLine("S1", "Beratung", "S12", 4, Decimal(1)),
    PostLine("S2", "Beratung", "S11b", 2, Decimal(1), Form.FORWARDED),
    PostLine(NEW, "Beratung", "S12", 3, Decimal(0)),
)


def made(lines=LINES, posts="3", **changed):
    assumptions = view()
    staff = staffing(lines, Decimal(posts), 2018, StaffingRules(1, 12))
    rules = pay_rules(assumptions, 2018)
    found = unit_prices(assumptions, rules, replace(prices(assumptions, 2018), **changed), staff, EFFORT)
    return {price.item: price for price in found}, assumptions, rules


def test_things_by_hand():
    """Price x 1.015; interpreting 0.3 x 45/60 h x 30 EUR x 1.015 = 6.85125 EUR a contact; outreach 0.05 x 15 km x price a km x 1.015."""
    found, _, _ = made()
    assert {item: found[item].cents for item in ("materials", "training", "travel", "events")} == {
        "materials": 355_250, "training": 60_900, "travel": 91_350, "events": 203_000,
    }  # fmt: skip
    assert found["interpreting"] == UnitPrice("interpreting", Basis.CONTACTS, 68_513, False)
    trip = prices(view(), 2018).outreach_trip
    assert found["outreach"].cents == (5 * trip * 1015 + 500) // 1000
    assert found["rooms"] == UnitPrice("rooms", Basis.POST, 110_838, True)


def test_a_post_is_mixed_as_planned():
    """Of three planned posts one is S 11b at a carrier and two are S 12 of the county, one of them not yet filled."""
    found, assumptions, rules = made()
    own, carried = (
        mean_year(assumptions, rules, group, form, FULL) for group, form in (("S12", Form.OWN), ("S11b", Form.FORWARDED))
    )  # fmt: skip
    assert found["personnel"].cents == (2 * own * 2 + 3) // 6
    assert found["carrier"].cents == (carried * 2 + 3) // 6
    assert "contract" not in found


def test_steps_held_do_not_show():
    """Whoever holds the posts, the price is that of the public table."""
    others = tuple(replace(line, step=5 if line.key == "S1" else line.step) for line in LINES)
    assert made(lines=others)[0] == made()[0]


def test_without_planned_posts_a_further_post_is_priced():
    found, assumptions, rules = made(lines=LINES[2:], posts="0")
    assert found["personnel"].cents == mean_year(assumptions, rules, "S12", Form.OWN, FULL)


def test_rented_rooms_are_cash():
    assert not made(rooms_in_kind=False)[0]["rooms"].in_kind


@pytest.mark.parametrize(("basis", "count", "cents", "cost"), [
    (Basis.POST, Decimal("2.25"), 355_250, 799_313),
    (Basis.CONTACTS, 770, 21_042, 162_023),
    (Basis.CONTACTS, 50, 1, 1),
    (Basis.CENTRE, 0, 203_000, 0),
    (Basis.POST, Decimal("-1.5"), 60_901, -91_352),
])  # fmt: skip
def test_rounded_once_half_up(basis, count, cents, cost):
    """2.25 x 3,552.50 = 7,993.125; 770 x 210.42 / 100 = 1,620.234; 50 x 0.01 / 100 = 0.005; -1.5 x 609.01 = -913.515."""
    assert UnitPrice("", basis, cents, False).cost(count) == cost


@given(st.integers(0, 10_000), st.integers(0, 1_000_000))
def test_a_price_multiplied_again_gives_the_same_cents(contacts, cents):
    exact = Fraction(contacts * cents, 100)
    assert abs(UnitPrice("", Basis.CONTACTS, cents, False).cost(contacts) - exact) <= Fraction(1, 2)
