"""What is not known: non-negative whole numbers of people, contacts or cents for each combination of attributes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.disclosure.attack.cliques import Clique
from wiwak_eval.disclosure.attack.universe import Group, Pieces
from wiwak_eval.results import Measure

Columns = NDArray[np.intp]
Category = Pieces | None
"""A category of an overlapping axis, None for the total."""


@dataclass(frozen=True)
class Block:
    """Unknowns of one crossed set of axes.

    overlapping: axes in which parts do not add, one array for each combination of their categories; plain: axes of these arrays, along
    which one entry stands for each piece present and, where an axis is incomplete, a last one for units not recorded.
    """

    overlapping: Clique
    plain: Clique
    arrays: Mapping[tuple[Category, ...], Columns]


@dataclass(frozen=True)
class Unknowns:
    """All unknowns of one measure in one population. categories: of each overlapping axis, the total last; present: pieces of each axis;
    incomplete: axes not recorded for every unit."""

    measure: Measure
    blocks: tuple[Block, ...]
    categories: Mapping[str, tuple[Category, ...]]
    present: Mapping[str, tuple[int, ...]]
    incomplete: frozenset[str]

    @property
    def axes(self) -> frozenset[str]:
        """Axes this measure was told by."""
        return frozenset(self.present)

    def plainly(self, group: Group) -> Group:
        """The group without what does not narrow it: all pieces of an axis recorded for everyone, and pieces nobody can stand in."""
        met = ((axis, pieces & frozenset(self.present[axis])) for axis, pieces in group)
        return tuple((axis, pieces) for axis, pieces in met if axis in self.incomplete or len(pieces) < len(self.present[axis]))

    def homes(self, group: Group) -> tuple[Block, ...]:
        """The blocks that can express a group."""
        axes = {axis for axis, _ in self.plainly(group)}
        return tuple(block for block in self.blocks if axes <= {*block.overlapping, *block.plain})

    def columns(self, group: Group, block: Block | None = None) -> Columns | None:
        """Unknowns that add up to the number of a group, in the first block that can tell; None if none can."""
        homes = (block,) if block else self.homes(group)
        named = dict(self.plainly(group))
        chosen = tuple(named.get(axis) for axis in homes[0].overlapping) if homes else ()
        if not homes or chosen not in homes[0].arrays:
            return None
        array = homes[0].arrays[chosen]
        return array[np.ix_(*(self.positions(axis, named.get(axis)) for axis in homes[0].plain))].ravel()

    def positions(self, axis: str, pieces: Category) -> list[int]:
        """Where the pieces stand along an axis; without pieces the whole axis."""
        present = self.present[axis]
        return list(range(self.length(axis))) if pieces is None else [i for i, piece in enumerate(present) if piece in pieces]

    def length(self, axis: str) -> int:
        """Entries along an axis."""
        return len(self.present[axis]) + (axis in self.incomplete)


def build_unknowns(
    measure: Measure,
    crossed: Sequence[Clique],
    present: Mapping[str, Pieces],
    named: Iterable[Group],
    dimension_of: Mapping[str, str],
    first: int,
) -> tuple[Unknowns, int]:
    """Unknowns numbered from `first`, and the next free number. named: groups told of this measure; dimension_of: dimension by axis."""
    incomplete = frozenset(axis for axis in present if dimension_of[axis] in measure.incomplete)
    overlapping = [axis for axis in sorted(present) if dimension_of[axis] in measure.overlapping]
    groups = list(named)
    categories = {axis: _categories(axis, present[axis], axis in incomplete, groups) for axis in overlapping}
    bare = Unknowns(measure, (), categories, {axis: tuple(sorted(pieces)) for axis, pieces in present.items()}, incomplete)
    blocks: list[Block] = []
    for clique in crossed:
        over = tuple(axis for axis in clique if axis in categories)
        plain = tuple(axis for axis in clique if axis not in categories)
        shape = tuple(bare.length(axis) for axis in plain)
        arrays: dict[tuple[Category, ...], Columns] = {}
        for chosen in product(*(categories[axis] for axis in over)):
            arrays[chosen] = np.arange(first, first + int(np.prod(shape)), dtype=np.intp).reshape(shape)
            first += arrays[chosen].size
        blocks.append(Block(over, plain, arrays))
    return Unknowns(measure, tuple(blocks), categories, bare.present, incomplete), first


def _categories(axis: str, present: Pieces, incomplete: bool, groups: Iterable[Group]) -> tuple[Category, ...]:
    """Categories of an overlapping axis that were named, smallest first, the total last."""
    told = {pieces & present for group in groups for name, pieces in group if name == axis}
    parts = sorted((pieces for pieces in told if incomplete or pieces != present), key=lambda pieces: (len(pieces), sorted(pieces)))
    return (*parts, None)
