"""What is released of one delivery, and the delivery before it: without the last months, without a few people, or uncorrected."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from benchmarks.disclosure.people import People, Places, group_of
from benchmarks.disclosure.tabulate import Layout, table_of
from benchmarks.disclosure.traits import month_of
from wiwak_eval.disclosure.audience import Origin
from wiwak_eval.results import Dimension, Key, Measure, Table


@dataclass(frozen=True)
class Release:
    """Tables of one delivery that are released together, with the people behind them to look the truth up."""

    tables: tuple[Table, ...]
    version: str
    period_from: date
    period_to: date
    people: People
    dimensions: Mapping[str, Dimension]

    @property
    def origin(self) -> Origin:
        """What the ledger keeps of the delivery."""
        return Origin("Landkreis Probe", self.version, self.period_from, self.period_to, simulated=True)

    @cached_property
    def places(self) -> frozenset[tuple[str, Key]]:
        """Measure and group of each number printed."""
        guarded = (table.protection for table in self.tables if table.protection)
        return frozenset((cell.measure, cell.key) for protection in guarded for cell in protection.cells)

    def truth(self, measure: str, key: Key) -> int:
        """The true number of a group."""
        group = group_of(self.people, self.dimensions, key)
        return group.persons if measure == "persons" else group.contacts

    def printing(self, layouts: tuple[Layout, ...], measures: Mapping[str, Measure]) -> "Release":
        """The same delivery with these tables."""
        return replace(self, tables=tuple(table_of(layout, self.people, self.dimensions, measures) for layout in layouts))


def last_day(month: Dimension) -> date:
    """The end of the last month."""
    year, number = int(month.leaves[-1][:4]), int(month.leaves[-1][5:])
    return date(year + number // 12, number % 12 + 1, 1) - timedelta(days=1)


def earlier(rng: np.random.Generator, kind: str, full: Release, month: Dimension) -> Release:
    """The delivery before `full`, without tables; `kind` says what came with the later one (see `random_sets.KINDS`).

    Every second time a category that the later one names was still among the rest.
    """
    before = _before(rng, kind, replace(full, version="v1", tables=()), month)
    pooled = [name for name, dimension in full.dimensions.items() if dimension.rest and len(dimension.leaves) > 2]
    return _with_rest(before, pooled[0]) if pooled and rng.random() < 0.5 else before


def _before(rng: np.random.Generator, kind: str, full: Release, month: Dimension) -> Release:
    few = rng.choice(len(full.people.household), size=int(rng.integers(1, 4)), replace=False)
    if kind == "later":
        return _without_last_months(full, month_of(len(month.leaves) - int(rng.integers(1, 4))))
    if kind == "grown":
        return _without_people(full, few, whole_homes=rng.random() < 0.5)
    return _uncorrected(full, few, str(rng.choice(sorted(set(full.people.belongs) - {"month"}))))


def _without_last_months(full: Release, shorter: Dimension) -> Release:
    months = len(shorter.leaves)
    seen = np.any(full.people.belongs["month"][:, :months], axis=1)
    dimensions = {name: shorter if name == "month" else dimension for name, dimension in full.dimensions.items()}
    return replace(full, people=full.people.only(seen).without_leaves("month", months), period_to=last_day(shorter), dimensions=dimensions)


def _without_people(full: Release, few: Places, whole_homes: bool) -> Release:
    people = full.people
    gone = np.isin(people.household, people.household[few]) if whole_homes else np.isin(np.arange(len(people.household)), few)
    return replace(full, people=people.only(~gone[people.person]))


def _uncorrected(full: Release, few: Places, name: str) -> Release:
    people = full.people
    leaves, wrong = people.belongs[name].copy(), np.isin(people.person, few)
    leaves[wrong] = np.roll(leaves[wrong], 1, axis=1)
    return replace(full, people=replace(people, belongs={**people.belongs, name: leaves}))


def _with_rest(full: Release, name: str) -> Release:
    """The last category but one told as part of the last, the rest."""
    people, dimension = full.people, full.dimensions[name]
    leaves = np.column_stack([people.belongs[name][:, :-2], people.belongs[name][:, -2:].any(axis=1)])
    shorter = replace(dimension, leaves=(*dimension.leaves[:-2], dimension.leaves[-1]))
    belongs = {**people.belongs, name: leaves}
    return replace(full, people=replace(people, belongs=belongs), dimensions={**full.dimensions, name: shorter})
