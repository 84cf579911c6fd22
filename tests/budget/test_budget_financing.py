"""Every cent has one funder: 2,000 random plans."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from grant_samples import NO_FIXED, Plan, cents, pilot_like, random_costs, random_fixed, random_terms, share_terms, year_costs
from hypothesis import given, settings
from hypothesis import strategies as st

from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.budget.financing.laying import lay
from wiwak_eval.budget.financing.split import FIXED, FUNDERS, finance, fixed_amounts, funder_parts
from wiwak_eval.budget.grants.amount import grant_amount
from wiwak_eval.budget.grants.eligible import eligible, eligible_cash_cells, post_months
from wiwak_eval.budget.grants.terms import GrantKind

MONTHS = range(1, 13)


@settings(max_examples=800, deadline=None)
@given(random_costs, random_fixed, st.none() | random_terms)
def test_every_cent_by_item_month_and_funder(costs, fixed, terms):
    financing = finance(costs, fixed, terms)
    assert list(financing.cells) == [(item, month) for item in LABELS for month in MONTHS]
    assert all(list(parts) == list(FUNDERS) and min(parts.values()) >= 0 for parts in financing.cells.values())
    assert all(sum(parts.values()) == costs.months[item][month - 1] for (item, month), parts in financing.cells.items())
    assert {funder: sum(parts[funder] for parts in financing.cells.values()) for funder in FUNDERS} == financing.parts
    assert financing.total == costs.total
    for (item, _), parts in financing.cells.items():
        assert parts["county_in_kind"] == (sum(parts.values()) if item in costs.in_kind else 0)
    assert all(financing.parts[funder] <= fixed[funder] for funder in FIXED)
    assert financing.parts["land"] == financing.parts["county_cash"] == 0 if terms is None else financing.parts["open"] == 0


@settings(max_examples=600, deadline=None)
@given(random_costs, random_fixed, random_terms)
def test_the_land_gives_no_more_than_its_terms(costs, fixed, terms):
    financing = finance(costs, fixed, terms)
    land, base = financing.parts["land"], eligible(costs, terms)
    outside = sum(parts["land"] for cell, parts in financing.cells.items() if cell not in eligible_cash_cells(costs, terms))
    assert outside == 0
    assert terms.ceiling is None or land <= terms.ceiling
    assert land <= grant_amount(terms, base, sum(financing.parts[funder] for funder in FIXED), post_months(costs, terms)) <= base
    if terms.kind is GrantKind.SHARE:
        assert land <= terms.rate * base + Decimal("0.5")


@settings(max_examples=400, deadline=None)
@given(random_costs, random_fixed, random_terms, cents, st.integers(0, 10_000))
def test_more_grant_is_never_more_county_cash(costs, fixed, terms, more, rate):
    ceiling = None if terms.ceiling is None else terms.ceiling + more
    better = replace(terms, rate=min(Decimal(1), terms.rate + Decimal(rate) / 10_000), amount=terms.amount + more, ceiling=ceiling)
    before = funder_parts(costs, fixed, terms)["county_cash"]
    assert funder_parts(costs, fixed, better)["county_cash"] <= before
    assert funder_parts(costs, fixed | {"esf": fixed["esf"] + more}, terms)["county_cash"] <= before


@settings(max_examples=200, deadline=None)
@given(random_costs, random_fixed, random_terms, cents)
def test_dearer_contributions_in_kind_leave_every_cash_part_alone(costs, fixed, terms, more):
    terms = replace(terms, in_kind_counts=False)
    raised = {item: (costs.months[item][0] + more, *costs.months[item][1:]) for item in costs.in_kind}
    dearer = replace(costs, months={**costs.months, **raised})
    before, after = funder_parts(costs, fixed, terms), funder_parts(dearer, fixed, terms)
    assert after == before | {"county_in_kind": before["county_in_kind"] + more * len(costs.in_kind)}


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.integers(), cents, min_size=1, max_size=40), st.integers(0, 10**6))
def test_laying_never_overpays_a_cell_and_loses_nothing(room, part):
    amount = sum(room.values()) * part // 10**6
    laid = lay(amount, room)
    assert sum(laid.values()) == amount
    assert all(0 <= laid[key] <= cents for key, cents in room.items())


@pytest.mark.parametrize("amount", [-1, 4])
def test_what_does_not_fit_is_not_laid(amount):
    with pytest.raises(ValueError, match="cannot be laid"):
        lay(amount, {"a": 1, "b": 2})


def test_parts_follow_the_proportion():
    assert lay(50, {"a": 30, "b": 0, "c": 70}) == {"a": 15, "b": 0, "c": 35}
    assert lay(0, {}) == {}


def test_the_land_keeps_to_its_months_and_the_federal_money_fills_the_rest():
    """From July on the Land pays 80 % of 14,400 €; the Bund's 10,000 € lie on what is left: 240,000 / 1,728,000 of them
    (1,388.889 €) in each month until June."""
    costs = year_costs({"events": 2_880_000})
    financing = finance(costs, NO_FIXED | {"federal": 1_000_000}, share_terms(start=7))
    land = [financing.cells["events", month]["land"] for month in MONTHS]
    federal = [financing.cells["events", month]["federal"] for month in MONTHS]
    assert land == [0] * 6 + [192_000] * 6
    assert financing.parts == dict.fromkeys(FUNDERS, 0) | {"land": 1_152_000, "federal": 1_000_000, "county_cash": 728_000}
    assert federal[:6] == [138_889, 138_889, 138_889, 138_889, 138_888, 138_889]
    assert sum(federal[6:]) == 1_000_000 - sum(federal[:6])


def test_nothing_decided_leaves_the_need_open():
    parts = Plan(pilot_like()).financing.parts
    assert (parts["open"], parts["county_cash"], parts["land"], parts["county_in_kind"]) == (14_090_000, 0, 0, 600_000)


def test_fixed_amounts_come_from_the_assumptions(view):
    assert fixed_amounts(view(esf_amount_year=Decimal("12.345")), 2018) == {"federal": 0, "esf": 1235, "third": 0}
    assert set(fixed_amounts(view(date(2018, 7, 1)), 2019)) == set(FIXED)
