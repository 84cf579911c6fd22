"""The ten project months and the days on which the centre was open."""

from datetime import date, timedelta
from functools import cache

FIRST_DAY = date(2017, 1, 1)
LAST_DAY = date(2017, 10, 31)
DELIVERED_ON = date(2017, 11, 15)
MONTHS = tuple(f"2017-{month:02d}" for month in range(1, 11))

HOLIDAYS = frozenset(
    {
        date(2016, 12, 26),
        date(2017, 4, 14),
        date(2017, 4, 17),
        date(2017, 5, 1),
        date(2017, 5, 25),
        date(2017, 6, 5),
        date(2017, 10, 3),
        date(2017, 10, 31),
    }
)
"""Public holidays of Thuringia that fell on a weekday (Thüringer Feiertagsgesetz; 1 January 2017 was a Sunday)."""


def is_working_day(day: date) -> bool:
    """Monday to Friday, no public holiday."""
    return day.weekday() < 5 and day not in HOLIDAYS


def working_day_from(day: date) -> date:
    """This day, or the next working day after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


@cache
def open_days(month: str, closed: tuple[date, ...]) -> tuple[date, ...]:
    """The centre's opening days in a month `2017-03`: working days without those on which it stayed closed."""
    first = date(int(month[:4]), int(month[5:]), 1)
    days = (first + timedelta(days=offset) for offset in range(31))
    return tuple(day for day in days if day.month == first.month and is_working_day(day) and day not in closed)


def middle_of(month: str) -> date:
    """The 15th of a month."""
    return date(int(month[:4]), int(month[5:]), 15)


def month_of(day: date) -> str:
    """The month of a day as `2017-03`."""
    return f"{day:%Y-%m}"
