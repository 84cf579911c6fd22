from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_records import as_read, contacts, records_of

from wiwak_eval.assumptions import Assumptions, Patch, Scenario
from wiwak_eval.evaluation.trend.recording import CHANNELS, Break, fit_window, recording_breaks, switch
from wiwak_eval.results import GermanError, NotAssessable
from wiwak_eval.simulate import pilot_parameters, simulate

MONTHS = tuple(f"2017-{month:02d}" for month in range(1, 11))
JULY = Break("2017-07", "Ab Juli 2017 sind Beratungen ohne Personenbezug erfasst, davor keine.")
SIGNALS = len(CHANNELS) + 2


@pytest.fixture(scope="module")
def years():
    """Simulated pilot years, recorded alike from January to October."""
    truth = pilot_parameters()
    return [as_read(simulate(seed, truth).tables["consultations"]) for seed in range(12)]


def stated(catalogue, *months):
    """The shipped assumptions with a stated change, each month set from the first of January on."""
    patches = tuple(Patch(id="recording_change", set=month, reason="Probe") for month in months)
    return Assumptions(catalogue, Scenario(id="probe", label="Probe", description="Probe", patches=patches), date(2017, 11, 15))


def even_years(rng, count, level, share, trend, whole_persons):
    """Hits and totals of `count` years of ten months, recorded alike throughout; persons with four contacts on average over four months.

    whole_persons: the mark belongs to the person, so that all contacts of a person bear it or none: the worst clustering there is.
    """
    persons = rng.poisson(level / 4 * np.exp(np.linspace(0, trend, 10)), (count, 10))
    begins = np.repeat(np.arange(10 * count), persons.ravel())
    person = np.repeat(np.arange(len(begins)), 1 + rng.poisson(3, len(begins)))
    month = np.minimum(begins[person] % 10 + rng.integers(0, 4, len(person)), 9)
    marked = (rng.random(len(begins))[person] if whole_persons else rng.random(len(person))) < share
    cell = begins[person] // 10 * 10 + month
    totals, hits = (np.bincount(cells, minlength=10 * count).reshape(count, 10).tolist() for cells in (cell, cell[marked]))
    return zip(hits, totals, strict=True)


@pytest.mark.parametrize("whole_persons", [False, True])
def test_even_recording_seldom_looks_like_a_switch(whole_persons):
    """Small and large centres, rare and frequent marks, steady, rising and falling: below 1 % of deliveries with six signals each."""
    rng = np.random.default_rng(20171115)
    alarms, tested = 0, 0
    for level in (10, 40, 120):
        for share in (0.05, 0.12, 0.3):
            for trend in (-1.2, 0.0, 2.5):
                for hits, totals in even_years(rng, 400, level, share, trend, whole_persons):
                    tested += 1
                    alarms += switch(hits, totals) is not None or switch(hits[::-1], totals[::-1]) is not None
    assert tested == 400 * 27
    assert SIGNALS * alarms / tested < 0.01


def test_simulated_pilot_years_have_no_break(years, assumptions):
    assert {recording_breaks(records_of(frame, 10), assumptions()) for frame in years} == {()}


def recorded_otherwise(frame, last_month_before, how):
    """The same year, recorded otherwise up to a month."""
    before = frame["date"].dt.month <= last_month_before
    if how == "absences":
        return frame.assign(attended=frame["attended"] | before)
    return frame[~(before & (frame["channel"] == how))]


@pytest.mark.parametrize(("how", "what"), [("absences", "niemand erschien"), ("phone", "„telefonisch“"), ("outreach", "„aufsuchend“")])
@pytest.mark.parametrize("last_month_before", [4, 7])
def test_a_real_switch_is_found_in_its_month(years, assumptions, how, what, last_month_before):
    for frame in years[:6]:
        found = recording_breaks(records_of(recorded_otherwise(frame, last_month_before, how), 10), assumptions())
        assert [item.month for item in found] == [MONTHS[last_month_before]]
        assert what in found[0].reason
        assert "davor keine" in found[0].reason


def test_what_is_no_longer_recorded_is_found_too(years, assumptions):
    for frame in years[:6]:
        ends = frame[(frame["date"].dt.month <= 6) | (frame["channel"] != "phone")]
        reason = "Ab Juli 2017 sind keine Beratungen mit dem Kanal „telefonisch“ mehr erfasst, davor in jedem Monat."
        assert recording_breaks(records_of(ends, 10), assumptions()) == (Break("2017-07", reason),)


def test_contacts_without_a_person_from_july_on(assumptions):
    rows = [(f"{month:02d}-{day:02d}", f"P{day}") for month in range(1, 11) for day in range(1, 21)]
    rows += [(f"{month:02d}-{day:02d}", None) for month in range(7, 11) for day in range(1, 9)]
    assert recording_breaks(records_of(contacts(rows), 10), assumptions()) == (JULY,)


def test_a_channel_that_was_not_asked_for_before_is_no_break(years, assumptions):
    """Up to June the column is empty: nobody knows how those contacts took place."""
    frame = years[0]
    unknown = frame.assign(channel=frame["channel"].where(frame["date"].dt.month > 6))
    assert recording_breaks(records_of(unknown, 10), assumptions()) == ()


@pytest.mark.parametrize(
    ("hits", "place"),
    [
        ([0, 0, 0, 0, 20, 20, 20, 20], 4),
        ([0, 0, 0, 20, 20, 20, 20, 20], 3),
        ([0, 0, 20, 20, 20, 20, 20, 20], None),
        ([0, 0, 0, 0, 0, 20, 20, 20], 5),
        ([0, 0, 0, 0, 0, 0, 20, 20], None),
        ([0, 0, 0, 0, 20, 0, 20, 20], None),
        ([0, 1, 0, 0, 20, 20, 20, 20], None),
        ([0, 0, 0, 0, 4, 5, 4, 5], None),
        ([20] * 8, None),
        ([0] * 8, None),
    ],
)
def test_what_counts_as_a_switch(hits, place):
    """Of 100 contacts a month; too early, too late, broken off, known before, below 5 %, always, never."""
    assert switch(hits, [100] * 8) == place


@pytest.mark.parametrize(
    ("hits", "totals", "place"),
    [
        ([0] * 4 + [49] * 4, [1000] * 8, None),
        ([0] * 4 + [50] * 4, [1000] * 8, 4),
        ([0] * 5 + [3] * 3, [100] * 5 + [10] * 3, None),
        ([0] * 5 + [3, 3, 4], [100] * 5 + [10] * 3, 5),
        ([0] * 3 + [20] * 3, [1000, 0, 0, 100, 100, 100], None),
        ([0] * 3 + [20] * 3, [1000, 1, 1, 100, 100, 100], 3),
    ],
)
def test_the_limits_of_a_switch(hits, totals, place):
    """Below and at 5 % of the contacts; nine and ten contacts; two months in which the mark could not be set."""
    assert switch(hits, totals) == place


def test_few_contacts_before_prove_nothing():
    """Three months with two contacts each: a mark on every fifth contact is missing in six with a chance of one in four."""
    assert switch([0, 0, 0, 20, 20, 20], [2, 2, 2, 100, 100, 100]) is None


@pytest.mark.parametrize(("monthly", "place"), [(6, None), (7, 4)])
def test_the_chance_by_hand(monthly, place):
    """Half of the contacts lie after: 24 hits 1/2^(24/3) = 0.0039, 28 hits 1/2^(28/3) = 0.0016."""
    assert switch([0] * 4 + [monthly] * 4, [40] * 8) == place


@pytest.mark.parametrize("month", ["2017-02", "2017-10"])
def test_a_stated_change_is_a_break(catalogue, years, month):
    found = recording_breaks(records_of(years[0], 10), stated(catalogue, month))
    assert [item.month for item in found] == [month]
    assert "nach Angabe des Landkreises" in found[0].reason


@pytest.mark.parametrize("month", ["2016-05", "2017-01", "2017-11"])
def test_a_change_outside_the_delivery_breaks_nothing(catalogue, years, month):
    assert recording_breaks(records_of(years[0], 10), stated(catalogue, month)) == ()


def test_a_stated_change_breaks_a_tally_too(catalogue, tallied):
    found = recording_breaks(tallied([83, 124, 125, 163, 192, 228, 207]), stated(catalogue, "2017-04"))
    assert [item.month for item in found] == ["2017-04"]


def test_without_the_assumption_nothing_is_stated(catalogue, years):
    none = Assumptions(type(catalogue)({}), Scenario(id="basis", label="Basis", description="keine"), date(2017, 11, 15))
    assert recording_breaks(records_of(years[0], 10), none) == ()


def test_a_later_change_does_not_hide_an_earlier_one(catalogue, years):
    entry = catalogue.entries["recording_change"]
    days = [date(2016, 1, 1), date(2017, 3, 1), date(2017, 10, 15)]
    values = tuple(entry.values[0].model_copy(update={"value": f"{day:%Y-%m}", "valid_from": day, "known_since": day}) for day in days)
    changed = type(catalogue)({**catalogue.entries, "recording_change": entry.model_copy(update={"values": values})})
    view = Assumptions(changed, Scenario(id="basis", label="Basis", description="Basis"), date(2017, 11, 15))
    assert [item.month for item in recording_breaks(records_of(years[0], 10), view)] == ["2017-03", "2017-10"]


def test_what_is_no_month_is_named(catalogue, years):
    with pytest.raises(GermanError, match="„Mai 2017“ ist kein Monat"):
        recording_breaks(records_of(years[0], 10), stated(catalogue, "Mai 2017"))


def test_without_a_break_all_months_are_fitted():
    assert fit_window(MONTHS, ()) == slice(0, 10)


def test_after_a_break_only_the_months_from_it_on_are_fitted():
    earlier = Break("2017-03", "Ab März 2017 wird anders erfasst.")
    window = fit_window(MONTHS, (earlier, Break("2017-05", "Ab Mai 2017 wird anders erfasst."), earlier))
    assert MONTHS[window] == ("2017-05", "2017-06", "2017-07", "2017-08", "2017-09", "2017-10")


def test_too_few_months_after_a_break_are_refused_with_month_and_reason():
    assert fit_window(MONTHS, (JULY,)) == NotAssessable(
        "nicht auswertbar: Ab Juli 2017 sind Beratungen ohne Personenbezug erfasst, davor keine; seitdem liegen erst 4 der nötigen 6 "
        "vergleichbaren Monate vor."
    )
    assert fit_window(MONTHS, (JULY,), fewest=4) == slice(6, 10)


@given(st.lists(st.sampled_from([*MONTHS, "2016-12", "2017-11"]), max_size=4), st.integers(1, 10))
def test_the_window_never_holds_a_break_and_never_fewer_months_than_asked_for(months, fewest):
    breaks = tuple(Break(month, "Ab dann anders.") for month in months)
    window = fit_window(MONTHS, breaks, fewest)
    within = [month for month in months if MONTHS[0] < month <= MONTHS[-1]]
    if isinstance(window, NotAssessable):
        assert sum(month >= max(within) for month in MONTHS) < fewest
    else:
        assert window.stop == len(MONTHS)
        assert len(MONTHS[window]) >= fewest or not within
        assert all(month <= MONTHS[window.start] for month in within)


def test_a_change_in_the_first_month_separates_nothing():
    assert fit_window(MONTHS[:4], (Break("2017-01", "Ab Januar 2017 wird anders erfasst."),)) == slice(0, 4)


def test_no_months_are_no_break():
    assert fit_window((), (JULY,)) == slice(0, 0)
