"""Competing risks and times of the chain: known truths found again in simulated pilots."""

from dataclasses import fields

import numpy as np
import pytest

from wiwak_eval.assumptions import Assumptions, load_catalogue, load_scenario
from wiwak_eval.evaluation.chain import chain
from wiwak_eval.evaluation.chain.incidence import incidence, survival
from wiwak_eval.records import SIMULATED_KEY, read_delivery
from wiwak_eval.results import Table
from wiwak_eval.shipped import shipped
from wiwak_eval.simulate import pilot_parameters, simulate, write_delivery

PILOTS, PERSONS, DAY = 500, 300, 180.0
DONE_A_DAY, EXIT_A_DAY = 0.004, 0.0025
TRUTH = DONE_A_DAY / (DONE_A_DAY + EXIT_A_DAY) * (1 - np.exp(-(DONE_A_DAY + EXIT_A_DAY) * DAY))
"""Incidence of the first of two constant hazards: 42 % by day 180."""


def course(rng):
    """A pilot with two constant hazards a day, whose people come over 270 days and are watched to its end on day 300."""
    ends, watched = rng.exponential(1 / (DONE_A_DAY + EXIT_A_DAY), PERSONS), rng.uniform(30, 300, PERSONS)
    cause = np.where(rng.random(PERSONS) < DONE_A_DAY / (DONE_A_DAY + EXIT_A_DAY), 1, 2)
    return np.minimum(ends, watched), np.where(ends <= watched, cause, 0)


@pytest.fixture(scope="module")
def estimates():
    rng = np.random.default_rng(20171031)
    pilots = [course(rng) for _ in range(PILOTS)]
    return [(incidence(*pilot, [DAY])[0], 1 - survival(*pilot, [DAY])[0].share) for pilot in pilots]


def test_the_printed_interval_covers_the_true_incidence_in_93_to_97_percent_of_pilots(estimates):
    covered = np.mean([point.low <= TRUTH <= point.high for point, _ in estimates])
    assert 0.93 <= covered <= 0.97


def test_aalen_johansen_is_on_target_and_kaplan_meier_is_not(estimates):
    """1 - KM estimates what would be if nobody could leave, 51 % here; it is too high by nine points."""
    assert np.mean([point.share for point, _ in estimates]) == pytest.approx(TRUTH, abs=0.005)
    naive = np.mean([share for _, share in estimates])
    assert naive - TRUTH > 0.08
    assert naive == pytest.approx(1 - np.exp(-DONE_A_DAY * DAY), abs=0.01)


def values():
    return Assumptions(load_catalogue(shipped("data") / "assumptions"), load_scenario(shipped("data") / "scenarios", "basis"), pilot_day())


def pilot_day():
    return read_delivery(shipped("data") / "pilot", SIMULATED_KEY).facts.delivered_on


def test_the_times_of_stages_and_the_waits_are_those_of_the_truth(tmp_path):
    """Medians of the negative binomial times the pilot year is made from; a day off rolls on to the next working day."""
    truth = pilot_parameters()
    write_delivery(simulate(11, truth), tmp_path)
    found = chain(read_delivery(tmp_path, SIMULATED_KEY), values())
    rng = np.random.default_rng(0)

    def median(mean):
        size = truth.cooperation.waiting_size.value
        return 1 + np.median(rng.negative_binomial(size, size / (size + mean - 1), 100_000))

    for stage, label in (("benefits", "Leistungsbezug"), ("housing", "Wohnung"), ("language_course", "Sprachkurs")):
        low, high = (found.chain_durations.cell(label, end) for end in ("low", "high"))
        assert low - 3 <= median(truth.cooperation.stage_days.value[stage]) <= high + 1
    waits = median(truth.cooperation.stage_gap_days.value)
    assert found.chain_waiting.cell("Aufenthaltstitel → Wohnung", "median") == pytest.approx(waits + 0.6, abs=2)
    assert found.chain_figures.cell("chain", "order_share") == 1.0


def test_order_of_rows_and_names_of_people_change_nothing(tmp_path):
    pilot = shipped("data") / "pilot"
    for file in pilot.iterdir():
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".csv":
            head, *rows = text.splitlines()
            text = "\n".join([head, *reversed(rows)]) + "\n"
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    one = chain(read_delivery(pilot, SIMULATED_KEY), values())
    other = chain(read_delivery(tmp_path, b"a key of another county, as long as it must be"), values())
    for field in fields(one):
        table = getattr(one, field.name)
        assert isinstance(table, Table), field.name
        assert table == getattr(other, field.name), field.name
