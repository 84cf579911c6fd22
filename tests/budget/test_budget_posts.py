from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval.budget.posts import Post, existing_posts, planned_posts

POSTS = """\
Stelle;Entgeltgruppe;Stufe;Stellenanteil;Von;Bis
ST-1;S 17;4;1,00;01.05.2016;
ST-2;EG 9b;3;0,75;01.01.2017;31.10.2017
ST-3;S 11b;2;0,50;01.01.2017;30.10.2017
ST-4;S12;2;0,50;31.10.2017;
ST-5;E 6;3;0,50;01.11.2017;
"""
NEW = Post("neu", "S12", 3, Decimal(0))
lines = st.lists(st.decimals("0", "1", places=2), max_size=6)


def test_posts_held_on_the_last_day_in_the_order_of_the_plan(read):
    """ST-3 ended the day before, ST-5 begins the day after; the others are numbered anew."""
    assert existing_posts(read({"stellen": POSTS})) == (
        Post("S1", "S17", 4, Decimal("1.0")),
        Post("S2", "E9b", 3, Decimal("0.75")),
        Post("S3", "S12", 2, Decimal("0.5")),
    )


def test_without_a_posts_plan_there_are_none(read):
    assert existing_posts(read({"klienten": "Klienten-ID\nK1\n"})) == ()


@pytest.mark.parametrize(
    ("total", "shares"),
    [("0.5", ("0.5", "0", "0")), ("1.25", ("1", "0.25", "0")), ("1.75", ("1", "0.75", "0")), ("3", ("1", "0.75", "1.25"))],
)
def test_existing_posts_are_filled_first(total, shares):
    existing = (Post("S1", "S17", 4, Decimal(1)), Post("S2", "S12", 2, Decimal("0.75")))
    planned = planned_posts(existing, NEW, Decimal(total))
    assert tuple(post.share for post in planned) == tuple(map(Decimal, shares))
    assert [(post.key, post.group, post.step) for post in planned] == [("S1", "S17", 4), ("S2", "S12", 2), ("neu", "S12", 3)]


@given(lines, st.decimals("0", "12", places=2))
def test_planned_posts_are_the_total_and_none_is_overfilled(shares, total):
    existing = tuple(Post(f"S{number}", "S12", 3, share) for number, share in enumerate(shares, start=1))
    planned = planned_posts(existing, NEW, total)
    assert sum(post.share for post in planned) == total
    assert all(0 <= plan.share <= post.share for plan, post in zip(planned, existing, strict=False))
    assert planned[-1].share == max(0, total - sum(shares))
