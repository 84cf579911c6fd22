from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from core_samples import EFFORT, WORK
from hypothesis import given, settings
from hypothesis import strategies as st

from wiwak_eval.budget.risk.break_even import person_months, saving
from wiwak_eval.budget.risk.switching import crossing, next_post, post_to_go
from wiwak_eval.budget.workload.needed import posts_for

NO_COVER = replace(WORK, present=Decimal(0))


def posts(contacts, work=NO_COVER):
    return posts_for(contacts, EFFORT, work)


def test_the_next_post_by_hand():
    """A post has 97,440 x 0.9 = 87,696 minutes for tasks: 3 posts carry (3 x 87,696 - 120,000) / 65 = 2,201.4 contacts, 2.75 carry
    1,864.1."""
    up, down = next_post(2000, posts), post_to_go(2000, posts)
    assert (up.contacts, up.now, up.then) == (2202, 3, Decimal("3.25"))
    assert (down.contacts, down.now, down.then) == (1864, 3, Decimal("2.75"))


def test_where_opening_hours_ask_for_all_posts_none_goes():
    assert posts(0, WORK) == posts(500, WORK)
    assert post_to_go(500, lambda contacts: posts(contacts, WORK)) is None


def test_where_contacts_take_no_time_none_comes():
    assert next_post(500, lambda contacts: Decimal(2)) is None


@settings(max_examples=200, deadline=None)
@given(contacts=st.integers(0, 6000), step=st.sampled_from(("0.25", "0.5", "1")))
def test_thresholds_are_the_first_ones(contacts, step):
    work = replace(NO_COVER, step=Decimal(step))
    up, down = next_post(contacts, lambda count: posts(count, work)), post_to_go(contacts, lambda count: posts(count, work))
    assert posts(up.contacts, work) > posts(contacts, work) == posts(up.contacts - 1, work)
    if down is None:
        assert posts(0, work) == posts(contacts, work)
    else:
        assert posts(down.contacts, work) < posts(contacts, work) == posts(down.contacts + 1, work)


@settings(max_examples=300, deadline=None)
@given(slope=st.integers(-7, 7), start=st.integers(0, 400), planned=st.integers(0, 100), limit=st.integers(-300, 900))
def test_a_crossing_is_the_nearest_value_on_the_other_side(slope, start, planned, limit):
    within = range(101)

    def result(value):
        return start + slope * value

    other = [value for value in within if (result(value) > limit) != (result(planned) > limit)]
    nearest = min(other, key=lambda value: abs(value - planned)) if other else None
    assert crossing(result, planned, limit, within) == nearest


def test_a_crossing_in_a_range_that_does_not_begin_at_nought():
    assert crossing(lambda value: value, 1000, 1299, range(800, 2001)) == 1300
    assert crossing(lambda value: -value, 1000, -900, range(800, 2001)) == 900 - 1


def test_who_saves(view):
    """416 euros are the Bund's; of 300 for housing it refunds all in 2018, and as far as one knew in 2017, 45 % in 2019."""
    in_2018, in_2019 = (saving(view(), date(year, 1, 1)) for year in (2018, 2019))
    assert in_2018.by_bearer == {"federal": 71_600, "land": 0, "county": 0}
    assert in_2019.by_bearer == {"federal": 41_600 + 13_500, "land": 0, "county": 16_500}
    known_later = saving(view(as_of=date(2019, 6, 1)), date(2019, 1, 1))
    assert known_later.by_bearer == {"federal": 42_400 + 30_000, "land": 0, "county": 0}
    assert known_later.together == 72_400


@pytest.mark.parametrize(("cost", "saved", "months"), [(71_600, 71_600, 1), (71_601, 71_600, 2), (0, 0, 0), (0, 5, 0), (100, 0, None)])
def test_months_until_it_pays(cost, saved, months):
    assert person_months(cost, saved) == months
