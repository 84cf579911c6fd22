from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiwak_eval.assumptions import Assumptions, Gap, Patch, Scenario
from wiwak_eval.budget.pay import bonus_class, normal_group, pay_rules, post_year, table_pay

ROWS = [("S17", 4), ("S17", 6), ("S15", 5), ("S12", 3), ("S11b", 2), ("S8b", 1), ("E6", 3), ("E11", 5)]


def year(view, group="S12", step=3, share="1", of=2018, **more):
    assumptions = view(**more)
    return post_year(assumptions, pay_rules(assumptions, of), group, step, Decimal(share))


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
    with pytest.raises(Gap, match=r"am 01\.01\.2017"):
        year(view, of=2017)
    assert table_pay(view(), "S12", 3, date(2017, 2, 1)) == 352913


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


def test_the_bonus_is_paid_once(view):
    months = year(view)
    assert [pay.month for pay in months] == list(range(1, 13))
    assert [pay.month for pay in months if pay.bonus or pay.bonus_social or pay.bonus_zvk] == [11]


def test_the_month_of_the_bonus_is_an_assumption(view):
    assert [pay.month for pay in year(view, bonus_month=Decimal(12)) if pay.bonus] == [12]


def test_a_month_is_the_sum_of_its_parts(view):
    for pay in year(view, "S17", 5):
        parts = (pay.gross, pay.health, pay.care, pay.pension, pay.unemployment, pay.zvk, pay.bonus, pay.bonus_social, pay.bonus_zvk)
        assert pay.total == sum(parts)


def test_pay_rises_with_the_pay_round_and_not_before(view):
    gross = [pay.gross for pay in year(view)]
    assert gross == [352913] * 2 + [361383] * 10


def test_the_bonus_looks_at_july_to_september(view):
    """A part-time post: half of the mean of three months of 3,613.83 (halved and rounded: 1,806.92), times 0.5439."""
    november = year(view, share="0.5")[10]
    assert november.bonus == 98278


@pytest.mark.parametrize("row", ROWS)
def test_an_empty_post_costs_nothing(view, row):
    assert sum(pay.total for pay in year(view, *row, share="0")) == 0


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(ROWS), st.decimals("0", "1", places=2), st.decimals("0.01", "1", places=2))
def test_a_larger_share_never_costs_less(view, row, share, more):
    small, large = (sum(pay.total for pay in year(view, *row, share=part)) for part in (share, share + more))
    assert small < large


@pytest.mark.parametrize("group", ["S8b", "S11a", "S11b", "S12", "S14", "S15", "S17", "E6", "E8", "E10", "E11"])
def test_a_higher_step_never_costs_less(view, group):
    costs = [sum(pay.total for pay in year(view, group, step)) for step in range(1, 7)]
    assert costs == sorted(costs)
