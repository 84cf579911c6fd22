"""Settings to try: every corner of what a reader may set, and random points within."""

import random
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from wiwak_eval.budget.calculator.coefficients import YearCoefficients
from wiwak_eval.budget.calculator.outcome import Offer, Setting


def starts(years: Sequence[YearCoefficients]) -> list[str]:
    """Every month that a grant may start in."""
    return [f"{year.year}-{month:02d}" for year in years for month in range(1, 13)]


def pay_keys(years: Sequence[YearCoefficients]) -> list[str]:
    """Every pay round that is priced."""
    return list(dict.fromkeys(pay for _, pay in years[0].personnel))


def posts_by_hand(years: Sequence[YearCoefficients]) -> list[Decimal]:
    """Every number of posts that is priced."""
    return sorted({posts for posts, _ in years[0].personnel})


def corners(years: Sequence[YearCoefficients]) -> list[Setting]:
    """Ends of each input, and what is special about it: posts by the consultations, nothing decided, never a grant, the last month."""
    months, pays, posts = starts(years), pay_keys(years), posts_by_hand(years)
    lands = [None, *(Offer(percent, start) for percent in (0, 100) for start in (months[0], months[11], months[12], months[-1], None))]
    contacts = product(*((year.contacts[1], year.contacts[2]) for year in years))
    return [
        Setting(each, pay, number, land)
        for each, pay, number, land in product(contacts, (pays[0], pays[-1]), (None, posts[0], posts[-1]), lands)
    ]


def thresholds(years: Sequence[YearCoefficients], pay: str) -> list[Setting]:
    """One consultation to either side of each change of posts."""
    steps = [sorted({max(year.contacts[1], least + more) for least, _ in year.thresholds for more in (-1, 0)}) for year in years]
    longest = max(map(len, steps))
    return [Setting(tuple(each[min(place, len(each) - 1)] for each in steps), pay) for place in range(longest)]


def random_points(years: Sequence[YearCoefficients], count: int, seed: int, lands: int = 1) -> Iterator[Setting]:
    """`count` plans spread evenly over all that can be set, a third of them with posts set by hand; each under so many random decisions of
    the Land, which take the engine next to no time."""
    chance = random.Random(seed)
    months, pays, posts = starts(years), pay_keys(years), posts_by_hand(years)
    for _ in range(count):
        contacts = tuple(chance.randint(year.contacts[1], year.contacts[2]) for year in years)
        number, pay = chance.choice([None, None, chance.choice(posts)]), chance.choice(pays)
        for _ in range(lands):
            land = chance.choice([None, *(Offer(chance.randint(0, 100), chance.choice([*months, None])) for _ in range(4))])
            yield Setting(contacts, pay, number, land)
