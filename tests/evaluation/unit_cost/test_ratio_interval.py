"""The interval of a cost per unit: our own code, held against Fieller's formula, a delta method, and a known truth."""

from math import sqrt

import numpy as np
import pytest

from wiwak_eval.evaluation.unit_cost.chain_cost import ChainCost
from wiwak_eval.evaluation.unit_cost.clusters import clusters
from wiwak_eval.evaluation.unit_cost.figures import to_step, unit_cost
from wiwak_eval.evaluation.unit_cost.ratio_interval import unit_interval

Z = 1.959963984540054


def per_unit(cost: float):
    return lambda sums: cost / sums[:, 0]


def test_agrees_with_fieller_where_the_cost_is_fixed() -> None:
    """Fieller (1954) with a numerator without variance: cost / (N ± z s), s² = sum of squares of a compound Poisson sum."""
    sizes = np.random.default_rng(7).geometric(0.2, 400)
    low, high = unit_interval(clusters(sizes), per_unit(1e7))
    total, spread = sizes.sum(), sqrt((sizes**2).sum())
    assert low == pytest.approx(1e7 / (total + Z * spread), rel=0.01)
    assert high == pytest.approx(1e7 / (total - Z * spread), rel=0.01)


def test_hand_worked_equal_households() -> None:
    """100 households of 4 contacts: the sum is 4 × Poisson(100), whose 2.5 % and 97.5 % points are 81 and 120."""
    low, high = unit_interval(clusters([4] * 100), per_unit(48_000), draws=200_000)
    assert (low, high) == (48_000 / (4 * 120), 48_000 / (4 * 81))


def test_chain_agrees_with_the_delta_method() -> None:
    """log of a b^-1 c^-1 of three sums of the same households: its variance is the sum of squared influences."""
    rng = np.random.default_rng(3)
    every = rng.geometric(0.2, 500)
    cohort = every * (rng.random(500) < 0.4)
    chains = ((rng.random(500) < 0.3) & (cohort > 0)).astype(int)
    rows = np.column_stack([cohort, every, chains])
    found = ChainCost(tuple(sorted(map(tuple, rows.tolist()))), int(chains.sum()), int(chains.sum()), (1, 1)).per_chain(20_000_000)
    a, b, c = rows.sum(axis=0)
    influence = rows[:, 0] / a - rows[:, 1] / b - rows[:, 2] / c
    spread = sqrt((influence**2).sum())
    centre = 20_000_000 * a / b / c
    assert found.value == pytest.approx(centre, abs=500)
    assert found.low == pytest.approx(centre * np.exp(-Z * spread), rel=0.03)
    assert found.high == pytest.approx(centre * np.exp(Z * spread), rel=0.03)


def test_covers_the_truth_in_about_95_of_100_pilots() -> None:
    """Truth: 150 households on average, 5 contacts each on average; the expected number of contacts is 750."""
    rng = np.random.default_rng(11)
    hits = 0
    for _ in range(600):
        sizes = rng.geometric(0.2, rng.poisson(150))
        low, high = unit_interval(clusters(sizes), per_unit(750.0), draws=1500)
        hits += low <= 1.0 <= high
    assert 0.93 <= hits / 600 <= 0.97


def test_contacts_taken_as_independent_would_cover_far_less() -> None:
    """What the clusters are for: the same pilots, each contact for itself."""
    rng = np.random.default_rng(11)
    hits = 0
    for _ in range(200):
        sizes = rng.geometric(0.2, rng.poisson(150))
        low, high = unit_interval(clusters([1] * int(sizes.sum())), per_unit(750.0), draws=1500)
        hits += low <= 1.0 <= high
    assert hits / 200 < 0.8


def test_the_order_of_households_does_not_matter() -> None:
    sizes = [1, 5, 2, 2, 9, 1, 1, 3, 4, 4, 7]
    assert unit_interval([(size,) for size in sizes], per_unit(100.0)) == unit_interval([(size,) for size in sizes[::-1]], per_unit(100.0))


def test_no_interval_below_ten_households() -> None:
    assert unit_interval(clusters([3] * 9), per_unit(100.0)) is None
    found = unit_cost(1000, clusters([3] * 9), 27)
    assert (found.value, found.low, found.high) == (37, None, None)


def test_nothing_divided_by_is_the_largest_not_an_error() -> None:
    low, high = unit_interval([(1, 1, 0)] * 9 + [(1, 1, 1)], lambda sums: sums[:, 0] / (sums[:, 1] * sums[:, 2]))
    assert 0 < low < high == float("inf")
    assert to_step(high, 100) is None


def test_no_units_no_cost() -> None:
    assert unit_cost(1000, None, 0) is None
