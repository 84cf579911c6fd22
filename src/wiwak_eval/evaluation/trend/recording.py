"""Breaks in what is recorded: stated by the county, or seen in the data. A break in definitions stops a joint fit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from wiwak_eval import german
from wiwak_eval.assumptions import Assumptions
from wiwak_eval.evaluation.counts import MonthlyCounts, complete_months, monthly_counts, months_within
from wiwak_eval.evaluation.groups import german_codes
from wiwak_eval.evaluation.mann_kendall import FEWEST_MONTHS
from wiwak_eval.evaluation.month import first_day
from wiwak_eval.records import Records
from wiwak_eval.results import GermanError, NotAssessable

STATED = "recording_change"
CHANNELS = ("phone", "written", "video", "outreach")
FEWEST_BEFORE_AND_AFTER = 3
"""Months on each side of a break that is seen in the data."""

SMALLEST_SHARE = 0.05
"""Of the contacts from the break on; less moves a forecast less than chance does."""

FEWEST_CONTACTS = 10
CLUSTER = 3
"""Contacts of one person resemble each other: so many count as one independent contact."""

LARGEST_CHANCE = 0.002
"""Chance at which even recording would look like a switch; in simulated even years fewer than 1 % of deliveries give a false alarm."""


@dataclass(frozen=True, order=True)
class Break:
    """month: the first one recorded otherwise; reason: a German sentence."""

    month: str
    reason: str


def recording_breaks(records: Records, assumptions: Assumptions) -> tuple[Break, ...]:
    """All breaks within the complete months of a delivery, oldest first; none of them in the first month.

    Stated ones come from the assumption `recording_change`; seen ones are a channel, absences, or contacts without a person that begin
    or end in one month (`switch`). Where single contacts were not delivered, only stated breaks are known. Raises GermanError where the
    stated month is no month.
    """
    months = _complete(records)
    if not months:
        return ()
    consultations = records.table("consultations")
    found = set(_stated(months, records.provenance.period_to, assumptions))
    if not isinstance(consultations, NotAssessable):
        found |= set(_seen(consultations, months))
    return tuple(sorted(found))


def fit_window(months: Sequence[str], breaks: Sequence[Break], fewest: int = 6) -> slice | NotAssessable:
    """Where in `months` (oldest first) a fit may look: from the last break on; refused where fewer than `fewest` months are left."""
    within = [item for item in breaks if months and months[0] < item.month <= months[-1]]
    if not within:
        return slice(0, len(months))
    last = max(within)
    begin = sum(month < last.month for month in months)
    left = len(months) - begin
    if left < fewest:
        reason = last.reason.removesuffix(".")
        return NotAssessable(f"nicht auswertbar: {reason}; seitdem liegen erst {left} der nötigen {fewest} vergleichbaren Monate vor.")
    return slice(begin, len(months))


def comparable(counts: MonthlyCounts, breaks: Sequence[Break], fewest: int = FEWEST_MONTHS) -> MonthlyCounts | NotAssessable:
    """The months that may be held against each other: those since the last break, `fewest` at least, else refused."""
    window = fit_window(counts.months, breaks, fewest)
    return window if isinstance(window, NotAssessable) else months_within(counts, window)


def switch(hits: Sequence[int], totals: Sequence[int]) -> int | None:
    """The place of the month from which on something is recorded that was not recorded before; None where there is no such month.

    hits: contacts with the mark, totals: contacts at which it could have been set, one value a month. There must be three months on
    each side, no hit before, one at least in every month after, ten after and 5 % of the contacts; and the chance that evenly recorded
    hits would all fall after, (contacts after / contacts)^(hits / 3), must be at most 0.002. Dividing by three allows for hits that
    come in clusters of a person (a design effect: Kish 1965, Survey Sampling, 5.4).
    """
    place = next((place for place, count in enumerate(hits) if count), len(hits))
    before, after = totals[:place], totals[place:]
    if min(place, len(hits) - place) < FEWEST_BEFORE_AND_AFTER or not all(hits[place:]) or not all(before):
        return None
    found = sum(hits)
    if found < max(FEWEST_CONTACTS, SMALLEST_SHARE * sum(after)):
        return None
    chance = (sum(after) / sum(totals)) ** (found / CLUSTER)
    return place if chance <= LARGEST_CHANCE else None


def _complete(records: Records) -> tuple[str, ...]:
    counts = monthly_counts(records)
    if isinstance(counts, NotAssessable):
        return ()
    return complete_months(counts, records.provenance.period_from, records.provenance.period_to).months


def _stated(months: Sequence[str], last_day: date, assumptions: Assumptions) -> Iterator[Break]:
    """Each change that holds on some day of the delivery: earlier ones stay breaks when a later one is added."""
    for day in (*map(first_day, months), last_day):
        if not assumptions.has(STATED, day):
            continue
        found, month = assumptions.get(STATED, day), assumptions.text(STATED, day)
        if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", month) is None:
            raise GermanError(f"„{found.label}“ ({STATED}): „{month}“ ist kein Monat. Bitte als JJJJ-MM angeben, zum Beispiel 2017-06.")
        if months[0] < month <= months[-1]:
            yield Break(month, f"Ab {german.month(month)} wird nach Angabe des Landkreises anders erfasst als davor.")


def _seen(consultations: pd.DataFrame, months: Sequence[str]) -> Iterator[Break]:
    every = consultations.assign(month=consultations["date"].dt.strftime("%Y-%m"))
    attended = every[every["attended"]]
    by_channel = attended[attended["channel"].notna()]
    labels = german_codes("consultations", "channel")
    for channel in CHANNELS:
        what = f"Beratungen mit dem Kanal „{labels[channel]}“"
        yield from _changes(by_channel, by_channel["channel"] == channel, months, what)
    yield from _changes(attended, attended["client_id"].isna(), months, "Beratungen ohne Personenbezug")
    yield from _changes(every, ~every["attended"], months, "Termine, zu denen niemand erschien,")


def _changes(rows: pd.DataFrame, marked: "pd.Series[bool]", months: Sequence[str], what: str) -> Iterator[Break]:
    totals, hits = (list(part.groupby("month").size().reindex(list(months), fill_value=0)) for part in (rows, rows[marked]))
    begins, ends = switch(hits, totals), switch(hits[::-1], totals[::-1])
    if begins is not None:
        yield Break(months[begins], f"Ab {german.month(months[begins])} sind {what} erfasst, davor keine.")
    if ends is not None:
        month = months[len(months) - ends]
        yield Break(month, f"Ab {german.month(month)} sind keine {what} mehr erfasst, davor in jedem Monat.")
