from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planned_years import day, further, line, months, planned_year

from wiwak_eval.budget.pay.fixed_term import longest_end
from wiwak_eval.budget.pay.follow_up import follow_up_costs
from wiwak_eval.budget.pay.mean_cost import mean_year
from wiwak_eval.budget.posts.line import Form

OPEN = line("S1", "S17", 4, begun=day("2016-05-01"))
WITHIN = line("S2", "S12", 3, "0.75", begun=day("2018-07-01"), fixed_term_until=day("2020-06-30"))
ENDED = line("S3", "S12", 2, begun=day("2017-01-01"), fixed_term_until=day("2018-12-31"))
UNKNOWN = line("S4", "E6", 3, "0.5", fixed_term_until=day("2019-12-31"))
LINES = (OPEN, WITHIN, ENDED, UNKNOWN, further())


def made(view, lines=LINES, shares=None):
    assumptions = view()
    budget = [planned_year(assumptions, year, lines) for year in (2018, 2019)]
    third = planned_year(assumptions, 2020, lines, shares)
    return follow_up_costs(budget, third, assumptions, ()), third, assumptions


def test_parts_and_difference_give_the_plan_of_the_third_year(view):
    table, third, _ = made(view, shares={"neu": months("0.25")})
    rows = {row[0]: row for row in table.rows}
    personnel = sum(pay.total for paid in third.costs.personnel.values() for pay in paid)
    parts = ("on/open", "on/runs", "on/renew", "on/new", "on/difference")
    assert rows["on"][4] == personnel == sum(rows[key][4] for key in parts)
    assert [rows[key][2] for key in ("on", *parts)] == [4, 1, 1, 2, 0, None]
    assert [rows[key][3] for key in ("on", *parts[:-1])] == [3.5, 1.0, 0.75, 1.5, 0.25]


def test_if_the_centre_ends_contracts_run_to_their_end(view):
    """Without an end all year; to 30 June half of it."""
    table, third, assumptions = made(view)
    rows = {row[0]: row for row in table.rows}
    assert rows["end/open"][2:4] == (1, 1.0)
    assert rows["end/runs"][2:4] == (1, 0.375)
    assert rows["end/runs"][4] == mean_year(assumptions, third.pay, "S12", Form.OWN, months("0.75", last=6))
    assert rows["end"][2:] == (2, 1.375, rows["end/open"][4] + rows["end/runs"][4])


def test_a_contract_beyond_the_third_year_runs_all_of_it(view):
    table, *_ = made(view, [replace(WITHIN, fixed_term_until=day("2022-03-31"))])
    assert table.cell("end/runs", "posts") == 0.75


def test_the_month_in_which_a_contract_ends_counts_whole(view):
    """To 1 July: seven months of 0.75."""
    table, *_ = made(view, [replace(WITHIN, fixed_term_until=day("2020-07-01"))])
    assert table.cell("end/runs", "posts") == 0.4375


def test_where_the_centre_has_ended_only_what_is_bound_is_shown(view):
    table, *_ = made(view, shares={one.key: months("0") for one in LINES})
    assert not [row for row in table.rows if str(row[0]).startswith("on")]
    assert any("Szenario" in note for note in table.notes)


def test_costs_say_nothing_of_who_holds_the_posts(view):
    """Another step in the same posts changes the total of the plan and the difference, nothing else."""
    first, second = (made(view, [replace(OPEN, step=step), WITHIN])[0].rows for step in (2, 6))
    changed = {one[0] for one, other in zip(first, second, strict=True) if one != other}
    assert changed == {"on", "on/difference"}


def test_fixed_terms_that_come_to_their_limit(view):
    """1 January 2017 and 24 months: 31 December 2018. 1 July 2018: 30 June 2020. One begin is not known."""
    table, *_ = made(view)
    assert [table.cell(key, "count") for key in ("limit/2018", "limit/2019", "limit/unknown")] == [1, 1, 1]
    assert [table.cell(key, "posts") for key in ("limit/2018", "limit/2019", "limit/unknown")] == [1.0, 1.0, 0.5]
    early = made(view, [replace(ENDED, begun=day("2017-01-02"))])[0]
    assert [early.cell(f"limit/{year}", "count") for year in (2018, 2019)] == [0, 1]


def test_costs_are_those_of_personnel_alone(view):
    """The paper that holds this table also states the whole cost of that year."""
    table, *_ = made(view)
    assert next(column.label for column in table.columns if column.name == "cost") == "Personalkosten 2020"


def test_all_steps_of_a_group_are_named_as_read(view):
    table, *_ = made(view)
    rows = {id for id in table.assumptions if id.startswith("pay_") and id != "pay_index"}
    assert rows == {f"pay_{group}_{step}" for group in ("S17", "S12", "E6") for step in range(1, 7)}
    assert "fixed_term_limit_months" in table.assumptions
    assert not table.staff


@pytest.mark.parametrize(
    ("begun", "months", "end"),
    [
        ("2016-05-01", 24, "2018-04-30"),
        ("2017-01-01", 24, "2018-12-31"),
        ("2016-12-15", 24, "2018-12-14"),
        ("2016-02-29", 24, "2018-02-28"),
        ("2016-03-01", 24, "2018-02-28"),
        ("2018-03-01", 24, "2020-02-29"),
        ("2017-08-31", 6, "2018-02-28"),
    ],
)
def test_the_last_day_of_a_fixed_term(begun, months, end):
    assert longest_end(day(begun), months) == day(end)


@given(st.dates(day("2010-01-01"), day("2020-12-31")), st.integers(1, 60))
def test_a_longer_term_never_ends_earlier(begun, count):
    ends = [longest_end(begun, count + more) for more in (0, 1)]
    assert begun < ends[0] < ends[1]
    assert (ends[0] - begun).days <= 31 * count


def test_mean_over_all_steps(view):
    assumptions = view()
    lines = [line(f"S{step}", "S12", step) for step in range(1, 7)]
    plan = planned_year(assumptions, 2018, lines)
    totals = [sum(pay.total for pay in paid) for paid in plan.costs.personnel.values()]
    assert abs(mean_year(assumptions, plan.pay, "S12", Form.OWN, months("1")) - Decimal(sum(totals)) / 6) <= Decimal("0.5")
