from wiwak_eval.claims.places import places_table
from wiwak_eval.evaluation.funnel import BENCHMARK, HIGH, LOW, TOO_SMALL, WITHIN
from wiwak_eval.results import HIDDEN, NotAssessable


def numbers(readings):
    return places_table(readings).rows[0][2:]


def test_municipalities_that_were_held_against_the_county_are_counted():
    assert numbers((WITHIN, LOW, TOO_SMALL, HIGH, WITHIN, BENCHMARK)) == (4, 1, 1, 0.25)


def test_one_hidden_reading_hides_all_numbers():
    assert numbers((WITHIN, HIDDEN, WITHIN, BENCHMARK)) == (HIDDEN,) * 4
    assert numbers((HIDDEN, HIDDEN)) == (HIDDEN,) * 4


def test_small_municipalities_alone_say_nothing():
    assert "Keine Gemeinde ist groß genug" in places_table((TOO_SMALL, BENCHMARK)).reason


def test_a_refused_table_is_refused_here_too():
    refusal = NotAssessable("nicht auswertbar: Tabelle „Bezugsgrößen“ fehlt")
    assert places_table(refusal) == refusal
