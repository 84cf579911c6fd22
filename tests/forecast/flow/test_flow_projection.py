from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from wiwak_eval.forecast.flow import SOURCES, Factors, plan, project, variance_shares

HORIZON = 26


@pytest.fixture(scope="module")
def paths(fitted):
    return project(fitted, HORIZON, 4000, 1)


def test_months_go_on_where_the_window_ends(paths):
    assert (paths.months[0], paths.months[-1]) == ("2017-11", "2019-12")
    assert paths.contacts.shape == paths.persons.shape == (4000, HORIZON)
    assert paths.contacts.dtype == np.int64
    assert set(paths.year_persons) == {2018, 2019}


def test_persons_and_contacts_fit_together(paths):
    assert (paths.persons <= paths.contacts).all()
    assert (paths.new_persons + paths.returning <= paths.persons).all()
    for year, persons in paths.year_persons.items():
        months = [month.startswith(str(year)) for month in paths.months]
        assert (persons >= paths.new_persons[:, months].sum(axis=1)).all()
        assert np.mean(persons >= paths.persons[:, months].max(axis=1)) > 0.95
        assert (persons <= paths.persons[:, months].sum(axis=1)).all()


def test_the_first_month_ahead_joins_on_to_what_was_seen(fitted, paths):
    recent = (fitted.named + fitted.anonymous)[-3:].mean()
    assert np.median(paths.contacts[:, 0]) == pytest.approx(recent, rel=0.15)


def test_without_inflow_only_the_stock_is_left_and_runs_out(fitted):
    none = plan(fitted, 36, Factors(inflow=np.zeros(36)))
    assert not none.new_persons.any()
    assert (np.diff(none.contacts[0]) <= 0).all()
    assert none.contacts[0, -1] < 0.2 * none.contacts[0, 0]


def test_a_steady_inflow_leads_to_a_steady_caseload(fitted):
    """Contacts of a month = new persons times the contacts of a whole counselling, returns included."""
    steady = plan(fitted, 36)
    late = steady.contacts[0, 24:] / steady.new_persons[0, 24:]
    assert late.max() / late.min() < 1.15


def test_twice_the_inflow_is_twice_the_contacts_of_later_cohorts(fitted):
    none, one, two = (plan(fitted, HORIZON, Factors(inflow=np.full(HORIZON, float(factor)))).contacts[0] for factor in (0, 1, 2))
    assert two - none == pytest.approx(2 * (one - none), abs=3)


@pytest.mark.parametrize("name", ["contacts", "persistence"])
def test_a_lever_acts_from_its_month_on(fitted, name):
    factor = np.where(np.arange(HORIZON) >= 6, 0.5, 1.0)
    before, after = plan(fitted, HORIZON), plan(fitted, HORIZON, Factors(**{name: factor}))
    assert (before.contacts[0, :6] == after.contacts[0, :6]).all()
    assert (after.contacts[0, 6:] < before.contacts[0, 6:]).all()
    assert (after.new_persons == before.new_persons).all()
    if name == "contacts":
        assert after.contacts[0, 6:] == pytest.approx(0.5 * before.contacts[0, 6:], abs=1.1)
    fewer = after.year_persons[2019] < before.year_persons[2019]
    assert fewer.all() == (name == "persistence")


def test_more_contacts_are_with_the_same_persons(fitted):
    before, after = plan(fitted, 12), plan(fitted, 12, Factors(contacts=np.full(12, 1.5)))
    assert (after.persons == before.persons).all()
    assert after.contacts[0] == pytest.approx(1.5 * before.contacts[0], abs=1.1)


def test_first_contacts_stay_however_few_contacts_there_are(fitted):
    none = plan(fitted, 12, Factors(contacts=np.zeros(12)))
    """Up to rounding, which is done to each of the three."""
    assert none.persons[0] == pytest.approx(none.new_persons[0] + none.returning[0], abs=1)


def test_the_plan_lies_within_the_paths(fitted, paths):
    planned = plan(fitted, HORIZON)
    for year in (2018, 2019):
        for ours, all_paths in (
            (planned.year_contacts(year)[0], paths.year_contacts(year)),
            (planned.year_persons[year][0], paths.year_persons[year]),
        ):
            low, high = np.quantile(all_paths, [0.25, 0.75])
            assert low <= ours <= high


def test_the_range_of_new_persons_is_never_narrower_than_a_factor_of_two(fitted, paths):
    for persons in (paths.new_persons[:, 11], paths.new_persons[:, 25]):
        low, middle, high = np.quantile(persons, [0.1, 0.5, 0.9])
        assert high / middle >= 2
        assert middle / max(low, 0.5) >= 2
    calm = project(replace(fitted, inflow_log_sd=0.25), HORIZON, 4000, 1)
    assert np.log(calm.new_persons[:, 25] + 1).std() < np.log(paths.new_persons[:, 25] + 1).std()


def test_own_uncertainty_and_reference_class_are_not_added_up(fitted):
    """Log spread of the expected inflow: that of the reference class, or of our own parameters where that is wider."""
    spread = np.log(project(fitted, 12, 20000, 1, sources=("inflow",)).new_persons[:, 11]).std()
    assert spread == pytest.approx(0.76, rel=0.06)


def test_sources_alone_and_together(fitted):
    shares = variance_shares(fitted, HORIZON, 4000, 1)
    assert set(shares) == {2018, 2019}
    for by_source in shares.values():
        assert set(by_source) == set(SOURCES)
        assert all(0 < share < 1.1 for share in by_source.values())
        assert by_source["inflow"] == max(by_source.values())
    assert shares[2019]["inflow"] > shares[2018]["persistence"] > shares[2019]["counts"]


def test_a_source_draws_alone_what_it_draws_among_all(fitted):
    one = project(fitted, HORIZON, 500, 3, sources=("inflow",)).new_persons
    two = project(fitted, HORIZON, 500, 3, sources=("inflow", "persistence", "contact_rate")).new_persons
    assert (one == two).all()


def test_nothing_uncertain_gives_one_path(fitted):
    paths = project(fitted, 12, 5, 1, sources=())
    assert (paths.contacts == paths.contacts[0]).all()
    assert (paths.contacts[0] == plan(fitted, 12).contacts[0]).all()


def test_equal_seeds_give_equal_paths_and_others_do_not(fitted):
    one, same, other = (project(fitted, 12, 300, seed).contacts for seed in (1, 1, 2))
    assert (one == same).all()
    assert (one != other).any()


@pytest.mark.parametrize("horizon", [0, 37])
def test_how_far_one_can_look(fitted, horizon):
    with pytest.raises(ValueError, match="between 1 and 36 months"):
        project(fitted, horizon, 10, 1)


def test_names_change_nothing(fitting, contacts, fitted):
    renamed = contacts.assign(client_id=contacts["client_id"].map(lambda name: f"X{hash_like(name)}", na_action="ignore"))
    shuffled = renamed.sample(frac=1, random_state=1)
    assert (project(fitting(shuffled), 12, 300, 1).contacts == project(fitted, 12, 300, 1).contacts).all()


def hash_like(name):
    return (int(name[1:]) * 7919) % 10007


def test_doubled_clients_double_the_contacts(fitting, basis, contacts, fitted):
    """Everyone twice, under another name, and twice as many expected; only late ages are followed further."""
    twin = contacts.assign(client_id=contacts["client_id"].map(lambda name: f"T{name}", na_action="ignore"))
    twice = basis({"id": "inflow_reach", "multiply": 2}, {"id": "inflow_backlog_persons", "multiply": 2})
    doubled = fitting(pd.concat([contacts, twin]), assumptions=twice)
    assert doubled.fitted == pytest.approx(2 * fitted.fitted, rel=0.01)
    assert doubled.persistence.at(3) == pytest.approx(fitted.persistence.at(3))
    assert doubled.contact_rate.rate[:2] == pytest.approx(fitted.contact_rate.rate[:2])
    for year in (2018, 2019):
        assert plan(doubled, HORIZON).year_contacts(year) == pytest.approx(2 * plan(fitted, HORIZON).year_contacts(year), rel=0.05)
