"""Random sets of linked tables in two releases: the cases on which disclosure control has to prove itself.

A set has two to four dimensions (time with quarters, a hierarchy, one that is sensitive, one that is not recorded for all, one in which
a contact stands in several categories), two to four tables with all margins, often the same one by month, by quarter and for the whole
period, and a second release: of a later delivery, or of other tables and groupings of the same one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count

import numpy as np

from benchmarks.disclosure.crowd import draw_people
from benchmarks.disclosure.deliveries import Release, earlier, last_day
from benchmarks.disclosure.layouts import draw_layouts
from benchmarks.disclosure.sizes import atoms_of, numbers_of
from benchmarks.disclosure.traits import draw_traits, month_of, regrouped
from wiwak_eval.results import Dimension, GroupCell, Measure

FEWEST_PERSONS, MOST_PERSONS = 60, 400
FEWEST_NUMBERS, MOST_NUMBERS, MOST_ATOMS = 60, 200, 600
FEWEST_SMALL, SMALL = 5, 5
"""How many numbers must stand for one to four persons or households, so that there is something to hide at every level."""
FEWEST_IN_ALL = 20
"""Households behind each county total. Totals are printed exactly: no bounds within a month of nine people can be ten apart, such a
month cannot be broken down at all and its release is stopped."""
KINDS = {"later": 0.35, "grown": 0.2, "regrouped": 0.35, "corrected": 0.1}
"""How the second release differs, and how often: more months; more people in the same months; other tables and groupings of the same
delivery; a few people in other categories."""


@dataclass(frozen=True)
class LinkedSet:
    """Two releases, one after the other; kind: one of `KINDS`."""

    seed: int
    kind: str
    releases: tuple[Release, Release]

    @property
    def numbers(self) -> int:
        """How many numbers are printed."""
        return numbers_of(table for release in self.releases for table in release.tables)

    @property
    def cells(self) -> tuple[GroupCell, ...]:
        """All counts, and whom they stand for."""
        tables = [table for release in self.releases for table in release.tables]
        return tuple(cell for table in tables if table.protection for cell in table.protection.cells)

    @property
    def atoms(self) -> int:
        """How many unknown numbers an attacker has to tell apart: those of one delivery are shared, two deliveries have their own."""
        first, second = (release.tables for release in self.releases)
        if self.kind == "regrouped":
            return atoms_of([*first, *second])
        return atoms_of(first) + atoms_of(second)


@dataclass(frozen=True)
class _Shape:
    """What of a set is settled by its seed at once, so that the search for a fitting size does not make simple sets more frequent."""

    kind: str
    dimensions: int
    months: int
    with_time: bool
    once: bool
    contacts: bool


def draw_set(seed: int) -> LinkedSet:
    """The set of a seed: the first one of its shape that is neither too small nor too large to be attacked in a second."""
    shape = _draw_shape(np.random.default_rng(seed))
    for attempt in count():
        drawn = _draw(seed, shape, np.random.default_rng([seed, attempt]))
        if _fits(drawn, shape):
            return drawn
    raise AssertionError("there is always another attempt")


def _fits(drawn: LinkedSet, shape: _Shape) -> bool:
    """Whether a set is of the right size, tells all its dimensions, and has something to hide."""
    totals = [cell.households for cell in drawn.cells if all(name == "month" for name, _ in cell.key)]
    small = sum(1 <= cell.households < SMALL for cell in drawn.cells)
    sized = FEWEST_NUMBERS <= drawn.numbers <= MOST_NUMBERS and drawn.atoms <= MOST_ATOMS
    return sized and _dimensions_told(drawn) == shape.dimensions and small >= FEWEST_SMALL and min(totals) >= FEWEST_IN_ALL


def _draw_shape(rng: np.random.Generator) -> _Shape:
    kind = str(rng.choice(list(KINDS), p=list(KINDS.values())))
    dimensions, months = int(rng.choice((2, 3, 4), p=(0.4, 0.4, 0.2))), 4 + min(int(rng.geometric(0.3)) - 1, 8)
    return _Shape(kind, dimensions, months, with_time=rng.random() < 0.7, once=rng.random() < 0.3, contacts=rng.random() < 0.6)


def _dimensions_told(drawn: LinkedSet) -> int:
    guarded = [table.protection for release in drawn.releases for table in release.tables if table.protection]
    return len({dimension.name for protection in guarded for dimension in protection.dimensions})


def _draw(seed: int, shape: _Shape, rng: np.random.Generator) -> LinkedSet:
    month, traits = month_of(shape.months), draw_traits(rng, shape.dimensions - shape.with_time)
    persons = int(np.exp(rng.uniform(np.log(FEWEST_PERSONS), np.log(MOST_PERSONS - 5))))
    people = draw_people(rng, traits, month, persons, shape.once)
    dimensions = {trait.dimension.name: trait.dimension for trait in traits} | ({"month": month} if shape.with_time else {})
    measures = _measures(dimensions, {trait.dimension.name for trait in traits if trait.missing}, shape.once)
    layouts = draw_layouts(rng, dimensions, shape.contacts, "a")
    full = Release((), "v2", date(2017, 1, 1), last_day(month), people, dimensions)
    if shape.kind == "regrouped":
        other = {name: regrouped(rng, dimension) for name, dimension in dimensions.items()}
        later = Release((), "v2", full.period_from, full.period_to, people, other)
        releases = full.printing(layouts, measures), later.printing(draw_layouts(rng, other, shape.contacts, "b"), measures)
    else:
        releases = earlier(rng, shape.kind, full, month).printing(layouts, measures), full.printing(layouts, measures)
    return LinkedSet(seed, shape.kind, releases)


def _measures(dimensions: Mapping[str, Dimension], incomplete: set[str], once: bool) -> dict[str, Measure]:
    """What holds of persons and contacts: a person can come in several months, a contact can have several topics."""
    several = tuple(name for name in ("month", "topic") if name in dimensions and not (name == "month" and once))
    gaps = tuple(name for name in dimensions if name in incomplete)
    contacts = Measure("contacts", "Beratungen", tuple(name for name in several if name == "topic"), gaps, at_least="persons")
    return {"persons": Measure("persons", "Personen", several, gaps), "contacts": contacts}
