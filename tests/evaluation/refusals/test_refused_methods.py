"""Each refused method refuses for what a pilot year has, and says otherwise where it is given enough."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval.evaluation import refusals
from wiwak_eval.results import NotAssessable

ENOUGH = 10_000


def told(found: NotAssessable | None) -> str:
    """The refusal's sentence: one, in German, that begins as all do."""
    assert isinstance(found, NotAssessable)
    assert found.reason.startswith("nicht auswertbar: ")
    assert found.reason.endswith(".")
    assert ". " not in found.reason
    return found.reason


def test_interrupted_time_series() -> None:
    assert "es sind 0 davor und 10 danach" in told(refusals.interrupted_time_series(0, 10, external_outcome=False))
    assert "es sind 11 davor und 12 danach" in told(refusals.interrupted_time_series(11, 12, external_outcome=True))
    assert "jemand anderes gleich gezählt" in told(refusals.interrupted_time_series(12, 12, external_outcome=False))
    assert "lang genug; es fehlen noch" in told(refusals.interrupted_time_series(12, 12, external_outcome=True))


def test_synthetic_control() -> None:
    assert "es sind 0 Kreise und 0 Monate" in told(refusals.synthetic_control(0, 0))
    assert "es sind 22 Kreise und 10 Monate" in told(refusals.synthetic_control(22, 10))
    assert "Vorlauf reichen; es fehlt noch" in told(refusals.synthetic_control(19, 24))


def test_before_after_and_control_group() -> None:
    assert "gleich gemessen wurde" in told(refusals.before_after(99, ENOUGH))
    assert "keine Wirkung" in told(refusals.before_after(100, 99))
    assert "es fehlt noch der Nachweis" in told(refusals.before_after(100, 100))
    assert "es fehlen mindestens 100" in told(refusals.effect_of_centre(99, by_chance=True))
    assert "solange nicht das Los entschied" in told(refusals.effect_of_centre(100, by_chance=False))
    assert refusals.effect_of_centre(100, by_chance=True) is None


def test_few_months() -> None:
    assert "es sind 4" in told(refusals.trend_of_few_months(4))
    assert refusals.trend_of_few_months(5) is None


@given(st.lists(st.integers(30, 50), min_size=6, max_size=12))
def test_a_series_is_refused_once_it_is_added_up(months: list[int]) -> None:
    falling = sorted(months, reverse=True)
    assert "aufsummiert" in refusals.trend_of_running_sums(list(accumulate(falling))).reason
    if len(set(falling)) > 1:
        assert refusals.trend_of_running_sums(falling) is None


def test_a_change_of_recording_is_named() -> None:
    assert "Seit Mai 2017, Juli 2017 wird anders erfasst" in told(refusals.series_across_changes(["2017-05", "2017-07"]))
    assert refusals.series_across_changes([]) is None


@given(st.integers(0, 2000), st.integers(1, 40))
def test_ten_events_a_parameter(events: int, parameters: int) -> None:
    assert (refusals.events_per_parameter(events, parameters) is None) == (events >= 10 * parameters)


def test_the_number_of_events_is_not_told() -> None:
    assert told(refusals.events_per_parameter(17, 4)) == told(refusals.events_per_parameter(3, 4))
    assert "hier also 40" in told(refusals.events_per_parameter(17, 4))
    with pytest.raises(ValueError, match="at least one parameter"):
        refusals.events_per_parameter(10, 0)


@given(st.integers(0, 30), st.integers(0, 30))
def test_small_groups_by_persons_and_by_households(persons: int, households: int) -> None:
    found = refusals.small_group(persons, households)
    assert (found is None) == (persons >= 10 and households >= 10)
    if found is not None:
        assert found == refusals.small_group(0, 0), "the sentence must not say how many there are"


def test_process_discovery_prediction_and_queues() -> None:
    assert "ein fehlender Stempel ist keine fehlende Leistung" in told(refusals.process_discovery(200, 0.8))
    assert "mindestens 100 Fällen" in told(refusals.process_discovery(99, 1.0))
    assert "gibt die Stationen vor" in told(refusals.process_discovery(100, 0.95))
    assert "hier also 1.000" in told(refusals.predictive_monitoring(999, 5))
    assert "Die Fälle reichen; es fehlen noch" in told(refusals.predictive_monitoring(1000, 5))
    assert "erfasst ist nur der Tag der Beratung" in told(refusals.waiting_by_queue_model(1000, 99))
    assert "zeigen die Wartezeit selbst" in told(refusals.waiting_by_queue_model(100, 100))


def test_ranks_are_refused_however_many_people_there_are() -> None:
    assert "keine zwei Orte" in told(refusals.league_table(1, ENOUGH))
    assert "weniger als 10 Personen" in told(refusals.league_table(11, 9))
    assert "täuscht Unterschiede vor" in told(refusals.league_table(11, ENOUGH))


def test_network_and_survey() -> None:
    assert "nur für einen Zeitraum erhoben" in told(refusals.network_change(1))
    assert refusals.network_change(2) is None
    assert "eine solche liegt nicht vor" in told(refusals.satisfaction_survey(99, 100))
    assert "Rücklauf von 50" in told(refusals.satisfaction_survey(100, 201))
    assert refusals.satisfaction_survey(100, 200) is None


def test_money_against_an_unknown_effect() -> None:
    assert "gemessene Wirkung voraus" in told(refusals.cost_effectiveness(3, effect_known=False))
    assert "mindestens eine andere Form der Hilfe" in told(refusals.cost_effectiveness(0, effect_known=True))
    assert refusals.cost_effectiveness(1, effect_known=True) is None
    assert "je eingesetztem Euro" in told(refusals.social_return(effect_known=True, priced_effects=0))
    assert refusals.social_return(effect_known=False, priced_effects=9) is not None
    assert refusals.social_return(effect_known=True, priced_effects=1) is None
    assert "auf den Landkreis umlegen" in told(refusals.fiscal_extrapolation(county_revenues=True, effect_known=False))
    assert refusals.fiscal_extrapolation(county_revenues=True, effect_known=True) is None


def test_ratios_of_different_kinds_have_no_mean() -> None:
    found = told(refusals.mean_of_caseload_ratios(["Beratungen", "Personen", "Fälle", "Personen"]))
    assert "Beratungen, Personen und Fälle je Stelle zählen nicht dasselbe" in found
    assert refusals.mean_of_caseload_ratios(["Personen", "Personen"]) is None
    assert refusals.mean_of_caseload_ratios([]) is None


def test_every_method_is_a_function_of_the_package() -> None:
    ids = [method.id for method in refusals.METHODS]
    assert len(set(ids)) == len(ids)
    assert all(callable(getattr(refusals, id)) for id in ids)
    assert {name for name in refusals.__all__ if name[0].islower()} - {"refusals", "refused_methods"} == set(ids)
