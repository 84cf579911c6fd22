"""Which numbers must not be told for their own sake, and how wide an outsider's bounds on them must stay."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from wiwak_eval.disclosure.model import Place
from wiwak_eval.disclosure.policy import threshold
from wiwak_eval.disclosure.settings import Settings
from wiwak_eval.disclosure.spoken import Spoken, Statements
from wiwak_eval.results import Key, Level, is_county_total, is_sensitive


@dataclass(frozen=True)
class Rules:
    """Rules of primary suppression; each can be left out to see what it is worth."""

    households: bool = True
    dominance: bool = True
    full_cells: bool = True


ALL_RULES = Rules()


def needs(spoken: Statements, level: Level, settings: Settings, rules: Rules = ALL_RULES) -> dict[Place, int]:
    """Places of primary numbers and their need.

    A number is primary that stands for fewer persons or households than the threshold; that one or two households make up almost
    alone (p % and (2, 90 %) rule: Hundepool et al. 2012, Statistical Disclosure Control, 4.2); or that is all of a larger group, since
    it tells the attribute of everyone in it. County totals never are.
    """
    found: dict[Place, int] = {}
    for number in spoken.numbers:
        fewest = fewest_for(number.cell.key, spoken, level, settings)
        if fewest and not is_county_total(number.cell.key, spoken.dimensions):
            need = max(_few(number, fewest, rules), _dominated(number, fewest, settings) if rules.dominance else 0)
            if rules.full_cells and number.value and is_full(number.place, spoken):
                need = max(need, fewest)
            if rules.full_cells and number.value == 0 and _tells_all(number.place, spoken):
                need = fewest
            if need:
                found[number.place] = max(need, found.get(number.place, 0))
    return found


def fewest_for(key: Key, spoken: Statements, level: Level, settings: Settings) -> int:
    """Fewest persons and households that a number about this group may stand for; 0 where none is asked."""
    return threshold(level, is_sensitive((name for name, _ in key), spoken.dimensions), settings)


def _few(number: Spoken, fewest: int, rules: Rules) -> int:
    behind = min(number.cell.persons, number.cell.households) if rules.households else number.cell.persons
    return fewest if 1 <= behind < fewest else 0


def _dominated(number: Spoken, fewest: int, settings: Settings) -> int:
    """A count of persons is judged by its households alone; what else is summed, by how much of it one or two of them make up."""
    first, second = number.cell.largest
    if not first or number.value == number.cell.persons:
        return 0
    rest = number.value - first - second
    if rest * 100 >= first * settings.p_percent and first + second <= settings.dominance * number.value:
        return 0
    return max(fewest, ceil(first * settings.p_percent / 100))


def is_full(place: Place, spoken: Statements) -> bool:
    """Whether a number is as large as that of a larger group it is one of several parts of, along an attribute of people."""
    measure, key = place
    return any(spoken.values.get((measure, wider)) == spoken.values[place] for wider in wider_groups(key, spoken))


def _tells_all(place: Place, spoken: Statements) -> bool:
    """Whether a nought is the first of several that leave one category to all whose attribute is recorded."""
    measure, key = place
    for name, category in key:
        dimension, rest = spoken.dimensions[name], tuple(pair for pair in key if pair[0] != name)
        beside = {leaf: spoken.values.get((measure, tuple(sorted((*rest, (name, leaf)))))) for leaf in dimension.leaves}
        noughts = [leaf for leaf, value in beside.items() if value == 0]
        if not dimension.time and noughts[:1] == [category] and len(noughts) == len(beside) - 1 and None not in beside.values():
            return True
    return False


def wider_groups(key: Key, spoken: Statements) -> list[Key]:
    """Groups that a group is one of several attribute parts of: a dimension left out, or the category's unions."""
    found: list[Key] = []
    for name, category in key:
        dimension, rest = spoken.dimensions[name], tuple(pair for pair in key if pair[0] != name)
        if dimension.time:
            continue
        own = set(dimension.members(category))
        unions: Mapping[str, tuple[str, ...]] = dict(dimension.unions)
        found += [tuple(sorted((*rest, (name, union)))) for union, leaves in unions.items() if own < set(leaves)]
        if len(own) < len(dimension.leaves):
            found.append(rest)
    return found
