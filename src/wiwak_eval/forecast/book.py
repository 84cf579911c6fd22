"""An entry of the forecast book: what an official forecast said, on which day, from what."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from pydantic import TypeAdapter

QUANTILES = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)
"""Levels of every quantile in the book, in this order."""

LOW, MEDIAN, HIGH = (QUANTILES.index(level) for level in (0.1, 0.5, 0.9))
DECIMALS = 6
"""Further decimals differ between makes of processor; an entry's id must not."""


@dataclass(frozen=True)
class ForecastMonth:
    """One forecast month `2018-03`: planned contacts and their quantiles; planned persons and new persons, None where not forecast."""

    month: str
    planned: float
    quantiles: tuple[float, ...]
    persons: float | None = None
    new_persons: float | None = None


@dataclass(frozen=True)
class ForecastYear:
    """Contacts of one budget year: planned value and quantiles of the total, which are not sums of the months' quantiles."""

    year: int
    planned: float
    quantiles: tuple[float, ...]


@dataclass(frozen=True)
class ReadAssumption:
    """An assumption that was read: its id, the day asked for, the value's digest or text."""

    id: str
    on: date
    value: str


@dataclass(frozen=True)
class BookEntry:
    """One official forecast. Everything in it is a county total or a digest, nothing is about single people.

    authority, delivery: who delivered, and the delivery's name; simulated: whether its records were made up; made_on: as-of date;
    data_digest: digest of the delivery; method, method_label: key and German name; history_months, history_contacts: the observed
    months it was made from, oldest first; months: the months after them without a gap; years: the budget years.
    Raises ValueError where months have gaps, quantiles fall or a number is missing.
    """

    authority: str
    delivery: str
    simulated: bool
    made_on: date
    scenario: str
    data_digest: str
    package_version: str
    method: str
    method_label: str
    history_months: tuple[str, ...]
    history_contacts: tuple[int, ...]
    assumptions: tuple[ReadAssumption, ...]
    months: tuple[ForecastMonth, ...]
    years: tuple[ForecastYear, ...]

    def __post_init__(self) -> None:
        months = (*self.history_months, *(item.month for item in self.months))
        if not self.history_months or not self.months or len(self.history_months) != len(self.history_contacts):
            raise ValueError("a forecast needs observed months with their contacts, and forecast months")
        if any(_counted(later) - _counted(month) != 1 for month, later in pairwise(months)):
            raise ValueError("observed and forecast months must follow each other without a gap")
        for quantiles in (*(item.quantiles for item in self.months), *(item.quantiles for item in self.years)):
            rising = all(low <= high for low, high in pairwise(quantiles))
            if len(quantiles) != len(QUANTILES) or not rising or quantiles[0] < 0:
                raise ValueError(f"quantiles must be {len(QUANTILES)} numbers of at least 0 that do not fall")

    @property
    def last_observed(self) -> str:
        """The last month that was known."""
        return self.history_months[-1]

    @property
    def first_month(self) -> str:
        """The first forecast month."""
        return self.months[0].month

    @property
    def id(self) -> str:
        """First 16 hexadecimal digits of the SHA-256 of the content: equal forecasts have equal ids, on every machine."""
        return digest_of(self)[:16]


_ENTRY = TypeAdapter(BookEntry)


def entry_json(entry: BookEntry) -> str:
    """The entry as JSON, keys sorted; the same text whether a number came as 244 or 244.0."""
    return canonical_json(_ENTRY.dump_python(entry, mode="json"))


def entry_from(content: object) -> BookEntry:
    """The entry from decoded JSON. Raises ValueError (pydantic's) where it is none."""
    return _ENTRY.validate_python(content)


def digest_of(entry: BookEntry) -> str:
    """SHA-256 of the content."""
    return hashlib.sha256(entry_json(entry).encode()).hexdigest()


def canonical_json(content: object) -> str:
    """JSON in the one form the book uses: sorted keys, no blanks, whole numbers without decimals, others with six at most."""
    return json.dumps(_plain(content), sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def in_order(entries: Iterable[BookEntry]) -> tuple[BookEntry, ...]:
    """Each entry once, by the day it was made, last observed month and id: the same order in whatever order they were read."""
    once = {entry.id: entry for entry in entries}
    return tuple(once[id] for *_, id in sorted((entry.made_on, entry.last_observed, id) for id, entry in once.items()))


def earlier_entries(
    entries: Iterable[BookEntry],
    authority: str,
    before: date,
    scenario: str | None = None,
    last_month: str | None = None,
    simulated: bool | None = None,
) -> tuple[BookEntry, ...]:
    """The authority's entries made before a day, in order; never those of this very delivery.

    before: this run's as-of date; last_month: the last month of this run's delivery, which an entry must end before; scenario,
    simulated: those alone. None asks for all.
    """
    return in_order(
        entry
        for entry in entries
        if _folded(entry.authority) == _folded(authority)
        and entry.made_on < before
        and (scenario is None or entry.scenario == scenario)
        and (last_month is None or entry.last_observed < last_month)
        and (simulated is None or entry.simulated == simulated)
    )


def forecast_months(
    months: Sequence[str],
    planned: Sequence[float],
    quantiles: Sequence[Sequence[float]],
    persons: Sequence[float] | None = None,
    new_persons: Sequence[float] | None = None,
) -> tuple[ForecastMonth, ...]:
    """Forecast months from columns. quantiles: one row a month, in the order of `QUANTILES`; numpy arrays will do."""
    nothing = [None] * len(months)
    rows = zip(
        months, planned, quantiles, nothing if persons is None else persons, nothing if new_persons is None else new_persons, strict=True
    )
    return tuple(
        ForecastMonth(month, float(plan), tuple(float(value) for value in row), _or_none(people), _or_none(new))
        for month, plan, row, people, new in rows
    )


def _counted(month: str) -> int:
    """Months since year 0."""
    return int(month[:4]) * 12 + int(month[5:])


def _or_none(value: float | None) -> float | None:
    return None if value is None else float(value)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _plain(content: object) -> object:
    if isinstance(content, dict):
        return {key: _plain(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_plain(value) for value in content]
    if isinstance(content, float):
        rounded = round(content, DECIMALS)
        return int(rounded) if rounded.is_integer() else rounded
    return content
