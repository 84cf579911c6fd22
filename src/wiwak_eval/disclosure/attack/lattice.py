"""Which groups an outsider can ask about: all that crossing and subtracting what is printed can name, also where nobody printed them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product

from wiwak_eval.disclosure.attack.system import Spot, System
from wiwak_eval.disclosure.attack.universe import Group, Pieces, population
from wiwak_eval.disclosure.attack.unknowns import Columns
from wiwak_eval.results import ALL, Key, is_sensitive

MOST = 5_000
"""Groups tried at most; coarse ones first, so that what is left out crosses many attributes or subtracts within several."""

WITHOUT = " ohne "
AND = " + "
DIFFERENCES_UP_TO = 2
"""Attributes crossed up to which differences of categories are tried in each of them; beyond, only categories and pieces."""


@dataclass(frozen=True)
class Asked:
    """A group of people of one population. key: its name, with `A ohne B` and `A + B` for what is no category; sensitive: names a
    sensitive attribute."""

    spot: Spot
    key: Key
    sensitive: bool
    columns: Columns


def groups(system: System) -> Iterator[Asked]:
    """Groups that name an attribute of people, each once."""
    known: set[tuple[Spot, Group]] = set()
    for spot, axes, differences in _crossings(system):
        unknowns = system.unknowns[spot]
        names = [_sets(system, spot, axis, differences).items() for axis in axes]
        for chosen in product(*names):
            group: Group = unknowns.plainly(tuple((axis, pieces) for axis, (pieces, _) in zip(axes, chosen, strict=True)))
            people = [system.universe.axes[axis].dimension for axis, _ in group if not system.universe.axes[axis].dimension.time]
            columns = unknowns.columns(group) if people and (spot, group) not in known else None
            known.add((spot, group))
            if columns is not None:
                of_axis = {axis: name for axis, (_, name) in zip(axes, chosen, strict=True)}
                key = tuple(sorted((system.universe.axes[axis].dimension.name, of_axis[axis]) for axis, _ in group))
                yield Asked(spot, key, is_sensitive((one.name for one in people), {one.name: one for one in people}), columns)


def _crossings(system: System) -> Iterator[tuple[Spot, Sequence[str], bool]]:
    """Sets of axes, first those told together, then those only crossed for exactness; plain categories before differences of them."""
    told, crossed = set[tuple[Spot, tuple[str, ...]]](), set[tuple[Spot, tuple[str, ...]]]()
    for spot, unknowns in system.unknowns.items():
        for group in system.told[spot]:
            told |= {(spot, axes) for axes in _subsets(tuple(axis for axis, _ in unknowns.plainly(group)))}
        for block in unknowns.blocks:
            crossed |= {(spot, axes) for axes in _subsets(tuple(sorted((*block.overlapping, *block.plain))))}
    for sets, differences in ((told, False), (told, True), (crossed - told, False)):
        for spot, axes in sorted(sets, key=lambda one: (len(one[1]), *one)):
            if not differences or len(axes) <= DIFFERENCES_UP_TO:
                yield spot, axes, differences


def _subsets(axes: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return chain.from_iterable(combinations(axes, number) for number in range(1, len(axes) + 1))


def _sets(system: System, spot: Spot, axis: str, differences: bool) -> Mapping[Pieces, str]:
    """Sets of pieces of an axis by name. Of an overlapping axis only what was named: pieces of it do not add up to others."""
    unknowns = system.unknowns[spot]
    named = _named(system, spot, axis)
    if axis in unknowns.categories:
        return named
    found = dict(named)
    for piece in unknowns.present[axis]:
        found.setdefault(frozenset({piece}), AND.join(_leaves(system, axis, frozenset({piece}))))
    if differences:
        for (whole, name), (part, other) in product(named.items(), repeat=2):
            if whole & part and whole - part:
                found.setdefault(whole - part, f"{name}{WITHOUT}{other}")
    return found


def _named(system: System, spot: Spot, axis: str) -> dict[Pieces, str]:
    """Categories that the releases about a population named, finest first. The newest release has the say where a name changed its meaning;
    what older ones meant is then named by its leaves."""
    present = frozenset(system.unknowns[spot].present[axis])
    sets: dict[Pieces, str] = {}
    taken: set[str] = set()
    for (at, name, category), pieces in sorted(system.universe.meaning.items(), key=lambda one: -one[0][0]):
        if system.universe.axis_of[at, name] == axis and population(system.seen[at]) == spot[0] and pieces & present not in sets:
            sets[pieces & present] = AND.join(_leaves(system, axis, pieces & present)) if category in taken else category
            taken.add(category)
    sets.pop(frozenset(), None)
    return dict(sorted(sets.items(), key=lambda one: (len(one[0]), one[1] == ALL, sorted(one[0]))))


def _leaves(system: System, axis: str, pieces: Pieces) -> list[str]:
    return sorted(leaf for piece in pieces for leaf in system.universe.axes[axis].pieces[piece])
