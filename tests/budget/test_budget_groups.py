from datetime import date
from decimal import Decimal

import pytest
from planned_years import day, further, line, months, planned_year

from wiwak_eval.assumptions import Gap
from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms
from wiwak_eval.budget.pay.groups import group_costs, group_key, pay_groups
from wiwak_eval.budget.pay.mean_cost import known_steps, mean_year
from wiwak_eval.budget.pay.post_pay import post_year
from wiwak_eval.budget.pay.posts_groups import posts_groups
from wiwak_eval.budget.pay.rules import pay_rules
from wiwak_eval.budget.posts.line import Form

YEARS = (2018, 2019)
KNOWN = date(2018, 7, 1)
LINES = (
    line("S1", "S17", 4),
    line("S2", "S12", 3),
    line("S3", "E6", 3, "0.5"),
    line("S4", "S12", 2, "0.75", since=day("2015-06-01")),
    line("S5", "S12", 2, "0.5", Form.FORWARDED),
    further(),
)
LATER = {"neu": months("2", first=7)}


def terms(start, end=12):
    return GrantTerms(GrantKind.SHARE, frozenset({"personnel"}), Decimal("0.8"), start=start, end=end)


def plans(assumptions, lines=LINES, grant=None, shares=LATER):
    return [planned_year(assumptions, year, lines, shares, grant) for year in YEARS]


def groups_table(assumptions, made):
    return pay_groups(made, [group_costs(plan, assumptions) for plan in made], ())


def test_posts_of_a_group_are_one_row_and_further_ones_stand_apart(view):
    table = posts_groups(plans(view()), ())
    assert [row[:2] + row[3:] for row in table.rows] == [
        ("S17", "im Stellenplan", "S17", 1.0, 1.0, 1.0),
        ("S12", "im Stellenplan", "S12", 1.75, 1.75, 1.75),
        ("E6", "im Stellenplan", "E6", 0.5, 0.5, 0.5),
        ("S12@carrier", "nachrichtlich", "S12", 0.5, 0.5, 0.5),
        ("neu", "zusätzlich", "S12", 0.0, 2.0, 2.0),
        ("total", "Summe", None, 3.75, 5.75, 5.75),
    ]
    assert [row[2] for row in table.rows] == ["Landkreis"] * 3 + ["Träger", "Landkreis", None]
    assert "Stufe" not in {column.label for column in table.columns}
    assert any("nachrichtlich" in note for note in table.notes)
    assert not any("nachrichtlich" in note for note in posts_groups(plans(view(), (LINES[0], further())), ()).notes)
    assert not table.staff


@pytest.mark.parametrize("grant", [None, terms(1), terms(5), terms(3, 10), terms(13)])
@pytest.mark.parametrize("as_of", [date(2017, 11, 15), KNOWN])
def test_averages_and_difference_give_the_plan_to_the_cent(view, as_of, grant):
    assumptions = view(as_of)
    made = plans(assumptions, grant=grant)
    rows = {row[0]: row for row in groups_table(assumptions, made).rows}
    for plan in made:
        for form, groups in ((Form.OWN, ("S17", "S12", "E6")), (Form.FORWARDED, ("S12",))):
            keys = [f"{group_key(name, form)}/{plan.year}" for name in (*groups, "difference", "total")]
            paid = [pay for one in LINES if one.form is form for pay in plan.costs.personnel[one.key]]
            personnel, due = sum(pay.total for pay in paid), sum(pay.total for pay in paid if grant is None or pay.month in grant.months)
            assert sum(rows[key][6] for key in keys[:-1]) == rows[keys[-1]][6] == personnel
            supported = len(grant.months) if grant else 12
            assert rows[keys[-1]][7] == due == (personnel * supported * 2 + 12) // 24 + rows[keys[-2]][7]


def test_posts_of_a_group_are_the_mean_of_the_months(view):
    """Two further posts from July on are one in the year's mean: 1.75 + 1; one third of a year is 0.3333."""
    assumptions = view()
    table = groups_table(assumptions, plans(assumptions))
    assert table.cell("S12/2018", "posts") == 2.75
    assert abs(table.cell("S12/2018", "cost") - 2.75 * table.cell("S12/2018", "average")) <= 0.5
    third = groups_table(assumptions, plans(assumptions, shares={"S1": months(first=9)}))
    assert third.cell("S17/2018", "posts") == 0.3333


def test_a_carrier_is_averaged_with_what_it_adds(view):
    assumptions = view()
    table = groups_table(assumptions, plans(assumptions))
    assert table.cell("S12@carrier/2018", "average") > table.cell("S12/2018", "average")


def test_the_average_is_over_the_steps_of_the_public_table(view):
    assumptions = view()
    rules = pay_rules(assumptions, 2018)
    totals = [sum(pay.total for pay in post_year(assumptions, rules, line(step=step), months())) for step in range(1, 7)]
    assert known_steps(assumptions, "S 12", 2018) == (1, 2, 3, 4, 5, 6)
    assert abs(mean_year(assumptions, rules, "S12", Form.OWN, months()) - sum(totals) / 6) <= 0.5


def test_who_holds_a_post_changes_no_number_but_the_difference(view):
    """Another step in the same posts: the papers' group rows are the same, and so is what was read for them."""
    other = (line("S1", "S17", 6), *LINES[1:])
    tables = [groups_table(view(), plans(view(), lines)) for lines in (LINES, other)]
    first, second = ([row for row in table.rows if not row[0].startswith(("difference", "total"))] for table in tables)
    assert first == second
    assert tables[0].cell("difference/2018", "cost") != tables[1].cell("difference/2018", "cost")


def test_what_was_read_names_each_step_of_a_group(view):
    """A list of what was read would otherwise name each step that somebody holds."""
    assumptions = view()
    plans(assumptions)
    read = {id for id in assumptions.ids_read if id.startswith("pay_") and id != "pay_index"}
    assert read == {f"pay_{group}_{step}" for group in ("S17", "S12", "E6") for step in range(1, 7)}


@pytest.mark.parametrize("group", ["E9b", "E13"])
def test_a_refusal_names_the_group_and_not_the_step(view, group):
    assumptions = view()
    for refused in (
        lambda: mean_year(assumptions, pay_rules(assumptions, 2018), group, Form.OWN, months()),
        lambda: plans(assumptions, (line("S1", group, 3), further())),
    ):
        with pytest.raises(Gap, match=f"Entgeltgruppe „{group}“") as refusal:
            refused()
        assert "Stufe" not in str(refusal.value)
        assert f"{group}_3" not in str(refusal.value)
