from decimal import Decimal

import pytest

from wiwak_eval.budget.workload.opening import opening_hours_week


@pytest.fixture
def hours(read):
    """Opening hours of a delivery: ISO weeks from 2 January 2017 on, each a list of hours from Monday on."""

    def of(*weeks):
        days = [(7 * week + day + 2, open_for) for week, open_fors in enumerate(weeks) for day, open_for in enumerate(open_fors)]
        lines = "".join(f"{number:02d}.01.2017;{open_for}\n" for number, open_for in days if number <= 31)
        return opening_hours_week(read({"oeffnungstage": f"Datum;Stunden\n{lines}"}))

    return of


def test_the_usual_week_counts_not_holidays_nor_the_weeks_cut_by_the_period(hours):
    """Three whole weeks of 35 hours, one with two holidays (21), one cut off after Tuesday (14); their mean would be 28."""
    assert hours([7] * 5, [7] * 3, [7] * 5, [7] * 5, [7] * 2) == 35


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        (([15, 15], [15, 15], [17, 18], [17, 18]), "32.5"),
        ((["20,2"],) * 4, "20"),
        ((["20,25"],) * 4, "20.5"),
        ((["7,5", "7,5", 4],) * 4, "19"),
    ],
)
def test_to_half_an_hour_with_halves_up(hours, weeks, expected):
    assert hours(*weeks) == Decimal(expected)


def test_days_with_no_hours_open_no_week(hours):
    """Four weeks count, not the closed one between them."""
    assert hours([7] * 5, [0] * 5, [7] * 5, [7] * 5, [7] * 2) == 35
    assert hours([7] * 5, [0] * 5, [7] * 5, [7] * 5, [0] * 2) is None


def test_without_four_weeks_or_without_hours_the_assumption_stands(hours, read):
    assert hours([7] * 5, [7] * 5, [7] * 5) is None
    assert hours([""] * 5, [""] * 5, [7] * 5, [7] * 5, [7] * 2) is None
    assert opening_hours_week(read({"klienten": "Klienten-ID\nK1\n"})) is None
