import numpy as np
import pytest
from risk_samples import drawn, rule, year_model

from wiwak_eval.budget.grants.terms import GrantKind
from wiwak_eval.budget.risk.funding import GrantRule, granted
from wiwak_eval.budget.risk.model import RiskModel, Variant

PLAN = 12 * 100_000
"""Cents a year of one post at 1,000 euros a month."""
DRAWS = (500, 1000, 2500)
"""Contacts that ask for 0.75, 1 and 2 posts: less than planned, as planned, twice as much."""


def land(notice):
    """Cents from the Land and from the county in the three cases."""
    model = RiskModel((year_model([100_000]),), (Variant("v", "Variante", (notice,)),))
    outcome = model.outcome(drawn(DRAWS, years=1))
    assert outcome.posts[0].tolist() == [0.75, 1.0, 2.0]
    assert outcome.land[0, 0] + outcome.rest(0)[0] == pytest.approx(outcome.total[0])
    return outcome.land[0, 0].tolist()


def test_a_share_gives_back_its_share_of_savings_and_knows_no_more_than_the_plan():
    assert land(rule(granted=0.8 * PLAN, rate=0.8)) == pytest.approx([0.6 * PLAN, 0.8 * PLAN, 0.8 * PLAN])


def test_a_deficit_is_filled_so_that_savings_are_all_the_lands():
    assert land(rule(kind=GrantKind.DEFICIT, granted=0.8 * PLAN, own=0.2 * PLAN)) == pytest.approx([0.55 * PLAN, 0.8 * PLAN, 0.8 * PLAN])


def test_a_fixed_sum_stays_while_it_is_spent():
    assert land(rule(kind=GrantKind.FIXED, granted=0.8 * PLAN)) == pytest.approx([0.75 * PLAN, 0.8 * PLAN, 0.8 * PLAN])


def test_a_flat_rate_follows_posts_and_months():
    """60,000 cents a post and month: nine months of posts, twelve, and no more than the twelve granted."""
    assert land(rule(kind=GrantKind.FLAT, granted=720_000.0, amount=60_000.0)) == pytest.approx([540_000, 720_000, 720_000])


def test_months_before_the_first_supported_one_are_the_countys():
    assert land(rule(first=7, granted=0.4 * PLAN, rate=0.8)) == pytest.approx([0.3 * PLAN, 0.4 * PLAN, 0.4 * PLAN])


def test_without_a_decision_nothing_comes():
    assert land(None) == [0, 0, 0]


def test_what_is_paid_in_kind_brings_no_cash_beyond_cash():
    """Eligible are 100 in cash and 300 in kind; 80 % of 400 would be more than all cash."""
    months = np.tile(np.array([100.0, 300.0]) / 12, (1, 12, 1))
    counted, payable = np.ones((12, 2)), np.ones((12, 2)) * [1, 0]
    notice = GrantRule(GrantKind.SHARE, counted, payable, granted=1000.0, rate=0.8)
    assert granted(notice, months, np.ones((1, 12)), np.array([1000.0])).tolist() == pytest.approx([100])
