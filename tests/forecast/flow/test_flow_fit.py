from dataclasses import fields
from datetime import date

import numpy as np
import pandas as pd
import pytest

from wiwak_eval.assumptions import Context
from wiwak_eval.forecast.flow import FlowFit, fit_flow, plan, project
from wiwak_eval.records import SIMULATED_KEY, read_delivery
from wiwak_eval.results import NotAssessable
from wiwak_eval.shipped import shipped


@pytest.fixture(scope="module")
def pilot(basis, published):
    return fit_flow(read_delivery(shipped("data") / "pilot", SIMULATED_KEY), published, basis())


def test_the_window_and_what_was_counted(fitted, contacts):
    assert fitted.window.months[0] == "2017-01"
    assert fitted.named.sum() == contacts["client_id"].notna().sum()
    assert fitted.anonymous.sum() == contacts["client_id"].isna().sum()
    assert fitted.new_persons.sum() == contacts["client_id"].nunique()


def test_the_model_reproduces_the_contacts_seen(fitted):
    """In sum exactly, month by month within what counts scatter."""
    assert fitted.fitted.sum() == pytest.approx(fitted.named.sum())
    assert np.abs(fitted.fitted - fitted.named).max() < 4 * np.sqrt(fitted.dispersion * fitted.named.mean())


@pytest.mark.parametrize("months", [1, 2, 4])
def test_persistence_and_rate_are_those_of_the_generator(fitted, months):
    """Stays end at 1/100 a day, contacts come at 1/25: a later contact than day x has exp(-x/100) x 4/5; rates rise by 5/4 for it."""
    low, high = fitted.persistence.interval(months, 0.99)
    assert low < 0.8 * np.exp(-months * 30.4375 / 100) < high
    assert fitted.contact_rate.low[1] < 1.25 * 30.4375 / 25 < fitted.contact_rate.high[1]


def test_shifting_all_by_two_years_changes_nothing(fitting, contacts):
    """Without a public series; 2017 and 2019 have months of equal lengths."""
    here = fitting(contacts, context=Context((), (), {}, ()))
    moved = contacts.assign(date=contacts["date"] + pd.DateOffset(years=2))
    there = fitting(moved, context=Context((), (), {}, ()), period=(date(2019, 1, 1), date(2019, 10, 31)))
    assert there.window.months[0] == "2019-01"
    assert here.inflow.driver == there.inflow.driver == "level"
    assert (project(here, 24, 300, 1).contacts == project(there, 24, 300, 1).contacts).all()


def test_incomplete_months_are_left_out(fitting, contacts):
    early = contacts[contacts["date"] < "2017-10-16"]
    fit = fitting(early, period=(date(2017, 1, 1), date(2017, 10, 15)))
    assert fit.window.months[-1] == "2017-09"
    assert fit.named.sum() == (early["client_id"].notna() & (early["date"] < "2017-10-01")).sum()


def few(persons, days=(0, 20)):
    begin = pd.Timestamp(2017, 1, 5)
    rows = [(f"K{person}", begin + pd.Timedelta(days=day)) for person in range(persons) for day in days]
    return pd.DataFrame(rows, columns=["client_id", "date"]).astype({"client_id": "str", "date": "datetime64[us]"})


@pytest.mark.parametrize(
    ("frame", "period", "reason"),
    [
        (few(0), (date(2017, 1, 1), date(2017, 10, 31)), "Kein Kontakt ist einer Person zugeordnet"),
        (few(29), (date(2017, 1, 1), date(2017, 10, 31)), "mindestens 30 Beratungsverläufe, davon 10 beendete"),
        (few(40, days=(200, 270)), (date(2017, 1, 1), date(2017, 10, 31)), "davon 10 beendete"),
        (few(40), (date(2017, 1, 1), date(2017, 5, 31)), "mindestens 6 vollständige Monate"),
        (few(40), (date(2017, 1, 15), date(2017, 2, 20)), "mindestens 6 vollständige Monate"),
    ],
)
def test_what_cannot_be_fitted_is_refused(fitting, frame, period, reason):
    refused = fitting(frame, period=period)
    assert isinstance(refused, NotAssessable)
    assert refused.reason.startswith("nicht auswertbar: ")
    assert reason in refused.reason


def test_a_missing_assumption_is_a_refusal(fitting, basis, contacts):
    refused = fitting(contacts, assumptions=basis(as_of=date(2014, 1, 1)))
    assert isinstance(refused, NotAssessable)
    assert "kein Wert bekannt" in refused.reason


def test_without_the_clients_table_nobody_knows_who_is_new(tallied, basis, published):
    refused = fit_flow(tallied([100] * 10), published, basis())
    assert isinstance(refused, NotAssessable)


def test_the_shipped_pilot(pilot):
    assert isinstance(pilot, FlowFit)
    assert (pilot.named + pilot.anonymous).sum() == pytest.approx(1720, abs=10)
    assert 0.5 < pilot.persistence.at(1) < 0.8
    assert pilot.persistence.ended >= 100
    assert pilot.inflow.driver == "decisions"
    ahead = plan(pilot, 26)
    assert 1200 < ahead.year_contacts(2018)[0] < 3500


def test_the_inflow_of_the_shipped_pilot_falls_as_decisions_do(pilot):
    """From 74,000 positive decisions in two months at the start of 2017 to 29,000 before the as-of date."""
    assert pilot.inflow.expected[0] > 2 * pilot.inflow.expected[-1]
    assert plan(pilot, 26).new_persons[0, -1] < 0.8 * pilot.new_persons[-3:].mean()


def test_values_behind_the_fit_are_read_as_of_the_day(basis, published):
    view = basis()
    fit_flow(read_delivery(shipped("data") / "pilot", SIMULATED_KEY), published, view)
    assert {"inflow_reference_log_error", "inflow_reach", "family_reunion_month", "county_quota", "forecast_seed"} <= set(view.ids_read)


def test_fits_are_equal_field_by_field(fitting, contacts, fitted):
    again = fitting(contacts)
    for field in fields(FlowFit):
        one, other = getattr(fitted, field.name), getattr(again, field.name)
        if isinstance(one, np.ndarray):
            assert (one == other).all()
