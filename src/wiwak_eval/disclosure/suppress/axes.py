"""How a dimension is cut into the pieces that unknowns are told apart by."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.results import ALL, Dimension

TOTAL = ""
"""Category of a dimension that a key does not name."""
UNRECORDED = "\0"
"""Stands for the leaf of units for which the dimension is not recorded."""


@dataclass(frozen=True)
class Axis:
    """A dimension in which parts add up. pieces: leaves that no number tells apart, together; the last may be the unrecorded."""

    name: str
    pieces: tuple[frozenset[str], ...]

    @property
    def unrecorded(self) -> NDArray[np.bool_]:
        """Which piece stands for units without a recorded leaf."""
        return np.array([UNRECORDED in piece for piece in self.pieces])

    def inside(self, members: Collection[str]) -> NDArray[np.bool_]:
        """Which pieces a category is made of."""
        return np.array([piece <= set(members) for piece in self.pieces])


def members(dimension: Dimension, category: str, incomplete: bool) -> frozenset[str]:
    """Leaves of a category; those of the total hold the unrecorded, too, where there are any."""
    if category == TOTAL:
        return frozenset({*dimension.leaves, UNRECORDED} if incomplete else dimension.leaves)
    return frozenset([UNRECORDED] if category == UNRECORDED else dimension.members(category))


def axis(dimension: Dimension, categories: Collection[str], incomplete: bool) -> Axis:
    """The axis of a dimension of which these categories are named."""
    named = [members(dimension, category, incomplete) for category in sorted({*categories, ALL})]
    pieces: dict[tuple[bool, ...], list[str]] = {}
    for leaf in (*dimension.leaves, *([UNRECORDED] if incomplete else [])):
        pieces.setdefault(tuple(leaf in one for one in named), []).append(leaf)
    return Axis(dimension.name, tuple(frozenset(piece) for piece in pieces.values()))


@dataclass(frozen=True)
class Link:
    """Between categories of a dimension in which a unit may stand several times: sum of `less` <= (or ==) sum of `more`."""

    less: tuple[str, ...]
    more: tuple[str, ...]
    equal: bool = False


def links(dimension: Dimension, categories: Sequence[str], incomplete: bool) -> Iterator[Link]:
    """A part never exceeds its whole; a whole never exceeds the sum of parts that cover it.

    The parts are the next smaller categories where they do not overlap, else the leaves.
    """
    sets = {category: members(dimension, category, incomplete) for category in categories}
    for whole in categories:
        smaller = [part for part in categories if sets[part] < sets[whole]]
        parts = [part for part in smaller if not any(sets[part] < sets[other] for other in smaller)]
        parts = [part for i, part in enumerate(parts) if sets[part] not in [sets[other] for other in parts[:i]]]
        yield from (Link((part,), (whole,)) for part in parts)
        yield from (Link((part,), (whole,), True) for part in categories[: categories.index(whole)] if sets[part] == sets[whole])
        if sum(len(sets[part]) for part in parts) > len(sets[whole]):
            parts = [leaf for leaf in dimension.leaves if leaf in sets[whole]]
        if frozenset().union(*(sets[part] for part in parts)) == sets[whole]:
            yield Link((whole,), tuple(parts))
