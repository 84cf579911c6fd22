"""Month keys such as `2017-03` and the days they stand for."""

from datetime import date, timedelta


def first_day(month: str) -> date:
    """The first day of a month key."""
    return date(int(month[:4]), int(month[5:7]), 1)


def last_day(month: str) -> date:
    """The last day of a month key."""
    return (first_day(month) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
