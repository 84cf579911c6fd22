from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

import pytest
from core_samples import ALL_YEAR, EFFORT, LINES, PRICE, further, line, staff
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval.assumptions import Gap
from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.budget.costs.prices import prices
from wiwak_eval.budget.costs.spreading import spread
from wiwak_eval.budget.costs.year_costs import OVERHEAD, WORKPLACE, costs_of, year_costs
from wiwak_eval.budget.pay.post_pay import PayMonth
from wiwak_eval.budget.pay.rules import pay_rules
from wiwak_eval.budget.posts.line import NEW, Form
from wiwak_eval.budget.posts.staffing import StaffingRules

APRIL = StaffingRules(further_from=4, last=12)
UNTIL_JUNE = StaffingRules(further_from=1, last=6)
FLAT = {"workplace_basis": "flat"}


def nobody_paid(filled):
    return {one.key: tuple(PayMonth(month) for month in range(1, 13)) for one in filled.lines}


def costs(contacts=2928, total="3.25", rules=ALL_YEAR, price=PRICE, lines=LINES, personnel=None):
    filled = staff(total, rules, lines)
    return costs_of(contacts, filled, EFFORT, personnel or nobody_paid(filled), price)


def test_prices_of_the_shipped_assumptions(view):
    assert prices(view(), 2018) == PRICE


def test_prices_of_the_programme_of_2019_are_known_only_later(view):
    """The Land's programme pays from May 2019 on, known since June 2019: before, the centre pays all."""
    half = (Decimal(1),) * 4 + (Decimal("0.5"),) * 8
    assert prices(view(), 2019).interpreting_paid == (Decimal(1),) * 12
    assert prices(view(as_of=date(2019, 7, 1)), 2019).interpreting_paid == half


def test_items_by_hand():
    """2,928 contacts, 3.25 posts, prices of 2017 times 1.015.

    Interpreting: 2,928 x 0.30 x 45 / 60 h = 658.8 h at 30 euros. Outreach: 2,928 x 0.05 x 9 euros. Materials, training, travel: 3,500, 600
    and 900 euros a post. Rooms: 14 m2 x 6.50 euros x 12 = 1,092 euros a post.
    """
    assert costs().items == {
        "personnel": 0,
        "carrier": 0,
        "contract": 0,
        "interpreting": 2006046,
        "materials": 1154563,
        "training": 197925,
        "travel": 296888,
        "outreach": 133736,
        "events": 203000,
        "rooms": 360224,
    }


def test_items_a_post_follow_the_posts_of_each_month():
    """One post all year and half a one from April: 16.5 months of posts, 1.375 years. Materials: 3,500 x 1.015 x 1.375 = 4,884.69 euros.

    By the end of March 3 / 16.5 of it have come (888.13), by the end of April 4.5 / 16.5 (1,332.19).
    """
    found = costs(total="1.5", rules=APRIL, lines=(line("S1", "1"), further()))
    assert found.items["materials"] == 488469
    assert found.months["materials"][:5] == (29604, 29604, 29605, 44406, 44406)
    assert {item: found.items[item] for item in ("training", "travel", "rooms")} == {"training": 83738, "travel": 125606, "rooms": 152402}
    assert set(found.months["events"]) == {16916, 16917}


def test_interpreting_that_is_half_paid_from_may():
    """8 of 12 months' worth: two thirds of 20,060.46 euros, an eighth of it in each of the first four months, half of that afterwards."""
    paid = (Decimal(1),) * 4 + (Decimal("0.5"),) * 8
    found = costs(price=replace(PRICE, interpreting_paid=paid))
    assert found.items["interpreting"] == 1337364
    assert found.months["interpreting"][:6] == (167171, 167170, 167171, 167170, 83585, 83586)
    assert costs(price=replace(PRICE, interpreting_paid=(Decimal(0),) * 12)).items["interpreting"] == 0


def test_a_centre_that_ends_in_june_costs_half_of_what_it_does_in_a_year():
    half, whole = costs(rules=UNTIL_JUNE), costs()
    for item in ("interpreting", "outreach", "events", "materials", "training", "travel", "rooms"):
        assert half.items[item] == pytest.approx(whole.items[item] / 2, abs=0.51)
        assert set(half.months[item][6:]) == {0}


def test_a_running_contract_needs_a_desk_after_the_end():
    """One post until June, whose contract runs on to September: nine months of a post, no contacts and no events in the last three."""
    found = costs(total="1", rules=UNTIL_JUNE, lines=(line("S1", "1", until="2018-09-30"), further()))
    assert found.items["materials"] == 266438
    assert found.months["materials"][8] > 0 == found.months["materials"][9]
    assert set(found.months["events"][6:]) == set(found.months["interpreting"][6:]) == {0}


def test_no_contacts_and_no_posts_leave_the_events():
    found = costs(contacts=0, total="0")
    assert {item: amount for item, amount in found.items.items() if amount} == {"events": 203000}
    assert costs(contacts=500, total="3", rules=StaffingRules(1, 0)).total == 0


def test_half_a_cent_is_rounded_up():
    """20 minutes at 30.00 euros, one contact in ten, times 1.015: 1.015 euros."""
    effort = replace(EFFORT, minutes=Decimal(20), interpreter_share=Decimal("0.1"))
    filled = staff("0")
    assert costs_of(1, filled, effort, nobody_paid(filled), PRICE).items["interpreting"] == 102


def test_personnel_stands_under_its_form_in_its_month():
    lines = (line("S1", "1"), line("S2", "1", Form.FORWARDED), line("S3", "1", Form.CONTRACT), further())
    pays = {"S1": 100_000, "S2": 20_000, "S3": 3_000, NEW: 400}
    personnel = {key: tuple(PayMonth(month, gross=gross * month) for month in range(1, 13)) for key, gross in pays.items()}
    found = costs(total="4", lines=lines, personnel=personnel)
    assert found.months["personnel"] == tuple(100_400 * month for month in range(1, 13))
    assert found.months["carrier"] == tuple(20_000 * month for month in range(1, 13))
    assert found.items["contract"] == 3_000 * 78


def test_overhead_comes_on_the_countys_own_staff_alone():
    """A fifth of 1,000 euros; a carrier's and a firm's costs already hold their own overhead."""
    lines = (line("S1", "1"), line("S2", "1", Form.FORWARDED), line("S3", "1", Form.CONTRACT), further())
    personnel = {one.key: (PayMonth(1, gross=100_000), *(PayMonth(month) for month in range(2, 13))) for one in lines[:-1]}
    personnel[NEW] = tuple(PayMonth(month) for month in range(1, 13))
    assert costs(total="3", lines=lines, personnel=personnel).full_cost[OVERHEAD] == 20_000


def test_full_cost_puts_the_flat_rate_in_the_place_of_rooms_and_materials():
    """9,700 x 1.015 x 3.25 = 31,997.88 euros instead of 11,545.63 and 3,602.24."""
    assert costs().full_cost == {OVERHEAD: 0, WORKPLACE: 3199788 - 1154563 - 360224}


def test_a_flat_rate_excludes_rooms_and_materials(view):
    """The county rents rooms: the flat rate stands for both, and full cost adds nothing for the workplace."""
    price = prices(view(rooms_in_kind=False, **FLAT), 2018)
    assert (price.per_post["materials"], price.room_post_year, price.flat) == (970_000, 0, True)
    found = costs(price=price)
    assert (found.items["materials"], found.items["rooms"], found.full_cost[WORKPLACE]) == (3199788, 0, 0)
    assert found.items["training"] == costs().items["training"]


def test_a_flat_rate_leaves_rooms_in_kind_what_they_are(view):
    """9,700 euros, of which 1,092 are rooms in kind: no cash, and not on top."""
    price = prices(view(**FLAT), 2018)
    assert (price.per_post["materials"], price.room_post_year) == (860_800, 109_200)
    found = costs(price=price)
    assert found.items["materials"] + found.items["rooms"] == pytest.approx(3199788, abs=1)
    assert found.cash == found.total - found.items["rooms"] > 0
    assert prices(view(room_m2_per_post=500, **FLAT), 2018).per_post["materials"] == 0


def test_rooms_are_cash_where_the_county_does_not_give_them():
    assert costs().in_kind == {"rooms"}
    paid = costs(price=replace(PRICE, rooms_in_kind=False))
    assert paid.in_kind == frozenset()
    assert paid.cash == paid.total == costs().total


def test_a_price_level_moves_all_but_personnel():
    dear = costs(price=replace(PRICE, index=PRICE.index * 2)).items
    for item, cents in costs().items.items():
        assert dear[item] == pytest.approx(2 * cents, abs=1)


def test_a_year_of_the_shipped_rates(view):
    assumptions = view()
    found = year_costs(2928, staff("3.25"), EFFORT, assumptions, pay_rules(assumptions, 2018), PRICE)
    assert {key: len(months) for key, months in found.personnel.items()} == {"S1": 12, "S2": 12, NEW: 12}
    assert found.items["personnel"] == sum(pay.total for months in found.personnel.values() for pay in months) > 10_000_000
    assert {item: amount for item, amount in found.items.items() if item != "personnel"} == {
        item: amount for item, amount in costs().items.items() if item != "personnel"
    }


@pytest.mark.parametrize("id", ["interpreter_rate_hour", "outreach_rate_km", "kgst_overhead_share", "rooms_in_kind", "price_index"])
def test_a_missing_price_is_a_gap(view, id):
    with pytest.raises(Gap, match=id):
        prices(view(without=(id,)), 2018)


def test_an_unknown_basis_of_the_workplace_is_refused(view):
    with pytest.raises(Gap, match=r"„workplace_basis“ nennt „pauschal“\. Bekannt sind: items, flat\. Bitte den Wert ändern"):
        prices(view(workplace_basis="pauschal"), 2018)


weights = st.lists(st.decimals("0", "5", places=2), min_size=1, max_size=24)


@given(st.integers(0, 10**9), st.integers(0, 10**6), weights)
def test_spreading_loses_nothing_and_what_has_come_never_falls(amount, more, parts):
    if not sum(parts):
        amount = more = 0
    laid, dearer = spread(amount, parts), spread(amount + more, parts)
    assert sum(laid) == amount
    assert len(laid) == len(parts)
    assert all(cents >= 0 for cents in laid)
    assert all(not cents for cents, part in zip(laid, parts, strict=True) if not part)
    assert all(few <= many for few, many in zip(accumulate(laid), accumulate(dearer), strict=True))


@given(st.integers(1, 10**9), weights.filter(lambda parts: sum(parts) > 0))
def test_each_month_is_within_a_cent_of_its_part(amount, parts):
    total = sum(parts)
    for cents, part in zip(spread(amount, parts), parts, strict=True):
        assert abs(cents - Fraction(amount) * Fraction(part) / Fraction(total)) <= 1


def test_twelfths_by_hand():
    """10 cents: 0.83, 1.67, 2.5 ... come to 1, 2, 3, 3, 4, 5, 6, 7, 8, 8, 9, 10."""
    assert spread(10, (Decimal(1),) * 12) == (1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1)


def test_nothing_but_zero_can_be_laid_on_months_without_weight():
    assert spread(0, (Decimal(0),) * 12) == (0,) * 12
    with pytest.raises(ValueError, match="1 cents"):
        spread(1, (Decimal(0),) * 12)


@given(st.integers(0, 20_000), st.integers(0, 2_000), st.integers(0, 48), st.integers(0, 12), st.integers(1, 13), st.integers(0, 12))
def test_more_contacts_or_posts_never_cost_less(contacts, more, quarters, further_ones, begin, last):
    rules = StaffingRules(begin, last)
    before = costs(contacts, Decimal(quarters) / 4, rules)
    after = costs(contacts + more, Decimal(quarters + further_ones) / 4, rules)
    assert set(before.items) == set(LABELS)
    assert all(before.items[item] <= after.items[item] for item in LABELS)
    assert before.total == sum(sum(months) for months in before.months.values())
