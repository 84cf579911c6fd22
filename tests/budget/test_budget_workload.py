from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval.budget.workload import Effort, WorkRules, effort, posts_needed, posts_planned, work_rules

EFFORT = Effort(Decimal(45), Decimal(20), Decimal("0.3"), ())
RULES = WorkRules(Decimal(120000), Decimal(97440), Decimal("0.25"), Decimal(1))
shares = st.decimals("0.05", "3", places=2)


def contacts(rows):
    header = "Beratungs-ID;Datum;Dolmetscher;Dauer (Min);Nacharbeit (Min);Erschienen\n"
    return header + "".join(f"B{number};02.01.2017;{row}\n" for number, row in enumerate(rows))


def test_minutes_are_measured_where_thirty_contacts_record_them(read, view):
    """10 x 30 and 20 x 41 minutes: 1,120 / 30; 20 x 10 and 10 x 0: 200 / 30; 9 of 30 paid."""
    rows = ["Honorar;30;10;ja"] * 9 + ["nein;30;10;ja"] + ["eigen;41;10;ja"] * 10 + ["nein;41;0;ja"] * 10
    measured = effort(read({"beratungen": contacts(rows)}), view())
    assert measured == Effort(Decimal("37.3"), Decimal("6.7"), Decimal("0.3000"), ("minutes", "follow_up", "interpreter_share"))


def test_blanks_are_unknown_and_who_stayed_away_took_no_time(read, view):
    rows = ["nein;40;;ja"] * 30 + [";;5;ja"] * 29 + ["Honorar;480;480;nein"] * 50
    measured = effort(read({"beratungen": contacts(rows)}), view())
    assert measured == Effort(Decimal(40), Decimal(20), Decimal(0), ("minutes", "interpreter_share"))


def test_a_mean_between_two_tenths_goes_up(read, view):
    """29 x 30 and 11 x 31 minutes are 30.275; 30 x 32 and 10 x 33 are 32.25."""
    assert effort(read({"beratungen": contacts(["nein;32;0;ja"] * 30 + ["nein;33;0;ja"] * 10)}), view()).minutes == Decimal("32.3")
    assert effort(read({"beratungen": contacts(["nein;30;0;ja"] * 29 + ["nein;31;0;ja"] * 11)}), view()).minutes == Decimal("30.3")


@pytest.mark.parametrize("files", [{"klienten": "Klienten-ID\nK1\n"}, {"beratungen": contacts(["Honorar;30;10;ja"] * 29)}])
def test_without_thirty_contacts_assumptions_stand_in(read, view, files):
    assert effort(read(files), view()) == EFFORT


def test_rules_of_the_shipped_assumptions(view):
    assert work_rules(view(), 2018) == RULES


@pytest.mark.parametrize(
    ("count", "needed", "planned"),
    [(0, "1.231527", "1.25"), (27, "1.249538", "1.25"), (28, "1.250205", "1.50"), (2928, "3.184729", "3.25"), (3026, "3.250103", "3.50")],
)
def test_posts_by_hand(count, needed, planned):
    """(contacts x 65 + 120,000) / 97,440, up to the next quarter."""
    exact = posts_needed(count, EFFORT, RULES)
    assert exact.quantize(Decimal("0.000001")) == Decimal(needed)
    assert posts_planned(exact, RULES) == Decimal(planned)


def test_a_need_that_is_a_step_is_not_raised():
    assert posts_planned(Decimal("2.25"), RULES) == Decimal("2.25")


def test_there_is_a_minimum():
    assert posts_planned(Decimal("0.1"), RULES) == 1


@given(st.integers(0, 50_000), st.integers(0, 5_000), shares, shares)
def test_more_contacts_never_need_fewer_posts(count, more, step, minimum):
    rules = WorkRules(RULES.coordination, RULES.net_minutes, step, minimum)
    few, many = (posts_planned(posts_needed(number, EFFORT, rules), rules) for number in (count, count + more))
    assert few <= many


@given(st.decimals("0", "40", places=6), shares, shares)
def test_plans_cover_the_need_in_the_fewest_steps(needed, step, minimum):
    rules = WorkRules(RULES.coordination, RULES.net_minutes, step, minimum)
    planned = posts_planned(needed, rules)
    assert planned >= needed
    assert planned == minimum or (planned % step == 0 and planned - step < needed)
