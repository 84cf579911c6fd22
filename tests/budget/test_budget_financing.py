from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiwak_eval.budget.costs import LABELS, YearCosts
from wiwak_eval.budget.financing import FUNDERS, GrantTerms, decided_terms, eligible, finance, start_month
from wiwak_eval.budget.pay import PayMonth

cents = st.integers(0, 10**9)
terms = st.none() | st.builds(GrantTerms, st.decimals("0", "1", places=4), st.integers(1, 13), st.none() | cents)


def year_costs(monthly, others):
    months = tuple(PayMonth(month, 0, Decimal(1), gross, *[0] * 8) for month, gross in enumerate(monthly, start=1))
    keys = [item for item in LABELS if item != "personnel"]
    return YearCosts(2018, {"S1": months}, {"personnel": sum(monthly)} | dict(zip(keys, others, strict=True)))


costs = st.builds(year_costs, st.lists(cents, min_size=12, max_size=12), st.lists(cents, min_size=6, max_size=6))


@settings(max_examples=150, deadline=None)
@given(costs, terms, st.tuples(cents, cents, cents), st.booleans())
def test_the_parts_are_the_costs_to_the_cent(view, costs, terms, fixed, in_kind):
    names = ("federal_amount_year", "esf_amount_year", "third_party_amount_year")
    amounts = {name: Decimal(amount) / 100 for name, amount in zip(names, fixed, strict=True)}
    financing = finance(costs, view(rooms_in_kind=in_kind, **amounts), terms)
    parts = financing.parts
    assert set(parts) == set(FUNDERS)
    assert sum(parts.values()) == financing.total == costs.total
    assert all(part >= 0 for part in parts.values())
    assert parts["county_in_kind"] == (costs.items["rooms"] if in_kind else 0)
    assert all(parts[funder] <= amount for funder, amount in zip(("federal", "esf", "third"), fixed, strict=True))
    assert (parts["land"], parts["county_cash"]) == (0, 0) if terms is None else parts["open"] == 0


@settings(max_examples=60, deadline=None)
@given(costs, st.integers(0, 10**9))
def test_rooms_in_kind_leave_every_cash_part_alone(view, costs, more):
    dearer = YearCosts(costs.year, costs.personnel, costs.items | {"rooms": costs.items["rooms"] + more})
    grant = GrantTerms(Decimal("0.8"), 1, None)
    before, after = (finance(year, view(), grant).parts for year in (costs, dearer))
    assert {funder: after[funder] - before[funder] for funder in FUNDERS if after[funder] != before[funder]} in (
        {},
        {"county_in_kind": more},
    )


@settings(max_examples=60, deadline=None)
@given(costs, st.decimals("0", "1", places=4), st.integers(1, 12))
def test_a_later_start_never_gives_more(costs, share, start):
    for in_kind in (costs.items["rooms"], 0):
        assert eligible(costs, 13, in_kind) == 0
        earlier, later = eligible(costs, start, in_kind), eligible(costs, start + 1, in_kind)
        assert later <= earlier <= eligible(costs, 1, in_kind) == costs.total - in_kind


@settings(max_examples=60, deadline=None)
@given(costs, st.decimals("0", "0.5", places=4), cents)
def test_a_ceiling_is_never_passed(view, costs, share, ceiling):
    capped, free = (finance(costs, view(), GrantTerms(share, 1, most)).parts["land"] for most in (ceiling, None))
    assert capped == min(free, ceiling)


def test_what_falls_due_in_november_counts_for_november():
    costs = year_costs([100] * 10 + [900, 100], [1200, 0, 0, 0, 0, 7777])
    assert [eligible(costs, start, 7777) for start in (1, 11, 12, 13)] == [2000 + 1200, 1000 + 200, 100 + 100, 0]


@pytest.mark.parametrize(
    ("month", "year", "first"), [("2018-07", 2017, 13), ("2018-07", 2018, 7), ("2018-07", 2019, 1), ("2018-01", 2018, 1)]
)
def test_the_first_supported_month_of_a_year(month, year, first):
    assert start_month(month, year) == first


def test_in_november_2017_nothing_is_decided(view):
    assert decided_terms(view(), 2018) is None


def test_the_terms_known_in_july_2018(view):
    assert decided_terms(view(date(2018, 7, 1)), 2018) == GrantTerms(Decimal("0.80"), 1, None)
