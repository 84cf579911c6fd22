"""Which group of people a number in a table is about: the language that disclosure control speaks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Key = tuple[tuple[str, str], ...]
"""Pairs of dimension and category, sorted by dimension. A dimension that is not named is summed over; `()` is everybody."""

ALL = "*"
"""Category of every dimension: all units that have one of its leaves recorded."""


@dataclass(frozen=True)
class Dimension:
    """An attribute by which units are counted.

    leaves: finest categories; unions: coarser category and the leaves it is made of (a quarter and its months); sensitive: asks for the
    strictest threshold at every level; time: a date, not an attribute of people; rest: the leaf that pools what is not named, or "".
    """

    name: str
    label: str
    leaves: tuple[str, ...]
    unions: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sensitive: bool = False
    time: bool = False
    rest: str = ""

    def members(self, category: str) -> tuple[str, ...]:
        """The leaves of a category. Raises KeyError for an unknown one."""
        if category in self.leaves:
            return (category,)
        return self.leaves if category == ALL else dict(self.unions)[category]


@dataclass(frozen=True)
class Measure:
    """What is counted or summed.

    overlapping: dimensions in which one unit may stand in several categories (a person in several months): parts then add up to more
    than the whole; incomplete: dimensions that are not recorded for every unit: parts then add up to less; at_least: measure that is
    never larger in any group (each person has at least one contact).
    """

    name: str
    label: str
    overlapping: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()
    at_least: str = ""


@dataclass(frozen=True)
class GroupCell:
    """A number about one group: its place in the table, what it measures, and the people behind it.

    households: people without a household count as one each. largest: the two largest contributions of a household to the number;
    least: what a reader knows the number to be at least, even where it is hidden (a tie that is listed has one referral).
    """

    row: int
    column: str
    measure: str
    key: Key
    persons: int
    households: int
    largest: tuple[int, int]
    least: int = 0


@dataclass(frozen=True)
class GroupRatio:
    """A share or mean: numerator over denominator (measure and key each); persons, households: those behind the denominator.

    low, high: columns of the Wilson interval of a share of persons, or "". A release works it out anew from what it prints, the rounded
    share of the rounded number of persons, so that the interval tells nothing that the print does not.
    """

    row: int
    column: str
    numerator: tuple[str, Key]
    denominator: tuple[str, Key]
    persons: int
    households: int
    low: str = ""
    high: str = ""


@dataclass(frozen=True)
class GroupMedian:
    """A median over one group."""

    row: int
    column: str
    key: Key
    persons: int
    households: int


@dataclass(frozen=True)
class GroupCurve:
    """A survival curve down a column, one row a month: at_risk[i] persons still watched at row i; bound: a limit of its interval.

    events: events up to each row, where the number of people at the start is printed elsewhere, so that a step would tell how many had
    one; first: rows to be told before others, where not all can be.
    """

    column: str
    key: Key
    at_risk: tuple[int, ...]
    bound: bool = False
    events: tuple[int, ...] = ()
    first: tuple[int, ...] = ()


@dataclass(frozen=True)
class GroupFunnel:
    """Columns that hold each row's share against that of all rows: `count` over `size`, with the row of all at `total`.

    columns: those of `evaluation.funnel.funnel_cells`. A release works them out anew from the numbers it prints in `count` and `size`,
    words included, so that they tell nothing that the print does not.
    """

    count: str
    size: str
    total: int
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Protection:
    """Every number of a table that is about groups of people, and the dimensions and measures it is told in.

    everybody: columns whose numbers follow from county totals alone and are printed as they are.
    """

    dimensions: tuple[Dimension, ...]
    measures: tuple[Measure, ...]
    cells: tuple[GroupCell, ...]
    ratios: tuple[GroupRatio, ...] = ()
    medians: tuple[GroupMedian, ...] = ()
    curves: tuple[GroupCurve, ...] = ()
    everybody: tuple[str, ...] = ()
    funnels: tuple[GroupFunnel, ...] = ()

    def places(self) -> frozenset[tuple[int, str]]:
        """Row and column of each number spoken of, curves and funnels apart."""
        spoken: list[GroupCell | GroupRatio | GroupMedian] = [*self.cells, *self.ratios, *self.medians]
        limits = ((ratio.row, column) for ratio in self.ratios for column in (ratio.low, ratio.high) if column)
        return frozenset([*((item.row, item.column) for item in spoken), *limits])


def key_of(categories: Mapping[str, str]) -> Key:
    """The key of a group from dimension and category."""
    return tuple(sorted(categories.items()))


SENSITIVE_TOGETHER = (frozenset({"status", "municipality"}),)
"""Attributes that are sensitive where they stand together."""


def is_sensitive(names: Iterable[str], dimensions: Mapping[str, Dimension]) -> bool:
    """Whether a group that is told by these attributes asks for the strictest threshold."""
    told = set(names)
    return any(dimensions[name].sensitive for name in told) or any(together <= told for together in SENSITIVE_TOGETHER)


def is_county_total(key: Key, dimensions: Mapping[str, Dimension]) -> bool:
    """Whether a key names no attribute of people, only time: such totals stay exact at every level."""
    return all(dimensions[name].time for name, _ in key)
