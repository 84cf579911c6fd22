"""Numbers that can be held against each other, apart from those that cannot.

Two attributes that never stand together in one number, in no release, tell nothing about each other: they only share the county total,
which is printed exactly. So each connected set of dimensions is defended and attacked by itself, with the county totals it needs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from wiwak_eval.disclosure.disclosed import Disclosed
from wiwak_eval.disclosure.model import Place
from wiwak_eval.disclosure.spoken import Statements
from wiwak_eval.results import Dimension, Key, is_county_total


def families(spoken: Statements, former: Iterable[Disclosed]) -> tuple[frozenset[str], ...]:
    """Sets of dimensions that stand together, by name; those of time alone are none."""
    found: list[frozenset[str]] = []
    for key in _keys(spoken, former):
        names = frozenset(name for name, _ in key)
        touched = [part for part in found if part & names]
        found = [part for part in found if not part & names] + [names.union(*touched)]
    attributes = {name for name, dimension in spoken.dimensions.items() if not dimension.time}
    return tuple(sorted((part for part in found if part & attributes), key=sorted))


def _keys(spoken: Statements, former: Iterable[Disclosed]) -> Iterable[Key]:
    """Every group spoken of that is no county total, here or in a former release, and those a share brings together."""
    for number in spoken.numbers:
        if not is_county_total(number.cell.key, spoken.dimensions):
            yield number.cell.key
    for table in spoken.tables:
        for ratio in table.protection.ratios if table.protection else ():
            yield _joined(ratio.numerator, ratio.denominator)
    for release in former:
        dimensions = {dimension.name: dimension for dimension in release.dimensions}
        for cell in release.cells:
            if not is_county_total(cell.key, dimensions):
                yield cell.key
        for told in release.ratios:
            yield _joined(told.numerator, told.denominator)


def _joined(one: Place, other: Place) -> Key:
    return tuple(sorted({*one[1], *other[1]}))


def belongs(key: Key, family: frozenset[str]) -> bool:
    """Whether a group is told in a family's dimensions; everybody is told in each."""
    return {name for name, _ in key} <= family


def statements_of(spoken: Statements, family: frozenset[str]) -> Statements:
    """What a release says within a family."""
    return replace(
        spoken,
        dimensions=_of(spoken.dimensions, family),
        numbers=tuple(number for number in spoken.numbers if belongs(number.cell.key, family)),
    )


def disclosed_of(release: Disclosed, family: frozenset[str]) -> Disclosed:
    """What a release disclosed within a family."""
    return replace(
        release,
        dimensions=tuple(dimension for dimension in release.dimensions if dimension.name in family),
        cells=tuple(cell for cell in release.cells if belongs(cell.key, family)),
        ratios=tuple(told for told in release.ratios if belongs(_joined(told.numerator, told.denominator), family)),
        curves=(),
    )


def _of(dimensions: Mapping[str, Dimension], family: frozenset[str]) -> dict[str, Dimension]:
    return {name: dimension for name, dimension in dimensions.items() if name in family}
