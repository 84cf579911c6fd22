"""Two thousand random plans: 900 for sums, 600 for monotony (two plans each of 300), 300 for who pays, 200 for papers."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_plans import YEAR, Remembered, contacts, efforts, planned, year_rules

from wiwak_eval.budget.costs.bases import cost_bases
from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.budget.financing.split import FIXED, FUNDERS
from wiwak_eval.budget.financing.tables import financing_items, financing_months
from wiwak_eval.budget.grants.eligible import eligible, eligible_cash_cells
from wiwak_eval.budget.grants.terms import GrantKind
from wiwak_eval.budget.papers.budget_codes import EXPENDITURE, INCOME, budget_lines
from wiwak_eval.budget.papers.grant_plan import application, grant_funding, grant_plan
from wiwak_eval.budget.papers.registration import Former, budget_application
from wiwak_eval.budget.pay.rules import pay_rules
from wiwak_eval.money import share_of

PLANS = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}
MONTHS = range(1, 13)


@pytest.fixture(scope="module")
def known(view):
    return Remembered(view())


@pytest.fixture(scope="module")
def drawn(known, view):
    """Draws the rules of a random year, and plans it."""
    rules = year_rules(pay_rules(view(), YEAR))

    def draw(data, number, effort):
        return planned(data.draw(rules), effort, number, known)

    return draw


@settings(max_examples=900, **PLANS)
@given(st.data(), contacts, efforts)
def test_parts_add_up_to_totals_in_cents(drawn, data, number, effort):
    """By item, month, post and funder; every cent of every item in every month is paid exactly once."""
    plan = drawn(data, number, effort)
    costs, money = plan.costs, plan.financing
    assert set(costs.months) == set(LABELS)
    assert costs.total == sum(costs.months[item][month - 1] for item in LABELS for month in MONTHS) == sum(costs.items.values())
    assert all(amount >= 0 for months in costs.months.values() for amount in months)
    by_post = sum(pay.total for months in costs.personnel.values() for pay in months)
    assert by_post == sum(costs.items[item] for item in ("personnel", "carrier", "contract"))
    assert costs.cash + sum(costs.items[item] for item in costs.in_kind) == costs.total
    assert money.total == costs.total
    for (item, month), cell in money.cells.items():
        assert sum(cell.values()) == costs.months[item][month - 1]
        assert min(cell.values()) >= 0
    for funder in FUNDERS:
        assert sum(cell[funder] for cell in money.cells.values()) == money.parts[funder]


@settings(max_examples=300, **PLANS)
@given(st.data(), contacts, st.integers(0, 5_000), efforts)
def test_more_contacts_never_plan_fewer_posts_and_never_cost_less(drawn, known, data, number, more, effort):
    few = drawn(data, number, effort)
    many = planned(few.rules, effort, number + more, known)
    assert few.needed <= many.needed
    assert few.planned <= many.planned
    assert all(fewer <= most for fewer, most in zip(few.staff.post_months, many.staff.post_months, strict=True))
    for item in LABELS:
        assert few.costs.items[item] <= many.costs.items[item]
    assert few.costs.total <= many.costs.total
    assert few.planned == many.planned or few.rules.staff.last


@settings(max_examples=300, **PLANS)
@given(st.data(), contacts, efforts)
def test_funders_stay_within_their_rules(drawn, data, number, effort):
    plan = drawn(data, number, effort)
    costs, parts, terms = plan.costs, plan.financing.parts, plan.terms
    assert parts["county_in_kind"] == costs.total - costs.cash
    assert all(parts[funder] <= plan.fixed[funder] for funder in FIXED)
    assert parts["land"] + sum(parts[funder] for funder in FIXED) <= costs.cash
    if terms is None:
        assert parts["land"] == parts["county_cash"] == 0
        return
    counted = eligible(costs, terms)
    assert parts["open"] == 0
    assert parts["land"] <= min(counted, sum(eligible_cash_cells(costs, terms).values()))
    assert terms.ceiling is None or parts["land"] <= terms.ceiling
    assert terms.kind is not GrantKind.SHARE or parts["land"] <= share_of(counted, terms.rate)
    assert counted <= costs.cash + (parts["county_in_kind"] if terms.in_kind_counts else 0)
    for (item, month), cell in plan.financing.cells.items():
        supported = item in terms.eligible and item not in costs.in_kind and month in terms.months
        assert supported or cell["land"] == 0


@settings(max_examples=200, **PLANS)
@given(st.data(), contacts, efforts)
def test_papers_hold_every_cent_of_the_plan(drawn, view, data, number, effort):
    """Budget lines, cost plan and bases against costs; tables of financing against its parts."""
    plan, assumptions = drawn(data, number, effort), Remembered(view())
    costs, parts = plan.costs, plan.financing.parts
    lines = budget_lines((plan,), assumptions)
    assert sum(line.amounts[0] for line in lines if line.direction == EXPENDITURE) == costs.total
    assert sum(line.amounts[0] for line in lines if line.direction == INCOME) == sum(parts[funder] for funder in ("land", *FIXED))
    sheet = budget_application((plan,), lines, Former({}, {}), ())
    need = sum(parts[funder] for funder in ("county_cash", "county_in_kind", "open"))
    assert sheet.cell("need", "y1") == need
    asked = application(plan, assumptions, None)
    table, funding = grant_plan(1, asked, effort, ()), grant_funding(1, asked, ())
    assert table.cell("total", "applied") == funding.cell("total", "amount") == costs.total
    assert all(row[2] == row[3] + row[4] for row in table.rows)
    assert [sum(row[place] for row in table.rows[:-1]) for place in (2, 3, 4)] == list(table.rows[-1][2:5])
    bases = cost_bases([costs], [asked.eligible], ())
    total = [bases.cell(f"total/{YEAR}", column) for column in ("eligible", "cash", "total", "full")]
    assert total[:3] == [sum(asked.eligible.values()), costs.cash, costs.total]
    assert total == [sum(row[place] for row in bases.rows[:-1]) for place in range(3, 7)]
    items, months = financing_items([plan], ()), financing_months([plan], ())
    assert list(items.rows[-1][2:]) == [*parts.values(), costs.total] == [sum(row[place] for row in months.rows) for place in range(1, 9)]
