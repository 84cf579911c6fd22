"""The series whose trend is tested: contacts and persons, as they are, by opening day and by full-time post."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from wiwak_eval import german
from wiwak_eval.evaluation.counts import MonthlyCounts, complete_months, monthly_counts
from wiwak_eval.evaluation.trend.cumulated import looks_cumulated, refuse_cumulated
from wiwak_eval.evaluation.trend.exposure import full_time_posts, opening_days
from wiwak_eval.evaluation.trend.recording import Break, comparable
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

NO_DAYS = "Je Öffnungstag ist nicht geprüft: Öffnungstage sind nicht für jeden Monat geliefert."
NO_POSTS = "Je Vollzeitstelle ist nicht geprüft: Es sind nicht in jedem Monat mindestens drei Stellen geliefert."
NOBODY_NAMED = "Personen sind nicht geprüft: Keine Beratung nennt eine Person."
PERSONS_ADDED_UP = "Die Personen der Monatsstatistik sind offenbar fortlaufend aufsummiert und deshalb nicht geprüft."


Units = tuple[Fraction, ...] | None


@dataclass(frozen=True)
class Series:
    """Counts by month, oldest first.

    exposure: what they are related to, above 0, or None; at: numbers of the months where some are left out, else None.
    """

    key: str
    label: str
    counts: tuple[int, ...]
    exposure: Units = None
    at: tuple[int, ...] | None = None

    @property
    def rates(self) -> tuple[Fraction, ...]:
        """Counts by unit of exposure, exact, so that equal rates are equal."""
        units = self.exposure or (Fraction(1),) * len(self.counts)
        return tuple(count / unit for count, unit in zip(self.counts, units, strict=True))

    @property
    def weights(self) -> tuple[float, ...] | None:
        """The exposure as a regression takes it."""
        return None if self.exposure is None else tuple(float(unit) for unit in self.exposure)


@dataclass(frozen=True)
class Compared:
    """counts: complete months recorded alike; series: what is tested; notes: what was left out, in German."""

    counts: MonthlyCounts
    series: tuple[Series, ...]
    notes: tuple[str, ...]


def plain_counts(records: Records) -> MonthlyCounts | NotAssessable:
    """The complete months of a delivery; refused where they are no counts of single months.

    Cumulated persons are left out, and so are those of contacts none of which names a person: unknown is not none.
    """
    counts = monthly_counts(records)
    if isinstance(counts, NotAssessable):
        return counts
    counts = complete_months(counts, records.provenance.period_from, records.provenance.period_to)
    if not counts.from_tally:
        nobody_named = any(counts.contacts) and not any(counts.persons or ())
        return replace(counts, persons=None, new_persons=None) if nobody_named else counts
    if (refused := refuse_cumulated(counts.contacts)) is not None:
        return refused
    added_up = counts.persons is not None and looks_cumulated(counts.persons)
    return replace(counts, persons=None, new_persons=None) if added_up else counts


def compared(records: Records, breaks: Sequence[Break]) -> Compared | NotAssessable:
    """The series of the months since the last break in recording, each with the exposure that is known for all of them."""
    plain = plain_counts(records)
    if isinstance(plain, NotAssessable):
        return plain
    kept = comparable(plain, breaks)
    if isinstance(kept, NotAssessable):
        return kept
    notes = [] if kept.months == plain.months else [_only_since(kept.months[0], breaks)]
    whole = monthly_counts(records)
    if not isinstance(whole, NotAssessable) and whole.persons is not None and plain.persons is None:
        notes.append(PERSONS_ADDED_UP if whole.from_tally else NOBODY_NAMED)
    days, posts = _known(opening_days(records, kept.months)), _known(full_time_posts(records, kept.months))
    notes += [note for note, units in ((NO_DAYS, days), (NO_POSTS, posts)) if units is None]
    return Compared(kept, _series(kept, days, posts), tuple(notes))


def _series(counts: MonthlyCounts, days: Units, posts: Units) -> tuple[Series, ...]:
    bases: dict[str, tuple[str, Units]] = {
        "": ("", None),
        "_per_day": (" je Öffnungstag", days),
        "_per_post": (" je Vollzeitstelle", posts),
    }
    measured = {"contacts": ("Beratungen", counts.contacts), "persons": ("Personen", counts.persons)}
    return tuple(
        Series(f"{name}{suffix}", f"{label}{by}", values, units)
        for suffix, (by, units) in bases.items()
        for name, (label, values) in measured.items()
        if values is not None and (units is not None or not suffix)
    )


def _known(units: Sequence[int | Fraction | None]) -> Units:
    """The exposure if it is known and above 0 in each month."""
    told = tuple(Fraction(unit) for unit in units if unit)
    return told if len(told) == len(units) else None


def _only_since(month: str, breaks: Sequence[Break]) -> str:
    reasons = " ".join(sorted({item.reason for item in breaks if item.month == month}))
    return f"Verglichen sind nur die Monate ab {german.month(month)}: {reasons}"
