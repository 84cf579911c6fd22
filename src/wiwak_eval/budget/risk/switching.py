"""How far a value must move until something changes: exact, by halving the range in which a monotone result changes."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

MOST_CONTACTS = 10_000_000
"""Above this nobody asks: the search for the next post ends."""


@dataclass(frozen=True)
class PostsThreshold:
    """contacts: the first number of contacts, upwards or downwards, at which `then` posts are planned instead of `now`."""

    contacts: int
    now: Decimal
    then: Decimal


def next_post(contacts: int, posts_for: Callable[[int], Decimal]) -> PostsThreshold | None:
    """The fewest contacts above the plan that ask for more posts; None where there are none up to `MOST_CONTACTS`.

    posts_for: planned posts for a number of contacts, never falling.
    """
    now = posts_for(contacts)
    above = bisect_right(range(MOST_CONTACTS), now, lo=contacts, key=posts_for)
    return None if above == MOST_CONTACTS else PostsThreshold(above, now, posts_for(above))


def post_to_go(contacts: int, posts_for: Callable[[int], Decimal]) -> PostsThreshold | None:
    """The most contacts below the plan that do with fewer posts; None where even no contact at all needs as many."""
    now = posts_for(contacts)
    below = bisect_left(range(contacts + 1), now, key=posts_for) - 1
    return None if below < 0 else PostsThreshold(below, now, posts_for(below))


def crossing(result: Callable[[int], int], planned: int, limit: int, within: range) -> int | None:
    """The value nearest to the planned one at which the result stands on the other side of the limit; None where no value within does.

    result: cents for a whole number of steps, never falling or never rising within; planned: steps of the plan, within the range.
    """
    rising = result(within[-1]) >= result(within[0])

    def beyond(value: int) -> bool:
        return result(value) > limit

    if beyond(planned) == rising:
        place = bisect_left(within, x=True, hi=planned - within.start, key=lambda value: beyond(value) == rising) - 1
        return within[place] if place >= 0 else None
    place = bisect_left(within, x=True, lo=planned - within.start, key=lambda value: beyond(value) == rising)
    return within[place] if place < len(within) else None
