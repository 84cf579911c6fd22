"""Which counties and towns meet the preconditions under which the centre worked, as far as public data can test them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import pi, sqrt

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.transfer.model import County

PERSONS, DISTANCE, SHARE = "precondition_persons_least", "precondition_distance_most", "precondition_share_factor"


class Met(StrEnum):
    """Whether a precondition holds, in the words of the tables."""

    YES = "erfüllt"
    NO = "nicht erfüllt"
    UNKNOWN = "nicht bekannt"


@dataclass(frozen=True)
class Thresholds:
    """persons: expected recognised refugees, at least; distance: mean distance to a centre in the middle, km, at most; factor: how many
    times more or fewer recognised refugees per inhabitant than in the home county, at most."""

    persons: float
    distance: float
    factor: float


@dataclass(frozen=True)
class Place:
    """What is known of one county. persons: expected recognised refugees; distance: km; share: recognised per 1,000 inhabitants."""

    county: County
    persons: int
    distance: float | None
    share: float | None


@dataclass(frozen=True)
class Checked:
    """One county held against the thresholds; `all_met` is `NO` where one fails, else `UNKNOWN` where one is not known."""

    place: Place
    persons: Met
    distance: Met
    share: Met

    @property
    def each(self) -> tuple[Met, Met, Met]:
        """The three answers, in the order of the tables."""
        return self.persons, self.distance, self.share

    @property
    def all_met(self) -> Met:
        """Whether all three hold."""
        return Met.NO if Met.NO in self.each else Met.UNKNOWN if Met.UNKNOWN in self.each else Met.YES


def thresholds(assumptions: Assumptions, day: date) -> tuple[Thresholds, Thresholds, Thresholds]:
    """The thresholds as set, and the same taken strictly and generously. Raises Gap.

    Strict is whatever end of its range makes a precondition harder to meet.
    """
    persons, distance, factor = (assumptions.get(id, day) for id in (PERSONS, DISTANCE, SHARE))
    ends = {one.id: (_or(one.low, one.value), _or(one.high, one.value)) for one in (persons, distance, factor)}
    return (
        Thresholds(*(assumptions.number(id, day) for id in (PERSONS, DISTANCE, SHARE))),
        Thresholds(ends[PERSONS][1], ends[DISTANCE][0], ends[SHARE][0]),
        Thresholds(ends[PERSONS][0], ends[DISTANCE][1], ends[SHARE][1]),
    )


def _or(end: object, value: object) -> float:
    return float(str(value if end is None else end))


def places(counties: Sequence[County], persons: Sequence[int]) -> tuple[Place, ...]:
    """What the preconditions are about; persons: expected recognised refugees, in the order of the counties."""
    return tuple(
        Place(
            county,
            expected,
            None if county.area is None else mean_distance(float(county.area)),
            None if county.persons is None else 1000 * expected / county.persons,
        )
        for county, expected in zip(counties, persons, strict=True)
    )


def mean_distance(area: float) -> float:
    """Mean distance (km) from the points of a disc of this area (square kilometres) to its middle: two thirds of its radius."""
    return 2 / 3 * sqrt(area / pi)


def check(known: Sequence[Place], home: int, limits: Thresholds) -> tuple[Checked, ...]:
    """Each place held against the thresholds; home: place of the county whose centre is the model."""
    own = known[home].share
    return tuple(
        Checked(
            place,
            Met.YES if place.persons >= limits.persons else Met.NO,
            _met(place.distance, limits.distance),
            Met.UNKNOWN if place.share is None or own is None or not own else _met(_apart(place.share, own), limits.factor),
        )
        for place in known
    )


def _met(value: float | None, at_most: float) -> Met:
    return Met.UNKNOWN if value is None else Met.YES if value <= at_most else Met.NO


def _apart(one: float, other: float) -> float:
    """How many times larger the larger of two is."""
    return max(one, other) / min(one, other) if min(one, other) > 0 else float("inf")
