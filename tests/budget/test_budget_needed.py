from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from core_samples import EFFORT, WORK
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval.assumptions import Gap
from wiwak_eval.budget.workload.needed import posts_for, posts_needed, posts_planned, utilisation, work_rules

OPEN_LITTLE = replace(WORK, present=Decimal(1), opening_hours=Decimal(10))
amounts = st.decimals("0.05", "3", places=2)


def test_rules_of_the_shipped_assumptions(view):
    assert work_rules(view(), 2018) == WORK
    assert work_rules(view(), 2018, Decimal("32.5")) == replace(WORK, opening_hours=Decimal("32.5"))


def test_minutes_that_tasks_can_use():
    """97,440 minutes less a tenth: 87,696."""
    assert WORK.available == 87696


@pytest.mark.parametrize(
    ("count", "needed"),
    [(0, Fraction(120000, 87696)), (2928, Fraction(310320, 87696)), (13332, Fraction(45, 4))],
)
def test_the_need_by_hand(count, needed):
    """Contacts x 65 + 120,000 over 87,696: 13,332 contacts are 986,580 minutes, 11.25 times 87,696."""
    assert posts_needed(count, EFFORT, WORK) == needed


def test_distribution_time_is_taken_off_once():
    """Twice the coordination adds the coordination over the available minutes, not over less."""
    more = posts_needed(0, replace(EFFORT, coordination=Decimal(240000)), WORK)
    assert more - posts_needed(0, EFFORT, WORK) == Fraction(120000, 87696)
    assert posts_needed(0, EFFORT, replace(WORK, distribution=Decimal(0))) == Fraction(120000, 97440)


def test_the_cover_of_opening_hours_by_hand():
    """35 h x 60 x 50.2 weeks are 105,420 minutes; two people at a time over 97,440 minutes are 2.1638 posts."""
    assert WORK.opening_minutes == 105420
    assert WORK.cover == Fraction(210840, 97440)


@pytest.mark.parametrize(
    ("count", "planned"),
    [(0, "2.25"), (1189, "2.25"), (1190, "2.50"), (2928, "3.75"), (13331, "11.25"), (13332, "11.25"), (13333, "11.50")],
)
def test_planned_posts_by_hand(count, planned):
    """Opening hours ask for 2.25 posts, which do up to 1,189 contacts: 197,285 minutes, and 2.25 x 87,696 are 197,316."""
    assert posts_for(count, EFFORT, WORK) == Decimal(planned)


@pytest.mark.parametrize("step", ["0.05", "0.1", "0.25", "0.3", "0.5", "1"])
def test_a_need_on_a_step_stays_and_a_hair_above_goes_up(step):
    rules = replace(OPEN_LITTLE, step=Decimal(step), minimum=Decimal(0))
    exact = Fraction(step) * 7
    assert posts_planned(exact, rules) == Decimal(step) * 7
    assert posts_planned(exact + Fraction(1, 10**30), rules) == Decimal(step) * 8


def test_cover_on_a_step_stays():
    """36.54 h x 60 x 50 weeks x 2 = 219,240 minutes, 2.25 times 97,440."""
    rules = replace(WORK, opening_hours=Decimal("36.54"), opening_weeks=Decimal(50))
    assert rules.cover == Fraction(9, 4)
    assert posts_planned(Fraction(0), rules) == Decimal("2.25")
    assert posts_planned(Fraction(0), replace(rules, opening_hours=Decimal("36.55"))) == Decimal("2.5")


def test_a_minimum_holds_and_further_posts_come_on_top():
    assert posts_planned(Fraction(1, 10), OPEN_LITTLE) == 1
    assert posts_planned(Fraction(1, 10), replace(OPEN_LITTLE, minimum=Decimal("1.1"))) == Decimal("1.1")
    assert posts_planned(Fraction(1, 10), replace(OPEN_LITTLE, further=Decimal("0.5"))) == Decimal("1.5")
    assert posts_planned(Fraction(5, 2), replace(OPEN_LITTLE, further=Decimal("-0.5"))) == Decimal("2.0")


def test_utilisation_by_hand():
    assert utilisation(Fraction(310320, 87696), Decimal("3.75")) == Fraction(310320, 87696 * 15) * 4
    assert utilisation(Fraction(1), Decimal(0)) is None


@pytest.mark.parametrize(
    ("id", "value", "words"),
    [
        ("net_minutes_post_year", 0, "größer als 0"),
        ("post_step", 0, "größer als 0"),
        ("utilisation_warning", 0, "größer als 0"),
        ("post_step", -0.25, "größer als 0"),
        ("distribution_time_share", 1, "kleiner als 1"),
        ("distribution_time_share", -0.1, "mindestens 0"),
    ],
)
def test_a_value_that_cannot_be_is_refused_by_name(view, id, value, words):
    with pytest.raises(Gap, match=rf"„{id}“.*{words}.*Bitte den Wert ändern"):
        work_rules(view(**{id: value}), 2018)


@given(st.integers(0, 50_000), st.integers(0, 5_000), amounts, amounts)
def test_more_contacts_never_need_fewer_posts(count, more, step, minimum):
    rules = replace(WORK, step=step, minimum=minimum)
    assert posts_for(count, EFFORT, rules) <= posts_for(count + more, EFFORT, rules)


@given(st.fractions(0, 40), amounts, amounts)
def test_plans_cover_need_and_opening_in_the_fewest_steps(needed, step, minimum):
    rules = replace(WORK, step=step, minimum=minimum)
    planned = posts_planned(needed, rules)
    asked = max(needed, rules.cover)
    assert planned >= asked
    assert planned == minimum or (planned % step == 0 and planned - step < asked)
