from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from money_samples import EFFORT, WORK

from wiwak_eval.budget.workload.needed import posts_for
from wiwak_eval.transfer.posts import Binding, elsewhere, need


@pytest.mark.parametrize(
    ("contacts", "needed", "planned", "binding"),
    [
        (0, Fraction(120000, 87696), "2.25", Binding.OPENING),
        (1073, Fraction(189745, 87696), "2.25", Binding.OPENING),
        (1074, Fraction(189810, 87696), "2.25", Binding.CASES),
        (2928, Fraction(310320, 87696), "3.75", Binding.CASES),
    ],
)
def test_need_by_hand(contacts, needed, planned, binding):
    """Contacts x 65 + 120,000 over 87,696; opening: 210,840 / 97,440 posts, which is 189,756 / 87,696."""
    found = need(contacts, EFFORT, WORK)
    assert (found.needed, found.planned, found.binding) == (needed, Decimal(planned), binding)


def test_a_least_size_binds_only_where_it_is_more():
    small = replace(WORK, present=Decimal(0), minimum=Decimal("2.5"))
    assert need(0, EFFORT, small).binding is Binding.MINIMUM
    assert need(0, EFFORT, small).planned == Decimal("2.5")
    assert need(0, EFFORT, replace(WORK, minimum=Decimal("2.25"))).binding is Binding.OPENING
    assert need(2000, EFFORT, replace(small, minimum=Decimal(3))).binding is Binding.CASES


def test_posts_beyond_the_need_are_the_home_countys_own():
    decided = replace(WORK, further=Decimal("0.5"))
    assert need(2928, EFFORT, decided).planned == Decimal("4.25")
    assert need(2928, EFFORT, elsewhere(decided)).planned == Decimal("3.75")
    assert need(0, EFFORT, decided).binding is need(0, EFFORT, WORK).binding


@given(st.integers(0, 20_000), st.decimals("0", "6", places=2), st.decimals("0", "3", places=1))
def test_posts_are_those_of_the_plan(contacts, minimum, present):
    rules = replace(WORK, minimum=minimum, present=present)
    found = need(contacts, EFFORT, rules)
    assert found.planned == posts_for(contacts, EFFORT, rules)
    assert (found.binding is Binding.MINIMUM) == (
        found.planned == minimum > posts_for(contacts, EFFORT, replace(rules, minimum=Decimal(0)))
    )
