from decimal import Decimal

import pytest
from planned_years import day, further, line, planned_year

from wiwak_eval.budget.pay.forms import employment_forms, form_cost
from wiwak_eval.budget.posts.line import Form

MIXED = (line("S1", "S17", 4), line("S2", "S11b", 2, "0.5", Form.FORWARDED), line("S3", "E6", 3, "0.5", Form.CONTRACT), further())
ROWS = [f"{form}/{year}" for year in (2018, 2019) for form in ("plan", "own", "forwarded", "contract")]


@pytest.fixture
def table(view):
    assumptions = view()
    return employment_forms([planned_year(assumptions, year, MIXED) for year in (2018, 2019)], assumptions, ["minimum_posts"])


def test_a_row_for_the_plan_and_for_each_form(table):
    assert [row[0] for row in table.rows] == ROWS
    assert all(row[-1] == sum(row[3:-1]) for row in table.rows)
    assert not table.staff


def test_pay_is_the_same_in_each_form_and_only_additions_differ(table):
    for year in ("2018", "2019"):
        rows = {form: table.rows[ROWS.index(f"{form}/{year}")] for form in ("plan", "own", "forwarded", "contract")}
        assert len({row[3] for row in rows.values()}) == 1
        assert rows["own"][4:7] == (0, 0, 0)
        assert rows["forwarded"][4:6] == rows["contract"][4:6]
        assert rows["forwarded"][6] == 0 < rows["contract"][6]
        assert rows["own"][-1] < rows["forwarded"][-1] < rows["contract"][-1]
        assert rows["own"][-1] < rows["plan"][-1] < rows["contract"][-1]


def test_the_plan_row_is_what_the_plan_costs(view, table):
    costs = planned_year(view(), 2018, MIXED).costs
    assert table.cell("plan/2018", "total") == sum(pay.total for months in costs.personnel.values() for pay in months)


def test_where_a_form_stands_in_the_budget(view):
    assumptions = view(budget_group_carrier="7777")
    table = employment_forms([planned_year(assumptions, 2018, MIXED)], assumptions, ())
    assert table.cell("forwarded/2018", "label") == "Zuschuss an einen Träger (Gruppierung 7777)"
    assert "budget_group_carrier" in table.assumptions


def test_all_steps_of_a_group_are_named_as_read(table):
    assert "minimum_posts" in table.assumptions
    rows = {id for id in table.assumptions if id.startswith("pay_") and id != "pay_index"}
    assert rows == {f"pay_{group}_{step}" for group in ("S17", "S11b", "E6", "S12") for step in range(1, 7)}


@pytest.mark.parametrize(
    ("changed", "part"),
    [
        ("accident_levy_carrier", "levies"),
        ("insolvency_levy_carrier", "levies"),
        ("carrier_overhead_share", "overhead"),
        ("vat_share", "vat"),
    ],
)
def test_each_addition_follows_its_assumption(view, changed, part):
    """At 10 % instead of 0 the part grows, and nothing but the parts that stand on it."""
    low, high = (
        form_cost(assumptions, planned_year(assumptions, 2018, MIXED), Form.CONTRACT)
        for assumptions in (view(**{changed: Decimal(rate)}) for rate in ("0", "0.10"))
    )
    assert low.base == high.base
    assert getattr(low, part) < getattr(high, part)
    if part == "vat":
        assert (low.vat, low.levies, low.overhead) == (0, high.levies, high.overhead)


def test_the_insolvency_levy_ends_at_the_pension_ceiling(view):
    """A ceiling of 1,000 euros: 12 x 1,000 x 0.09 %; accident insurance is due on all pay."""
    assumptions = view(ceiling_pension=Decimal(1000))
    plan = planned_year(assumptions, 2018, [line("S1", "S12", 3, form=Form.FORWARDED)])
    assert sum(pay.insolvency for pay in plan.costs.personnel["S1"]) == 12 * 90
    assert plan.costs.personnel["S1"][0].accident == 2823


def test_steps_rise_alike_in_each_form(view):
    assumptions = view()
    plan = planned_year(assumptions, 2018, [line(step=2, since=day("2015-06-01"))])
    own, carrier = (form_cost(assumptions, plan, form) for form in (Form.OWN, Form.FORWARDED))
    assert own.base == carrier.base == sum(pay.total for pay in plan.costs.personnel["S1"])
