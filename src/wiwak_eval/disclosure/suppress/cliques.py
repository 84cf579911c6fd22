"""Which dimensions must be crossed with which: the crossing of all of them would be millions of unknowns."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import prod


@dataclass(frozen=True)
class Clique:
    """Dimensions to be crossed; shared: those it has in common with the earlier clique `parent`, with which it must agree."""

    names: tuple[str, ...]
    shared: tuple[str, ...] = ()
    parent: int = -1


def cliques(points: Mapping[str, int], crossed: Iterable[Collection[str]]) -> list[Clique]:
    """A junction tree: every set in `crossed` lies in one of its cliques.

    points: number of categories of each dimension. Whole-number tables over the cliques that agree where a clique meets its parent are
    always margins of one table over all dimensions (Vorob'ev 1962; Lauritzen, Graphical Models, 1996), so nothing else need be crossed.
    """
    waiting = _eliminated(points, crossed)
    tree = [Clique(tuple(sorted(waiting.pop(0))))]
    while waiting:
        _, parent, index = max((len(names & set(done.names)), -i, -j) for i, done in enumerate(tree) for j, names in enumerate(waiting))
        names = waiting.pop(-index)
        tree.append(Clique(tuple(sorted(names)), tuple(sorted(names & set(tree[-parent].names))), -parent))
    return tree


def _eliminated(points: Mapping[str, int], crossed: Iterable[Collection[str]]) -> list[set[str]]:
    """The largest cliques of a chordal graph over the dimensions; taken off one by one so that the next clique stays smallest."""
    beside: dict[str, set[str]] = {name: set() for name in points}
    for names in crossed:
        for name in names:
            beside[name] |= set(names) - {name}
    found: list[set[str]] = []
    while beside:
        name = min(beside, key=lambda one: (prod(points[near] for near in {one} | beside[one]), one))
        neighbours = beside.pop(name)
        for other in neighbours:
            beside[other] = (beside[other] | neighbours) - {name, other}
        if not any({name} | neighbours <= earlier for earlier in found):
            found.append({name} | neighbours)
    return found or [set()]
