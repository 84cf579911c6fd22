"""Pairs of deliveries: they differ by what they say, and both are read without a fault."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from benchmarks.disclosure.derived import ABOUT_PEOPLE, BEGINS, KINDS, LATER_DATES, last_day_before, pair_of, whole_year


@pytest.fixture(scope="module")
def year():
    return whole_year(3)


def clients(delivery):
    return set(delivery.tables["clients"]["client_id"])


def attended(delivery):
    contacts = delivery.tables["consultations"]
    return set(contacts.loc[contacts["attended"], "client_id"].dropna())


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", [kind for kind in KINDS if "month" not in kind])
def test_pairs_differ_by_one_person_or_household_that_was_seen(year, kind, seed):
    first, second = pair_of(year, kind, np.random.default_rng(seed))
    less, more = (first, second) if kind.endswith("more") else (second, first)
    gone = clients(more) - clients(less)
    households = year.tables["clients"].set_index("client_id")["household_id"]
    assert more is year
    assert clients(less) < clients(more)
    assert gone & attended(more)
    assert len(set(households[list(gone)])) == 1
    assert len(gone) == (1 if "person" in kind else (households == households[min(gone)]).sum())
    assert len(gone) > 1 or "person" in kind
    for name in ABOUT_PEOPLE:
        frame = year.tables[name]
        pd.testing.assert_frame_equal(less.tables[name], frame[~frame["client_id"].isin(gone)])


def test_a_month_less_knows_nothing_of_the_last_month(year):
    first, second = pair_of(year, "one month more", np.random.default_rng(0))
    assert first.last == date(2017, 9, 30)
    assert second is year
    for name, begin in BEGINS.items():
        columns = [begin, *LATER_DATES.get(name, ())]
        days = [day for column in columns for day in first.tables[name][column].dropna()]
        assert max(days) <= first.last
        assert len(first.tables[name]) < len(year.tables[name])
        assert first.tables[name]["client_id"].dropna().isin(clients(first)).all()


@pytest.mark.parametrize("kind", KINDS)
def test_both_deliveries_are_read_whole_and_without_a_fault(year, kind, tmp_path):
    for place, delivery in enumerate(pair_of(year, kind, np.random.default_rng(1))):
        records = delivery.read(tmp_path / str(place))
        assert records.faults == ()
        assert {name: len(frame) for name, frame in records.tables.items()} == {n: len(frame) for n, frame in delivery.tables.items()}
        assert records.provenance.period_to == delivery.last


def test_the_month_before_ends_with_its_last_day():
    assert last_day_before(date(2017, 10, 31)) == date(2017, 9, 30)
    assert last_day_before(date(2017, 3, 1)) == date(2017, 2, 28)
