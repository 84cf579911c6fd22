"""“Rose continuously”: hand-made series, and what must and must not change a verdict."""

from dataclasses import replace
from fractions import Fraction
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiwak_eval.claims.rising import Months, Rule, backwards, rising
from wiwak_eval.claims.rising_table import rise_table, rising_table
from wiwak_eval.claims.verdict import Readings, Verdict, overall
from wiwak_eval.evaluation.mann_kendall import mann_kendall
from wiwak_eval.evaluation.rate_ratio import rate_ratio
from wiwak_eval.results import NotAssessable

S, N, R, U = Verdict.SUPPORTED, Verdict.UNSUPPORTED, Verdict.REFUTED, Verdict.UNTESTABLE


def reverse(months: Months) -> Months:
    days, posts = (None if units is None else units[::-1] for units in (months.days, months.posts))
    return replace(months, contacts=months.contacts[::-1], persons=months.persons[::-1], days=days, posts=posts)


def plus(months: Months, constant: int) -> Months:
    contacts, persons = (tuple(count + constant for count in counts) for counts in (months.contacts, months.persons))
    return replace(months, contacts=contacts, persons=persons)


def test_more_in_every_month_supports_both_readings(months, rule):
    assert rising(months, rule) == Readings(S, S)


@pytest.mark.parametrize("field", ["contacts", "persons"])
@pytest.mark.parametrize("value", [-1, 0])
def test_one_month_that_is_not_higher_refutes_the_literal_reading_alone(months, rule, field, value):
    """121 contacts (66 persons) in the fifth month; as many or one fewer in the sixth."""
    counts = list(getattr(months, field))
    counts[5] = counts[4] + value
    readings = rising(replace(months, **{field: tuple(counts)}), rule)
    assert readings == Readings(R, S)
    assert overall(readings) is Verdict.QUALIFIED


def test_reversed_months_flip_the_verdict(months, rule):
    assert overall(rising(months, rule)) is S
    assert overall(rising(reverse(months), rule)) is R


def test_a_level_series_is_neither(rule):
    level = Months((100, 104, 97, 101, 99, 103, 98, 102, 100, 101), (60, 63, 58, 61, 59, 62, 58, 61, 60, 61))
    assert rising(level, rule) == Readings(R, N)
    assert overall(rising(reverse(level), rule)) is N


def test_a_cumulated_tally_is_refused(months, rule):
    added_up = replace(months, contacts=tuple(accumulate(months.contacts)), persons=tuple(accumulate(months.persons)), from_tally=True)
    readings = rising(added_up, rule)
    assert (readings.literal, readings.lenient) == (U, U)
    assert "aufsummiert" in readings.reason
    assert "aufsummiert" in rising(replace(added_up, contacts=months.contacts), rule).reason


def test_a_plain_tally_is_not(months, rule):
    assert rising(replace(months, from_tally=True), rule) == Readings(S, S)


@pytest.mark.parametrize("place", range(10))
def test_a_deleted_month_leaves_nothing_to_test(months, rule, place):
    cut = {name: tuple(v for i, v in enumerate(getattr(months, name)) if i != place) for name in ("contacts", "persons", "days", "posts")}
    readings = rising(replace(months, **cut), rule)
    assert (readings.literal, readings.lenient) == (U, U)
    assert "nicht alle" in readings.reason
    empty = replace(months, contacts=tuple(0 if i == place else v for i, v in enumerate(months.contacts)))
    assert rising(empty, rule).literal is U


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 60), min_size=10, max_size=10), st.integers(1, 500))
def test_a_constant_added_does_not_turn_the_literal_reading(counts, constant):
    rule, months = Rule(10, 0.05, 1.0), Months(tuple(counts), tuple(counts), from_tally=False)
    assert rising(plus(months, constant), rule).literal is rising(months, rule).literal


def test_more_opening_days_or_posts_can_explain_a_rise(months, rule):
    """83 to 171 contacts: twice as many on twice as many days are no rise by day."""
    as_many = tuple(Fraction(count) for count in months.contacts)
    assert rising(replace(months, days=as_many), rule) == Readings(S, N)
    assert rising(replace(months, posts=as_many), rule) == Readings(S, N)
    assert rising(replace(months, days=None, posts=None), rule) == Readings(S, S)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(20, 200), min_size=10, max_size=10), st.lists(st.integers(15, 25), min_size=10, max_size=10))
def test_the_lenient_reading_is_both_tests_of_every_series(counts, days):
    rule = Rule(10, 0.05, 1.0)
    months = Months(tuple(counts), tuple(counts), tuple(map(Fraction, days)), from_tally=False)
    by_day = [Fraction(count, day) for count, day in zip(counts, days, strict=True)]
    ranks = mann_kendall(counts).p_rising <= 0.05 and mann_kendall(by_day).p_rising <= 0.05
    rates = rate_ratio(counts).low > 1 and rate_ratio(counts, [float(day) for day in days]).low > 1
    assert (rising(months, rule).lenient is S) == (ranks and rates)


def test_the_order_of_time_is_what_is_reversed(months):
    there = months.series
    assert [one.key for one in there] == [
        "contacts", "persons", "contacts_per_day", "persons_per_day", "contacts_per_post", "persons_per_post",
    ]  # fmt: skip
    assert [backwards(backwards(one)) for one in there] == list(there)
    assert backwards(there[2]).rates == there[2].rates[::-1]


def test_stricter_thresholds_are_held_to(months, rule):
    falling_once = replace(months, contacts=(97, 92, *months.contacts[2:]))
    p = mann_kendall(falling_once.contacts).p_rising
    assert rising(falling_once, replace(rule, p_value=p)).lenient is S, "at most, as `trend_without` says"
    assert rising(falling_once, replace(rule, p_value=p * 0.99)).lenient is N
    low = min(rate_ratio(one.counts, one.weights).low for one in months.series)
    assert rising(months, replace(rule, factor=low)).lenient is N
    assert rising(months, replace(rule, factor=low - 1e-6)).lenient is S


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(20, 120), min_size=10, max_size=10), st.booleans())
def test_the_table_holds_the_numbers_that_decide(counts, ordered):
    rule, counts = Rule(10, 0.05, 1.0), sorted(counts) if ordered else counts
    months = Months(tuple(counts), tuple(counts[::-1]), (Fraction(20),) * 10, from_tally=False)
    readings, table = rising(months, rule), rise_table(months, rule)
    row = {column.name: cell for column, cell in zip(table.columns, table.rows[0], strict=True)}
    assert row["series"] == 4
    assert (readings.literal is S) == (row["rises_contacts"] == row["rises_persons"] == row["steps"])
    assert (readings.lenient is S) == (row["rising"] == row["series"])
    assert (readings.lenient is R) == (row["falling"] == row["series"])


def test_both_tables_of_a_rise(months, rule):
    assert rise_table(months, rule).rows == (("rise", "erste Projektmonate", 9, 9, 9, 6, 6, 0),)
    detail = rising_table(months, "2017-01")
    assert [row[0] for row in detail.rows] == [one.key for one in months.series]
    assert detail.notes[0].startswith("Erster Projektmonat ist Januar 2017: so angegeben oder, wo die Angabe fehlt,")
    expected = rate_ratio(months.contacts)
    assert detail.rows[0][2:] == (9, 9, 0.0001, *(round(value, 6) for value in (expected.ratio, expected.low, expected.high)))


def test_what_is_refused_is_refused_in_both_tables(rule):
    refusal = NotAssessable("nicht auswertbar: Darum.")
    assert rise_table(refusal, rule) == rising_table(refusal, "2017-01") == refusal
    zeros = Months((1,) * 10, (0,) * 10, from_tally=False)
    assert "nur Nullen" in rising_table(zeros, "2017-01").reason


def test_a_series_without_a_factor_is_untestable(rule):
    """Persons known in one month only: no finite factor fits, though the test by ranks passes nothing either."""
    months = Months((1, 2, 3, 4, 5, 6, 7, 8, 9, 10), (0,) * 10, from_tally=False)
    assert rising(months, rule).lenient is N
    short = Months((5, 6, 7), (3, 4, 5), from_tally=False)
    assert "mindestens 5 Monate" in rising(short, Rule(3, 0.05, 1.0)).reason
