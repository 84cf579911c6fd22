"""Shares of groups of different size held against the share of all: control limits that narrow with size, instead of a league table.

Source: Spiegelhalter (2005), Funnel plots for comparing institutional performance, Statistics in Medicine 24, 1185-1202; here with exact
Poisson limits, without interpolation between whole numbers.
"""

from collections.abc import Sequence
from dataclasses import astuple, dataclass

from wiwak_eval.results import HIDDEN, Cell

WARNING, ALARM = 0.95, 0.998
"""Shares of groups between the limits if all groups are alike."""
FALSE_DISCOVERY_RATE = 0.05
FEWEST_EXPECTED = 10.0
"""Expected persons from which on a group is held against the others."""
SMALLEST_P = 0.0001
"""Smaller p-values are printed as this."""

WITHIN, LOW, HIGH = "im Rahmen", "auffällig niedrig", "auffällig hoch"
TOO_SMALL, NO_SIZE, BENCHMARK = "zu klein", "ohne Bezugsgröße", "Vergleichswert"


@dataclass(frozen=True)
class FunnelCells:
    """One row's columns. low, high: limits of the share in which 95 % of like groups lie, outer: 99.8 %; p: adjusted for many groups."""

    low: Cell = None
    high: Cell = None
    outer_low: Cell = None
    outer_high: Cell = None
    p: Cell = None
    reading: Cell = None


def funnel_cells(counts: Sequence[Cell], sizes: Sequence[Cell], total: int) -> list[tuple[Cell, ...]]:
    """The columns of `FunnelCells` for each row of counts and sizes, from these numbers alone; `total` is the row of all groups.

    A row of which a number is hidden stays hidden, and all of them where a number of the row of all is. Only rows that are held against
    the others count as tests.
    """
    whole, everyone = counts[total], sizes[total]
    if HIDDEN in (whole, everyone):
        return [_ALL_HIDDEN] * len(counts)
    if not isinstance(whole, int) or not isinstance(everyone, int) or not everyone:
        return [astuple(FunnelCells(reading=NO_SIZE))] * len(counts)
    rate = whole / everyone
    tested = {
        row: (count, size)
        for row, (count, size) in enumerate(zip(counts, sizes, strict=True))
        if row != total and isinstance(count, int) and isinstance(size, int) and size * rate >= FEWEST_EXPECTED
    }
    found = dict(zip(tested, _tested(list(tested.values()), rate), strict=True))
    return [
        astuple(found.get(row) or (FunnelCells(reading=BENCHMARK) if row == total else _untested(count, size)))
        for row, (count, size) in enumerate(zip(counts, sizes, strict=True))
    ]


def _tested(pairs: list[tuple[int, int]], rate: float) -> list[FunnelCells]:
    """The cells of groups (count, size) that are held against each other."""
    from wiwak_eval.evaluation.funnel_tests import adjusted, poisson_limits, poisson_p

    counts, expected = [count for count, _ in pairs], [size * rate for _, size in pairs]
    low, high, outer_low, outer_high = (
        [round(float(limit) / size, 6) for limit, (_, size) in zip(limits, pairs, strict=True)]
        for inside in (WARNING, ALARM)
        for limits in poisson_limits(expected, inside)
    )
    p_values = [float(p) for p in adjusted(poisson_p(counts, expected))]
    readings = [
        WITHIN if p > FALSE_DISCOVERY_RATE else LOW if count < mean else HIGH
        for p, count, mean in zip(p_values, counts, expected, strict=True)
    ]
    printed = [max(round(p, 6), SMALLEST_P) for p in p_values]
    return [FunnelCells(*cells) for cells in zip(low, high, outer_low, outer_high, printed, readings, strict=True)]


def _untested(count: Cell, size: Cell) -> FunnelCells:
    if HIDDEN in (count, size):
        return FunnelCells(HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN)
    return FunnelCells(reading=NO_SIZE if size is None else TOO_SMALL)


_ALL_HIDDEN = astuple(_untested(HIDDEN, HIDDEN))
