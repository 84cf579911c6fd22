"""Households of recognised refugees in the county: who arrives when, and who finds the centre when. No contact is drawn here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from wiwak_eval.simulate.calendar import MONTHS
from wiwak_eval.simulate.draws import happens, negative_binomial, one_of, stream
from wiwak_eval.simulate.parameters import Counselling, Population, TrueParameters

BEFORE = -1
"""Month index of what happened before January 2017."""


@dataclass(frozen=True)
class Household:
    """Persons who share a title. Month indexes: 0 = January 2017, `BEFORE` = earlier, None = not in these ten months.

    size: persons; would_come: how many of them would have a counselling of their own once the household finds the centre; clients: how
    many have one in these ten months; recognised: month `2017-03` of the decision; arrives, finds, moves: month index of arrival,
    first contact, move out of the county.
    """

    size: int
    would_come: int
    clients: int
    title: str
    recognised: str
    arrives: int
    finds: int | None
    moves: int | None


def expected_recognised(population: Population) -> tuple[float, ...]:
    """Newly recognised persons expected in the county in each of the ten months."""
    return recognised_in(MONTHS, population.positive_decisions.value, population)


def recognised_in(months: Sequence[str], decisions: Mapping[str, int], population: Population) -> tuple[float, ...]:
    """Newly recognised persons expected in the county in each of the months.

    Positive decisions in Germany one and two months before × Königstein share × county quota × share really received.
    """
    share = population.koenigstein_share.value * population.county_quota.value * population.received_share.value
    lagged = [
        sum(weight * decisions[_earlier(month, lag)] for lag, weight in enumerate(population.lag_weights.value, start=1))
        for month in months
    ]
    return tuple(share * value for value in lagged)


def draw_households(seed: int, truth: TrueParameters) -> tuple[Household, ...]:
    """All households of recognised refugees that lived in the county at some time from January to October 2017."""
    rng = stream(seed, "population")
    population = truth.population
    average = mean_size(population)
    households: list[Household] = []
    while sum(household.size for household in households) < population.recognised_january.value:
        households.append(_household(rng, truth, BEFORE, _month_before(rng, population)))
    for index, expected in enumerate(expected_recognised(population)):
        recognised = negative_binomial(rng, expected / average, population.arrival_size.value)
        households += [_household(rng, truth, index, _lagged_month(rng, population, index)) for _ in range(recognised)]
        reunited = negative_binomial(rng, population.family_reunion_monthly.value / average, population.arrival_size.value)
        households += [_household(rng, truth, index, None) for _ in range(reunited)]
    return tuple(households)


def _household(rng: np.random.Generator, truth: TrueParameters, arrives: int, recognised: str | None) -> Household:
    """One household; `recognised` None = family reunion, which has no decision month of its own."""
    population, counselling = truth.population, truth.counselling
    size = one_of(rng, population.household_sizes.value)
    title = one_of(rng, population.title_mix.value) if recognised else "family_reunion"
    moves = _first_month(rng, max(arrives, 0) + 1, (population.moving_hazard.value,) * len(MONTHS))
    comes = happens(rng, counselling.client_share.value)
    finds = _finding(rng, counselling, arrives) if comes else None
    if finds is not None and moves is not None and moves <= finds:
        finds = None
    second = size > 1 and happens(rng, counselling.second_client_share.value)
    would_come = 1 + int(second) if comes else 0
    return Household(size, would_come, 0 if finds is None else would_come, title, recognised or "", arrives, finds, moves)


def _finding(rng: np.random.Generator, counselling: Counselling, arrives: int) -> int | None:
    if arrives == BEFORE and happens(rng, counselling.january_share.value):
        return BEFORE
    return _first_month(rng, max(arrives, 0), counselling.finding_hazard.value)


def _first_month(rng: np.random.Generator, start: int, hazard: tuple[float, ...]) -> int | None:
    return next((index for index in range(start, len(MONTHS)) if happens(rng, hazard[index])), None)


def mean_size(population: Population) -> float:
    """Mean number of persons in a household."""
    sizes = population.household_sizes.value
    return sum(size * share for size, share in sizes.items()) / sum(sizes.values())


def _earlier(month: str, by: int) -> str:
    count = int(month[:4]) * 12 + int(month[5:]) - 1 - by
    return f"{count // 12}-{count % 12 + 1:02d}"


def _lagged_month(rng: np.random.Generator, population: Population, index: int) -> str:
    lags = {_earlier(MONTHS[index], lag): weight for lag, weight in enumerate(population.lag_weights.value, start=1)}
    return one_of(rng, lags)


def _month_before(rng: np.random.Generator, population: Population) -> str:
    first, last = population.recognised_before.value
    return one_of(rng, {month: count for month, count in population.positive_decisions.value.items() if first <= month <= last})
