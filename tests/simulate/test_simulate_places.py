"""The county counts its refugees twice, by title and by municipality; both are margins of the same households."""

import pytest

from wiwak_eval.simulate import PILOT_SEED, pilot_parameters, simulate
from wiwak_eval.simulate.contacts import draw_clients
from wiwak_eval.simulate.persons import clients_table
from wiwak_eval.simulate.places import household_places
from wiwak_eval.simulate.population import draw_households


@pytest.fixture(scope="module")
def counts(pilot_year):
    return pilot_year.tables["reference_counts"]


def test_each_row_names_a_title_or_a_municipality_never_both(counts):
    assert (counts["status"].isna() != counts["municipality"].isna()).all()
    assert not counts.duplicated(["month", "status", "municipality"]).any()


def test_those_with_a_title_are_as_many_by_municipality(counts):
    titled = counts[counts["status"].notna() & (counts["status"] != "pending")]
    local = counts[counts["municipality"].notna()]
    assert titled.groupby("month")["persons"].sum().to_dict() == local.groupby("month")["persons"].sum().to_dict()


def test_clients_live_where_their_table_says_and_the_others_by_the_same_shares(pilot_year):
    truth = pilot_parameters()
    households = draw_households(PILOT_SEED, truth)
    clients = draw_clients(PILOT_SEED, households, truth)
    people = clients_table(PILOT_SEED, clients, households, truth)
    places = household_places(PILOT_SEED, clients, people, households, truth)
    assert len(places) == len(households)
    assert [places[client.household] for client in clients] == list(people["municipality"])
    known = {client.household for client in clients}
    others = [place for index, place in enumerate(places) if index not in known]
    shares = truth.population.municipalities.value
    assert len(others) > 100
    assert set(others) <= set(shares)
    assert others.count("Bad Salzungen") / len(others) == pytest.approx(shares["Bad Salzungen"], abs=0.1)


def test_another_seed_places_them_otherwise_and_leaves_the_titles_sum(pilot_year):
    other = simulate(PILOT_SEED + 1, pilot_parameters()).tables["reference_counts"]
    local = other[other["municipality"].notna()]
    assert local["persons"].tolist() != pilot_year.tables["reference_counts"].query("municipality.notna()")["persons"].tolist()
    assert local.groupby("month")["persons"].sum().gt(400).all()
