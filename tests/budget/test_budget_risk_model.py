from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from core_samples import EFFORT, WORK
from hypothesis import given as drawing
from hypothesis import settings
from hypothesis import strategies as st
from risk_samples import drawn, rule, values, year_model

from wiwak_eval.budget.risk.inputs import CASELOAD
from wiwak_eval.budget.risk.model import PAY, RiskModel, Variant, steps_needed
from wiwak_eval.budget.workload.needed import posts_for

ONE_POST = (400_000, 50_000)
"""Cents a month of a post: pay and rooms."""


def model(*rules, **more):
    variants = [Variant(f"v{place}", "Variante", (rule, rule)) for place, rule in enumerate(rules)] or [
        Variant("open", "offen", (None, None))
    ]
    return RiskModel((year_model(ONE_POST, **more),) * 2, tuple(variants))


def test_posts_come_in_steps():
    """(1,000 x 60 + 30,000) / 90,000 = 1.0 posts exactly; one contact more asks for the next quarter."""
    assert model().outcome(drawn([1000, 1001, 1375, 1376])).posts[0].tolist() == [1.0, 1.25, 1.25, 1.5]


def test_opening_hours_ask_for_posts_of_their_own():
    """40 hours x 50 weeks x 60 minutes x 2 people / 100,000 minutes = 2.4 posts."""
    outcome = model().outcome(drawn([100], opening_hours_week=40, present_at_once=2))
    assert outcome.posts[0].tolist() == [2.5]


@settings(max_examples=300, deadline=None)
@drawing(contacts=st.integers(0, 9000), present=st.sampled_from((0, 1, 2)), step=st.sampled_from(("0.25", "0.5", "0.1", "1")))
def test_steps_are_those_of_the_exact_engine(contacts, present, step):
    work = replace(WORK, step=Decimal(step), present=Decimal(present), minimum=Decimal(0))
    given = {
        CASELOAD: contacts, "contact_minutes": EFFORT.minutes, "follow_up_minutes": EFFORT.follow_up,
        "coordination_minutes_year": EFFORT.coordination, "net_minutes_post_year": work.net_minutes,
        "distribution_time_share": work.distribution, "opening_hours_week": work.opening_hours, "present_at_once": present,
    }  # fmt: skip
    found = steps_needed({id: np.array([float(value)]) for id, value in given.items()}, float(work.opening_weeks), float(work.step))
    assert found[0] * work.step == posts_for(contacts, EFFORT, work)


def test_costs_are_posts_times_months_by_item():
    outcome = model(in_kind=[False, True]).outcome(drawn([1000]))
    assert outcome.total[:, 0].tolist() == [12 * 450_000] * 2
    assert outcome.left[:, 0].tolist() == [12 * 400_000] * 2
    assert outcome.rest(0).tolist() == outcome.left.tolist()


def test_pay_lies_between_its_heights():
    """Pay moves the first item only: halfway up from central to high, and fully down to low."""
    paid = model(pay=(0.9, 1.0, 1.2)).outcome(drawn([1000] * 4, **{PAY: [0.9, 1.0, 1.1, 1.3]}))
    assert (paid.total[0] / 12 - 50_000).tolist() == pytest.approx([360_000, 400_000, 440_000, 480_000])


def test_pay_that_can_only_rise():
    paid = model(pay=(1.0, 1.0, 1.2)).outcome(drawn([1000] * 2, **{PAY: [1.0, 1.1]}))
    assert (paid.total[0] / 12 - 50_000).tolist() == pytest.approx([400_000, 440_000])


def test_an_item_grows_with_each_input_that_scales_it():
    slopes = {"contact_minutes": np.array([0, 0.025]), CASELOAD: np.array([0, 0.001])}
    at = {"contact_minutes": 40.0, CASELOAD: 1000.0}
    months = year_model(ONE_POST, slopes=slopes, reference=at).months(values([500], contact_minutes=60), np.array([4]))
    assert months[0].sum(axis=0) == pytest.approx([12 * 400_000, 12 * 50_000 * 1.5 * 0.5])


def test_more_posts_than_were_priced_are_refused():
    with pytest.raises(ValueError, match="9 steps of posts are needed, 5 are priced"):
        model(steps=4).outcome(drawn([2850]))


def test_what_others_give_comes_first():
    outcome = replace(model(), years=(year_model(ONE_POST, fixed=5_000_000.0),) * 2).outcome(drawn([1000, 500]))
    assert outcome.left[0].tolist() == [400_000, 0]


def test_each_year_has_its_own_contacts():
    both = drawn([1000])
    both[CASELOAD] = np.array([[1000.0], [1001.0]])
    assert model(rule(items=2, granted=1e9, rate=0.8)).outcome(both).posts.tolist() == [[1.0], [1.25]]
