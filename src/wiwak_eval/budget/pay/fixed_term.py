"""Until when a fixed term without a reason may run at most."""

from collections.abc import Sequence
from datetime import date, timedelta

from wiwak_eval.budget.posts.line import NEW, PostLine


def longest_end(begun: date, months: int) -> date:
    """Last day of a fixed term of `months` that began on a day (section 14 (2) TzBfG): 1 May 2016 and 24 months give 30 April 2018."""
    count = begun.year * 12 + begun.month - 1 + months
    first_of_next = date((count + 1) // 12, (count + 1) % 12 + 1, 1)
    month_end = first_of_next - timedelta(days=1)
    return month_end if begun.day > month_end.day else date(count // 12, count % 12 + 1, begun.day) - timedelta(days=1)


def fixed_terms(lines: Sequence[PostLine]) -> tuple[PostLine, ...]:
    """Lines that somebody holds under a contract with an end."""
    return tuple(line for line in lines if line.key != NEW and line.fixed_term_until is not None)


def at_limit(lines: Sequence[PostLine], months: int, day: date) -> tuple[PostLine, ...]:
    """Fixed terms that have reached their limit by the end of `day`; those whose begin is not known are left out."""
    return tuple(line for line in fixed_terms(lines) if line.begun is not None and longest_end(line.begun, months) <= day)
