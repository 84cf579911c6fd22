"""Can the steps of those who hold the posts be worked out from personnel costs that are printed to the cent?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from wiwak_eval.money import Cents

Costs = Mapping[int, tuple[Cents, ...]]
"""Step to what a post would cost at it: one amount in cents for each printed total."""

MOST_TRIED = 6**14
"""Combinations up to which an attack is tried: fourteen posts of six steps take about a second."""


@dataclass(frozen=True)
class StepAttack:
    """tried: combinations of steps; fitting: those that give each printed total to the cent; possible: steps of each post in these."""

    tried: int
    fitting: int
    possible: tuple[tuple[int, ...], ...]

    @property
    def told(self) -> tuple[int, ...]:
        """Positions of the posts whose step follows from the totals."""
        return tuple(place for place, steps in enumerate(self.possible) if len(steps) == 1)


def step_attack(posts: Sequence[Costs], totals: tuple[Cents, ...]) -> StepAttack | None:
    """Try every combination of steps, half the posts against the other half; None where there are more than `MOST_TRIED`.

    The attacker knows group and share of each post, which is more than the papers print: they add up the shares of a group.
    """
    tried = prod(len(costs) for costs in posts)
    if tried > MOST_TRIED:
        return None
    middle = len(posts) // 2
    ends: defaultdict[tuple[Cents, ...], list[tuple[int, ...]]] = defaultdict(list)
    for steps, sums in _combinations(posts[middle:], len(totals)):
        ends[sums].append(steps)
    fitting, possible = 0, [set[int]() for _ in posts]
    for steps, sums in _combinations(posts[:middle], len(totals)):
        missing = tuple(total - part for total, part in zip(totals, sums, strict=True))
        for end in ends.get(missing, ()):
            fitting += 1
            for found, step in zip(possible, (*steps, *end), strict=True):
                found.add(step)
    return StepAttack(tried, fitting, tuple(tuple(sorted(found)) for found in possible))


def _combinations(posts: Sequence[Costs], width: int) -> Iterator[tuple[tuple[int, ...], tuple[Cents, ...]]]:
    """Each choice of steps with the sums it gives."""
    nothing = (0,) * width
    for steps in product(*posts):
        amounts = [costs[step] for costs, step in zip(posts, steps, strict=True)]
        yield steps, tuple(map(sum, zip(nothing, *amounts, strict=True)))
