"""Posts beside the plan's in public: whoever holds the posts, the same amounts."""

from dataclasses import fields

import pytest

from wiwak_eval.assumptions import all_scenarios
from wiwak_eval.budget import budget, finance_plan, paper_tables
from wiwak_eval.budget.calculator import calculator
from wiwak_eval.budget.coarse_costs import GROUP_MEAN
from wiwak_eval.budget.risk.alternatives import alternatives
from wiwak_eval.budget.risk.choice_tables import alternatives_table
from wiwak_eval.budget.risk.exact import exact
from wiwak_eval.budget.steps_puzzle import puzzle
from wiwak_eval.budget.workings import workings
from wiwak_eval.disclosure.settings import HOUSE_RULE
from wiwak_eval.disclosure.staff import staff_view
from wiwak_eval.disclosure.step_attack import step_attack
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.results import Level, Table
from wiwak_eval.shipped import shipped

HEAD = "Stelle;Funktion;Entgeltgruppe;Stufe;In Stufe seit;Stellenanteil;Von;Bis;Arbeitgeber;Befristet bis\n"
CASELOAD = Caseload((2018, 2019), (1000, 1000), ((1000, 1300, 1500), (1000, 1300, 1500)))
ONE, OTHER = (2, 3, 4), (2, 4, 3)
"""The same sums for as many posts as are planned: two posts of a group and share, whose holders have changed places."""
FEWER, PLANNED = "0/2018-01/-0.5", "0/2018-01/0"


def posts_held(steps, share="0,75"):
    lines = [f"ST-{n};Beratung;S 12;{step};01.03.2017;{share};01.03.2016;;Kreis;\n" for n, step in enumerate(steps, start=1)]
    return {"stellen": HEAD + "".join(lines)}


@pytest.fixture(scope="module")
def choices():
    return all_scenarios(shipped("data") / "alternatives")


def tables_of(records, assumptions, choices):
    made = [maker(records, CASELOAD, assumptions) for maker in (budget, finance_plan, paper_tables, workings, calculator)]
    base = exact(records, CASELOAD, assumptions.part())
    found = alternatives(base, choices)
    others = [alternatives_table(found, base, (), kind) for kind in (True, False)]
    return {field.name: getattr(one, field.name) for one in made for field in fields(one)} | {table.id: table for table in others}


def test_no_public_table_tells_which_of_two_posts_is_in_which_step(read, view, choices):
    """Of all tables that print costs to the cent; ranges and weights of assumptions are rounded and tell a little (decision 0027)."""
    assumptions = view()
    one, other = (tables_of(read(posts_held(steps)), assumptions, choices) for steps in (ONE, OTHER))
    assert all(isinstance(table, Table) for table in one.values())
    public, swapped = (staff_view(tables, Level.OEFFENTLICH, HOUSE_RULE) for tables in (one, other))
    assert [name for name, table in public.items() if table.rows != swapped[name].rows] == []
    changed = {name for name, table in one.items() if table.rows != other[name].rows}
    assert {"negotiation", "posts_plan", "calculator_personnel"} <= changed


def test_half_a_post_fewer_would_resolve_what_the_sums_leave_open(read, view):
    """The attack finds no step by the sums; by the house's own sheet an outsider would read who is in which."""
    sheets = []
    for steps in (ONE, OTHER):
        records = read(posts_held(steps))
        known = puzzle(records, CASELOAD, view())
        found = step_attack([post.costs for post in known.posts], known.totals)
        assert found.told == ()
        sheets.append(finance_plan(records, CASELOAD, view()))
    house, public = ([getattr(sheet, name) for sheet in sheets] for name in ("negotiation", "negotiation_groups"))
    assert house[0].cell(PLANNED, "total") == house[1].cell(PLANNED, "total") == public[0].cell(PLANNED, "total")
    assert house[0].cell(FEWER, "total") != house[1].cell(FEWER, "total")
    assert public[0].rows == public[1].rows


def test_what_is_printed_beside_the_plan_differs_from_it_alike_whatever_steps_are_held(read, view):
    public = [finance_plan(read(posts_held(steps)), CASELOAD, view()).negotiation_groups for steps in ((1, 2, 3), (6, 5, 4))]
    keys = [row[0] for row in public[0].rows if row[0].startswith("0/2018-01/")]
    assert len(keys) == 3
    for name in ("y2018", "y2019"):
        apart = [[table.cell(key, name) - table.cell(PLANNED, name) for key in keys] for table in public]
        assert apart[0] == apart[1]
        assert apart[0].count(0) == 1
    assert public[0].cell(PLANNED, "total") != public[1].cell(PLANNED, "total")
    assert GROUP_MEAN in public[0].notes
