from datetime import date
from decimal import Decimal

import pytest

from wiwak_eval.budget import budget
from wiwak_eval.budget.groups import average_year, known_steps
from wiwak_eval.budget.pay import pay_rules, post_year
from wiwak_eval.budget.plan import puzzle
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.results import NotAssessable, Table

HEAD = "Stelle;Entgeltgruppe;Stufe;Stellenanteil;Von\n"
POSTS = f"{HEAD}ST-1;S 17;4;1,00;01.01.2017\nST-2;S 12;3;1,00;01.01.2017\nST-3;E 6;3;0,50;01.01.2017\nST-4;S 12;2;0,75;01.01.2017\n"
PLENTY = Caseload((2018, 2019), (6000, 2928), ((6000,), (2928,)))
KNOWN = date(2018, 7, 1)


@pytest.fixture
def plan(read, view):
    def make(posts=POSTS, caseload=PLENTY, **more):
        return budget(read({"stellen": posts}), caseload, view(**more))

    return make


def test_posts_of_a_group_are_one_row_and_further_ones_stand_apart(plan):
    """(6,000 x 65 + 120,000) / 97,440 = 5.23; 3.25 posts are held. In 2019 the fourth post is planned at 0.75 of 3.25."""
    table = plan().posts_groups
    assert [row[0] for row in table.rows] == ["S17", "S12", "E6", "neu", "total"]
    assert [row[2:] for row in table.rows] == [
        ("S17", 1.0, 1.0, 1.0),
        ("S12", 1.75, 1.75, 1.75),
        ("E6", 0.5, 0.5, 0.5),
        ("S12", 0.0, 2.0, 0.0),
        (None, 3.25, 5.25, 3.25),
    ]
    assert "Stufe" not in {column.label for column in table.columns}


@pytest.mark.parametrize("more", [{}, {"as_of": KNOWN}, {"as_of": KNOWN, "land_start_month": "2018-05"}])
def test_averages_and_difference_give_the_plan_to_the_cent(plan, more):
    made = plan(**more)
    rows = {row[0]: row for row in made.pay_groups.rows}
    for year in ("2018", "2019"):
        groups = [f"{group}/{year}" for group in ("S17", "S12", "E6")]
        personnel = made.costs.cell("personnel", f"y{year}")
        assert sum(rows[key][5] for key in (*groups, f"difference/{year}")) == rows[f"total/{year}"][5] == personnel
        assert all(abs(rows[key][5] - rows[key][3] * rows[key][4]) <= 0.5 for key in groups)
        assert sum(rows[key][3] for key in groups) == rows[f"total/{year}"][3] == made.workload.cell("planned", f"y{year}")
        late = int(more.get("land_start_month", "2018-01")[-2:]) if year == "2018" else 1
        months = [row for row in made.pay_months.rows if row[2] >= f"{year}-{late:02d}" and row[2].startswith(year)]
        assert rows[f"total/{year}"][6] == sum(row[-1] for row in months)
        share = (personnel * (13 - late) * 2 + 12) // 24
        assert rows[f"total/{year}"][6] == share + rows[f"difference/{year}"][6]
    assert any("Personaldaten" in note for note in made.pay_groups.notes)


def test_the_average_is_over_the_steps_of_the_public_table(view):
    assumptions = view()
    rules = pay_rules(assumptions, 2018)
    totals = [sum(month.total for month in post_year(assumptions, rules, "S12", step, Decimal(1))) for step in range(1, 7)]
    assert known_steps(assumptions, "S 12", 2018) == (1, 2, 3, 4, 5, 6)
    assert abs(average_year(assumptions, rules, "S12") - sum(totals) / 6) <= 0.5


def test_who_holds_a_post_changes_no_number_but_the_difference(plan):
    """Another step in the same posts: the papers' group rows are the same, and so is what they say was read."""
    tables = [plan(posts).pay_groups for posts in (POSTS, POSTS.replace("S 17;4", "S 17;6"))]
    first, second = ([row for row in table.rows if not row[0].startswith(("difference", "total"))] for table in tables)
    assert first == second
    assert tables[0].cell("difference/2018", "cost") != tables[1].cell("difference/2018", "cost")
    assert tables[0].assumptions == tables[1].assumptions


def test_no_table_lists_only_the_steps_that_are_held(plan):
    """A list of what was read would otherwise name each step that somebody holds."""
    made = plan()
    for table in vars(made).values():
        read = {id for id in table.assumptions if id.startswith("pay_") and id != "pay_index"}
        assert read == {f"pay_{group}_{step}" for group in ("S17", "S12", "E6") for step in range(1, 7)}


def test_only_what_shows_single_posts_is_marked(plan):
    assert {name for name, table in vars(plan()).items() if isinstance(table, Table) and table.staff} == {"posts_plan", "pay_months"}


@pytest.mark.parametrize(("posts", "group"), [("E 9b;3", "E9b"), ("E 13;3", "E13")])
def test_a_refusal_names_the_group_and_not_the_step(plan, posts, group):
    refusal = plan(POSTS.replace("E 6;3", posts)).pay_groups
    assert isinstance(refusal, NotAssessable)
    assert f"Entgeltgruppe „{group}“" in refusal.reason
    assert "Stufe" not in refusal.reason
    assert f"{group}_3" not in refusal.reason


def test_what_an_outsider_could_try(read, view):
    """Each post that costs something at each step of its group, in three figures: both years, and the first from July on."""
    records = read({"stellen": POSTS})
    made, choices = budget(records, PLENTY, view()), puzzle(records, PLENTY, view())
    assert [(post.key, post.step, sorted(post.costs)) for post in choices.posts] == [
        ("S1", 4, [1, 2, 3, 4, 5, 6]),
        ("S2", 3, [1, 2, 3, 4, 5, 6]),
        ("S3", 3, [1, 2, 3, 4, 5, 6]),
        ("S4", 2, [1, 2, 3, 4, 5, 6]),
    ]
    held = [[post.costs[post.step][place] for post in choices.posts] for place in range(len(choices.totals))]
    assert choices.totals == tuple(map(sum, held))
    months = [row for row in made.pay_months.rows if row[1] != "neu"]
    assert choices.totals == tuple(
        sum(row[-1] for row in months if row[2].startswith(year) and row[2][5:] >= start)
        for year, start in (("2018", "01"), ("2018", "07"), ("2019", "01"))
    )


def test_posts_the_plan_leaves_empty_are_no_part_of_the_puzzle(read, view):
    few = Caseload((2018, 2019), (300, 300), ((300,), (300,)))
    choices = puzzle(read({"stellen": POSTS}), few, view())
    assert [post.key for post in choices.posts] == ["S1", "S2"]


def test_without_a_caseload_there_is_no_puzzle(read, view):
    refusal = NotAssessable("nicht auswertbar: Probe")
    assert puzzle(read({"stellen": POSTS}), refusal, view()) is refusal
    gap = puzzle(read({"stellen": POSTS.replace("E 6;3", "E 13;3")}), PLENTY, view())
    assert isinstance(gap, NotAssessable)
