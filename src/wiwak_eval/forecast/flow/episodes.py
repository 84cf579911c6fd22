"""Contacts of named persons fall into episodes: stretches of counselling without a gap of more than 90 days."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from wiwak_eval.evaluation.counts import months_between
from wiwak_eval.evaluation.day_limits import GAP_DAYS

DAYS_PER_MONTH = 30.4375
LONGEST_KNOWN_DAYS = 1096
"""A client known for longer counts as known for three years: beyond, no age makes a difference."""

Days = NDArray[np.int64]


class Kind(IntEnum):
    """NEW: first seen in the window; RETURNING: back after a gap; CONTINUING: known before the window and still in counselling then."""

    NEW = 0
    RETURNING = 1
    CONTINUING = 2


@dataclass(frozen=True)
class Window:
    """The complete calendar months of a delivery; `months` oldest first."""

    first_day: date
    last_day: date
    months: tuple[str, ...]

    @property
    def last_observable_end(self) -> int:
        """The last day (0 = first day) on which an episode's end can be seen: the whole gap of 90 days lies behind it."""
        return (self.last_day - self.first_day).days - GAP_DAYS - 1


@dataclass(frozen=True)
class Episodes:
    """One entry an episode, in an order that does not depend on pseudonyms. Days count from the window's first day.

    person: index of the client, 0 to persons - 1; kind: a `Kind`; start, last: days of first and last contact (start may be negative for
    CONTINUING ones: the day the client was first known); start_month: calendar month of the start (0 = first of the window);
    contacts: [episodes, months]; next_start: day on which the same client's next episode begins, -1 where none was seen.
    """

    window: Window
    person: Days
    kind: Days
    start: Days
    last: Days
    start_month: Days
    contacts: Days
    next_start: Days

    @property
    def persons(self) -> int:
        """Different clients."""
        return int(self.person.max()) + 1 if len(self.person) else 0

    def starting(self, kind: Kind) -> Days:
        """Episodes of this kind by the month in which they began; shape [months]."""
        return np.bincount(self.start_month[self.kind == kind], minlength=len(self.window.months))

    def starting_all(self) -> Days:
        """Episodes that began in the window, new and returning, by month: its first contacts."""
        return self.starting(Kind.NEW) + self.starting(Kind.RETURNING)


def complete_window(first_day: date, last_day: date) -> Window | None:
    """The complete calendar months of a period; None where there is none."""
    begin = first_day if first_day.day == 1 else (first_day.replace(day=1) + timedelta(days=32)).replace(day=1)
    after = last_day + timedelta(days=1)
    end = after.replace(day=1) - timedelta(days=1)
    return Window(begin, end, months_between(begin, end)) if begin <= end else None


def find_episodes(contacts: pd.DataFrame, first_contacts: "pd.Series[pd.Timestamp]", window: Window) -> Episodes:
    """The episodes that have a contact in the window.

    contacts: `client_id`, `date` of attended contacts, anonymous ones (no client_id) are left out; first_contacts: day on which a client
    was first known, by client_id. A client known before the window whose first contact in it comes within 90 days continues (whether
    there was a gap before cannot be seen: the age counts from the day first known); one who comes later has returned.
    """
    named = contacts[contacts["client_id"].notna()]
    day = (named["date"] - pd.Timestamp(window.first_day)).dt.days.to_numpy(dtype=np.int64)
    codes, ids = pd.factorize(named["client_id"])
    code = np.asarray(codes, dtype=np.int64)
    known = np.full(len(ids), np.iinfo(np.int64).max)
    np.minimum.at(known, code, day)
    stated = (first_contacts.reindex(ids) - pd.Timestamp(window.first_day)).dt.days.to_numpy(dtype=float)
    known = np.where(np.isnan(stated), known, np.minimum(known, np.nan_to_num(stated, nan=0.0))).astype(np.int64)
    inside = (day >= 0) & (day <= (window.last_day - window.first_day).days)
    client, days, since = _by_content(code[inside], day[inside].astype(np.int64), known)
    return _split(client, days, since, window)


def _by_content(code: Days, day: Days, known: Days) -> tuple[Days, Days, Days]:
    """Clients numbered by their days alone, so that no result depends on pseudonyms: client and day of each contact, known by client."""
    order = np.lexsort((day, code))
    code, day = code[order], day[order]
    present, begins = np.unique(code, return_index=True)
    histories = np.split(day, begins[1:])
    keys = [(int(known[client]), *history.tolist()) for client, history in zip(present, histories, strict=True)]
    ranked = sorted(range(len(keys)), key=keys.__getitem__)
    lengths = [len(histories[client]) for client in ranked]
    days = np.concatenate([histories[client] for client in ranked]) if ranked else day
    return np.repeat(np.arange(len(ranked)), lengths), days, known[present][ranked]


def _split(client: Days, day: Days, known: Days, window: Window) -> Episodes:
    """client, day: contacts in order of client and day; known: day first known, by client."""
    new_client = np.diff(client, prepend=-1) != 0
    begins = new_client | (np.diff(day, prepend=0) > GAP_DAYS)
    first = np.flatnonzero(begins)
    number = np.cumsum(begins) - 1
    person, start = client[first], day[first]
    last = day[np.append(first[1:], len(day)) - 1] if len(first) else start
    kind = np.where(new_client[first] & (known[person] >= 0), Kind.NEW, Kind.RETURNING)
    continues = new_client[first] & (known[person] < 0) & (start <= GAP_DAYS)
    kind = np.where(continues, Kind.CONTINUING, kind)
    again = np.append(np.diff(person) == 0, False)[: len(person)]
    next_start = np.where(again, np.append(start[1:], -1)[: len(person)], -1)
    start = np.where(continues, np.maximum(known[person], -LONGEST_KNOWN_DAYS), start)
    counts = np.zeros((len(first), len(window.months)), dtype=np.int64)
    np.add.at(counts, (number, month_of(day, window)), 1)
    return Episodes(window, person, kind.astype(np.int64), start, last, month_of(start, window), counts, next_start)


def month_of(day: Days, window: Window) -> Days:
    """Calendar month of a day, 0 = the window's first."""
    begin = np.datetime64(window.first_day)
    months = (begin + day).astype("datetime64[M]") - begin.astype("datetime64[M]")
    return np.asarray(months.astype(np.int64))
