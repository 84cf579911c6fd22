"""One earlier forecast beside the months that came after it: how far off, inside the range or not, and why."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import log

from wiwak_eval.evaluation import MonthlyCounts
from wiwak_eval.forecast.book import HIGH, LOW, BookEntry, ForecastMonth

NEW, RETURNING, PER_PERSON = "Zugang", "Verbleib", "Kontakte je Person"
INSIDE, UNKNOWN = "innerhalb der Spanne", "nicht zerlegbar"
POLICY, REVISION, BREAK = "Rechtsänderung", "Datenberichtigung", "Erfassung umgestellt"
FEWEST_SHARED = 3
"""From so many shared months on, none of them equal, two histories are taken for different series."""


@dataclass(frozen=True)
class Parts:
    """A deviation in contacts taken apart: new persons, returning persons, contacts per person; the three add up to it exactly."""

    new: float
    returning: float
    per_person: float

    @property
    def by_name(self) -> Mapping[str, float]:
        """German cause code to its part."""
        return {NEW: self.new, RETURNING: self.returning, PER_PERSON: self.per_person}


@dataclass(frozen=True)
class ComparedMonth:
    """One month. planned, low, high: forecast contacts and 80 % range; actual: contacts that came.

    compared: False from a change of definitions on; marks: policy, revision or break, German; parts: None where not decomposable.
    """

    month: str
    planned: float
    low: float
    high: float
    actual: int
    compared: bool
    marks: tuple[str, ...]
    parts: Parts | None

    @property
    def deviation(self) -> float:
        """Actual minus planned."""
        return self.actual - self.planned

    @property
    def inside(self) -> bool:
        """Whether the actual lies in the 80 % range, bounds included."""
        return self.low <= self.actual <= self.high

    @property
    def cause(self) -> str:
        """German cause code: the part with the greatest share in the deviation's direction, where the month lies outside the range."""
        if not self.compared:
            return BREAK
        if self.inside:
            return INSIDE
        if self.parts is None:
            return UNKNOWN
        sign = 1 if self.deviation > 0 else -1
        parts = self.parts.by_name
        return max(parts, key=lambda name: sign * parts[name])


@dataclass(frozen=True)
class Comparison:
    """An earlier forecast and each of its months that was counted since; revised: months of its history with another number now."""

    entry: BookEntry
    months: tuple[ComparedMonth, ...]
    revised: tuple[str, ...]

    @property
    def usable(self) -> tuple[ComparedMonth, ...]:
        """The months before a change of definitions."""
        return tuple(month for month in self.months if month.compared)


def compare(entry: BookEntry, counts: MonthlyCounts, breaks: Collection[str], lever_months: Collection[str]) -> Comparison:
    """The forecast beside what was counted, oldest month first.

    counts: complete months alone; breaks: first months of a new definition; lever_months: months from which a policy lever works.
    """
    observed = dict(zip(counts.months, counts.contacts, strict=True))
    revised = revised_months(entry, counts)
    mark = (REVISION,) if revised else ()
    months = tuple(
        _compared(item, entry, counts, observed[item.month], mark, breaks, lever_months) for item in entry.months if item.month in observed
    )
    return Comparison(entry, months, revised)


def revised_months(entry: BookEntry, counts: MonthlyCounts) -> tuple[str, ...]:
    """Months of the entry's history that now have another number."""
    now = dict(zip(counts.months, counts.contacts, strict=True))
    before = zip(entry.history_months, entry.history_contacts, strict=True)
    return tuple(month for month, contacts in before if now.get(month, contacts) != contacts)


def is_another_series(entry: BookEntry, counts: MonthlyCounts) -> bool:
    """Whether no month that both know has the same number: not a revision, but something else counted."""
    shared = set(entry.history_months) & set(counts.months)
    return len(shared) >= FEWEST_SHARED and len(revised_months(entry, counts)) == len(shared)


def _compared(
    item: ForecastMonth,
    entry: BookEntry,
    counts: MonthlyCounts,
    actual: int,
    revised: tuple[str, ...],
    breaks: Collection[str],
    lever_months: Collection[str],
) -> ComparedMonth:
    broken = _between(breaks, entry, item.month)
    marks = ((BREAK,) if broken else ()) + ((POLICY,) if _between(lever_months, entry, item.month) else ()) + revised
    parts = None if broken else _parts(item, entry, counts, actual)
    return ComparedMonth(item.month, item.planned, item.quantiles[LOW], item.quantiles[HIGH], actual, not broken, marks, parts)


def _between(months: Collection[str], entry: BookEntry, month: str) -> bool:
    """Whether one of the months lies after the last observed month and not after `month`."""
    return any(entry.last_observed < one <= month for one in months)


def _parts(item: ForecastMonth, entry: BookEntry, counts: MonthlyCounts, actual: int) -> Parts | None:
    """None where persons were not forecast or not counted, where "new" means something else, or where a logarithm does not exist."""
    same_meaning = counts.from_tally or counts.months[0] <= entry.history_months[0]
    if item.persons is None or item.new_persons is None or counts.persons is None or counts.new_persons is None or not same_meaning:
        return None
    place = counts.months.index(item.month)
    persons, new = counts.persons[place], counts.new_persons[place]
    if min(item.planned, item.persons, actual, persons) <= 0:
        return None
    return decompose((item.planned, item.persons, item.new_persons), (actual, persons, new))


def decompose(planned: tuple[float, float, float], actual: tuple[float, float, float]) -> Parts:
    """Why contacts differ from plan; each argument is (contacts, persons, new persons), contacts and persons above zero.

    contacts = (new + returning) × contacts per person. On the log scale the two factors add up; logarithmic means carry the logs to
    persons and contacts, so that nothing is left over. Source: Ang (2005), Energy Policy 33, 867-871 (additive LMDI-I).
    """
    (plan_contacts, plan_persons, plan_new), (contacts, persons, new) = planned, actual
    weight = logarithmic_mean(contacts, plan_contacts)
    per_log_person = weight / logarithmic_mean(persons, plan_persons)
    returning = (persons - new) - (plan_persons - plan_new)
    per_person = weight * log((contacts / persons) / (plan_contacts / plan_persons))
    return Parts(per_log_person * (new - plan_new), per_log_person * returning, per_person)


def logarithmic_mean(one: float, other: float) -> float:
    """(one - other) / log(one / other), both above zero; their common value where they are equal, or too near for the quotient."""
    ratio = one / other
    return (one + other) / 2 if abs(ratio - 1) < 1e-9 else (one - other) / log(ratio)
