"""What holds between unknowns whatever was printed: tables agree on what they share, parts do not exceed the whole."""

from collections.abc import Sequence
from itertools import product

import numpy as np

from wiwak_eval.disclosure.attack.cliques import Clique, bonds, restricted
from wiwak_eval.disclosure.attack.rows import Rows
from wiwak_eval.disclosure.attack.universe import Group, Pieces
from wiwak_eval.disclosure.attack.unknowns import Block, Category, Columns, Unknowns


def link_blocks(rows: Rows, unknowns: Unknowns) -> None:
    """Crossed sets of axes agree on the axes they share."""
    sets = tuple((*block.overlapping, *block.plain) for block in unknowns.blocks)
    for one, other in bonds(sets):
        first, second = unknowns.blocks[one], unknowns.blocks[other]
        over = [axis for axis in first.overlapping if axis in second.overlapping]
        plain = [axis for axis in first.plain if axis in second.plain]
        for chosen in product(*(unknowns.categories[axis] for axis in over)):
            named = dict(zip(over, chosen, strict=True))
            left, right = _folded(first, named, plain), _folded(second, named, plain)
            rows.add(np.hstack([left, right]), np.repeat([1.0, -1.0], [left.shape[1], right.shape[1]]), 0, 0)


def _folded(block: Block, named: dict[str, Category], plain: Sequence[str]) -> Columns:
    """One row for each cell of the plain axes shared, the other axes summed over; other overlapping axes stand at their total."""
    array = block.arrays[tuple(named.get(axis) for axis in block.overlapping)]
    kept = [block.plain.index(axis) for axis in plain]
    rest = [i for i in range(array.ndim) if i not in kept]
    cells = int(np.prod([array.shape[i] for i in kept]))
    return np.transpose(array, (*kept, *rest)).reshape(cells, -1)


def link_parts(rows: Rows, unknowns: Unknowns) -> None:
    """Overlapping categories: a part is not larger than the whole, the whole not larger than parts that cover it."""
    for block in unknowns.blocks:
        for spot, axis in enumerate(block.overlapping):
            others = [unknowns.categories[name] for name in block.overlapping if name != axis]
            for rest in product(*others):
                arrays = {part: block.arrays[(*rest[:spot], part, *rest[spot:])].reshape(-1, 1) for part in unknowns.categories[axis]}
                _link_categories(rows, unknowns, axis, arrays)


def _link_categories(rows: Rows, unknowns: Unknowns, axis: str, arrays: dict[Category, Columns]) -> None:
    for whole, columns in arrays.items():
        pieces = frozenset(unknowns.present[axis]) if whole is None else whole
        below = [part for part in arrays if part is not None and (whole is None or part < pieces)]
        largest = [part for part in below if not any(part < other for other in below)]
        smallest = [part for part in below if not any(other < part for other in below)]
        for part in largest:
            rows.add_less(arrays[part], columns)
        if whole is None and axis in unknowns.incomplete:
            continue
        for cover in (largest, smallest):
            if cover and frozenset().union(*cover) == pieces:
                rows.add_less(columns, np.hstack([arrays[part] for part in cover]))


def link_limit(rows: Rows, larger: Unknowns, smaller: Unknowns, crossed: Sequence[Clique]) -> None:
    """No group that both can express is larger in `smaller`: persons against their contacts, a delivery against a later one."""
    for clique in restricted(crossed, larger.axes & smaller.axes):
        for chosen in product(*(_options(axis, larger, smaller) for axis in clique)):
            group: Group = tuple((axis, pieces) for axis, pieces in zip(clique, chosen, strict=True) if pieces is not None)
            more, less = larger.columns(group), smaller.columns(group)
            if more is not None and less is not None:
                rows.add_less(less, more)


def _options(axis: str, larger: Unknowns, smaller: Unknowns) -> Sequence[Pieces | None]:
    """Finest groups both know along an axis, and coarser ones where these do not follow."""
    parts = [*larger.categories.get(axis, ()), *smaller.categories.get(axis, ())]
    pieces = [frozenset({piece}) for piece in larger.present[axis] if piece in smaller.present[axis]]
    unequal = larger.present[axis] != smaller.present[axis] or axis in larger.incomplete or axis in smaller.incomplete
    return [*dict.fromkeys([*pieces, *(part for part in parts if part is not None)]), *([None] if parts or unequal else [])]
