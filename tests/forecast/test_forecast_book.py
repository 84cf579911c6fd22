"""What an entry of the forecast book is, and which ones a run may read."""

import json
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.forecast.book_samples import AUTHORITY, entry, quantiles
from wiwak_eval.forecast.book import (
    QUANTILES,
    BookEntry,
    ForecastMonth,
    canonical_json,
    digest_of,
    earlier_entries,
    entry_from,
    entry_json,
    forecast_months,
    in_order,
)

BEFORE = date(2018, 2, 15)


def test_an_entry_comes_back_equal():
    first = entry(persons=(50.5,) * 26, new=(7.25,) * 26)
    again = entry_from(json.loads(entry_json(first)))
    assert again == first
    assert again.id == first.id
    assert len(first.id) == 16
    assert digest_of(first).startswith(first.id)


def test_what_an_entry_says_of_its_months():
    assert (entry().last_observed, entry().first_month) == ("2017-10", "2017-11")


@pytest.mark.parametrize(
    "changed",
    [
        {"authority": "Landkreis Andere"},
        {"delivery": "andere"},
        {"simulated": False},
        {"made_on": date(2017, 11, 16)},
        {"scenario": "hoch"},
        {"data_digest": "e" * 64},
        {"package_version": "0.2.0"},
        {"method": "flow"},
        {"method_label": "anders"},
        {"history_contacts": (81, *entry().history_contacts[1:])},
        {"assumptions": ()},
        {"months": entry().months[:-1]},
        {"years": entry().years[:1]},
    ],
)
def test_any_other_content_is_another_id(changed):
    assert replace(entry(), **changed).id != entry().id


def test_whole_numbers_and_the_last_bits_of_others_do_not_change_the_id():
    whole = entry(planned=(100,) * 26)
    assert replace(whole, months=tuple(replace(item, planned=100.0) for item in whole.months)).id == whole.id
    assert replace(whole, months=tuple(replace(item, planned=100.0000000001) for item in whole.months)).id == whole.id
    assert replace(whole, months=tuple(replace(item, planned=100.001) for item in whole.months)).id != whole.id


@settings(deadline=None)
@given(st.floats(min_value=0, max_value=1e6), st.floats(min_value=0, max_value=1e4))
def test_any_numbers_come_back_as_the_same_entry(planned, persons):
    first = entry(planned=(planned,), persons=(persons,), new=(persons / 3,))
    again = entry_from(json.loads(entry_json(first)))
    assert again.id == first.id
    assert entry_json(again) == entry_json(first)


def test_the_form_is_one_line_of_sorted_keys():
    text = entry_json(entry())
    assert "\n" not in text
    assert text == canonical_json(json.loads(text))
    assert "Prüfung" in canonical_json({"b": 1, "a": "Prüfung"})
    assert canonical_json({"b": 1.0, "a": [0.1234567, True, None]}) == '{"a":[0.123457,true,null],"b":1}'


def test_a_number_that_is_none_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        canonical_json({"a": float("nan")})


@pytest.mark.parametrize(
    "changed",
    [
        {"months": ()},
        {"history_months": (), "history_contacts": ()},
        {"history_contacts": (1, 2)},
        {"months": entry().months[1:]},
        {"months": (entry().months[0], entry().months[2])},
        {"months": (replace(entry().months[0], quantiles=(1.0, 2.0)), *entry().months[1:])},
        {"months": (replace(entry().months[0], quantiles=(1, 2, 3, 4, 5, 7, 6)), *entry().months[1:])},
        {"months": (replace(entry().months[0], quantiles=(-1, 2, 3, 4, 5, 6, 7)), *entry().months[1:])},
        {"years": (replace(entry().years[0], quantiles=(7, 6, 5, 4, 3, 2, 1)),)},
    ],
)
def test_what_is_no_forecast_is_refused(changed):
    with pytest.raises(ValueError, match=r"observed|quantiles"):
        replace(entry(), **changed)


def test_months_from_columns_of_numbers():
    rows = np.array([quantiles(100), quantiles(50)])
    made = forecast_months(("2017-11", "2017-12"), np.array([100, 50]), rows, persons=np.array([60, 30]))
    assert made == (
        ForecastMonth("2017-11", 100.0, quantiles(100), 60.0, None),
        ForecastMonth("2017-12", 50.0, quantiles(50), 30.0, None),
    )
    assert all(type(value) is float for item in made for value in item.quantiles)
    assert len(QUANTILES) == len(made[0].quantiles)


@pytest.fixture
def book() -> tuple[BookEntry, ...]:
    november = entry(made_on=date(2017, 11, 15))
    return (
        november,
        replace(november, scenario="hoch"),
        replace(november, authority="Landkreis Andere"),
        replace(november, simulated=False),
        entry(history=(*november.history_contacts, 150), planned=(100,) * 25, made_on=date(2017, 12, 15)),
        entry(history=(*november.history_contacts, 150, 160), planned=(100,) * 24, made_on=date(2018, 1, 15)),
    )


def test_reading_order_does_not_matter(book):
    assert earlier_entries(book, AUTHORITY, BEFORE) == earlier_entries(tuple(reversed(book)), AUTHORITY, BEFORE)
    assert in_order((*book, *book)) == in_order(book)
    assert [item.made_on for item in earlier_entries(book, AUTHORITY, BEFORE, "basis", simulated=True)] == [
        date(2017, 11, 15),
        date(2017, 12, 15),
        date(2018, 1, 15),
    ]


def test_another_authority_scenario_or_kind_of_data_is_not_read(book):
    read = earlier_entries(book, AUTHORITY, BEFORE, scenario="basis", simulated=True)
    assert {(item.authority, item.scenario, item.simulated) for item in read} == {(AUTHORITY, "basis", True)}
    assert len(earlier_entries(book, AUTHORITY, BEFORE)) == 5


def test_blanks_and_case_do_not_make_another_authority(book):
    assert earlier_entries(book, " landkreis  PROBE", BEFORE) == earlier_entries(book, AUTHORITY, BEFORE)


def test_an_entry_of_the_same_day_or_the_same_months_is_not_read(book):
    """A run never reads what its own delivery made, whatever as-of date it is asked for."""
    own = book[4]
    assert own not in earlier_entries(book, AUTHORITY, own.made_on)
    assert own not in earlier_entries(book, AUTHORITY, date(2019, 1, 1), last_month=own.last_observed)
    assert earlier_entries(book, AUTHORITY, date(2019, 1, 1), "basis", own.last_observed, True) == (book[0],)
