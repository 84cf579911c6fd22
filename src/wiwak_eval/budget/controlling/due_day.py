"""One entry of the calendar, and how days follow from rules."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class DueDay:
    """key: of the row; day: None while nobody knows it; what, basis: German."""

    key: str
    day: date | None
    what: str
    basis: str


def day_in(year: int, month: int, day: int) -> date:
    """A day of a month, the month's last where it has fewer; months beyond December fall into later years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, min(day, monthrange(year, month)[1]))


def months_after(day: date, months: int) -> date:
    """The same day some months later or, below nought, earlier. The last day of a month stays one, as sections 188, 192 BGB have it for
    periods that end a month (general knowledge, not read in source)."""
    last = day.day == monthrange(day.year, day.month)[1]
    return day_in(day.year, day.month + months, 31 if last else day.day)
