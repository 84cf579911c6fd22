"""Funnel limits and p-values: a hand-worked case, scipy and statsmodels to 1e-9, and how often all-alike groups are called conspicuous."""

from itertools import pairwise
from math import exp, factorial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson
from statsmodels.stats.multitest import multipletests

from wiwak_eval.evaluation.funnel import (
    ALARM,
    BENCHMARK,
    FEWEST_EXPECTED,
    HIGH,
    LOW,
    NO_SIZE,
    TOO_SMALL,
    WARNING,
    WITHIN,
    FunnelCells,
    funnel_cells,
)
from wiwak_eval.evaluation.funnel_tests import adjusted, poisson_limits, poisson_p
from wiwak_eval.results import HIDDEN


def tail(count: int, expected: float) -> float:
    """P(X <= count), term by term."""
    return sum(exp(-expected) * expected**k / factorial(k) for k in range(count + 1))


def test_limits_by_hand() -> None:
    """Expected 10: P(X<=3) = 1.03 %, P(X<=4) = 2.93 %, P(X<=16) = 97.30 %, P(X<=17) = 98.57 %; so 4 to 17 are no surprise at 95 %."""
    assert [round(100 * tail(count, 10), 2) for count in (3, 4, 16, 17)] == [1.03, 2.93, 97.3, 98.57]
    assert poisson_limits(10, WARNING) == (4, 17)
    assert poisson_limits(10, ALARM) == (2, 21)
    assert tail(1, 10) < 0.001 < tail(2, 10)
    assert tail(20, 10) < 0.999 < tail(21, 10)


def test_p_values_by_hand() -> None:
    assert poisson_p(3, 10) == pytest.approx(2 * tail(3, 10), abs=1e-9)
    assert poisson_p(18, 10) == pytest.approx(2 * (1 - tail(17, 10)), abs=1e-9)
    assert poisson_p(10, 10) == 1.0


@given(st.integers(0, 400), st.floats(0.5, 300))
def test_p_values_are_scipys(count: int, expected: float) -> None:
    reference = 2 * min(poisson.cdf(count, expected), 1 - poisson.cdf(count - 1, expected) if count else 1.0)
    assert poisson_p(count, expected) == pytest.approx(min(1.0, reference), abs=1e-9)


@given(st.floats(0.5, 300), st.sampled_from([WARNING, ALARM]))
def test_no_tail_outside_the_limits_has_more_than_its_part(expected: float, inside: float) -> None:
    low, high = poisson_limits(expected, inside)
    part = (1 - inside) / 2 + 1e-12
    assert poisson.cdf(low - 1, expected) <= part < poisson.cdf(low, expected) + 2e-12
    assert poisson.sf(high, expected) <= part < poisson.sf(high - 1, expected) + 2e-12


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_adjusting_is_statsmodels(p_values: list[float]) -> None:
    assert adjusted(p_values) == pytest.approx(multipletests(p_values, method="fdr_bh")[1], abs=1e-9)


def test_adjusting_is_the_published_example() -> None:
    """Benjamini and Hochberg (1995), section 3.2: fifteen p-values of a trial; at 5 % the four smallest are rejected, no more."""
    published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    assert sum(p <= 0.05 for p in adjusted(published)) == 4
    assert adjusted([]).size == 0


def test_a_group_far_off_is_named_and_the_others_are_not() -> None:
    """Rate 200/800 = 25 %: 40 are expected of 160 and 60 of 240; 15 of 160 is far below, 85 of 240 far above."""
    cells = [FunnelCells(*row) for row in funnel_cells([15, 85, 100, 200], [160, 240, 400, 800], 3)]
    assert [row.reading for row in cells] == [LOW, HIGH, WITHIN, BENCHMARK]
    assert cells[2].low == round(poisson.ppf(0.025, 100) / 400, 6)
    assert cells[2].outer_high == round(poisson.ppf(0.999, 100) / 400, 6)
    raw = [float(poisson_p(*pair)) for pair in ((15, 40), (85, 60), (100, 100))]
    assert [row.p for row in cells[:3]] == [max(round(float(p), 6), 0.0001) for p in adjusted(raw)]


def test_small_groups_and_groups_without_a_size_are_no_tests() -> None:
    with_small = funnel_cells([15, 1, 5, 79, 100], [160, 30, None, 210, 400], 4)
    without = funnel_cells([15, 79, 100], [160, 210, 400], 2)
    assert [row[-1] for row in with_small] == [LOW, TOO_SMALL, NO_SIZE, HIGH, BENCHMARK]
    assert with_small[0] == without[0]
    assert with_small[1][:-1] == (None,) * 5
    assert FEWEST_EXPECTED > 0.25 * 30


def test_what_is_hidden_stays_hidden_and_is_no_test() -> None:
    cells = funnel_cells([HIDDEN, 85, 100, 200], [160, 240, 400, 800], 3)
    assert cells[0] == (HIDDEN,) * 6
    assert cells[1:] == funnel_cells([85, 100, 200], [240, 400, 800], 2)
    assert funnel_cells([15, HIDDEN], [160, 800], 1) == [(HIDDEN,) * 6] * 2
    assert {row[-1] for row in funnel_cells([0, 0], [0, 0], 1)} == {NO_SIZE}


def test_groups_that_are_all_too_small_are_no_tests() -> None:
    assert [row[-1] for row in funnel_cells([3, 4, 7], [9, 9, 18], 2)] == [TOO_SMALL, TOO_SMALL, BENCHMARK]


def test_limits_narrow_with_size() -> None:
    sizes = [40, 80, 160, 320, 640, 1240]
    cells = [FunnelCells(*row) for row in funnel_cells([size // 4 for size in sizes[:-1]] + [310], sizes, 5)][:-1]
    assert all(a.low < b.low and a.high > b.high for a, b in pairwise(cells))


def test_all_alike_groups_are_seldom_called_conspicuous() -> None:
    """Twelve groups with one rate, 1,000 counties: in at most 5 % of them any group is named (then every finding is a false one).

    Each person is reached or not, as in life: the share of counties with a false finding is then far below 5 %. Poisson counts, for
    which the limits are exact, are the harder test.
    """
    rng = np.random.default_rng(20171115)
    sizes = np.array([30, 32, 41, 42, 44, 49, 53, 62, 73, 86, 120, 340])
    false = {"poisson": 0, "binomial": 0}
    for _ in range(1000):
        for kind, counts in (("poisson", rng.poisson(0.4 * sizes)), ("binomial", rng.binomial(sizes, 0.4))):
            rows = funnel_cells([*map(int, counts), int(counts.sum())], [*map(int, sizes), int(sizes.sum())], len(sizes))
            false[kind] += any(row[-1] in (LOW, HIGH) for row in rows)
    assert false["binomial"] <= false["poisson"] <= 0.05 * 1000
    assert false["poisson"] > 0, "a test that never finds anything would pass as well"


def test_a_group_reached_half_as_often_is_found() -> None:
    """Power: one group of 120 with half the rate of the others is named in most counties."""
    rng = np.random.default_rng(20171116)
    sizes = np.array([40, 40, 60, 80, 120, 340, 120])
    rates = np.array([0.4] * 6 + [0.2])
    found = 0
    for _ in range(300):
        counts = rng.binomial(sizes, rates)
        rows = funnel_cells([*map(int, counts), int(counts.sum())], [*map(int, sizes), int(sizes.sum())], len(sizes))
        found += rows[6][-1] == LOW
    assert found > 200
