from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from planned_years import FULL, line, months

from wiwak_eval.budget.pay.one_off import liable_parts
from wiwak_eval.budget.pay.post_pay import post_year
from wiwak_eval.budget.pay.rules import BRANCHES, pay_rules


def year(view, group="S12", step=3, shares=FULL, **more):
    assumptions = view(**more)
    return post_year(assumptions, pay_rules(assumptions, 2018), line(group=group, step=step), shares)


def paid(pays, part):
    return {pay.month: getattr(pay, part) for pay in pays if getattr(pay, part)}


FULL = (Decimal(1),) * 12


def test_bonus_and_performance_pay_are_paid_once(view):
    pays = year(view)
    for kind, month in (("bonus", 11), ("performance", 12)):
        assert [set(paid(pays, part)) for part in (kind, f"{kind}_social", f"{kind}_zvk")] == [{month}] * 3


def test_their_months_are_assumptions(view):
    pays = year(view, bonus_month=Decimal(12), performance_month=Decimal(6))
    assert (set(paid(pays, "bonus")), set(paid(pays, "performance"))) == ({12}, {6})


def test_the_bonus_looks_at_july_to_september(view):
    """A part-time post: half of the mean of three months of 3,613.83 (halved and rounded: 1,806.92), times 0.5439."""
    assert paid(year(view, shares=months("0.5")), "bonus") == {11: 98278}


def test_months_of_the_base_that_are_not_filled_do_not_lower_the_mean(view):
    """From September on: one month of 3,613.83 times 0.5439, four twelfths."""
    assert paid(year(view, shares=months(first=9)), "bonus") == {11: 65519}


@pytest.mark.parametrize(("first", "expected"), [(1, 196556), (4, 147417), (10, 49139), (11, 32759), (12, 16380)])
def test_a_twelfth_for_each_month_with_pay(view, first, expected):
    assert sum(paid(year(view, shares=months(first=first)), "bonus").values()) == expected


def test_who_begins_in_december_gets_both_then(view):
    pays = year(view, shares=months(first=12))
    assert (set(paid(pays, "bonus")), set(paid(pays, "performance"))) == ({12}, {12})


@pytest.mark.parametrize("last", [3, 8, 11])
def test_without_pay_in_december_there_is_no_bonus(view, last):
    pays = year(view, shares=months(last=last))
    assert paid(pays, "bonus") == paid(pays, "bonus_social") == paid(pays, "bonus_zvk") == {}
    assert set(paid(pays, "performance")) == {last}


def test_performance_pay_is_a_share_of_the_years_own_pay(view):
    """2 % of 2 x 3,529.13 + 10 x 3,613.83; the bonus does not count."""
    assert paid(year(view), "performance") == {12: 86393}
    assert paid(year(view, performance_pay_share=Decimal(0)), "performance") == {}


def test_a_line_that_stands_for_several_posts_costs_each_of_them_in_full(view):
    """The ceilings count for each post: three of them cost three times one, to a cent for each part and month."""
    one, three = (year(view, shares=(Decimal(posts),) * 12) for posts in (1, 3))
    assert abs(sum(pay.total for pay in three) - 3 * sum(pay.total for pay in one)) <= 12 * len(BRANCHES) * 3


def test_what_a_month_paid_above_its_ceiling_does_not_use_up_that_of_another(view):
    """Ceiling 4,350; eleven months of 3,350 and 5,350 in turn leave 1,000 in six of them."""
    rules = pay_rules(view(), 2018)
    gross = [335000, 535000] * 6
    (one,) = liable_parts(rules, FULL, gross, [(11, 2_000_000)])
    assert (one.liable["health"], one.liable["pension"]) == (600000, 6 * (570000 - 335000) + 5 * (570000 - 535000))


def test_payments_use_up_the_room_in_the_order_of_their_months(view):
    rules = pay_rules(view(), 2018)
    gross = [400000] * 12
    late, early = liable_parts(rules, FULL, gross, [(12, 300000), (11, 300000)])
    assert (early.liable["health"], late.liable["health"]) == (300000, 12 * 35000 - 300000)
    first, second = liable_parts(rules, FULL, gross, [(12, 300000), (12, 300000)])
    assert (first.liable["health"], second.liable["health"]) == (300000, 120000)


def test_months_without_pay_give_no_room(view):
    rules = pay_rules(view(), 2018)
    (one,) = liable_parts(rules, FULL, [0] * 9 + [400000] * 3, [(12, 300000)])
    assert one.liable["health"] == 3 * 35000


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.integers(0, 900_000), min_size=12, max_size=12),
    st.lists(st.tuples(st.integers(1, 12), st.integers(0, 5_000_000)), min_size=1, max_size=4),
)
def test_contributions_never_pass_the_ceilings_of_the_months_with_pay(view, gross, payments):
    rules = pay_rules(view(), 2018)
    parts = liable_parts(rules, FULL, gross, payments)
    assert [(one.month, one.amount) for one in parts] == payments
    for branch in BRANCHES:
        ceiling = rules.ceilings[branch]
        for month in range(1, 13):
            due = sum(min(pay, ceiling) for pay in gross[:month]) + sum(one.liable[branch] for one in parts if one.month <= month)
            assert due <= ceiling * sum(pay > 0 for pay in gross[:month])
        assert all(0 <= one.liable[branch] <= one.amount for one in parts)
    free = replace(rules, ceilings=dict.fromkeys(BRANCHES, 100_000_000))
    if all(gross):
        assert all(one.liable[branch] == one.amount for one in liable_parts(free, FULL, gross, payments) for branch in BRANCHES)
