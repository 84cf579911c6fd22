from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiwak_eval.assumptions import Gap
from wiwak_eval.budget.costs import LABELS, Prices, interpreting, prices, year_costs
from wiwak_eval.budget.pay import pay_rules
from wiwak_eval.budget.posts import Post, planned_posts
from wiwak_eval.budget.ranges import cost_range
from wiwak_eval.budget.workload import Effort

EFFORT = Effort(Decimal(45), Decimal(20), Decimal("0.3"), ())
EXISTING = (Post("S1", "S17", 4, Decimal(1)), Post("S2", "S12", 3, Decimal("0.75")))
NEW = Post("neu", "S12", 3, Decimal(0))


@pytest.fixture(scope="module")
def costs(view):
    assumptions = view()
    rules, price = pay_rules(assumptions, 2018), prices(assumptions, 2018)

    def of(contacts, total):
        return year_costs(contacts, planned_posts(EXISTING, NEW, Decimal(total)), EFFORT, assumptions, rules, price)

    return of


def test_prices_of_the_shipped_assumptions(view):
    per_post = {"materials": 350000, "training": 60000, "travel": 90000}
    assert prices(view(), 2018) == Prices(2018, per_post, 3000, 200000, 109200, Decimal("1.015"))


def test_items_by_hand(costs):
    """2,928 contacts, 3.25 posts, prices of 2017 times 1.015.

    Interpreting: 2928 x 0.30 x 45 / 60 h = 658.8 h at 30 euros. Materials, training, travel: 3,500, 600 and 900 euros a post.
    Rooms: 14 m2 x 6.50 euros x 12 = 1,092 euros a post.
    """
    items = costs(2928, "3.25").items
    assert {item: cents for item, cents in items.items() if item != "personnel"} == {
        "interpreting": 2006046,
        "materials": 1154563,
        "training": 197925,
        "travel": 296888,
        "events": 203000,
        "rooms": 360224,
    }


def test_personnel_is_the_sum_of_all_months_of_all_posts(costs):
    year = costs(2928, "3.25")
    assert {key: len(months) for key, months in year.personnel.items()} == {"S1": 12, "S2": 12, "neu": 12}
    assert year.items["personnel"] == sum(pay.total for months in year.personnel.values() for pay in months)


def test_half_a_cent_of_interpreting_is_rounded_up():
    """20 minutes at 30.00 euros, one contact in ten, times 1.015: 1.015 euros."""
    price = Prices(2018, {}, 3000, 0, 0, Decimal("1.015"))
    assert interpreting(1, Effort(Decimal(20), Decimal(0), Decimal("0.1"), ()), price) == 102


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 20_000), st.integers(0, 2_000), st.integers(4, 60), st.integers(0, 12))
def test_more_contacts_or_posts_never_cost_less(costs, contacts, more, quarters, further):
    before = costs(contacts, Decimal(quarters) / 4)
    after = costs(contacts + more, Decimal(quarters + further) / 4)
    assert all(before.items[item] <= after.items[item] for item in LABELS)
    assert set(before.items) == set(LABELS)
    assert before.total == sum(before.items.values())


def test_a_missing_price_is_a_gap(view):
    with pytest.raises(Gap, match="interpreter_rate_hour"):
        prices(view(without=("interpreter_rate_hour",)), 2018)


def test_a_price_level_moves_all_but_personnel(view):
    assumptions = view()
    rules, price = pay_rules(assumptions, 2018), prices(assumptions, 2018)
    posts = planned_posts(EXISTING, NEW, Decimal(2))
    dear = year_costs(1000, posts, EFFORT, assumptions, rules, replace(price, index=price.index * 2)).items
    for item, cents in year_costs(1000, posts, EFFORT, assumptions, rules, price).items.items():
        assert dear[item] == (cents if item == "personnel" else pytest.approx(2 * cents, abs=1))


@settings(max_examples=50)
@given(st.lists(st.integers(0, 5_000), min_size=1, max_size=60), st.integers(1, 400), st.fractions(0, 5000))
def test_ranges_price_each_draw_once(draws, per_post, per_contact):
    """Each draw priced on its own gives the same range."""

    def posts_for(count):
        return Decimal(-(-count // per_post)) / 4

    def cost_of(total):
        return int(total * 5_000_000)

    found = cost_range(draws, posts_for, cost_of, per_contact)
    posts = sorted(float(posts_for(count)) for count in draws)
    assert found.posts_p10 <= found.posts_p90
    assert {found.posts_p10, found.posts_p90} <= set(posts)
    assert sum(post <= found.posts_p10 for post in posts) >= len(posts) / 10
    assert sum(post < found.posts_p10 for post in posts) < len(posts) / 10
    costs = [cost_of(posts_for(count)) + count * per_contact for count in draws]
    assert min(costs) - 5000 <= found.cost_p10 <= found.cost_p90 <= max(costs) + 5000
    assert found.cost_p10 % 10000 == found.cost_p90 % 10000 == 0


def test_a_known_caseload_has_no_range():
    found = cost_range([100] * 50, lambda _: Decimal("2.5"), lambda _: 12_345_678, Fraction(1, 3))
    assert (found.posts_p10, found.posts_p90) == (2.5, 2.5)
    assert (found.cost_p10, found.cost_p90) == (12_350_000, 12_350_000)
