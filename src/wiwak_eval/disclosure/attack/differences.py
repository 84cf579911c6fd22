"""Who came or went between two deliveries, as far as both tell of a group."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wiwak_eval.disclosure.attack.system import System
from wiwak_eval.disclosure.attack.universe import population
from wiwak_eval.disclosure.attack.unknowns import Columns
from wiwak_eval.disclosure.disclosed import Disclosed
from wiwak_eval.disclosure.model import Place
from wiwak_eval.results import ALL, Dimension, Key, is_sensitive


@dataclass(frozen=True)
class Difference:
    """A number of the newest release less the same number of a former one.

    people: by how many the county's total of people differs, None where it is not printed: of so few, any further contact is one's own.
    """

    place: Place
    sensitive: bool
    people: int | None
    now: Columns
    before: Columns


def differences(system: System) -> Iterator[Difference]:
    """Each number about an attribute of people that the newest release and one about another population, counted from the same day on,
    both speak of, hidden or not, in the same sense; each former population once."""
    newest = len(system.seen) - 1
    current = system.seen[newest]
    dimensions = {dimension.name: dimension for dimension in current.dimensions}
    asked = {place: None for place in _places(current) if _tells(place[1], dimensions)}
    tried = set()
    for at, former in enumerate(system.seen[:newest]):
        if population(former) == population(current) or former.period_from != current.period_from:
            continue
        theirs = _places(former)
        for place in asked:
            if place in theirs and (population(former), place) not in tried and _alike(system, at, place[1]):
                tried.add((population(former), place))
                sensitive = is_sensitive((name for name, _ in place[1]), dimensions)
                yield Difference(
                    place, sensitive, _more_people(former, current, place[0]), system.columns(newest, place), system.columns(at, place)
                )


def _tells(key: Key, dimensions: Mapping[str, Dimension]) -> bool:
    """Whether a group says more of people than that an attribute of theirs was recorded."""
    return any(category != ALL and not dimensions[name].time for name, category in key)


def _more_people(former: Disclosed, current: Disclosed, measure: str) -> int | None:
    """The change of the exact total of people behind a measure."""
    counted = next((one.at_least or one.name for one in current.measures if one.name == measure), measure)
    before, after = (
        next((cell.low for cell in release.cells if (cell.measure, cell.key) == (counted, ()) and cell.low == cell.high), None)
        for release in (former, current)
    )
    return None if before is None or after is None else after - before


def _alike(system: System, at: int, key: Key) -> bool:
    """Whether a key means the same in a former release as in the newest, apart from what could not be there yet."""
    present = system.universe.present
    now = system.universe.group(len(system.seen) - 1, key)
    return system.universe.group(at, key) == tuple((axis, one & present.get((population(system.seen[at]), axis), one)) for axis, one in now)


def _places(release: Disclosed) -> dict[Place, None]:
    return {(cell.measure, cell.key): None for cell in release.cells}
