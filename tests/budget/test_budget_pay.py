from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from planned_years import FULL, day, line, months

from wiwak_eval.assumptions import Assumptions, Gap, Patch, Scenario
from wiwak_eval.budget.pay.group_names import bonus_class, normal_group
from wiwak_eval.budget.pay.pay_table import pay_row, table_pay
from wiwak_eval.budget.pay.post_pay import PARTS, post_year
from wiwak_eval.budget.pay.rules import pay_rules
from wiwak_eval.budget.posts.line import Form

ROWS = [("S17", 4), ("S17", 6), ("S15", 5), ("S12", 3), ("S11b", 2), ("S8b", 1), ("E6", 3), ("E11", 5)]


def year(view, group="S12", step=3, shares=FULL, of=2018, form=Form.OWN, **more):
    assumptions = view(**more)
    return post_year(assumptions, pay_rules(assumptions, of), line(group=group, step=step, form=form), shares)


@pytest.mark.parametrize(
    ("written", "group"), [("S 12", "S12"), ("EG 9b", "E9b"), ("e9B", "E9b"), ("E 6", "E6"), ("S11B", "S11b"), ("S\u00a08 b", "S8b")]
)
def test_pay_groups_as_they_are_written(written, group):
    assert normal_group(written) == group


@pytest.mark.parametrize(
    ("group", "expected"),
    [("S2", "low"), ("S9", "low"), ("S 10", "high"), ("S18", "high"), ("E8", "low"), ("E 9b", "high"), ("E12", "high")],
)
def test_which_bonus_a_group_gets(group, expected):
    assert bonus_class(group) == f"bonus_{expected}"


@pytest.mark.parametrize("group", ["E13", "S1", "S19", "B2", "A11"])
def test_a_group_without_a_bonus_rate_is_refused(group):
    with pytest.raises(Gap, match=rf"Entgeltgruppe „{group}“ ist keine Jahressonderzahlung hinterlegt\. Bitte"):
        bonus_class(group)


def test_january_2017_has_no_table(view):
    with pytest.raises(Gap, match=r"S 12 Stufe 3.*kein Wert bekannt, der am 31\.01\.2017 gilt.*Bitte"):
        table_pay(view(), "S12", 3, date(2017, 1, 31))
    with pytest.raises(Gap, match=r"„S12“ fehlt ein Tabellenentgelt, das am 01\.01\.2017 gilt\. Bitte"):
        year(view, of=2017)
    assert table_pay(view(), "S12", 3, date(2017, 2, 1)) == 352913


def test_a_month_that_is_not_filled_needs_no_table(view):
    january, february = year(view, of=2017, shares=months(first=2))[:2]
    assert (january.table, january.total) == (None, 0)
    assert february.gross == 352913


@pytest.mark.parametrize("as_of", [date(2017, 11, 15), date(2018, 7, 1)])
def test_e_9b_has_no_table_in_2018(view, as_of):
    with pytest.raises(Gap, match="E 9b Stufe 3"):
        table_pay(view(as_of), "E 9b", 3, date(2018, 1, 1))
    assert table_pay(view(date(2018, 7, 1)), "E 9b", 3, date(2020, 3, 1)) == 345000


def test_a_group_that_no_table_knows_is_refused(view):
    with pytest.raises(Gap, match="pay_S13_2"):
        table_pay(view(), "S 13", 2, date(2018, 1, 1))


def test_half_a_cent_of_an_expected_rise_is_rounded_up(catalogue):
    """0.03 euros times 5 / 6 are 2.5 cents, although five sixths have no last digit."""
    patches = (
        Patch(id="pay_S12_3", set=Decimal("0.03"), valid_from=date(2017, 2, 1), reason="Probe"),
        Patch(id="pay_index", set=Decimal(6), reason="Probe"),
        Patch(id="pay_index", set=Decimal(5), valid_from=date(2018, 3, 1), reason="Probe"),
    )
    scenario = Scenario(id="probe", label="Probe", description="Probe", patches=patches)
    assumptions = Assumptions(catalogue, scenario, date(2017, 11, 15))
    assert [table_pay(assumptions, "S12", 3, date(2018, month, 1)) for month in (2, 3)] == [3, 3]


def test_each_month_names_the_row_it_is_paid_by(view):
    """In November 2017 the table of 2018 is not known: that of 2017 is moved on. In July 2018 it is."""
    early, late = year(view)[2].table, year(view, as_of=date(2018, 7, 1))[2].table
    assert (early.id, early.valid_from, early.index, early.pay, early.status) == (
        "pay_S12_3", date(2017, 2, 1), Decimal("1.024"), 361383, "unverified",
    )  # fmt: skip
    assert (late.valid_from, late.index, late.pay, late.status) == (date(2018, 3, 1), 1, 363892, "read")
    assert pay_row(view(), "S12", 3, date(2018, 3, 1)).since == date(2018, 3, 1)


def test_pay_rises_with_the_pay_round_and_not_before(view):
    assert [pay.gross for pay in year(view)] == [352913] * 2 + [361383] * 10


def test_a_month_is_the_sum_of_its_parts(view):
    for form in Form:
        for pay in year(view, "S17", 5, form=form):
            assert pay.total == sum(getattr(pay, part) for part in PARTS)
            assert pay.social == pay.health + pay.care + pay.pension + pay.unemployment


@pytest.mark.parametrize("row", ROWS)
def test_an_empty_post_costs_nothing(view, row):
    assert [pay.total for pay in year(view, *row, shares=months("0"))] == [0] * 12


@pytest.mark.parametrize(("first", "last"), [(4, 12), (1, 8), (12, 12), (3, 3)])
def test_months_that_are_not_filled_cost_nothing(view, first, last):
    paid = [pay.month for pay in year(view, shares=months("0.5", first, last)) if pay.total]
    assert paid == list(range(first, last + 1))


def test_a_post_that_grows_within_the_year(view):
    shares = (*months("0.5", 1, 6)[:6], *months("1")[6:])
    assert [pay.gross for pay in year(view, shares=shares)] == [176457] * 2 + [180692] * 4 + [361383] * 6


def test_pay_follows_the_step_of_the_month(view):
    """20 August 2015 and three years: step 3 from August 2018."""
    assumptions = view()
    paid = post_year(assumptions, pay_rules(assumptions, 2018), line(step=2, since=day("2015-08-20")), FULL)
    assert [pay.step for pay in paid] == [2] * 7 + [3] * 5
    assert [pay.table_pay for pay in paid] == [324247] * 2 + [332029] * 5 + [361383] * 5


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(ROWS), st.decimals("0", "1", places=2), st.decimals("0.01", "1", places=2), st.sampled_from(Form))
def test_a_larger_share_never_costs_less(view, row, share, more, form):
    small, large = (sum(pay.total for pay in year(view, *row, shares=(part,) * 12, form=form)) for part in (share, share + more))
    assert small < large


@pytest.mark.parametrize("group", ["S8b", "S11a", "S11b", "S12", "S14", "S15", "S17", "E6", "E8", "E10", "E11"])
def test_a_higher_step_never_costs_less(view, group):
    costs = [sum(pay.total for pay in year(view, group, step)) for step in range(1, 7)]
    assert costs == sorted(costs)
