from itertools import combinations

import numpy as np
import pytest
from scipy import sparse

from wiwak_eval.disclosure.attack.inquiry import answers, asked
from wiwak_eval.disclosure.attack.part import Part, united
from wiwak_eval.disclosure.attack.reduce import Contradictory, tightened
from wiwak_eval.disclosure.attack.rows import Inequalities
from wiwak_eval.disclosure.attack.world import NOTHING, build_world


def rows(matrix, low, high):
    return Inequalities(sparse.csr_array(np.array(matrix, dtype=float)), np.array(low, dtype=float), np.array(high, dtype=float))


def triangle(total=3.0):
    """Three pairs of three unknowns, each with at most one: half of each would be allowed only if people could be halved."""
    return rows([[1, 1, 0], [0, 1, 1], [1, 0, 1]], [0, 0, 0], [1, 1, 1])


def test_a_vertex_that_halves_people_is_not_taken_for_an_answer():
    part = Part(triangle(), np.zeros(3), np.ones(3))
    assert part.least(-np.ones(3), finish=False) == (-1, True)
    assert (part.pool == np.round(part.pool)).all()
    assert (part.pool.sum(axis=1) <= 1).all()


def test_a_search_that_does_not_end_in_time_says_so():
    """Subset sums: which of thirty numbers add up to four given sums is found only after thousands of branches."""
    draw = np.random.default_rng(1)
    numbers, chosen = draw.integers(0, 100, (4, 30)).astype(float), draw.integers(0, 2, 30).astype(float)
    sums = numbers @ chosen
    part = Part(rows(numbers, sums, sums), np.zeros(30), np.ones(30), pool=chosen[None, :])
    weights = np.where(chosen == 1, 1.0, -1.0)
    low, reached = part.least(weights, finish=False)
    assert not reached
    assert low < (part.pool @ weights).min()


def test_bounds_that_rested_are_searched_to_the_end_where_that_decides(monkeypatch):
    """Of four people any two exclude each other, so there is one at most; halves would make two. A first search stops before it knows."""
    pairs = [[int(i in pair) for i in range(4)] for pair in combinations(range(4), 2)]
    world = build_world(rows(pairs, [0] * 6, [1] * 6))
    branch = Part._branch
    rested = []

    def resting(part, weights, nodes):
        rested.append(nodes)
        return branch(part, weights, nodes) if nodes is None else (-np.inf, False)

    monkeypatch.setattr(Part, "_branch", resting)
    assert answers(world, asked(world, [(np.arange(4), NOTHING)], [2], True)) == [(0, 1)]
    assert rested[-1] is None
    assert len(rested) > 1


def test_knowing_more_keeps_only_the_solutions_that_agree():
    part = Part(rows([[1, 1]], [4], [4]), np.zeros(2), np.full(2, 9.0))
    for weights in ([1.0, 0.0], [-1.0, 0.0]):
        part.explore(np.array(weights))
    assert sorted(part.pool[:, 0]) == [0, 4]
    known = part.given(np.array([1.0, 0.0]), 4, 4)
    assert known.pool.tolist() == [[4, 0]]
    with pytest.raises(Contradictory):
        part.given(np.array([1.0, 0.0]), 5, 5).begin()


def test_united_parts_pair_their_solutions():
    one, other = (Part(rows([[1, 1]], [total], [total]), np.zeros(2), np.full(2, 9.0)).begin() for total in (2, 3))
    both = united([one, other])
    assert (both.pool[:, :2].sum(axis=1) == 2).all()
    assert (both.pool[:, 2:].sum(axis=1) == 3).all()


def test_bounds_follow_row_by_row():
    system = rows([[1, 1, 0], [0, 1, 2]], [5, 0], [5, 7])
    lower, upper = tightened(system, np.array([0, 3, 0.0]), np.array([np.inf, np.inf, np.inf]))
    assert (lower.tolist(), upper.tolist()) == ([0, 3, 0], [2, 5, 2])
    with pytest.raises(Contradictory):
        tightened(system, np.array([6, 0, 0.0]), np.full(3, np.inf))
