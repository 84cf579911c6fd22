"""From the true numbers of a release to those that must not be printed."""

from collections.abc import Collection, Iterable, Sequence
from math import inf

from wiwak_eval.disclosure.disclosed import PublishedCell
from wiwak_eval.disclosure.model import Place, Secret
from wiwak_eval.disclosure.suppress.alternative import Component, Interval
from wiwak_eval.disclosure.suppress.choose import choose
from wiwak_eval.disclosure.suppress.demand import Demand, Suppression
from wiwak_eval.disclosure.suppress.field import Field
from wiwak_eval.disclosure.suppress.tidy import tidy
from wiwak_eval.disclosure.suppress.together import together
from wiwak_eval.disclosure.suppress.unknowns import unknowns
from wiwak_eval.results import Dimension, Measure


def suppress(
    dimensions: Sequence[Dimension],
    measures: Sequence[Measure],
    secrets: Sequence[Secret],
    known: Sequence[PublishedCell] = (),
    demands: Sequence[Demand] = (),
    hidden: Collection[Place] = (),
) -> Suppression:
    """Hide, losing little, so that nobody can bound a number with a need more narrowly, whatever is computed from the others.

    secrets: every number to be printed; those that are exact always stay. known: what former releases of the same delivery tell: a
    number hidden now can still only lie in between. demands: what else must be kept, also of numbers that are not printed. hidden: not
    printed for other reasons. A number is kept if two tables in whole numbers agree with everything printed and known and differ in it
    by the need; they are looked for one need at a time, so a demand made again that was met before changes nothing. Numbers of one
    group whose measures bound each other are hidden together. Raises ValueError for numbers that contradict each other, KeyError for
    an unknown measure, dimension or category.
    """
    value = {(one.measure, one.key): one.value for one in secrets}
    cost = {(one.measure, one.key): one.cost for one in secrets}
    exact = {(one.measure, one.key) for one in secrets if one.exact}
    needing = [Demand(one.measure, one.key, one.need) for one in secrets if one.need > 0 and not one.exact]
    wanted = list(dict.fromkeys([*needing, *demands]))
    groups = together(dimensions, measures, secrets)
    bounds = _bounds(known) | {place: (value[place], value[place]) for place in exact}
    places = {*value, *bounds, *((one.measure, one.key) for one in wanted), *(place for one in wanted for place in one.given)}
    lost = {place: sum(cost[other] for other in groups.get(place, ())) for place in cost}
    parts = [Component(part, value, bounds, lost) for part in unknowns(dimensions, measures, places)]
    fields = [Field(part, [one for one in wanted if (one.measure, one.key) in part.row]) for part in parts]

    own = ({(one.measure, one.key) for one in wanted} | set(hidden)) & groups.keys()
    must = frozenset().union(*(groups[place] for place in own))
    enough, failed = choose(fields, groups, must)
    further = sorted({groups[place] for place in enough - must}, key=lambda group: (-lost[min(group)], min(group)))
    kept = tidy(fields, further, enough, failed)
    primary = {(one.measure, one.key) for one in needing}
    return Suppression(kept, kept - primary - set(hidden), tuple(dict.fromkeys((one.measure, one.key) for one in failed)))


def _bounds(known: Iterable[PublishedCell]) -> dict[Place, Interval]:
    """What printed numbers tell: the narrowest of what each release told."""
    found: dict[Place, Interval] = {}
    for cell in known:
        if cell.low is not None and cell.high is not None:
            low, high = found.get((cell.measure, cell.key), (0, inf))
            found[cell.measure, cell.key] = max(low, cell.low), min(high, cell.high)
    return found
