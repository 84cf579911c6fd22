"""What a newspaper does with two releases: subtract one from the other. Shares no code with the attacker of the gate."""

from collections.abc import Mapping

from wiwak_eval.disclosure.disclosed import Disclosed, PublishedCell
from wiwak_eval.results import Dimension, Key

FEWEST = {"gremium": 5, "oeffentlich": 10}
SENSITIVE = 10


def found_by_subtraction(first: Disclosed, second: Disclosed) -> list[tuple[str, Key, int, int]]:
    """Measure, group, and bounds of each difference that is proved to be small but not nought.

    Only numbers printed in both releases about the same categories are compared.
    """
    dimensions = {dimension.name: dimension for dimension in second.dimensions}
    before = {dimension.name: dimension for dimension in first.dimensions}
    earlier = _printed(first)
    found = []
    for place, (low, high) in _printed(second).items():
        measure, key = place
        if place not in earlier or not _tells(key, dimensions) or not all(_same(before[name], dimensions[name], of) for name, of in key):
            continue
        least, most = low - earlier[place][1], high - earlier[place][0]
        fewest = SENSITIVE if any(dimensions[name].sensitive for name, _ in key) else FEWEST[second.level]
        if 1 <= least <= most < fewest or -fewest < least <= most <= -1:
            found.append((measure, key, least, most))
    return found


def _tells(key: Key, dimensions: Mapping[str, Dimension]) -> bool:
    """Whether a group says more of people than when they came, or that an attribute of theirs was recorded."""
    return any(of != "*" and not dimensions[name].time for name, of in key)


def _printed(release: Disclosed) -> Mapping[tuple[str, Key], tuple[int, int]]:
    return {(cell.measure, cell.key): _bounds(cell) for cell in release.cells if not cell.hidden}


def _bounds(cell: PublishedCell) -> tuple[int, int]:
    assert cell.low is not None
    assert cell.high is not None
    return cell.low, cell.high


def _same(before: Dimension, after: Dimension, category: str) -> bool:
    """Whether a category means the same in both: a quarter may have had fewer months, the rest other countries."""
    if category == before.rest == after.rest and category:
        return set(before.leaves) == set(after.leaves)
    return category == "*" or before.members(category) == after.members(category)
