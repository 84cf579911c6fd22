"""Subtracting one release from another: what it proves, and what it must not be held to prove."""

from dataclasses import replace
from datetime import date

import pytest

from benchmarks.disclosure.subtraction import found_by_subtraction
from wiwak_eval.disclosure.disclosed import Disclosed, PublishedCell
from wiwak_eval.results import Dimension, Level, Measure

AGE = Dimension("age", "Alter", ("jung", "alt"))
MONTH = Dimension("month", "Monat", ("2017-01", "2017-02"), (("2017-Q1", ("2017-01", "2017-02")),), time=True)
OLD = (("age", "alt"),)


def release(low, high, key=OLD, level=Level.GREMIUM, age=AGE, month=MONTH):
    cell = PublishedCell("t", "persons", key, low, high)
    persons = Measure("persons", "Personen")
    return Disclosed("Kreis", level, "v", date(2017, 1, 1), date(2017, 2, 28), (age, month), (persons,), (cell,))


@pytest.mark.parametrize(("before", "after", "found"), [(12, 13, True), (12, 16, True), (12, 17, False), (12, 12, False), (12, 9, True)])
def test_a_difference_of_one_to_four_tells_the_committee_of_someone(before, after, found):
    assert bool(found_by_subtraction(release(before, before), release(after, after))) is found


def test_bounds_of_the_difference_are_those_of_both_rounded_numbers():
    public = Level.OEFFENTLICH
    assert found_by_subtraction(release(13, 17, level=public), release(18, 22, level=public)) == [("persons", OLD, 1, 9)]
    assert found_by_subtraction(release(13, 17, level=public), release(23, 27, level=public)) == []


def test_sensitive_groups_are_held_to_ten():
    sensitive = replace(AGE, sensitive=True)
    assert found_by_subtraction(release(12, 12, age=sensitive), release(20, 20, age=sensitive)) == [("persons", OLD, 8, 8)]


def test_hidden_numbers_and_county_totals_tell_nothing():
    assert found_by_subtraction(release(12, 12), release(None, None)) == []
    january = (("month", "2017-01"),)
    assert found_by_subtraction(release(12, 12, january), release(13, 13, january)) == []


def test_a_quarter_that_had_fewer_months_and_a_rest_of_other_leaves_are_other_groups():
    quarter = (("age", "alt"), ("month", "2017-Q1"))
    january = replace(MONTH, leaves=("2017-01",), unions=(("2017-Q1", ("2017-01",)),))
    assert found_by_subtraction(release(12, 12, quarter, month=january), release(13, 13, quarter)) == []
    assert found_by_subtraction(release(12, 12, quarter), release(13, 13, quarter)) != []
    rest = Dimension("age", "Alter", ("jung", "alt"), rest="alt")
    named = replace(rest, leaves=("jung", "uralt", "alt"))
    assert found_by_subtraction(release(12, 12, age=rest), release(13, 13, age=named)) == []
    assert found_by_subtraction(release(12, 12, age=rest), release(13, 13, age=rest)) != []
