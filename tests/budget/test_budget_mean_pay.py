"""A plan at mean pay: no printed number depends on the step that anybody holds, and nothing is left to work out."""

from dataclasses import fields
from datetime import date
from decimal import Decimal

import pytest

from wiwak_eval.budget import budget, finance_plan, paper_tables
from wiwak_eval.budget.pay.pay_table import MEAN_STEP, table_pay
from wiwak_eval.budget.steps_puzzle import AT_MEAN, puzzle
from wiwak_eval.budget.workings import workings
from wiwak_eval.disclosure.step_attack import step_attack
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.results import NotAssessable, Table

CASELOAD = Caseload((2018, 2019), (6000, 5000), ((6000,), (5000,)))
HEAD = "Stelle;Funktion;Entgeltgruppe;Stufe;In Stufe seit;Stellenanteil;Von;Bis;Arbeitgeber;Befristet bis\n"


def posts(*steps):
    groups = ("S 12", "S 12", "S 11b")
    lines = [
        f"ST-{n};Beratung;{group};{step};01.03.2016;0,75;01.03.2016;;Kreis;\n"
        for n, (group, step) in enumerate(zip(groups, steps, strict=True))
    ]
    return {"stellen": HEAD + "".join(lines)}


def public_tables(records, assumptions):
    makers = (budget, finance_plan, paper_tables, workings)
    made = [maker(records, CASELOAD, assumptions) for maker in makers]
    tables = [getattr(one, field.name) for one in made for field in fields(one)]
    assert all(isinstance(table, Table) for table in tables)
    return [(table.id, table.rows, table.assumptions) for table in tables if not table.staff]


def test_public_tables_are_the_same_whatever_steps_are_held(read, view):
    plain = view(pay_planning="mean")
    assert public_tables(read(posts(2, 3, 4)), plain) == public_tables(read(posts(5, 1, 6)), plain)


def test_at_their_own_steps_they_are_not(read, view):
    assert public_tables(read(posts(2, 3, 4)), view()) != public_tables(read(posts(5, 1, 6)), view())


def test_at_mean_pay_there_is_no_puzzle_and_at_own_steps_it_is_solved(read, view):
    assert puzzle(read(posts(2, 3, 4)), CASELOAD, view(pay_planning="mean")) == AT_MEAN
    choices = puzzle(read(posts(2, 3, 4)), CASELOAD, view())
    assert not isinstance(choices, NotAssessable)
    found = step_attack([post.costs for post in choices.posts], choices.totals)
    assert found is not None
    assert all(post.step in possible for post, possible in zip(choices.posts, found.possible, strict=True))
    assert found.told


def test_mean_pay_is_the_mean_of_the_six_steps(view):
    values, day = view(), date(2018, 1, 1)
    steps = [table_pay(values, "S12", step, day) for step in range(1, 7)]
    assert table_pay(values, "S12", MEAN_STEP, day) == round(Decimal(sum(steps)) / 6)


def test_an_unknown_way_of_planning_refuses_the_budget(read, view):
    result = budget(read(posts(2, 3, 4)), CASELOAD, view(pay_planning="geraten"))
    assert isinstance(result.costs, NotAssessable)
    assert "pay_planning" in result.costs.reason


@pytest.mark.parametrize("result", ["budget", "finance", "paper_tables", "workings", "risk", "unit_costs", "proof", "controlling"])
def test_no_two_results_of_a_study_share_a_table_id(result):
    """The tables of a study are gathered by id: two of one name would hide each other."""
    from wiwak_eval.study.computed import Computed
    from wiwak_eval.study.evaluated import Evaluated

    kinds = {
        name: member.func.__annotations__["return"]
        for kind in (Computed, Evaluated)
        for name, member in vars(kind).items()
        if hasattr(member, "func")
    }
    own = {field.name for field in fields(kinds[result])}
    for name, kind in kinds.items():
        if name != result and hasattr(kind, "__dataclass_fields__"):
            assert not own & {field.name for field in fields(kind)}, name
