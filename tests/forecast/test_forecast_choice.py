from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval.forecast import choice
from wiwak_eval.forecast.backtest import COMBINED, FLOW, SERIES, Backtest, MethodScore
from wiwak_eval.forecast.backtest_tables import LABELS, choice_table
from wiwak_eval.forecast.choice import LEAST_RATIO, choose, flow_weight
from wiwak_eval.forecast.series.learned import Record
from wiwak_eval.forecast.simple import SIMPLE

PUBLIC = {"series": 0.7, "naive": 1.0, "mean": 0.9, "mean_of_three": 0.95, "drift": 1.4}


@pytest.fixture(autouse=True)
def public(monkeypatch):
    """A record of these tests, so that no learned number decides."""
    scores = {"10": dict(PUBLIC), "12": {**PUBLIC, "series": 0.5}}
    monkeypatch.setattr(choice, "load_record", lambda: Record("1", {}, {}, scores, 0.7))
    return scores


def score(method, relative, wis=10.0):
    return MethodScore(method, 9, 10.0, 0.0, 1.0, wis, relative, relative, None, None, None)


def with_errors(origins=4, wis=None, **relative):
    """A back-test with these errors over that of the last value; wis: by method."""
    return Backtest(origins, {name: score(name, value, (wis or {}).get(name, 10.0)) for name, value in relative.items()})


def all_alike(value, ours=COMBINED, **others):
    names = {ours: value, SERIES: value, **dict.fromkeys(SIMPLE, value), "naive": 1.0, **others}
    return with_errors(**names)


def test_a_flow_half_as_far_off_goes_from_a_half_to_054():
    """Four origins against a prior worth twelve: odds of two to the power of a quarter."""
    found = flow_weight(0.5, 12, with_errors(4, {SERIES: 20.0, FLOW: 10.0}, series=1.0, flow=1.0))
    assert found == pytest.approx(2**0.25 / (1 + 2**0.25))
    assert round(found, 2) == 0.54


@pytest.mark.parametrize(("series", "flow", "odds"), [(10.0, 40.0, 1 / 4), (10.0, 10.0, 1 / 2), (40.0, 10.0, 1.0)])
def test_weights_by_hand(series, flow, odds):
    """Prior odds 1:2, four origins against a prior worth four: times the root of the ratio of the scores."""
    found = flow_weight(1 / 3, 4, with_errors(4, {SERIES: series, FLOW: flow}, series=1.0, flow=1.0))
    assert found == pytest.approx(odds / (1 + odds))


@given(
    prior=st.floats(0.05, 0.95), worth=st.floats(0.5, 50), series=st.floats(0.1, 1e4), flow=st.floats(0.1, 1e4), origins=st.integers(1, 6)
)
def test_the_weight_moves_towards_the_better_one_and_stays_a_share(prior, worth, series, flow, origins):
    found = flow_weight(prior, worth, with_errors(origins, {SERIES: series, FLOW: flow}, series=1.0, flow=1.0))
    assert 0 < found < 1
    if flow < series * 0.999:
        assert found > prior
    if flow > series * 1.001:
        assert found < prior


@pytest.mark.parametrize(
    "found",
    [
        None,
        with_errors(series=1.0),
        with_errors(4, {SERIES: 0.0}, series=1.0, flow=1.0),
        with_errors(4, {FLOW: 0.0}, series=1.0, flow=1.0),
    ],
)
def test_without_a_comparison_the_prior_stays(found):
    assert flow_weight(0.4, 12, found) == 0.4


def test_without_a_backtest_the_public_record_decides():
    found = choose(10, None, True, 12, 0.5)
    assert found.official == COMBINED
    assert found.flow_weight == 0.5
    assert found.best_in_pilot is None
    assert [item.method for item in found.judged] == [COMBINED, "mean", "mean_of_three", "naive", "drift"]
    assert [item.together for item in found.judged] == [0.7, 0.9, 0.95, 1.0, 1.4]
    assert {item.pilot for item in found.judged} == {None}


def test_without_a_flow_the_series_stands_for_us():
    found = choose(10, None, False, 12, 0.5)
    assert (found.official, found.flow_weight) == (SERIES, 0.0)


@pytest.mark.parametrize(("months", "public_score"), [(6, 0.7), (10, 0.7), (11, 0.7), (12, 0.5), (20, 0.5)])
def test_the_public_record_of_the_nearest_number_of_months_counts(months, public_score):
    """Of eleven months both are as near; the shorter history, which promises less, is taken."""
    found = choose(months, None, False, 12, 0.0)
    assert found.judged[0].public == public_score


def test_both_records_are_averaged_by_their_origins():
    """Four origins and a prior worth twelve: a quarter of the pilot's logarithm, three of the public one."""
    found = choose(10, with_errors(combined=1.2, series=2.0, naive=1.0, mean=0.8, mean_of_three=1.0, drift=0.5), True, 12, 0.5)
    together = {item.method: item.together for item in found.judged}
    assert together[COMBINED] == pytest.approx(exp(0.25 * log(1.2) + 0.75 * log(0.7)))
    assert together["drift"] == pytest.approx(exp(0.25 * log(0.5) + 0.75 * log(1.4)))
    assert found.best_in_pilot == "drift"


def test_a_combination_that_could_not_be_tested_is_judged_by_the_series():
    found = choose(10, with_errors(series=0.6, naive=1.0, mean=1.0, mean_of_three=1.0, drift=1.0), True, 12, 0.5)
    assert found.official == COMBINED
    assert found.judged[0].pilot == 0.6


def test_the_better_one_wins():
    assert choose(10, all_alike(1.0), True, 12, 0.5).official == COMBINED
    assert choose(10, all_alike(1.0, mean=0.3), True, 12, 0.5).official == "mean"
    assert choose(10, all_alike(1.0, mean=0.3, combined=0.1, series=0.1), True, 12, 0.5).official == COMBINED


def test_the_more_the_prior_weighs_the_less_the_pilot_says():
    pilot = all_alike(1.0, mean=0.3)
    assert choose(10, pilot, True, 12, 0.5).official == "mean"
    assert choose(10, pilot, True, 60, 0.5).official == COMBINED


def test_as_good_as_a_simple_one_is_enough(public):
    public["10"].update(dict.fromkeys(PUBLIC, 1.0))
    assert choose(10, None, True, 12, 0.5).official == COMBINED


def test_a_method_that_happened_to_hit_is_not_taken_for_perfect():
    found = choose(10, all_alike(1.0, mean=0.0), True, 12, 0.5)
    mean = next(item for item in found.judged if item.method == "mean")
    assert mean.pilot == 0.0
    assert mean.together == pytest.approx(exp(0.25 * log(LEAST_RATIO) + 0.75 * log(0.9)))


def test_where_the_last_value_never_errs_the_pilot_says_nothing():
    found = choose(10, with_errors(combined=None, series=None, naive=None, mean=None, mean_of_three=None, drift=None), True, 12, 0.5)
    assert found.official == COMBINED
    assert {item.pilot for item in found.judged} == {None}
    assert found.best_in_pilot is None


ratios = st.floats(0.01, 20)


@given(st.fixed_dictionaries(dict.fromkeys((COMBINED, SERIES, *SIMPLE), ratios)), st.floats(1, 30))
def test_the_official_one_is_always_the_best_of_all_judged(found, prior_origins):
    chosen = choose(10, with_errors(**found), True, prior_origins, 0.5)
    assert {item.method for item in chosen.judged} == {COMBINED, *SIMPLE}
    assert chosen.judged[0].method == chosen.official
    together = [item.together for item in chosen.judged]
    assert together == sorted(together)


def test_the_table_names_the_one_that_counts_and_says_why():
    pilot = all_alike(1.0, drift=0.5)
    table = choice_table(choose(10, pilot, True, 12, 0.54), pilot, ("flow_prior_weight",))
    assert [row[0] for row in table.rows if row[-1] == "ja"] == [COMBINED]
    assert table.cell(COMBINED, "label") == LABELS[COMBINED]
    notes = " ".join(table.notes)
    assert "Pilotjahr (4)" in notes
    assert "Gewicht des Zugangsmodells in der Verbindung: 54\u202f%." in notes
    assert "Im Pilotjahr allein lag „fortgesetzte Veränderung“ am nächsten." in notes
    assert "war nicht besser" not in notes


def test_where_a_simple_one_counts_the_table_says_so():
    pilot = all_alike(1.0, mean=0.3)
    table = choice_table(choose(10, pilot, True, 12, 0.54), pilot, ())
    assert table.cell("mean", "official") == "ja"
    wanted = (
        "Die eigene Prognose war nicht besser als das einfache Verfahren „Mittel aller Monate“; maßgeblich ist deshalb dieses, mit den "
        "Bereichen des Reihenverfahrens."
    )
    assert wanted in table.notes
    assert not any("Im Pilotjahr allein" in note for note in table.notes)


def test_without_a_flow_no_weight_is_named():
    table = choice_table(choose(10, None, False, 12, 0.0), None, ())
    assert not any("Gewicht des Zugangsmodells" in note for note in table.notes)


def test_every_method_has_its_german_name():
    assert {SERIES, FLOW, COMBINED, *SIMPLE} == set(LABELS)
