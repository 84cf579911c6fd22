"""Everything printed as inequalities over unknowns."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from wiwak_eval.disclosure.attack.cliques import Clique, cliques, restricted
from wiwak_eval.disclosure.attack.links import link_blocks, link_limit, link_parts
from wiwak_eval.disclosure.attack.printed import add_number, add_ratio
from wiwak_eval.disclosure.attack.rows import Rows
from wiwak_eval.disclosure.attack.universe import Group, Population, Universe, build_universe, population
from wiwak_eval.disclosure.attack.unknowns import Columns, Unknowns, build_unknowns
from wiwak_eval.disclosure.disclosed import Disclosed
from wiwak_eval.disclosure.model import Place
from wiwak_eval.results import Measure

Spot = tuple[Population, str]
"""Population and measure."""

Crossed = Mapping[str, tuple[Clique, ...]]
"""Sets of axes to be crossed, by measure."""


@dataclass(frozen=True)
class System:
    """told: groups spoken of; size: number of unknowns; rows: what is certain; monotone: what holds between an earlier and a later
    delivery if nobody vanished, one entry for each such pair."""

    seen: tuple[Disclosed, ...]
    universe: Universe
    unknowns: Mapping[Spot, Unknowns]
    told: Mapping[Spot, frozenset[Group]]
    size: int
    rows: Rows
    monotone: tuple[Rows, ...]

    def columns(self, at: int, place: Place) -> Columns:
        """Unknowns that add up to a number of the release at place `at`. Raises KeyError if nothing can tell it."""
        measure, key = place
        found = self.unknowns[population(self.seen[at]), measure].columns(self.universe.group(at, key))
        if found is None:
            raise KeyError(place)
        return found


def build_system(seen: Sequence[Disclosed], asked: Iterable[Place] = ()) -> System:
    """The system of all releases. asked: numbers of the newest one that must be expressible whether it names them or not."""
    extra = list(asked)
    universe = build_universe(seen, [key for _, key in extra])
    measures = {(population(release), measure.name): measure for release in seen for measure in release.measures}
    told = _told(seen, universe, extra)
    crossed = _crossed(universe, told, measures)
    dimension_of = {name: axis.dimension.name for name, axis in universe.axes.items()}
    unknowns: dict[Spot, Unknowns] = {}
    size = 0
    for spot, groups in told.items():
        present = {axis: universe.present[spot[0], axis] for axis in sorted({axis for group in groups for axis, _ in group})}
        own = restricted(crossed[spot[1]], frozenset(present))
        unknowns[spot], size = build_unknowns(measures[spot], own, present, groups, dimension_of, size)
    rows = Rows()
    _fill(rows, seen, universe, unknowns, extra)
    _link(rows, unknowns, measures, crossed)
    return System(tuple(seen), universe, unknowns, told, size, rows, _monotone(seen, unknowns, crossed))


def _told(seen: Sequence[Disclosed], universe: Universe, extra: Iterable[Place]) -> dict[Spot, frozenset[Group]]:
    told: dict[Spot, set[Group]] = {}
    for at, release in enumerate(seen):
        places = [(cell.measure, cell.key) for cell in release.cells]
        places += [place for ratio in release.ratios for place in (ratio.numerator, ratio.denominator)]
        for measure, key in [*places, *(extra if at == len(seen) - 1 else ())]:
            told.setdefault((population(release), measure), set()).add(universe.group(at, key))
    return {spot: frozenset(groups) for spot, groups in told.items()}


def _crossed(universe: Universe, told: Mapping[Spot, frozenset[Group]], measures: Mapping[Spot, Measure]) -> Crossed:
    """Crossed sets by measure; measures compared with each other are crossed alike."""
    family = {measure: measure for _, measure in told}
    for spot in told:
        for base in _bases(spot, measures):
            gone, kept = family[spot[1]], family.setdefault(base, base)
            family = {each: kept if root == gone else root for each, root in family.items()}
    sizes = {name: len(axis.pieces) for name, axis in universe.axes.items()}
    sets: dict[str, set[frozenset[str]]] = {}
    for (_, measure), groups in told.items():
        sets.setdefault(family[measure], set()).update(frozenset(axis for axis, _ in group) for group in groups)
    crossed = {root: cliques(named, sizes) for root, named in sets.items()}
    return {measure: crossed[root] for measure, root in family.items()}


def _bases(spot: Spot, measures: Mapping[Spot, Measure]) -> list[str]:
    """All measures that are never larger than this one."""
    found: list[str] = []
    below = measures[spot].at_least
    while below and below not in found:
        found.append(below)
        below = measures[spot[0], below].at_least if (spot[0], below) in measures else ""
    return found


def _fill(rows: Rows, seen: Sequence[Disclosed], universe: Universe, unknowns: Mapping[Spot, Unknowns], extra: Iterable[Place]) -> None:
    for at, release in enumerate(seen):
        whom = population(release)
        for cell in release.cells:
            add_number(rows, unknowns[whom, cell.measure], universe.group(at, cell.key), cell.low, cell.high, cell.least)
        for ratio in release.ratios:
            over, under = ((unknowns[whom, measure], universe.group(at, key)) for measure, key in (ratio.numerator, ratio.denominator))
            add_ratio(rows, over, under, ratio.low, ratio.high)
    for measure, key in extra:
        add_number(rows, unknowns[population(seen[-1]), measure], universe.group(len(seen) - 1, key), None, None)


def _link(rows: Rows, unknowns: Mapping[Spot, Unknowns], measures: Mapping[Spot, Measure], crossed: Crossed) -> None:
    for spot, one in unknowns.items():
        link_blocks(rows, one)
        link_parts(rows, one)
        for base in _bases(spot, measures):
            if (spot[0], base) in unknowns:
                link_limit(rows, one, unknowns[spot[0], base], crossed[base])


def _monotone(seen: Sequence[Disclosed], unknowns: Mapping[Spot, Unknowns], crossed: Crossed) -> tuple[Rows, ...]:
    """Between each population and the last one before it that it continues."""
    order = list(dict.fromkeys(population(release) for release in seen))
    before: dict[Population, Population] = {}
    for earlier, later in permutations(order, 2):
        known_first = order.index(earlier) < order.index(later) or earlier[0] == later[0]
        if known_first and earlier[1] == later[1] and earlier[2] <= later[2]:
            before[later] = earlier
    links = []
    for later, earlier in before.items():
        rows = Rows()
        for (whom, measure), one in unknowns.items():
            if whom == later and (earlier, measure) in unknowns:
                link_limit(rows, one, unknowns[earlier, measure], crossed[measure])
        links.append(rows)
    return tuple(links)
