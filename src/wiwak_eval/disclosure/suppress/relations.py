"""How arrays of unknowns bound each other."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from wiwak_eval.disclosure.suppress.axes import links
from wiwak_eval.disclosure.suppress.family import Family, Layer
from wiwak_eval.results import Measure


@dataclass(frozen=True)
class Relation:
    """Sum of `less` <= (or ==) sum of `more`, group by group, where every one of them can hold units."""

    less: Sequence[Layer]
    more: Sequence[Layer]
    equal: bool = False


def relations(family: Family, layers: Collection[Layer]) -> Iterator[Relation]:
    """All that is known of the arrays of a family before any number is told; only between arrays that are in `layers`."""
    measures = {measure.name: measure for measure in family.measures}
    for name, part in layers:
        yield from _within(family, measures[name], part, layers)
    for measure in family.measures:
        if measure.at_least:
            yield from _between(family, measure, measures[measure.at_least], layers)


def _within(family: Family, measure: Measure, part: tuple[str, ...], layers: Collection[Layer]) -> Iterator[Relation]:
    """How the arrays of one measure bound each other: along each dimension in turn, told once, from its first category."""
    for i, name in enumerate(family.layered):
        every = family.categories(measure, name)
        if name in measure.overlapping and part[i] == every[0]:
            for link in links(family.dimensions[name], every, name in measure.incomplete):
                less, more = ([(measure.name, (*part[:i], one, *part[i + 1 :])) for one in side] for side in (link.less, link.more))
                if all(layer in layers for layer in (*less, *more)):
                    yield Relation(less, more, link.equal)


def _between(family: Family, upper: Measure, lower: Measure, layers: Collection[Layer]) -> Iterator[Relation]:
    """A measure that is never larger in any group that both know."""
    shared = []
    for name in family.layered:
        wide = [measure for measure in (upper, lower) if name in measure.overlapping]
        choices = [set(family.categories(measure, name)) for measure in wide or (upper, lower)]
        shared.append(sorted(set.intersection(*choices)))
    for part in product(*shared):
        less, more = family.expand(lower, part), family.expand(upper, part)
        if all(layer in layers for layer in (*less, *more)):
            yield Relation(less, more)
