from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from money_samples import EFFORT, WORK

from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms
from wiwak_eval.transfer.county_year import counted_costs, other_year
from wiwak_eval.transfer.unit_prices import BASIS_OF, UnitPrice

CENTS = {
    "personnel": 5_567_321, "carrier": 501_367, "interpreting": 21_042, "materials": 355_250, "training": 60_900,
    "travel": 91_350, "outreach": 7_628, "events": 203_000, "rooms": 110_838,
}  # fmt: skip
PRICES = tuple(UnitPrice(item, BASIS_OF[item], cents, item == "rooms") for item, cents in CENTS.items())
EIGHTY = GrantTerms(GrantKind.SHARE, frozenset(LABELS), rate=Decimal("0.80"))


def test_a_small_town_by_hand():
    """770 contacts ask for 2.25 posts (opening hours).

    personnel 2.25 x 55,673.21 = 125,264.7225, carrier 11,280.7575, interpreting 7.7 x 210.42 = 1,620.234, materials 7,993.125, training
    1,370.25, travel 2,055.375, outreach 7.7 x 76.28 = 587.356, events 2,030, rooms 2,493.855: each to the cent, half up.
    """
    costs = counted_costs(PRICES, Decimal("2.25"), 770)
    assert costs == {
        "personnel": 12_526_472, "carrier": 1_128_076, "interpreting": 162_023, "materials": 799_313, "training": 137_025,
        "travel": 205_538, "outreach": 58_736, "events": 203_000, "rooms": 249_386,
    }  # fmt: skip
    found = other_year(2018, 770, EFFORT, WORK, PRICES, EIGHTY)
    assert (found.need.planned, found.total) == (Decimal("2.25"), 15_469_569)
    assert (found.parts["open"], found.parts["county_in_kind"]) == (15_220_183, 249_386)
    assert (found.variant["land"], found.variant["county_cash"]) == (12_176_146, 3_044_037)


def test_nobody_has_a_notice_elsewhere():
    found = other_year(2018, 5000, EFFORT, WORK, PRICES, EIGHTY)
    assert {funder for funder, cents in found.parts.items() if cents} == {"open", "county_in_kind"}
    assert {funder for funder, cents in found.variant.items() if cents} == {"land", "county_cash", "county_in_kind"}


def test_what_the_land_does_not_count_stays_with_the_county():
    """Without materials (799,313 cents): 0.8 x 14,420,870 = 11,536,696."""
    terms = GrantTerms(GrantKind.SHARE, frozenset(LABELS) - {"materials"}, rate=Decimal("0.80"))
    found = other_year(2018, 770, EFFORT, WORK, PRICES, terms)
    assert found.variant["land"] == 11_536_696
    assert found.variant["county_cash"] == 15_220_183 - 11_536_696


def test_rooms_in_kind_never_bring_cash():
    """Where they count, the Land pays for them with money, but never more than the cash there is to pay."""
    counting = GrantTerms(GrantKind.SHARE, frozenset(LABELS), rate=Decimal(1), in_kind_counts=True)
    found = other_year(2018, 770, EFFORT, WORK, PRICES, counting)
    assert (found.variant["land"], found.variant["county_cash"], found.variant["county_in_kind"]) == (15_220_183, 0, 249_386)


@pytest.mark.parametrize("rate", ["0", "0.5", "0.8", "1"])
@given(contacts=st.integers(0, 30_000), cents=st.lists(st.integers(0, 10_000_000), min_size=9, max_size=9))
def test_parts_add_up_to_the_cent(rate, contacts, cents):
    prices = tuple(UnitPrice(item, BASIS_OF[item], amount, item == "rooms") for item, amount in zip(CENTS, cents, strict=True))
    terms = GrantTerms(GrantKind.SHARE, frozenset(LABELS), rate=Decimal(rate))
    found = other_year(2018, contacts, EFFORT, WORK, prices, terms)
    items = counted_costs(prices, found.need.planned, contacts)
    assert found.total == sum(items.values()) == sum(found.parts.values()) == sum(found.variant.values())
    assert found.parts["county_in_kind"] == found.variant["county_in_kind"] == items["rooms"]
