"""Who came or went between two deliveries, as far as both tell of a group."""

from collections.abc import Iterator
from dataclasses import dataclass

from wiwak_eval.disclosure.attack.system import System
from wiwak_eval.disclosure.attack.universe import population
from wiwak_eval.disclosure.attack.unknowns import Columns
from wiwak_eval.disclosure.disclosed import Disclosed
from wiwak_eval.disclosure.model import Place
from wiwak_eval.results import Key, is_county_total


@dataclass(frozen=True)
class Difference:
    """A number of the newest release less the same number of a former one."""

    place: Place
    sensitive: bool
    now: Columns
    before: Columns


def differences(system: System) -> Iterator[Difference]:
    """Each number about an attribute of people that the newest release and one about another population, counted from the same day on,
    both speak of, hidden or not, in the same sense; each former population once."""
    newest = len(system.seen) - 1
    current = system.seen[newest]
    dimensions = {dimension.name: dimension for dimension in current.dimensions}
    asked = {place: None for place in _places(current) if not is_county_total(place[1], dimensions)}
    tried = set()
    for at, former in enumerate(system.seen[:newest]):
        if population(former) == population(current) or former.period_from != current.period_from:
            continue
        theirs = _places(former)
        for place in asked:
            if place in theirs and (population(former), place) not in tried and _alike(system, at, place[1]):
                tried.add((population(former), place))
                sensitive = any(dimensions[name].sensitive for name, _ in place[1])
                yield Difference(place, sensitive, system.columns(newest, place), system.columns(at, place))


def _alike(system: System, at: int, key: Key) -> bool:
    """Whether a key means the same in a former release as in the newest, apart from what could not be there yet."""
    present = system.universe.present
    now = system.universe.group(len(system.seen) - 1, key)
    return system.universe.group(at, key) == tuple((axis, one & present.get((population(system.seen[at]), axis), one)) for axis, one in now)


def _places(release: Disclosed) -> dict[Place, None]:
    return {(cell.measure, cell.key): None for cell in release.cells}
