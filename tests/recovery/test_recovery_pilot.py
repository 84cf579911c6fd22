"""A known truth found again: simulated pilot years, delivered with their clerical faults and read as any county's would be."""

from collections import Counter
from dataclasses import replace

import pytest

from wiwak_eval.assumptions import Assumptions, load_catalogue, load_scenario
from wiwak_eval.budget.workload.effort import effort
from wiwak_eval.evaluation import pilot_year
from wiwak_eval.evaluation.groups import german_codes
from wiwak_eval.records import SIMULATED_KEY, read_delivery
from wiwak_eval.shipped import shipped
from wiwak_eval.simulate import pilot_parameters, simulate, write_delivery

SEEDS = range(8)
TRUTH = pilot_parameters()


def with_value(parameter, value):
    return replace(parameter, value=value)


def one_month_each(mean):
    """Nobody is known before January, nobody comes after the month of the first contact, and no season: 1 + NB(mean - 1) contacts each."""
    counselling = TRUTH.counselling
    changed = replace(
        counselling,
        january_share=with_value(counselling.january_share, 0.0),
        stays_in_touch=with_value(counselling.stays_in_touch, 0.0),
        contacts_by_month=with_value(counselling.contacts_by_month, (mean,) * len(counselling.contacts_by_month.value)),
        season=with_value(counselling.season, (1.0,) * 10),
    )
    return replace(TRUTH, counselling=changed)


@pytest.fixture(scope="module")
def deliver(tmp_path_factory):
    def write_and_read(seed, truth):
        folder = tmp_path_factory.mktemp("pilot")
        write_delivery(simulate(seed, truth), folder)
        return read_delivery(folder, SIMULATED_KEY)

    return write_and_read


@pytest.fixture(scope="module")
def pilots(deliver):
    return [deliver(seed, TRUTH) for seed in SEEDS]


def test_the_shares_of_titles_are_those_of_the_truth(pilots):
    """Over eight years some 2,800 persons in fewer households, which share their title: a standard error of about 1.2 points."""
    persons = Counter()
    for records in pilots:
        persons.update({row[0]: row[1] for row in pilot_year(records).titles.rows})
    labels = german_codes("clients", "status")
    del persons[labels["family_reunion"]]
    for code, share in TRUTH.population.title_mix.value.items():
        assert persons[labels[code]] / persons.total() == pytest.approx(share, abs=0.035)


@pytest.mark.parametrize("mean", [2.0, 5.0])
def test_contacts_per_person_are_those_of_the_truth(deliver, mean):
    """The first contact is always attended, each further one with the true share."""
    expected = 1 + (mean - 1) * TRUTH.counselling.attended_share.value
    years = [pilot_year(deliver(seed, one_month_each(mean))).year for seed in SEEDS[:4]]
    persons = sum(year.cell("pilot", "persons") for year in years)
    contacts = sum(year.cell("pilot", "contacts_per_person") * year.cell("pilot", "persons") for year in years)
    assert contacts / persons == pytest.approx(expected, rel=0.05)


def test_the_share_of_anonymous_contacts_is_that_of_the_truth(pilots):
    monthly = [row for records in pilots for row in pilot_year(records).monthly.rows]
    share = sum(row[5] for row in monthly) / sum(row[1] for row in monthly)
    assert share == pytest.approx(TRUTH.counselling.anonymous_share.value, abs=0.02)


def test_minutes_of_follow_up_are_those_of_the_truth(pilots):
    """A triangular distribution rounded to five minutes has its mean in the middle of its range."""
    low, high = TRUTH.counselling.minutes_follow_up.value
    scenario = load_scenario(shipped("data") / "scenarios", "basis")
    catalogue = load_catalogue(shipped("data") / "assumptions")
    for records in pilots[:3]:
        measured = effort(records, Assumptions(catalogue, scenario, records.provenance.delivered_on))
        assert measured.measured == ("minutes", "follow_up", "interpreter_share", "outreach_share")
        assert float(measured.follow_up) == pytest.approx((low + high) / 2, abs=0.8)
