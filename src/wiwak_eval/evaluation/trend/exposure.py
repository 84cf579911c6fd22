"""What the monthly counts are related to: opening days and full-time posts."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from wiwak_eval.evaluation.month import first_day, last_day
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

FEWEST_POSTS = 3
"""Posts on duty below which contacts by post would tell what one member of staff does."""


def opening_days(records: Records, months: Sequence[str]) -> tuple[int | None, ...]:
    """Delivered opening days of each month; None for a month without any: no calendar stands in for what was not told."""
    table = records.table("opening_days")
    if isinstance(table, NotAssessable):
        return (None,) * len(months)
    days = table["date"].drop_duplicates().dt.strftime("%Y-%m").value_counts()
    return tuple(int(days[month]) if month in days.index else None for month in months)


def full_time_posts(records: Records, months: Sequence[str]) -> tuple[Fraction | None, ...]:
    """Shares of all posts on duty, averaged over the days of each month; None where fewer than three posts are on duty in it.

    All posts count, management and office too: which of them counsel is told by a free text alone, and nobody guesses here.
    """
    table = records.table("posts")
    if isinstance(table, NotAssessable):
        return (None,) * len(months)
    employed = table[table["share"] > 0]
    ends = [end.date() if known else None for end, known in zip(employed["to"], employed["to"].notna(), strict=True)]
    shares, begins = (Fraction(str(share)) for share in employed["share"]), (begin.date() for begin in employed["from"])
    posts = list(zip(shares, begins, ends, strict=True))
    return tuple(_posts_of(posts, month) for month in months)


def _posts_of(posts: Sequence[tuple[Fraction, date, date | None]], month: str) -> Fraction | None:
    first, last = first_day(month), last_day(month)
    whole = (last - first).days + 1
    on_duty = [(share, _days_between(max(first, begin), min(last, end or last))) for share, begin, end in posts]
    if sum(days > 0 for _, days in on_duty) < FEWEST_POSTS:
        return None
    return sum((share * days for share, days in on_duty), Fraction(0)) / whole


def _days_between(first: date, last: date) -> int:
    return max(0, (last - first + timedelta(days=1)).days)
