"""Numbers about the same people are hidden together."""

from collections.abc import Collection, Mapping, Sequence

from wiwak_eval.disclosure.model import Place, Secret
from wiwak_eval.disclosure.suppress.family import families
from wiwak_eval.results import Dimension, Measure


def together(dimensions: Sequence[Dimension], measures: Sequence[Measure], secrets: Collection[Secret]) -> Mapping[Place, frozenset[Place]]:
    """For each number that may be hidden, all of its group whose measures bound each other: if one is hidden, all are."""
    found: dict[Place, frozenset[Place]] = {}
    for family in families(dimensions, measures, [(one.measure, one.key) for one in secrets if not one.exact]):
        for key in family.keys:
            group = frozenset(place for place in family.places if place[1] == key)
            found |= dict.fromkeys(group, group)
    return found
