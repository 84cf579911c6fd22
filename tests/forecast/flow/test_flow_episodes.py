from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiwak_eval.forecast.flow.episodes import Kind, complete_window, find_episodes

WINDOW = complete_window(date(2017, 1, 1), date(2017, 10, 31))
DAYS = 304


def episodes(days_of, known=None, window=WINDOW):
    """days_of: client to days from 1 January 2017; known: client to the day first known."""
    begin = pd.Timestamp(2017, 1, 1)
    rows = [(client, begin + pd.Timedelta(days=day)) for client, days in days_of.items() for day in days]
    frame = pd.DataFrame(rows, columns=["client_id", "date"]).astype({"client_id": "str", "date": "datetime64[us]"})
    first = pd.Series({client: begin + pd.Timedelta(days=day) for client, day in (known or {}).items()}, dtype="datetime64[us]")
    return find_episodes(frame, first, window)


def test_a_gap_of_90_days_goes_on_and_one_of_91_ends():
    found = episodes({"A": [0, 90, 181]})
    assert found.start.tolist() == [0, 181]
    assert found.last.tolist() == [90, 181]
    assert found.kind.tolist() == [Kind.NEW, Kind.RETURNING]
    assert found.next_start.tolist() == [181, -1]


def test_contacts_are_counted_by_calendar_month_and_repeated_ones_too():
    found = episodes({"A": [0, 0, 30, 31, 59]})
    assert found.contacts[0, :3].tolist() == [3, 1, 1]
    assert found.contacts.sum() == 5


def test_a_client_known_before_continues_or_has_returned():
    found = episodes({"A": [90], "B": [91], "C": [10]}, known={"A": -20, "B": -20, "C": 10})
    by_kind = dict(zip(found.kind.tolist(), found.start.tolist(), strict=True))
    assert by_kind == {Kind.CONTINUING: -20, Kind.RETURNING: 91, Kind.NEW: 10}
    assert found.start_month[found.kind == Kind.CONTINUING].tolist() == [-1]


def test_a_contact_in_the_cut_off_part_of_a_month_makes_a_client_known():
    window = complete_window(date(2016, 12, 20), date(2017, 10, 15))
    assert (window.first_day, window.last_day, len(window.months)) == (date(2017, 1, 1), date(2017, 9, 30), 9)
    found = episodes({"A": [-5, 20, 280]}, window=window)
    assert found.kind.tolist() == [Kind.CONTINUING]
    assert found.last.tolist() == [20]


def test_without_a_complete_month_there_is_no_window():
    assert complete_window(date(2017, 1, 2), date(2017, 2, 27)) is None


def test_an_end_can_be_seen_while_90_days_after_it_are_covered():
    """The window's last day is day 303: a last contact on day 212 has days 213 to 303 behind it, 91 days without a contact."""
    assert WINDOW.last_observable_end == 212


def test_nameless_contacts_belong_to_no_episode():
    frame = pd.DataFrame({"client_id": pd.array([None, "A"], dtype="str"), "date": pd.to_datetime(["2017-01-05", "2017-01-06"])})
    assert find_episodes(frame, pd.Series(dtype="datetime64[us]"), WINDOW).contacts.sum() == 1


histories = st.dictionaries(
    st.sampled_from("ABCDEFGH"), st.lists(st.integers(0, DAYS - 1), min_size=1, max_size=12), min_size=1, max_size=8
)


@settings(max_examples=80, deadline=None)
@given(histories)
def test_episodes_split_exactly_at_long_gaps_and_lose_no_contact(days_of):
    found = episodes(days_of)
    gaps = sum(int((np.diff(sorted(days)) > 90).sum()) for days in days_of.values())
    assert len(found.start) == len(days_of) + gaps
    assert found.contacts.sum() == sum(len(days) for days in days_of.values())
    assert (found.last >= found.start).all()
    assert found.persons == len(days_of)


@settings(max_examples=40, deadline=None)
@given(histories, st.permutations("ABCDEFGH"))
def test_names_do_not_matter(days_of, names):
    renamed = {names["ABCDEFGH".index(client)]: days for client, days in days_of.items()}
    one, other = episodes(days_of), episodes(renamed)
    for field in ("person", "kind", "start", "last", "start_month", "contacts", "next_start"):
        assert (getattr(one, field) == getattr(other, field)).all()


@pytest.mark.parametrize("order", [slice(None, None, -1), slice(None)])
def test_the_order_of_rows_does_not_matter(order):
    days_of = {"A": [3, 120, 40], "B": [10]}
    found = episodes({client: days[order] for client, days in days_of.items()})
    assert found.start.tolist() == [3, 10]
