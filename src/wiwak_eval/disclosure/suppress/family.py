"""Measures that bound each other, and everything that is told of them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from wiwak_eval.disclosure.model import Place
from wiwak_eval.disclosure.suppress.axes import TOTAL, UNRECORDED, Axis, axis
from wiwak_eval.results import Dimension, Key, Measure

Part = tuple[str, ...]
"""A category for each dimension of Family.layered."""
Layer = tuple[str, Part]
"""A measure and a part: one array of unknowns."""


@dataclass(frozen=True)
class Family:
    """Measures linked by at_least, and the places told of them, sorted."""

    measures: tuple[Measure, ...]
    dimensions: Mapping[str, Dimension]
    places: tuple[Place, ...]

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """The groups spoken of."""
        return tuple(sorted({key for _, key in self.places}))

    @cached_property
    def layered(self) -> tuple[str, ...]:
        """Dimensions in which a unit of some measure may stand several times: one array of unknowns for each category."""
        named = {name for key in self.keys for name, _ in key}
        return tuple(sorted(named & {name for measure in self.measures for name in measure.overlapping}))

    @cached_property
    def axes(self) -> dict[str, Axis]:
        """The other dimensions that are named: their pieces add up for every measure."""
        named = sorted({name for key in self.keys for name, _ in key} - set(self.layered))
        gaps = {name for measure in self.measures for name in measure.incomplete}
        return {name: axis(self.dimensions[name], self._named(name), name in gaps) for name in named}

    def categories(self, measure: Measure, name: str) -> tuple[str, ...]:
        """The arrays of a layered dimension: each category that is told where units may stand several times, else the leaves."""
        dimension = self.dimensions[name]
        if name not in measure.overlapping:
            return (*dimension.leaves, *([UNRECORDED] if name in measure.incomplete else []))
        return (*dimension.leaves, *sorted(self._named(name) - set(dimension.leaves)))

    def layers(self) -> Iterator[Layer]:
        """Every array of unknowns; categories of dimensions that no number crosses are not crossed."""
        crossed = {frozenset(name for name, _ in key) for key in self.keys}
        for measure in self.measures:
            for part in product(*(self.categories(measure, name) for name in self.layered)):
                several = {n for n, category in zip(self.layered, part, strict=True) if category != TOTAL and n in measure.overlapping}
                if any(several <= names for names in crossed):
                    yield measure.name, part

    def expand(self, measure: Measure, part: Part) -> list[Layer]:
        """The arrays that add up to a part of a measure."""
        choices: list[Sequence[str]] = []
        for name, category in zip(self.layered, part, strict=True):
            if name in measure.overlapping or category == UNRECORDED:
                choices.append((category,))
            else:
                every = self.categories(measure, name)
                choices.append(every if category == TOTAL else self.dimensions[name].members(category))
        return [(measure.name, chosen) for chosen in product(*choices)]

    def _named(self, name: str) -> set[str]:
        return {dict(key).get(name, TOTAL) for key in self.keys}


def families(dimensions: Sequence[Dimension], measures: Sequence[Measure], places: Collection[Place]) -> list[Family]:
    """The families of measures of which something is told; a measure of which nothing is told is passed over in the chain."""
    by_name = {measure.name: measure for measure in measures}
    used = {measure for measure, _ in places}

    def told_below(measure: Measure) -> str:
        below = measure.at_least
        while below in by_name and below not in used:
            below = by_name[below].at_least
        return below if below in used else ""

    groups: dict[str, set[str]] = {name: {name} for name in used}
    for name in sorted(used):
        below = told_below(by_name[name])
        joined = groups[name] | groups[below or name]
        for member in joined:
            groups[member] = joined
    found = []
    for names in sorted({tuple(sorted(group)) for group in groups.values()}):
        chain = tuple(Measure(m.name, m.label, m.overlapping, m.incomplete, told_below(m)) for m in map(by_name.__getitem__, names))
        found.append(Family(chain, {d.name: d for d in dimensions}, tuple(sorted(place for place in places if place[0] in names))))
    return found
