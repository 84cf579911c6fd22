from decimal import Decimal
from fractions import Fraction

import pytest
from core_samples import HELD, LINES, further, line, staff
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval.assumptions import Gap
from wiwak_eval.budget.posts.line import NEW
from wiwak_eval.budget.posts.staffing import StaffingRules, month_within, staffing, staffing_rules

quarters = st.integers(0, 40).map(lambda number: Decimal(number) / 4)
rules = st.builds(StaffingRules, st.integers(1, 13), st.integers(0, 12))
ends = st.none() | st.sampled_from(["2017-12-31", "2018-03-31", "2018-09-30", "2018-12-31", "2019-06-30"])
held = st.lists(st.tuples(st.decimals("0", "1", places=2), ends), max_size=5)


@pytest.mark.parametrize(
    ("total", "planned"),
    [
        ("0", ("0", "0", "0")),
        ("0.5", ("0.5", "0", "0")),
        ("1.25", ("1", "0.25", "0")),
        ("1.75", ("1", "0.75", "0")),
        ("3", ("1", "0.75", "1.25")),
        ("-1", ("0", "0", "0")),
    ],
)
def test_existing_posts_are_filled_first_in_their_order(total, planned):
    found = staff(total)
    assert tuple(found.planned.values()) == tuple(map(Decimal, planned))
    assert list(found.planned) == ["S1", "S2", NEW]
    assert found.total == max(Decimal(total), 0)
    assert all(shares == (found.planned[key],) * 12 for key, shares in found.shares.items())


def test_further_posts_begin_in_april():
    """1.75 existing posts all year and 1.25 from April on: 21 + 11.25 months of full posts."""
    found = staff("3", StaffingRules(further_from=4, last=12))
    assert found.shares[NEW] == (Decimal(0),) * 3 + (Decimal("1.25"),) * 9
    assert found.total == 3
    assert found.post_months == (Decimal("1.75"),) * 3 + (Decimal(3),) * 9
    assert found.post_years == Fraction("32.25") / 12


def test_further_posts_that_begin_next_year_cost_nothing_yet():
    assert set(staff("3", StaffingRules(further_from=13, last=12)).shares[NEW]) == {0}


def test_at_the_end_of_the_centre_only_a_running_contract_is_paid():
    """The centre ends in June. S1 is bound until 15 September, S2 ended before, S3 has no end and goes elsewhere."""
    lines = (line("S1", "0.5", until="2018-09-15"), line("S2", "1", until="2018-03-31"), line("S3", "1"), further())
    found = staff("3", StaffingRules(1, 6), lines)
    half, one, none = Decimal("0.5"), Decimal(1), Decimal(0)
    assert found.shares == {
        "S1": (half,) * 9 + (none,) * 3,
        "S2": (one,) * 6 + (none,) * 6,
        "S3": (one,) * 6 + (none,) * 6,
        NEW: (half,) * 6 + (none,) * 6,
    }
    assert found.total == 3


def test_after_the_end_of_the_centre_nothing_is_planned_but_contracts_run_on():
    lines = (line("S1", "0.5", until="2019-06-30"), line("S2", "1"), further())
    found = staff("3", StaffingRules(1, 0), lines)
    assert found.total == 0
    assert found.post_months == (Decimal("0.5"),) * 12
    assert staff("3", StaffingRules(1, 0), lines, year=2019).post_months == (Decimal("0.5"),) * 6 + (Decimal(0),) * 6


@pytest.mark.parametrize(
    ("year", "expected"),
    [(2017, (13, 12)), (2018, (4, 12)), (2019, (1, 6)), (2020, (1, 0))],
)
def test_months_of_the_rules_within_a_year(view, year, expected):
    assert staffing_rules(view(further_posts_from="2018-04", centre_until="2019-06"), year) == StaffingRules(*expected)


def test_a_month_before_in_and_after_a_year():
    assert [month_within("2018-04", year, before=1, after=13) for year in (2017, 2018, 2019)] == [13, 4, 1]


@pytest.mark.parametrize("id", ["further_posts_from", "centre_until"])
@pytest.mark.parametrize("text", ["April 2018", "2018-13", "2018-00", "2018", "18-04", "2018-4"])
def test_what_is_no_month_is_refused_by_name(view, id, text):
    with pytest.raises(Gap, match=rf"„{id}“ nennt „{text}“; das ist kein Monat\. Bitte als JJJJ-MM"):
        staffing_rules(view(**{id: text}), 2018)


@given(held, quarters, rules)
def test_planned_posts_are_the_total_and_none_is_overfilled(given_lines, total, rule):
    lines = (*(line(f"S{number}", share, until=end) for number, (share, end) in enumerate(given_lines, start=1)), further())
    found = staffing(lines, total, 2018, rule)
    assert found.total == (total if rule.last else 0)
    assert all(0 <= found.planned[one.key] <= one.share for one in lines[:-1])
    for one in lines:
        assert len(found.shares[one.key]) == 12
        assert all(0 <= share <= max(one.share, found.planned[one.key]) for share in found.shares[one.key])
    assert found.post_years * 12 == sum(found.post_months)


@given(held, quarters, quarters, rules)
def test_more_posts_never_fill_a_line_less_in_any_month(given_lines, total, more, rule):
    lines = (*(line(f"S{number}", share, until=end) for number, (share, end) in enumerate(given_lines, start=1)), further())
    few, many = (staffing(lines, posts, 2018, rule) for posts in (total, total + more))
    for one in lines:
        assert all(less <= greater for less, greater in zip(few.shares[one.key], many.shares[one.key], strict=True))


def test_the_plan_does_not_depend_on_who_holds_a_post_but_on_the_order():
    forward, back = staff("1.25"), staff("1.25", lines=(*reversed(HELD), LINES[-1]))
    assert forward.planned == {"S1": 1, "S2": Decimal("0.25"), NEW: 0}
    assert back.planned == {"S2": Decimal("0.75"), "S1": Decimal("0.5"), NEW: 0}
