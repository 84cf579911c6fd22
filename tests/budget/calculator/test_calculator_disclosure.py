"""What everybody may see of the calculator tells no more of pay steps than the plan does."""

from decimal import Decimal

import pytest
from calculator_worlds import CONTACTS, GROUPS, World, caseload_of, table_set

from wiwak_eval.budget.calculator import calculator
from wiwak_eval.budget.calculator.coefficients import coefficients
from wiwak_eval.budget.pay.step_choices import step_choices
from wiwak_eval.budget.steps_puzzle import MONTHS, puzzle
from wiwak_eval.budget.views import views_of
from wiwak_eval.budget.year_plan import year_plans
from wiwak_eval.disclosure.settings import HOUSE_RULE
from wiwak_eval.disclosure.staff import staff_view
from wiwak_eval.disclosure.step_attack import step_attack
from wiwak_eval.results import Level, Table

HEAD = "Stelle;Funktion;Entgeltgruppe;Stufe;In Stufe seit;Stellenanteil;Von;Bis;Arbeitgeber;Befristet bis\n"
HELD = (
    ("S 17", "1,00", "Kreis"),
    ("S 12", "1,00", "Kreis"),
    ("S 12", "0,75", "Kreis"),
    ("S 11b", "0,50", "Träger"),
    ("E 6", "0,50", "Kreis"),
)
ONE, OTHER = (4, 3, 2, 2, 3), (2, 5, 4, 5, 1)
CASELOAD = caseload_of((1500, 1500))


def posts_held(steps):
    """The same five posts, whoever holds them."""
    lines = [
        f"ST-{number};Beratung;{group};{step};01.03.2016;{share};01.03.2016;;{employer};\n"
        for number, ((group, share, employer), step) in enumerate(zip(HELD, steps, strict=True), start=1)
    ]
    return {"stellen": HEAD + "".join(lines)}


def amounts(tables, kind):
    """Personnel costs by year, posts and pay round."""
    years = coefficients(table_set(tables, kind))
    return {(year.year, *key): (each.total, *each.counted) for year in years for key, each in year.personnel.items()}


def beside_the_plan(found, planned):
    """By how much each number of posts differs from the plan's own, at the same pay."""
    return {
        (year, posts, pay): [there - here for there, here in zip(each, found[year, planned, pay], strict=True)]
        for (year, posts, pay), each in found.items()
    }


def test_differences_between_numbers_of_posts_are_the_same_whoever_holds_the_posts(read, view):
    """They follow from groups, shares and public tables alone; those within the house do not."""
    one, other = (calculator(read(posts_held(steps)), CASELOAD, view()) for steps in (ONE, OTHER))
    planned = Decimal("2.5")
    assert [one.calculator_scenarios.cell("plan", f"posts_{year}") for year in CASELOAD.years] == [2.5, 2.5]
    coarse = [beside_the_plan(amounts(tables, "coarse"), planned) for tables in (one, other)]
    assert coarse[0] == coarse[1]
    own = [beside_the_plan(amounts(tables, "own"), planned) for tables in (one, other)]
    assert all(own[0][key] != own[1][key] for key in own[0] if key[1] != planned)


def test_further_posts_cost_everybody_the_same(calculator_worlds):
    """„Belastung“ plans more posts than are held: each one more is priced alike for all readers."""
    tables = calculator_worlds["stress"].tables
    own, coarse = amounts(tables, "own"), amounts(tables, "coarse")
    held = Decimal("3.75")
    assert all(own[key] == coarse[key] for key in own if key[1] >= held)
    assert any(own[key] != coarse[key] for key in own if key[1] < held)


def test_only_the_coarse_tables_leave_the_house(calculator_worlds):
    tables = {name: table for name, table in vars(calculator_worlds["basis"].tables).items() if isinstance(table, Table)}
    house, public = (staff_view(tables, level, HOUSE_RULE) for level in (Level.INTERN, Level.OEFFENTLICH))
    assert set(house) == set(public) == {name for name in tables if not name.endswith("_groups")}
    for name in ("calculator_personnel", "calculator_scenarios"):
        assert house[name] is tables[name]
        assert public[name].rows == tables[f"{name}_groups"].rows
        assert not public[name].staff
        assert house[name].staff
    assert all(house[name] is public[name] for name in ("calculator_rules", "calculator_workplaces", "calculator_thresholds"))


@pytest.mark.parametrize("steps", [None, ONE, OTHER], ids=["pilot", "one", "other"])
def test_the_attacker_finds_no_step_by_the_calculator_that_he_does_not_find_without_it(calculator_worlds, read, view, steps):
    """Every month of the plan at every pay round on offer, held against what is printed anyway."""
    pilot = calculator_worlds["basis"]
    world = pilot if steps is None else World(read(posts_held(steps)), caseload_of(CONTACTS["basis"]), view(), (), GROUPS)
    run = year_plans(world.records, world.caseload, views_of(world.assumptions))
    without = step_choices(run.years, [MONTHS if plan.forecast else {1} for plan in run.years], run.views.pay)
    with_it = puzzle(world.records, world.caseload, world.assumptions, world.others)
    assert len(with_it.totals) >= len(without.totals) + 2 * (len(world.rounds) - 1)
    before, after = (step_attack([post.costs for post in one.posts], one.totals) for one in (without, with_it))
    assert after.possible == before.possible
    assert all(post.step in found for post, found in zip(with_it.posts, after.possible, strict=True))
