"""From a successful attack to what has to be hidden besides."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import log1p

from wiwak_eval.disclosure.audience import known_cells
from wiwak_eval.disclosure.disclosed import PublishedCell
from wiwak_eval.disclosure.front import Front, insiders_in
from wiwak_eval.disclosure.model import Breach, Place, Secret
from wiwak_eval.disclosure.parts import Parts
from wiwak_eval.disclosure.printing import Pattern
from wiwak_eval.disclosure.suppress import Demand, suppress
from wiwak_eval.results import ALL, Dimension, Level, Table, is_county_total


class Mending:
    """Keeps what the attacks on one family have taught, and makes the pattern anew from it."""

    def __init__(self, fronts: Sequence[Front], parts: Parts) -> None:
        self._fronts, self._secondary = fronts, parts.secondary
        self._primary = {front.reader: front.primary(parts.rules) for front in fronts}
        measures = fronts[0].spoken.measures.values()
        self._measures = [measure if parts.coupling else replace(measure, at_least="") for measure in measures]
        self._demands: dict[Level, list[Demand]] = {front.reader: [] for front in fronts}
        self._more: set[Place] = set()
        self._no_ratios: set[str] = set()
        self._strikes: dict[Place, int] = {}
        self._hidden: frozenset[Place] = frozenset()

    def pattern(self) -> Pattern:
        """What to withhold so that every demand is met for every reader, each on what they know."""
        hidden = set(self._more).union(*self._primary.values())
        for front in self._fronts if self._secondary else ():
            spoken = front.spoken
            hidden |= suppress(
                list(spoken.dimensions.values()),
                self._measures,
                self._secrets(front),
                self._known(front),
                self._demands[front.reader],
                hidden,
            ).hidden
        self._hidden = frozenset(hidden)
        return Pattern(self._hidden, frozenset(self._no_ratios))

    def _known(self, front: Front) -> list[PublishedCell]:
        """What these readers know of this delivery, as far as this release speaks of it too; of the rest the attacker takes account."""
        measures, dimensions = front.spoken.measures, front.spoken.dimensions
        cells = known_cells(front.origin.version, front.read)
        return [cell for cell in cells if cell.measure in measures and all(_speaks(dimensions, *pair) for pair in cell.key)]

    def _secrets(self, front: Front) -> list[Secret]:
        spoken, primary = front.spoken, self._primary[front.reader]
        return [
            Secret(*place, value, primary.get(place, 0), is_county_total(place[1], spoken.dimensions), log1p(value) or 1.0)
            for place, value in spoken.values.items()
        ]

    def take(self, front: Front, breaches: Iterable[Breach]) -> bool:
        """Learn from the attacks that succeeded; False where there were none, or nothing is left to hide."""
        found = list(breaches)
        stuck = [breach for breach in found if not self._ask(front, breach)]
        if stuck and not self._give_up_ratios(front):
            hid = [self._hide_more(front, breach) for breach in stuck]
            return any(hid) or len(stuck) < len(found)
        return bool(found)

    def _ask(self, front: Front, breach: Breach) -> bool:
        """Ask the suppressor for wider bounds, unless it has been asked already and believes them wide enough."""
        place = breach.measure, breach.key
        if place not in front.spoken.values or is_county_total(breach.key, front.spoken.dimensions):
            return False
        givens: list[tuple[Place, ...]] = [()]
        if breach.kind == "insider":
            known = insiders_in(front.spoken, Pattern(self._hidden))
            givens = [((one.measure, one.key),) for one in known if one.alone and (one.measure, one.key) != place]
        asked, primary = self._demands[front.reader], self._primary[front.reader]
        wanted = [Demand(*place, breach.need, given) for given in givens if given or primary.get(place, 0) < breach.need]
        new = [demand for demand in wanted if demand not in asked]
        asked.extend(new)
        return bool(new)

    def _give_up_ratios(self, front: Front) -> bool:
        """Print no shares in this family any more; False where there are none left."""
        told = {table.id for table in front.spoken.tables if _has_ratios(table, front.spoken.dimensions)} - self._no_ratios
        self._no_ratios |= told
        return bool(told)

    def _hide_more(self, front: Front, breach: Breach) -> bool:
        """Where asking does not help: hide the numbers that are nearest and cost least, each time twice as many."""
        values, dimensions = front.spoken.values, front.spoken.dimensions
        left = [place for place in values if place not in self._hidden | self._more and not is_county_total(place[1], dimensions)]

        def distance(place: Place) -> tuple[bool, int, int, Place]:
            measure, key = place
            return measure != breach.measure, -len(set(key) & set(breach.key)), values[place], place

        strikes = self._strikes.get((breach.measure, breach.key), 0)
        self._strikes[breach.measure, breach.key] = strikes + 1
        self._more.update(sorted(left, key=distance)[: 2**strikes])
        return bool(left)


def _has_ratios(table: Table, dimensions: Mapping[str, Dimension]) -> bool:
    """Whether a table prints shares that are told in these dimensions."""
    ratios = table.protection.ratios if table.protection else ()
    return any(name in dimensions for ratio in ratios for _, key in (ratio.numerator, ratio.denominator) for name, _ in key)


def _speaks(dimensions: Mapping[str, Dimension], name: str, category: str) -> bool:
    """Whether a category of a dimension means something in a release."""
    found = dimensions.get(name)
    return found is not None and (category == ALL or category in found.leaves or category in dict(found.unions))
