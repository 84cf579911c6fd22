"""What becomes of a grant: a late notice, provisional budget management, the proof of use."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from grant_samples import (
    ALL,
    MONTHLY,
    NO_FIXED,
    SMALL,
    Plan,
    cents,
    pilot_like,
    random_costs,
    random_fixed,
    random_terms,
    share_terms,
    year_costs,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from wiwak_eval.budget.financing.split import finance, funder_parts
from wiwak_eval.budget.financing.variants import assumed_terms
from wiwak_eval.budget.grants.late import late_decisions
from wiwak_eval.budget.grants.late_table import ASSUMED, late_decision
from wiwak_eval.budget.grants.provisional import month_before, provisional_months, published_month
from wiwak_eval.budget.grants.provisional_table import provisional
from wiwak_eval.budget.grants.settlement import settle
from wiwak_eval.budget.grants.spent_before import spent_a_month
from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms
from wiwak_eval.budget.posts.line import NEW

ITEMS = ("personnel", "materials", "training", "events")
by_item = st.lists(cents, min_size=4, max_size=4).map(lambda amounts: dict(zip(ITEMS, amounts, strict=True)))


@settings(max_examples=100, deadline=None)
@given(random_costs, random_fixed, random_terms)
def test_what_is_lost_is_what_the_county_pays_more(costs, fixed, terms):
    in_time = funder_parts(costs, fixed, replace(terms, decided=0))
    found = late_decisions(costs, fixed, terms)
    assert [(each.month, each.early_start) for each in found] == [(month, early) for month in range(1, 13) for early in (True, False)]
    for each in found:
        if each.early_start:
            assert (each.lost, each.at_risk, each.county_cash) == (0, 0, in_time["county_cash"])
            assert 0 <= each.prefinanced <= in_time["land"]
        else:
            assert each.prefinanced == 0
            assert each.county_cash == in_time["county_cash"] + each.lost
            assert each.at_risk in {0, in_time["land"] - each.lost}


def test_a_later_notice_prefinances_and_loses_more():
    found = late_decisions(pilot_like(), NO_FIXED, share_terms(start=3))
    for early, name in ((True, "prefinanced"), (False, "lost")):
        amounts = [getattr(each, name) for each in found if each.early_start is early]
        assert amounts[:3] == [0, 0, 0]
        assert amounts == sorted(amounts)
        assert amounts[3] == 906_000
    assert [each.at_risk > 0 for each in found if not each.early_start] == [False] * 3 + [True] * 9


def test_the_table_of_late_notices():
    plans = [Plan(pilot_like()), Plan(pilot_like(2019))]
    table = late_decision(plans, {2018: share_terms(), 2019: share_terms()}, ())
    assert len(table.rows) == 2 * 12 * 2
    assert [table.cell("2018-06/late", name) for name in ("prefinanced", "lost", "at_risk", "county_cash")] == [
        0, 4_530_000, 6_742_000, 7_348_000,
    ]  # fmt: skip
    assert [table.cell("2018-06/early", name) for name in ("prefinanced", "lost", "at_risk", "county_cash")] == [
        4_530_000, 0, 0, 2_818_000,
    ]  # fmt: skip
    assert ASSUMED in table.notes
    assert ASSUMED not in late_decision([Plan(pilot_like(), share_terms())], {2018: share_terms()}, ()).notes


def test_assumed_terms_hold_the_rules_and_the_assumed_share(view):
    assert assumed_terms(view(land_in_kind_counts=True), 2019) == share_terms("0.80", tolerance=Decimal("0.20"), in_kind_counts=True)


def new_and_held():
    return pilot_like(posts={"S1": Decimal("1.5"), NEW: Decimal("0.5")})


def test_new_posts_and_raised_items_wait_for_the_bylaw():
    """Of two posts one half is new: a quarter of 10,000 €. Other items cost 1,325 € a month, of which the year before spent 1,000 €."""
    before = {"interpreting": 60_000, "materials": 30_000, "events": 10_000}
    january, february = provisional_months(new_and_held(), before, 2)[:2]
    assert (january.posts, january.new_posts, january.rent, january.continued) == (750_000, 250_000, 0, 60_000 + 30_000 + 10_000)
    assert (january.raised, january.free) == (10_000 + 10_000 + 5_000 + 7_500, 0)
    assert (february.new_posts, february.raised, february.free) == (0, 0, 250_000 + 32_500)


@pytest.mark.parametrize("published", [0, 1, 2, 5, 13])
def test_each_month_of_the_first_half_adds_up_to_its_cash(published):
    costs = year_costs(SMALL, MONTHLY, in_kind=(), posts={"S1": Decimal("1.25"), NEW: Decimal("0.75")})
    months = provisional_months(costs, {"interpreting": 10**9}, published)
    assert [month.month for month in months] == [1, 2, 3, 4, 5, 6]
    for month in months:
        parts = (month.posts, month.rent, month.continued, month.new_posts, month.raised, month.free)
        assert sum(parts) == sum(amounts[month.month - 1] for amounts in costs.months.values())
        assert month.rent == round(50_000 * 1.25 / 2)
        assert (month.new_posts + month.raised > 0) == (month.month < published)


def test_without_new_posts_or_posts_at_all_rent_stays_bound():
    for posts in ({"S1": Decimal(1)}, {NEW: Decimal(1)}):
        costs = year_costs(SMALL, MONTHLY, in_kind=(), posts=posts)
        assert provisional_months(costs, {}, 13)[0].rent == (0 if NEW in posts else 50_000)
    empty = replace(year_costs(SMALL, in_kind=()), personnel={})
    assert provisional_months(empty, {}, 13)[0].rent == 50_000


def test_the_table_of_provisional_management(view):
    plans = [Plan(new_and_held()), Plan(pilot_like(2019))]
    published = {year: published_month(view(), year) for year in (2018, 2019)}
    assert published == {2018: 2, 2019: 2}
    before = {2018: {}, 2019: month_before(plans[0].costs)}
    table = provisional(plans, before, published, ())
    assert [row[0] for row in table.rows] == [f"{year}-{month:02d}" for year in (2018, 2019) for month in range(1, 7)]
    assert table.cell("2018-01", "new_posts") == 250_000
    assert table.cell("2019-01", "raised") == 0
    assert len(table.columns) <= 8


def test_the_month_before_comes_from_the_ledger(read):
    heads = "Datum;E/A;Kostenart;Betrag;Finanzierung;Sachleistung\n"
    rows = "05.02.2017;A;Dolmetschen;700,05;Land;nein\n06.03.2017;A;Dolmetschen;−100,00;Land;nein\n".replace("−", "-")
    rows += "07.03.2017;A;Veranstaltungen;90,00;Kreis;ja\n08.03.2017;E;Zuwendung;9,00;Land;nein\n"
    spent = spent_a_month(read({"buchungen": heads + rows}))
    assert (spent["interpreting"], spent["events"]) == (6_001, 0)
    assert spent_a_month(read({"stellen": "Stelle;Entgeltgruppe;Stufe;Stellenanteil;Von\n"})) in ({}, spent)


@settings(max_examples=300, deadline=None)
@given(by_item, by_item, random_terms, cents, cents, st.integers(0, 100))
def test_a_settlement_adds_up(planned, actual, terms, paid, others, post_months):
    plan = sum(planned.values())
    granted = min(paid, plan)
    terms = replace(terms, eligible=ALL, tolerance=Decimal("0.2"))
    settled = settle(planned, actual, terms, granted, granted, others, Decimal(post_months))
    assert {item: settled.recognised[item] + settled.not_recognised[item] for item in ITEMS} == actual
    assert all(settled.recognised[item] <= Decimal("1.2") * planned[item] + Decimal("0.5") for item in ITEMS)
    assert 0 <= settled.due <= min(granted, plan, sum(settled.recognised.values()) - settled.over_plan)
    assert (settled.repayment, settled.outstanding) == (granted - settled.due, 0)
    assert settled.due + settled.county + others == sum(actual.values())


@settings(max_examples=100, deadline=None)
@given(by_item, st.integers(0, 1000), cents)
def test_more_savings_never_leave_more_grant(planned, part, granted):
    fuller = {item: amount * part // 1000 for item, amount in planned.items()}
    leaner = {item: amount // 2 for item, amount in fuller.items()}
    for terms in (share_terms(), GrantTerms(GrantKind.DEFICIT, ALL, own_cash=1000), GrantTerms(GrantKind.FIXED, ALL, amount=granted)):
        assert settle(planned, leaner, terms, granted, granted).due <= settle(planned, fuller, terms, granted, granted).due


def test_an_item_without_a_plan_or_not_eligible_is_the_countys():
    terms = share_terms(eligible=frozenset({"personnel", "training"}), tolerance=Decimal("0.2"))
    settled = settle({"personnel": 1000, "events": 500}, {"personnel": 1000, "training": 70, "events": 500}, terms, 800, 800)
    assert settled.not_recognised == {"personnel": 0, "training": 70, "events": 500}
    assert (settled.due, settled.county) == (800, 770)
    assert settle({}, {"personnel": 5}, terms, 800, 800).repayment == 800


def test_a_plan_that_is_spent_as_planned_returns_nothing():
    costs, terms = pilot_like(), share_terms(tolerance=Decimal("0.2"))
    planned = {item: amount for item, amount in costs.items.items() if item not in costs.in_kind}
    land = finance(costs, NO_FIXED, terms).parts["land"]
    settled = settle(planned, planned, terms, land, land)
    assert (settled.due, settled.repayment, settled.county) == (11_272_000, 0, 2_818_000)


def test_the_month_of_publication_is_an_assumption_of_its_year(view):
    assert published_month(view(budget_published_month="2019-03"), 2018) == 13
    assert published_month(view(date(2018, 7, 1)), 2018) == 2
