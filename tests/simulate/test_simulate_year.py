from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from wiwak_eval.simulate import PILOT_SEED, delivery_files, pilot_parameters, simulate
from wiwak_eval.simulate.measures import (
    attended,
    contacts_per_person,
    monthly_contacts,
    persons,
    rises_every_month,
    share_of_households,
    with_title,
)
from wiwak_eval.simulate.published import comparisons

SEEDS = range(50)


@pytest.fixture(scope="module")
def years():
    truth = pilot_parameters()
    return [simulate(seed, truth) for seed in SEEDS]


def test_totals_lie_in_the_target_ranges(pilot_year):
    assert 1_700 <= len(pilot_year.tables["consultations"]) <= 2_100
    assert 1_700 <= len(attended(pilot_year)) <= 2_100
    assert 350 <= persons(pilot_year) <= 450
    assert 4 <= contacts_per_person(pilot_year) <= 5
    assert float(pilot_year.tables["posts"]["share"].sum()) == 3.75


def test_every_published_figure_fits(pilot_year):
    assert [row.label for row in comparisons(pilot_year) if not row.fits] == []


def test_a_comparison_can_fail(pilot_year):
    spoilt = pilot_year.tables["clients"].assign(status="art_16a", origin="SY")
    tables = {**pilot_year.tables, "clients": spoilt}
    misfits = {row.label for row in comparisons(replace(pilot_year, tables=tables)) if not row.fits}
    assert {"Titel: Art. 16a GG", "Titel: § 3 AsylG", "Herkunft: Syrien", "Herkunft: Irak"} <= misfits


def test_the_title_mix_is_that_of_the_decisions_over_many_seeds(years):
    households = pd.concat([with_title(year) for year in years])
    for code, share in pilot_parameters().population.title_mix.value.items():
        assert share_of_households(households, "status", code) == pytest.approx(share, abs=0.015)


def test_rising_in_every_month_is_not_forced(years, pilot_year):
    assert sum(rises_every_month(monthly_contacts(year)) for year in years) < len(SEEDS) / 2
    assert not rises_every_month(monthly_contacts(pilot_year))


def test_later_months_are_higher_on_average(years):
    sums = [sum(month) for month in zip(*(monthly_contacts(year) for year in years), strict=True)]
    assert sum(sums[:3]) < sum(sums[3:6]) < sum(sums[8:]) / 2 * 3


def test_contacts_and_persons_are_stable_in_size(years):
    assert all(1_200 <= len(attended(year)) <= 2_200 for year in years)
    assert all(280 <= persons(year) <= 460 for year in years)


def test_one_tables_change_leaves_the_others_alone(pilot_year):
    truth = pilot_parameters()
    cooperation = replace(truth.cooperation, slip_share=replace(truth.cooperation.slip_share, value=0.1))
    changed = delivery_files(simulate(PILOT_SEED, replace(truth, cooperation=cooperation)))
    here = delivery_files(pilot_year)
    assert {name for name in here if here[name] != changed[name]} == {"laufkarten.csv", "true_parameters.json"}


def test_contacts_fall_on_opening_days_only(pilot_year):
    opened = set(pilot_year.tables["opening_days"]["date"])
    assert set(pilot_year.tables["consultations"]["date"]) <= opened
    assert all(day.weekday() < 5 for day in opened)
    assert not opened & {
        date(2017, 4, 14),
        date(2017, 4, 17),
        date(2017, 5, 1),
        date(2017, 5, 25),
        date(2017, 6, 5),
        date(2017, 10, 3),
        date(2017, 10, 31),
    }


def test_shares_of_missed_and_nameless_contacts(pilot_year):
    contacts = pilot_year.tables["consultations"]
    assert 0.91 <= contacts["attended"].mean() <= 0.95
    assert 0.025 <= contacts["client_id"].isna().mean() <= 0.055
    assert 0.12 <= contacts["topic"].str.contains("+", regex=False).mean() <= 0.25
    assert contacts.loc[~contacts["attended"], "minutes"].isna().all()


def test_nobody_is_counselled_before_the_first_contact_or_after_moving(pilot_year):
    rows = pilot_year.tables["consultations"].dropna(subset="client_id").merge(pilot_year.tables["clients"], on="client_id")
    assert (rows["date"] >= rows["first_contact"]).all()
    moved = rows.dropna(subset="left_on")
    assert len(moved) > 0
    assert (moved["date"] < moved["left_on"]).all()


def test_the_chain_keeps_its_order(pilot_year):
    stages = pilot_year.tables["chain_stages"]
    done = stages.dropna(subset="completed_on")
    assert (done["completed_on"] > done["started_on"]).all()
    titles = stages[(stages["stage"] == "residence_title") & (stages["result"] == "done")].set_index("client_id")["completed_on"]
    later = stages[stages["stage"] != "residence_title"]
    assert (later["started_on"] > later["client_id"].map(titles)).all()
    assert set(stages.loc[stages["result"] == "ongoing", "completed_on"].isna()) == {True}


def test_personnel_is_what_the_posts_cost(pilot_year):
    bookings, truth = pilot_year.tables["bookings"], pilot_year.truth.money
    paid = int(bookings.loc[bookings["cost_type"].isin(["personnel", "carrier"]), "amount"].sum())
    pay = sum(truth.monthly_pay.value[post.post_id] * post.share for post in truth.posts.value)
    assert paid == pytest.approx(pay * 10 * (1 + truth.employer_share.value), rel=0.02)


def test_a_reversal_takes_back_its_booking(pilot_year):
    amounts = pilot_year.tables["bookings"]["amount"]
    assert (amounts < 0).sum() == 1
    assert (amounts == -int(amounts[amounts < 0].iloc[0])).sum() == 1


def test_rooms_are_the_only_thing_in_kind(pilot_year):
    bookings = pilot_year.tables["bookings"]
    in_kind = bookings[bookings["in_kind"]]
    assert set(in_kind["cost_type"]) == {"rooms"}
    assert set(in_kind["funder"]) == {"county"}
    assert len(in_kind) == 10
