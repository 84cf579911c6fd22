"""Which attributes must be crossed to be exact: a table of all dimensions at once would be far too large and is not needed.

Numbers told by A x B and by B x C leave open exactly what two tables leave open that agree by B: whatever they are, some table
A x B x C has them as its margins, and one of whole numbers. This holds where the graph of dimensions told together is chordal
(Lauritzen, Graphical Models, 1996, section 3.1; Dobra and Fienberg, PNAS 97, 2000), so it is made chordal first. Parts of an
overlapping dimension and lower limits between measures are compared in each of these tables apart.
"""

from collections.abc import Iterable, Mapping
from itertools import combinations
from math import prod

Clique = tuple[str, ...]
LARGEST = 20_000
"""Most cells of a table that is crossed for exactness only; beyond it the told tables are linked as they are, and bounds may be wider."""


def cliques(told: Iterable[frozenset[str]], sizes: Mapping[str, int]) -> tuple[Clique, ...]:
    """Sets of axes to be crossed. told: axes named together; sizes: number of pieces of each axis."""
    sets = sorted(set(told), key=sorted)
    crossed = _eliminated(sets, sizes)
    fits = all(prod(sizes[axis] for axis in clique) <= LARGEST for clique in crossed)
    return _greatest(crossed if fits else sets)


def restricted(crossed: Iterable[Clique], axes: frozenset[str]) -> tuple[Clique, ...]:
    """The crossed sets as far as they concern some axes."""
    return _greatest(frozenset(clique) & axes for clique in crossed)


def bonds(crossed: tuple[Clique, ...]) -> tuple[tuple[int, int], ...]:
    """Pairs of crossed sets that must agree on what they share: a heaviest spanning tree, which suffices for chordal graphs, and for others
    all pairs that share something."""
    pairs = sorted(combinations(range(len(crossed)), 2), key=lambda pair: (-len(_shared(crossed, pair)), pair))
    root, tree = list(range(len(crossed))), []
    for one, other in pairs:
        if root[one] != root[other]:
            tree.append((one, other))
            root = [root[one] if each == root[other] else each for each in root]
    chordal = _running_intersection(crossed, tree)
    return tuple(tree) if chordal else tuple(pair for pair in pairs if pair in tree or _shared(crossed, pair))


def _shared(crossed: tuple[Clique, ...], pair: tuple[int, int]) -> frozenset[str]:
    return frozenset(crossed[pair[0]]) & frozenset(crossed[pair[1]])


def _running_intersection(crossed: tuple[Clique, ...], tree: list[tuple[int, int]]) -> bool:
    """Whether the sets that hold an axis hang together in the tree: as many bonds share it as there are such sets, less one."""
    axes = {axis for clique in crossed for axis in clique}
    return all(sum(axis in _shared(crossed, bond) for bond in tree) == sum(axis in clique for clique in crossed) - 1 for axis in axes)


def _greatest(sets: Iterable[frozenset[str]]) -> tuple[Clique, ...]:
    different = set(sets) or {frozenset[str]()}
    return tuple(sorted(tuple(sorted(one)) for one in different if not any(one < other for other in different)))


def _eliminated(sets: Iterable[frozenset[str]], sizes: Mapping[str, int]) -> list[frozenset[str]]:
    """Cliques of a chordal graph around the given one: axes are taken out one by one, the one that adds fewest pairs first."""
    beside: dict[str, set[str]] = {axis: set() for one in sets for axis in one}
    for one in sets:
        for axis in one:
            beside[axis] |= one - {axis}
    found = [frozenset[str]()]
    while beside:
        axis = min(beside, key=lambda name: (_added(beside, name), prod(sizes[each] for each in beside[name]), name))
        around = beside.pop(axis)
        found.append(frozenset(around | {axis}))
        for each in around:
            beside[each] = (beside[each] | around) - {each, axis}
    return found


def _added(beside: Mapping[str, set[str]], axis: str) -> int:
    return sum(other not in beside[one] for one, other in combinations(sorted(beside[axis]), 2))
