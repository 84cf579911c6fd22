"""Counties that delivered: how many contacts they had per recognised refugee expected to live there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import log

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.evaluation.counts import MonthlyCounts, complete_months, monthly_counts, months_between, months_within
from wiwak_eval.evaluation.month import first_day, last_day
from wiwak_eval.evaluation.trend.recording import fit_window, recording_breaks
from wiwak_eval.evaluation.unit_cost.clusters import households
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable
from wiwak_eval.transfer.expected import LandRefugees
from wiwak_eval.transfer.model import County


@dataclass(frozen=True)
class Site:
    """county: its place among all; persons: different persons, None where not told; exposure: expected persons times years;
    dispersion: variance over mean of a year's contacts."""

    county: int
    period_from: date
    period_to: date
    contacts: int
    persons: int | None
    exposure: float
    dispersion: float

    @property
    def log_rate(self) -> float:
        """Log of contacts per expected person and year."""
        return log(self.contacts / self.exposure)

    @property
    def variance(self) -> float:
        """Of `log_rate`, to first order."""
        return self.dispersion / self.contacts


def home_site(
    records: Records, home: int, counties: Sequence[County], land: LandRefugees, assumptions: Assumptions
) -> Site | NotAssessable:
    """The evaluated county in its complete months since the last break in recording: those that its forecast looks at."""
    counts = _counted(records, assumptions)
    if isinstance(counts, NotAssessable):
        return counts
    begin, end, contacts = first_day(counts.months[0]), last_day(counts.months[-1]), sum(counts.contacts)
    exposure = expected_years(land, begin, end) * float(counties[home].quota)
    if not contacts or not exposure:
        return NotAssessable("nicht auswertbar: Im Zeitraum der Lieferung fehlen Beratungen oder rechnerisch erwartete Flüchtlinge.")
    return Site(home, begin, end, contacts, counts.year_persons, exposure, _dispersion(records, assumptions))


def expected_years(land: LandRefugees, begin: date, end: date) -> float:
    """Expected persons in the Land times years over a period, by the central run; months count by their days in it."""
    total = 0.0
    for month in months_between(begin, end):
        first, last = first_day(month), last_day(month)
        days = (min(end, last) - max(begin, first) + timedelta(days=1)).days
        if month in land.months:
            total += float(land.stock[0, land.months.index(month)]) * days / last.day / 12
    return total


def _counted(records: Records, assumptions: Assumptions) -> MonthlyCounts | NotAssessable:
    counts = monthly_counts(records)
    if isinstance(counts, NotAssessable):
        return counts
    origin = records.provenance
    counts = complete_months(counts, origin.period_from, origin.period_to)
    window = fit_window(counts.months, recording_breaks(records, assumptions))
    return window if isinstance(window, NotAssessable) else months_within(counts, window)


def _dispersion(records: Records, assumptions: Assumptions) -> float:
    """Contacts come household by household: variance over mean of their sum is the sum of squares over the sum (compound Poisson)."""
    found = households(records)
    if isinstance(found, NotAssessable) or not found.contacts:
        return assumptions.number("county_contacts_dispersion", records.provenance.period_to)
    sizes = [size for (size,) in found.contacts]
    return sum(size * size for size in sizes) / sum(sizes)
