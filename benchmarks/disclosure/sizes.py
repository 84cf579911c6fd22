"""How large a set of tables is: numbers printed, and unknown numbers an attacker has to tell apart."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from wiwak_eval.results import Dimension, Key, Measure, Table

Dimensions = dict[str, tuple[Dimension, ...]]
"""By name; groupings of several releases side by side."""


def numbers_of(tables: Iterable[Table]) -> int:
    """Counts, shares and means in tables."""
    return sum(len(table.protection.places()) for table in tables if table.protection)


def atoms_of(tables: Sequence[Table]) -> int:
    """Unknown numbers of the tables of one delivery.

    There is one for every group of finest categories that the tables tell apart, in every combination of overlapping categories that
    a table names, and one more leaf for what is not recorded.
    """
    dimensions, keys, measures = _merged(tables)
    return sum(_atoms_of_measure(measures[name], dimensions, found) for name, found in keys.items())


def _merged(tables: Sequence[Table]) -> tuple[Dimensions, dict[str, set[Key]], dict[str, Measure]]:
    dimensions: dict[str, set[Dimension]] = defaultdict(set)
    keys: dict[str, set[Key]] = defaultdict(set)
    measures: dict[str, Measure] = {}
    for protection in (table.protection for table in tables if table.protection):
        measures |= {measure.name: measure for measure in protection.measures}
        for dimension in protection.dimensions:
            dimensions[dimension.name].add(dimension)
        for cell in protection.cells:
            keys[cell.measure].add(cell.key)
    return {name: tuple(found) for name, found in dimensions.items()}, keys, measures


def _atoms_of_measure(measure: Measure, dimensions: Dimensions, keys: set[Key]) -> int:
    named = sorted({name for key in keys for name, _ in key})
    apart = [name for name in named if name not in measure.overlapping]
    arrays = {tuple(pair for pair in key if pair[0] in measure.overlapping) for key in keys}
    parts = sorted({tuple(pair for pair in key if pair[0] in apart) for key in keys})
    leaves = [[*_leaves(dimensions[name]), *([""] if name in measure.incomplete else [])] for name in apart]
    told_apart = {
        tuple(
            all(dict(zip(apart, atom, strict=True))[name] in _members(dimensions[name], category) for name, category in part)
            for part in parts
        )
        for atom in product(*leaves)
    }
    return len(told_apart) * len(arrays)


def _leaves(groupings: tuple[Dimension, ...]) -> list[str]:
    return sorted({leaf for dimension in groupings for leaf in dimension.leaves})


def _members(groupings: tuple[Dimension, ...], category: str) -> tuple[str, ...]:
    for dimension in groupings:
        try:
            return dimension.members(category)
        except KeyError:
            continue
    raise KeyError(category)
