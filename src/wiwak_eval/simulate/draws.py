"""Random draws that give the same stream on every platform.

Only `Generator.random()` is used, whose doubles are exact; all else is inversion with + − × ÷ alone. Library samplers of the normal,
gamma or Poisson family go through the platform's logarithm and may differ in the last bit, and so in the number of draws.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import numpy as np

Key = TypeVar("Key")

STREAMS = (
    "population",
    "contacts",
    "anonymous",
    "persons",
    "consultations",
    "chain",
    "slips",
    "network",
    "bookings",
    "later_population",
    "later_contacts",
    "places",
    "budget_book",
)
"""One stream a table: a change in one table's draws leaves the others as they are. Append only."""


def stream(seed: int, name: str) -> np.random.Generator:
    """The generator of one table, spawned from the seed by the table's place in `STREAMS`."""
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(STREAMS.index(name),))))


def happens(rng: np.random.Generator, probability: float) -> bool:
    """True with this probability."""
    return bool(rng.random() < probability)


def below(rng: np.random.Generator, count: int) -> int:
    """A whole number from 0 to count − 1, all equally likely."""
    return min(int(rng.random() * count), count - 1)


def one_of(rng: np.random.Generator, weights: Mapping[Key, float]) -> Key:
    """A key in proportion to its weight; the weights need not sum to one."""
    left = float(rng.random()) * sum(weights.values())
    for key, weight in weights.items():
        left -= weight
        if left < 0:
            return key
    return next(reversed(list(weights)))


def several_of(rng: np.random.Generator, weights: Mapping[Key, float], count: int) -> tuple[Key, ...]:
    """`count` different keys, each drawn in proportion to the weights that are left."""
    remaining = dict(weights)
    drawn = []
    for _ in range(count):
        key = one_of(rng, remaining)
        drawn.append(key)
        del remaining[key]
    return tuple(drawn)


def negative_binomial(rng: np.random.Generator, mean: float, size: int) -> int:
    """A count with this mean and variance mean + mean²/size, by inversion; `size` must be whole so that no power is taken."""
    if mean <= 0:
        return 0
    stay = mean / (size + mean)
    probability = 1.0
    for _ in range(size):
        probability *= 1.0 - stay
    left, count = float(rng.random()) - probability, 0
    while left >= 0 and count < 10_000:
        probability *= stay * (count + size) / (count + 1)
        left -= probability
        count += 1
    return count


def triangular(rng: np.random.Generator, low: int, high: int) -> float:
    """A number between low and high, the middle most likely: the mean of two uniform draws."""
    return low + (high - low) * (float(rng.random()) + float(rng.random())) / 2


def pick(rng: np.random.Generator, items: Sequence[Key]) -> Key:
    """One of the items, all equally likely."""
    return items[below(rng, len(items))]
