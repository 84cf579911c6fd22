"""An order of the nodes that follows from the ties alone, so that no result hangs on what organisations are called."""

from collections.abc import Collection, Sequence

Pair = tuple[int, int]


def structural_order(nodes: int, ties: Collection[Pair], fixed: Collection[int] = ()) -> tuple[int, ...]:
    """The numbers of the nodes in an order that renaming does not change, but for nodes that nothing in their ties tells apart.

    Colour refinement (Weisfeiler & Leman 1968): nodes are told apart by the colours of their partners until nothing new appears; then one
    of those still alike is singled out. fixed: nodes that are told apart from the start.
    """
    partners: list[list[int]] = [[] for _ in range(nodes)]
    for one, other in ties:
        partners[one].append(other)
        partners[other].append(one)
    colours = _refined([int(node in fixed) for node in range(nodes)], partners)
    while len(set(colours)) < nodes:
        alike = min(colour for colour in colours if colours.count(colour) > 1)
        single = colours.index(alike)
        colours = _refined([2 * colour + int(node == single) for node, colour in enumerate(colours)], partners)
    return tuple(sorted(range(nodes), key=lambda node: colours[node]))


def _refined(colours: Sequence[int], partners: Sequence[Sequence[int]]) -> list[int]:
    """Colours 0, 1, 2, …, split as long as nodes of one colour have partners of different colours."""
    found = list(colours)
    while True:
        looks = [(found[node], tuple(sorted(found[partner] for partner in partners[node]))) for node in range(len(found))]
        rank = {look: place for place, look in enumerate(sorted(set(looks)))}
        split = [rank[look] for look in looks]
        if len(rank) == len(set(found)):
            return split
        found = split
