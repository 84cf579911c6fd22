"""One language for all releases seen: each dimension cut into the finest pieces that anything printed tells apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wiwak_eval.disclosure.disclosed import Disclosed
from wiwak_eval.results import ALL, Dimension, Key

Pieces = frozenset[int]
Group = tuple[tuple[str, Pieces], ...]
"""Pairs of axis and the pieces of it that the people of a group stand in, sorted by axis; an axis not named is summed over."""

Population = tuple[str, date, date]
"""Version, first and last day: releases that agree in these speak of the same people."""


@dataclass(frozen=True)
class Axis:
    """A dimension as all releases together know it. dimension: as the newest release has it; pieces: leaves that nothing printed parts."""

    dimension: Dimension
    pieces: tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Universe:
    """axes: by name; axis_of: by place of the release in the sequence and name of its dimension; meaning: pieces of each category named
    (place, dimension, category); present: pieces that can hold people of a population."""

    axes: Mapping[str, Axis]
    axis_of: Mapping[tuple[int, str], str]
    meaning: Mapping[tuple[int, str, str], Pieces]
    present: Mapping[tuple[Population, str], Pieces]

    def group(self, at: int, key: Key) -> Group:
        """The group a key of the release at place `at` names. Raises KeyError where no key of it was announced with these categories."""
        return tuple(sorted((self.axis_of[at, name], self.meaning[at, name, category]) for name, category in key))


def population(release: Disclosed) -> Population:
    """Whom a release speaks of."""
    return release.version, release.period_from, release.period_to


def keys_told(release: Disclosed) -> set[Key]:
    """All groups a release speaks of, hidden ones too."""
    ratios = (key for ratio in release.ratios for _, key in (ratio.numerator, ratio.denominator))
    return {cell.key for cell in release.cells} | set(ratios)


def build_universe(seen: Sequence[Disclosed], asked: Iterable[Key] = ()) -> Universe:
    """The common language of releases; asked: further groups of the newest one that must be expressible."""
    named = [{pair for key in keys_told(release) for pair in key} for release in seen]
    named[-1] |= {pair for key in asked for pair in key}
    axis_of, newest, leaves = _axes(seen)
    meant: dict[tuple[int, str, str], frozenset[str]] = {}
    for at, release in enumerate(seen):
        for dimension in release.dimensions:
            every = leaves[axis_of[at, dimension.name]]
            for category in {ALL} | {category for name, category in named[at] if name == dimension.name}:
                meant[at, dimension.name, category] = _leaves(dimension, category, every)
    axes = {name: Axis(newest[name], _pieces(every, _sets_of(name, axis_of, meant))) for name, every in leaves.items()}
    meaning = {
        spot: frozenset(i for i, piece in enumerate(axes[axis_of[spot[:2]]].pieces) if piece <= inside) for spot, inside in meant.items()
    }
    present: dict[tuple[Population, str], Pieces] = {}
    for (at, dimension_name), axis in axis_of.items():
        spot = population(seen[at]), axis
        present[spot] = present.get(spot, frozenset()) | meaning[at, dimension_name, ALL]
    return Universe(axes, axis_of, meaning, present)


def _axes(seen: Sequence[Disclosed]) -> tuple[dict[tuple[int, str], str], dict[str, Dimension], dict[str, tuple[str, ...]]]:
    """Dimensions of one name are one axis where their leaves speak one language; otherwise only totals over them can be compared."""
    axis_of: dict[tuple[int, str], str] = {}
    newest: dict[str, Dimension] = {}
    leaves: dict[str, tuple[str, ...]] = {}
    for at in reversed(range(len(seen))):
        for dimension in seen[at].dimensions:
            name = dimension.name
            while name in newest and not _alike(newest[name], dimension):
                name += "'"
            newest.setdefault(name, dimension)
            axis_of[at, dimension.name] = name
            leaves[name] = tuple(dict.fromkeys((*leaves.get(name, ()), *dimension.leaves)))
    return axis_of, newest, leaves


def _alike(one: Dimension, other: Dimension) -> bool:
    nested = set(one.leaves) <= set(other.leaves) or set(other.leaves) <= set(one.leaves)
    return nested or (one.rest != "" and one.rest == other.rest)


def _leaves(dimension: Dimension, category: str, every: Sequence[str]) -> frozenset[str]:
    """Leaves of a category; the rest of a release also holds what other releases name and this one does not."""
    inside = frozenset(dimension.members(category))
    return inside | (frozenset(every) - frozenset(dimension.leaves)) if dimension.rest in inside else inside


def _sets_of(
    axis: str, axis_of: Mapping[tuple[int, str], str], meant: Mapping[tuple[int, str, str], frozenset[str]]
) -> set[frozenset[str]]:
    return {inside for (at, name, _), inside in meant.items() if axis_of[at, name] == axis}


def _pieces(leaves: Sequence[str], sets: set[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Leaves that stand in the same sets belong to one piece; pieces follow the order of leaves."""
    ordered = sorted(sets, key=sorted)
    pieces: dict[tuple[bool, ...], set[str]] = {}
    for leaf in leaves:
        pieces.setdefault(tuple(leaf in inside for inside in ordered), set()).add(leaf)
    return tuple(frozenset(piece) for piece in pieces.values())
