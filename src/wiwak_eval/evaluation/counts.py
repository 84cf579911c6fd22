"""Contacts and persons for each month of the delivery."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

if TYPE_CHECKING:
    import pandas as pd

Counts = tuple[int, ...]


@dataclass(frozen=True)
class MonthlyCounts:
    """One value per month, oldest first.

    contacts: contacts at which someone appeared; persons: different persons among them; new_persons: persons seen for the first
    time in this delivery; anonymous: contacts without a person. Where only totals were delivered, `persons` and `new_persons`
    are None unless the tally states them, and `from_tally` is true.
    """

    months: tuple[str, ...]
    contacts: Counts
    persons: Counts | None
    new_persons: Counts | None
    anonymous: Counts | None
    year_persons: int | None
    from_tally: bool


def months_between(first: date, last: date) -> tuple[str, ...]:
    """Month keys from the month of `first` to the month of `last`, both included."""
    begin, end = (day.year * 12 + day.month - 1 for day in (first, last))
    return tuple(f"{month // 12:04d}-{month % 12 + 1:02d}" for month in range(begin, end + 1))


def monthly_counts(records: Records) -> MonthlyCounts | NotAssessable:
    """Counts from single contacts; from the tally where no contacts were delivered; refused without both."""
    months = months_between(records.provenance.period_from, records.provenance.period_to)
    consultations = records.table("consultations")
    if not isinstance(consultations, NotAssessable):
        return _from_contacts(consultations, months)
    totals = records.table("monthly_totals")
    if isinstance(totals, NotAssessable):
        return NotAssessable("nicht auswertbar: Weder Tabelle „Beratungen“ noch Tabelle „Monatsstatistik“ liegt vor.")
    return _from_tally(totals, months)


def last_complete_month(last_day: date) -> str:
    """Key of the last month that a period ending on this day covers whole."""
    end = last_day if (last_day + timedelta(days=1)).day == 1 else last_day.replace(day=1) - timedelta(days=1)
    return f"{end:%Y-%m}"


def complete_months(counts: MonthlyCounts, first_day: date, last_day: date) -> MonthlyCounts:
    """The counts without a first or last month that the delivery covers only in part: half a month is no lower month."""
    begin = int(first_day.day > 1)
    end = len(counts.months) - int((last_day + timedelta(days=1)).day > 1)
    return months_within(counts, slice(begin, end))


def months_within(counts: MonthlyCounts, window: slice) -> MonthlyCounts:
    """The counts of some of the months alone."""
    return replace(
        counts,
        months=counts.months[window],
        contacts=counts.contacts[window],
        persons=_cut(counts.persons, window),
        new_persons=_cut(counts.new_persons, window),
        anonymous=_cut(counts.anonymous, window),
    )


def _cut(values: Counts | None, window: slice) -> Counts | None:
    return None if values is None else values[window]


def attended_contacts(consultations: "pd.DataFrame") -> "pd.DataFrame":
    """The contacts at which someone appeared, with their month."""
    attended = consultations[consultations["attended"]]
    return attended.assign(month=attended["date"].dt.strftime("%Y-%m"))


def _from_contacts(consultations: "pd.DataFrame", months: Sequence[str]) -> MonthlyCounts:
    contacts = attended_contacts(consultations)
    known = contacts[contacts["client_id"].notna()]
    first_seen = known.groupby("client_id", sort=False)["month"].min()
    return MonthlyCounts(
        months=tuple(months),
        contacts=_per_month(contacts.groupby("month").size(), months),
        persons=_per_month(known.groupby("month")["client_id"].nunique(), months),
        new_persons=_per_month(first_seen.value_counts(), months),
        anonymous=_per_month(contacts[contacts["client_id"].isna()].groupby("month").size(), months),
        year_persons=int(known["client_id"].nunique()),
        from_tally=False,
    )


def _from_tally(totals: "pd.DataFrame", months: Sequence[str]) -> MonthlyCounts | NotAssessable:
    whole = totals[totals["dimension"].isna() & totals["category"].isna()].set_index("month")
    missing = [month for month in months if month not in whole.index]
    if missing:
        return NotAssessable(f"nicht auswertbar: In der Monatsstatistik fehlen Monate ({', '.join(missing)}).")
    return MonthlyCounts(
        months=tuple(months),
        contacts=_per_month(whole["consultations"], months),
        persons=_if_complete(whole["persons"], months),
        new_persons=_if_complete(whole["new_persons"], months),
        anonymous=None,
        year_persons=None,
        from_tally=True,
    )


def _per_month(counts: "pd.Series[int]", months: Sequence[str]) -> Counts:
    return tuple(int(count) for count in counts.reindex(list(months), fill_value=0))


def _if_complete(counts: "pd.Series[int]", months: Sequence[str]) -> Counts | None:
    return None if counts.reindex(list(months)).isna().any() else _per_month(counts, months)
