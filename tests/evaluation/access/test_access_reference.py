"""Margins of the same people are never added up; two offices are never counted twice."""

import pytest
from small_access import REFUGEE, SUBSIDIARY, TOLERATED, reference

from wiwak_eval.evaluation.access.places import place_key
from wiwak_eval.evaluation.access.reference import Reference, best_months, read_reference
from wiwak_eval.results import NotAssessable

TWICE = NotAssessable("nicht auswertbar: Die Bezugsgrößen nennen für dieselbe Gruppe und denselben Monat mehrere Werte.")


def test_each_margin_stands_for_itself(read):
    rows = (("01", "", "", 200), ("01", "", REFUGEE, 120), ("01", "", TOLERATED, 80), ("01", "Vacha", "", 90), ("01", "Vacha", REFUGEE, 60))
    found = read_reference(read({"bezugsgroessen": reference(*rows)}))
    assert isinstance(found, Reference)
    assert found.total == {"2017-01": {"": 200}}
    assert found.by_title == {"2017-01": {"refugee": 120, "tolerated": 80}}
    assert found.by_place == {"2017-01": {"vacha": 90}}


def test_a_margin_that_was_not_delivered_is_summed_from_the_rows_that_name_both(read):
    """By municipality only people with a title count, as they do where the county names no title at all."""
    rows = (("01", "Vacha", REFUGEE, 60), ("01", "Vacha", TOLERATED, 7), ("01", "Geisa", REFUGEE, 40), ("01", "Geisa", SUBSIDIARY, 5))
    found = read_reference(read({"bezugsgroessen": reference(*rows)}))
    assert found.by_title == {"2017-01": {"refugee": 100, "tolerated": 7, "subsidiary": 5}}
    assert found.by_place == {"2017-01": {"vacha": 60, "geisa": 45}}
    assert found.total == {}


def test_of_two_sources_one_is_read(read):
    rows = [("01", "", REFUGEE, 120, "ABH"), ("01", "", SUBSIDIARY, 50, "ABH"), ("01", "", REFUGEE, 111, "Jobcenter")]
    for order in (rows, rows[::-1]):
        found = read_reference(read({"bezugsgroessen": reference(*order)}))
        assert found.by_title == {"2017-01": {"refugee": 120, "subsidiary": 50}}
        assert found.sources == ("ABH",)
    equal = reference(("01", "", REFUGEE, 120, "Jobcenter"), ("01", "", REFUGEE, 111, "ABH"))
    assert read_reference(read({"bezugsgroessen": equal})).by_title == {"2017-01": {"refugee": 111}}


def test_a_row_said_twice_counts_once_and_two_values_are_refused(read):
    twice = reference(("01", "", REFUGEE, 120), ("01", "", REFUGEE, 120))
    assert read_reference(read({"bezugsgroessen": twice})).by_title == {"2017-01": {"refugee": 120}}
    assert read_reference(read({"bezugsgroessen": reference(("01", "", REFUGEE, 120), ("01", "", REFUGEE, 121))})) == TWICE
    assert read_reference(read({"bezugsgroessen": reference(("01", "Vacha", "", 12), ("01", "VACHA", "", 13))})) == TWICE


def test_months_outside_the_period_do_not_count(read):
    assert read_reference(read({"oeffnungstage": "Datum\n02.01.2017\n"})) == NotAssessable("nicht auswertbar: Tabelle „Bezugsgrößen“ fehlt")
    found = read_reference(read({"bezugsgroessen": reference(("04", "", REFUGEE, 120))}))
    assert found == NotAssessable("nicht auswertbar: Die Bezugsgrößen nennen für keinen Monat des Zeitraums anerkannte Flüchtlinge.")


def test_a_month_that_lacks_a_title_is_no_smaller_stock():
    assert best_months({"2017-03": {"a": 1}, "2017-02": {"a": 1, "b": 2}, "2017-01": {"a": 1, "b": 1}}) == ("2017-01", "2017-02")
    assert best_months({}) == ()


@pytest.mark.parametrize(
    "name", ["Bad Salzungen", " bad salzungen ", "Stadt Bad Salzungen", "Bad Salzungen, Stadt", "16063003 Bad Salzungen", "Bad-Salzungen"]
)
def test_names_of_a_municipality_are_one(name):
    assert place_key(name) == "badsalzungen"


def test_an_ags_alone_is_its_own_key_and_other_signs_are_none():
    assert place_key("16063003") == "16063003"
    assert place_key("Rhön") == place_key("RHOEN")
    assert place_key("123") == place_key("–") == ""
    assert place_key("Stadtlengsfeld") == "stadtlengsfeld"
