"""How numbers about groups are printed at a level, and what a reader can tell from the print."""

from collections.abc import Iterator
from dataclasses import dataclass

from wiwak_eval.disclosure.disclosed import PublishedCell, PublishedCurve, PublishedRatio
from wiwak_eval.disclosure.model import Place
from wiwak_eval.disclosure.policy import threshold
from wiwak_eval.disclosure.settings import Settings
from wiwak_eval.disclosure.spoken import Statements, value_at
from wiwak_eval.evaluation.proportion import wilson
from wiwak_eval.results import HIDDEN, Cell, GroupCurve, GroupMedian, GroupRatio, Key, Level, Table, Unit, is_county_total

COUNTS = {Unit.CONTACTS, Unit.PERSONS, Unit.COUNT}
WHOLE_PERCENT = 100
"""Persons behind a share from which it is printed in whole percent, below that in steps of five."""


@dataclass(frozen=True)
class Pattern:
    """What a release withholds: numbers, and tables whose shares would tell them."""

    hidden: frozenset[Place]
    no_ratios: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Print:
    """How a release prints: level, settings, and whether counts are rounded as the level asks."""

    level: Level
    settings: Settings
    rounded: bool

    def number(self, key: Key, value: int, unit: Unit, spoken: Statements) -> int:
        """A number that may be told: county totals exactly, counts by attribute rounded at the public level."""
        return self.round(value) if self.rounds(key, unit, spoken) else value

    def bounds(self, key: Key, value: int, unit: Unit, spoken: Statements) -> tuple[int, int]:
        """What the print of a number leaves possible. No group of 1 or 2 is ever printed, so that a printed nought is one."""
        printed = self.number(key, value, unit, spoken)
        if not self.rounds(key, unit, spoken) or printed == 0:
            return printed, printed
        return max(0, printed - self.settings.rounding // 2), printed + (self.settings.rounding - 1) // 2

    def rounds(self, key: Key, unit: Unit, spoken: Statements) -> bool:
        """Whether a number about this group is printed rounded."""
        return self.rounded and self.level is Level.OEFFENTLICH and unit in COUNTS and not is_county_total(key, spoken.dimensions)

    def round(self, value: int) -> int:
        """The nearest multiple of the base, halves upwards."""
        base = self.settings.rounding
        return base * ((value + base // 2) // base)

    def step(self, ratio: GroupRatio, decimals: int, share: bool) -> float:
        """Steps a share or mean is printed in."""
        if not share:
            return float(10**-decimals)
        return 0.01 if min(ratio.persons, ratio.households) >= WHOLE_PERCENT else 0.05

    def ratio_told(self, ratio: GroupRatio, table: str, pattern: Pattern) -> bool:
        """Whether a share may be printed: enough people behind it, and neither of its parts hidden."""
        enough = min(ratio.persons, ratio.households) >= self.settings.fewest_for_rate(self.level)
        return enough and table not in pattern.no_ratios and not {ratio.numerator, ratio.denominator} & pattern.hidden

    def interval(self, ratio: GroupRatio, printed: float, county_total: bool) -> tuple[float, float]:
        """The interval of a share as printed: from the printed share and the printed number of persons alone."""
        people = ratio.persons if county_total or self.level is not Level.OEFFENTLICH else self.round(ratio.persons)
        low, high = wilson(printed, max(people, 1))
        return round(low, 2), round(high, 2)

    def median_told(self, median: GroupMedian, pattern: Pattern) -> bool:
        """Whether a median may be printed: of enough people, whose number is told."""
        enough = min(median.persons, median.households) >= (self.settings.fewest_for_median if self.level is not Level.INTERN else 0)
        return enough and not any(key == median.key for _, key in pattern.hidden)

    def median(self, value: float) -> float:
        """A median as printed: to whole numbers below the public level, to the base there."""
        if self.level is Level.INTERN:
            return value
        return self.round(int(value)) if self.level is Level.OEFFENTLICH else round(value)


def published_cells(spoken: Statements, pattern: Pattern, how: Print) -> tuple[PublishedCell, ...]:
    """The cells of a release as an outsider reads them."""
    units = {table.id: {column.name: column.unit for column in table.columns} for table in spoken.tables}
    found = []
    for number in spoken.numbers:
        measure, key = number.place
        bounds: tuple[int | None, int | None] = (None, None)
        if number.place not in pattern.hidden:
            bounds = how.bounds(key, number.value, units[number.table][number.cell.column], spoken)
        found.append(PublishedCell(number.table, measure, key, *bounds, number.cell.least))
    return tuple(found)


def published_ratios(spoken: Statements, pattern: Pattern, how: Print) -> tuple[PublishedRatio, ...]:
    """The printed shares and means with what their rounding leaves possible; those told in other dimensions are not this family's."""
    return tuple(
        PublishedRatio(table.id, ratio.numerator, ratio.denominator, max(0.0, value - step / 2), value + step / 2)
        for table in spoken.tables
        for ratio, value, step in _told_ratios(table, pattern, how)
        if all(name in spoken.dimensions for _, key in (ratio.numerator, ratio.denominator) for name, _ in key)
    )


def _told_ratios(table: Table, pattern: Pattern, how: Print) -> Iterator[tuple[GroupRatio, float, float]]:
    assert table.protection is not None
    columns = {column.name: column for column in table.columns}
    for ratio in table.protection.ratios:
        value, column = value_at(table, ratio.row, ratio.column), columns[ratio.column]
        if isinstance(value, int | float) and how.ratio_told(ratio, table.id, pattern):
            step = how.step(ratio, column.decimals, column.unit is Unit.SHARE)
            yield ratio, round(value / step) * step, step


def published_curves(spoken: Statements, how: Print) -> tuple[PublishedCurve, ...]:
    """The printed survival curves, as far as enough people are watched."""
    found = []
    for table in spoken.tables:
        assert table.protection is not None
        for curve in (curve for curve in table.protection.curves if not curve.bound):
            shown = curve_cells(table, curve, how)
            told = [cell for cell in shown if isinstance(cell, float)]
            half = 0.005 if how.level is not Level.INTERN else 0.0
            low, high = tuple(max(0.0, value - half) for value in told), tuple(min(1.0, value + half) for value in told)
            found.append(PublishedCurve(table.id, curve.key, low, high, None))
    return tuple(found)


def curve_cells(table: Table, curve: GroupCurve, how: Print) -> list[Cell]:
    """A survival curve as printed: whole percent, no months between which few had the event, and nothing from the first month on in which
    too few are watched."""
    cells: list[Cell] = []
    fewest = how.settings.fewest_at_risk if how.level is not Level.INTERN else 0
    enough, far_apart = True, _far_apart(curve, threshold(how.level, False, how.settings))
    for row, watched in enumerate(curve.at_risk):
        value = value_at(table, row, curve.column)
        enough = enough and watched >= fewest
        told = round(value, 2) if isinstance(value, int | float) and how.level is not Level.INTERN else value
        cells.append(told if enough and row in far_apart else HIDDEN)
    return cells


def _far_apart(curve: GroupCurve, fewest: int) -> set[int]:
    """Rows between any two of which, and before which, no event lies or at least so many; those of `curve.first` come first."""
    rows = range(len(curve.at_risk))
    if not curve.events:
        return set(rows)
    told: set[int] = set()
    for row in (*(row for row in curve.first if row in rows), *rows):
        between = [abs(curve.events[row] - events) for events in (0, *(curve.events[other] for other in told))]
        if all(events == 0 or events >= fewest for events in between):
            told.add(row)
    return told
