import pytest
from hypothesis import given
from hypothesis import strategies as st
from planned_years import day, line

from wiwak_eval.budget.pay.rules import pay_rules
from wiwak_eval.budget.pay.steps import step_on


@pytest.fixture(scope="module")
def rules(view):
    return pay_rules(view(), 2018)


@pytest.mark.parametrize(
    ("group", "step", "since", "on", "expected"),
    [
        ("S12", 2, "2015-03-15", "2018-02-01", 2),
        ("S12", 2, "2015-03-15", "2018-03-01", 3),
        ("S12", 2, "2015-03-01", "2018-02-01", 2),
        ("S12", 1, "2016-07-31", "2017-07-01", 2),
        ("S12", 3, "2014-01-01", "2018-01-01", 4),
        ("S12", 4, "2014-02-01", "2018-01-01", 4),
        ("S12", 5, "2013-01-01", "2018-01-01", 6),
        ("S12", 6, "1990-01-01", "2018-01-01", 6),
        ("E6", 2, "2016-03-15", "2018-03-01", 3),
        ("E 6", 3, "2015-04-01", "2018-03-01", 3),
        ("EG 9b", 3, "2015-03-01", "2018-03-01", 4),
        ("S11a", 5, "2013-03-01", "2018-03-01", 6),
    ],
)
def test_when_a_step_rises(rules, group, step, since, on, expected):
    assert step_on(rules, line(group=group, step=step, since=day(since)), day(on)) == expected


def test_several_steps_one_after_the_other(rules):
    """Step 1 on 1 May 2010: 2011, 2014, 2018, 2022, 2027 in S groups; 2011, 2013, 2016, 2020, 2025 in E groups."""
    risen = {"S12": [2011, 2014, 2018, 2022, 2027], "E6": [2011, 2013, 2016, 2020, 2025]}
    for group, years in risen.items():
        post = line(group=group, step=1, since=day("2010-05-01"))
        assert [step_on(rules, post, day(f"{year}-04-01")) for year in years] == [1, 2, 3, 4, 5]
        assert [step_on(rules, post, day(f"{year}-05-01")) for year in years] == [2, 3, 4, 5, 6]


def test_without_a_day_the_step_stays(rules):
    assert step_on(rules, line(step=2), day("2040-01-01")) == 2


def test_before_the_day_the_delivered_step_holds(rules):
    assert step_on(rules, line(step=3, since=day("2017-05-01")), day("2010-01-01")) == 3


def test_years_are_assumptions(view):
    rules = pay_rules(view(step_years_sue_2=2), 2018)
    assert step_on(rules, line(step=2, since=day("2016-03-15")), day("2018-03-01")) == 3


@given(st.integers(1, 6), st.dates(day("2000-01-01"), day("2018-12-31")), st.sampled_from(["S12", "E6"]))
def test_a_step_never_falls(rules, step, since, group):
    steps = [
        step_on(rules, line(group=group, step=step, since=since), day(f"{year}-{month:02d}-01"))
        for year in (2018, 2019, 2030)
        for month in (1, 12)
    ]
    assert steps == sorted(steps)
    assert step <= steps[0] <= 6
