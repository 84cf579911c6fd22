"""Every setting costs what the exact engine says, in each scenario and for each circle of readers: corners, thresholds, random points."""

from decimal import Decimal
from itertools import pairwise

import pytest
from calculator_worlds import COARSE, CONTACTS, OWN, table_set

from benchmarks.calculator.points import corners, pay_keys, posts_by_hand, random_points, thresholds
from wiwak_eval.budget import finance_plan
from wiwak_eval.budget.calculator.outcome import Offer, Setting, outcomes, posts_for
from wiwak_eval.budget.views import views_of
from wiwak_eval.budget.year_plan import year_plans

TRIED = [*((name, OWN, 10) for name in CONTACTS), *((name, COARSE, 5) for name in ("basis", "stress"))]
"""Scenario, circle of readers, random plans; the system tests and `make bench-calculator` try all of them at thousands."""


@pytest.mark.parametrize(("name", "kind", "count"), TRIED)
def test_each_cent_is_the_engines(calculator_worlds, name, kind, count):
    world = calculator_worlds[name]
    years, exact = world.years(kind), getattr(world.engine, kind)
    points = [*corners(years), *thresholds(years, "0")[::4], *random_points(years, count, seed_of(name), lands=10)]
    assert len(points) > 300
    assert [point for point in points if outcomes(years, point) != exact(point)] == []


def seed_of(name):
    """A seed of its own for each scenario, the same in every process."""
    return sum(map(ord, name))


@pytest.mark.parametrize("name", CONTACTS)
def test_as_planned_is_the_plan_for_every_reader(calculator_worlds, name):
    world = calculator_worlds[name]
    plans = year_plans(world.records, world.caseload, views_of(world.assumptions)).budget
    for kind in (OWN, COARSE):
        found = outcomes(world.years(kind), Setting(CONTACTS[name], "0"))
        assert [(one.posts, one.total, one.open) for one in found] == [
            (plan.planned, plan.costs.total, plan.financing.parts["open"]) for plan in plans
        ]
        scenarios = table_set(world.tables, kind)["calculator_scenarios"]
        assert scenarios.cell("plan", "total") == sum(plan.costs.total for plan in plans)


def test_a_scenario_that_moves_only_caseload_and_pay_costs_what_its_own_plan_does(calculator_worlds):
    """„Hoch“ and „Niedrig“ change no price: seen from the basis they are those plans, to the cent, within the house."""
    basis = table_set(calculator_worlds["basis"].tables, OWN)["calculator_scenarios"]
    for name in ("hoch", "niedrig"):
        plan = table_set(calculator_worlds[name].tables, OWN)["calculator_scenarios"]
        shown = [column.name for column in plan.columns if column.name not in {"key", "label"}]
        assert [basis.cell(name, column) for column in shown] == [plan.cell("plan", column) for column in shown]


@pytest.mark.parametrize(("kind", "sheet"), [(OWN, "negotiation"), (COARSE, "negotiation_groups")])
def test_the_negotiation_sheet_says_the_same_to_the_same_readers(calculator_worlds, kind, sheet):
    """Its rates, months and posts, set in the calculator, give its cents."""
    world = calculator_worlds["basis"]
    years, table = world.years(kind), getattr(finance_plan(world.records, world.caseload, world.assumptions), sheet)
    (planned,) = {posts_for(year, contacts) for year, contacts in zip(years, CONTACTS["basis"], strict=True)}
    for key, _, start, _, *cash in table.rows:
        rate, _, more = str(key).split("/")
        found = outcomes(years, Setting(CONTACTS["basis"], "0", planned + Decimal(more), Offer(int(Decimal(rate) * 100), start)))
        assert [one.county_cash for one in found] == cash[:-1]


def test_parts_add_up_to_the_total(calculator_worlds):
    years = calculator_worlds["hoch"].years(COARSE)
    for point in random_points(years, 300, seed=7):
        for one in outcomes(years, point):
            assert one.total == one.land + one.county_cash + one.in_kind + one.others + one.open


def test_a_larger_share_or_an_earlier_month_never_costs_the_county_more(calculator_worlds):
    years = calculator_worlds["basis"].years(OWN)

    def county(percent, start):
        return sum(one.county_cash for one in outcomes(years, Setting(CONTACTS["basis"], "0", None, Offer(percent, start))))

    by_rate = [county(percent, "2018-04") for percent in range(101)]
    by_month = [county(80, f"{year}-{month:02d}") for year in (2018, 2019) for month in range(1, 13)]
    assert by_rate == sorted(by_rate, reverse=True)
    assert by_month == sorted(by_month)
    assert county(0, "2018-01") == county(80, None) > by_month[-1] > by_month[0]


def test_what_can_be_set(calculator_worlds):
    years = calculator_worlds["basis"].years(OWN)
    assert [year.contacts for year in years] == [(2352, 1200, 4700), (2074, 1000, 4700)]
    assert pay_keys(years) == ["-1", "-0.5", "0", "0.5", "1", "1.5", "2", "2.5"]
    posts = posts_by_hand(years)
    assert posts[0] == Decimal(1)
    assert posts[-1] == Decimal("5.75")
    assert {later - earlier for earlier, later in pairwise(posts)} == {Decimal("0.25")}
    with pytest.raises(KeyError):
        outcomes(years, Setting(CONTACTS["basis"], "0", Decimal("0.5")))
