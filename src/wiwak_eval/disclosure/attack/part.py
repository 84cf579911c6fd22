"""One part of a reduced system whose unknowns depend on each other, and solutions of it found so far."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp

from wiwak_eval.disclosure.attack.reduce import TOLERANCE, Contradictory
from wiwak_eval.disclosure.attack.rows import Floats, Inequalities

NODES = 2_000
"""Branches after which the search for a whole-numbered bound rests: the bound reached by then may already prove what is asked."""

FEW_NODES = 1
"""Branches where any good solution will do."""

OPTIMAL, AT_LIMIT, INFEASIBLE, OTHER = 0, 1, 2, 4
"""Statuses of scipy.optimize.milp."""


class Part:
    """Whole numbers within lower..upper (finite) that keep the rows.

    pool: solutions x unknowns. Two solutions that lie far enough apart prove a number protected; so few numbers need a search of their own.
    """

    def __init__(self, rows: Inequalities, lower: Floats, upper: Floats, pool: Floats | None = None) -> None:
        self.rows, self.lower, self.upper = rows, lower, upper
        self.pool = np.empty((0, len(lower)))
        self._known: set[bytes] = set()
        self._found: dict[bytes, tuple[float, bool]] = {}
        if pool is not None:
            self.learn(pool)

    def begin(self) -> "Part":
        """Find a first solution. Raises Contradictory where there is none."""
        self.explore(np.zeros(len(self.lower)))
        if not len(self.pool):
            self._branch(np.zeros(len(self.lower)), None)
        return self

    def given(self, weights: Floats, low: float, high: float) -> "Part":
        """This part for someone who also knows low <= weights . unknowns <= high, with the solutions that agree; there may be none yet."""
        matrix = sparse.csr_array(sparse.vstack([self.rows.matrix, sparse.csr_array(weights[None, :])]))
        rows = Inequalities(matrix, np.append(self.rows.low, low), np.append(self.rows.high, high))
        return Part(rows, self.lower, self.upper, self.pool)

    def explore(self, weights: Floats) -> None:
        """Look for a solution where weights . unknowns is small. Raises Contradictory if there is none at all."""
        _, solution = self._relaxed(self.rows, weights, self.lower, self.upper)
        if not self._keep(solution):
            self._branch(weights, FEW_NODES)

    def stretch(self, sums: sparse.csr_array, aims: Floats, worth: Floats) -> None:
        """Look for a solution where many sums (sums x unknowns) come up to their aims at once; what goes beyond an aim is worth nothing."""
        number, unknowns = sums.shape
        beside = sparse.csr_array((len(self.rows.low), number))
        above, below = sparse.hstack([self.rows.matrix, beside]), sparse.hstack([sums, -sparse.eye_array(number)])
        matrix = sparse.csr_array(sparse.vstack([above, below]))
        rows = Inequalities(matrix, np.append(self.rows.low, np.zeros(number)), np.append(self.rows.high, np.full(number, np.inf)))
        lower, upper = np.append(self.lower, np.full(number, -np.inf)), np.append(self.upper, aims)
        _, solution = self._relaxed(rows, np.append(np.zeros(unknowns), -worth), lower, upper)
        if not self._keep(solution[:unknowns]):
            some = np.random.default_rng(len(self.pool)).integers(0, 2, number)
            self.explore(-(sums.T @ (worth * some)))

    def least(self, weights: Floats, finish: bool) -> tuple[float, bool]:
        """Least value of whole weights . unknowns, and whether it is reached; if not, it is a limit below. finish: search until it is."""
        key = weights.tobytes()
        if key not in self._found or (finish and not self._found[key][1]):
            self._found[key] = self._least(weights, None if finish else NODES)
        return self._found[key]

    def _least(self, weights: Floats, nodes: int | None) -> tuple[float, bool]:
        limit, solution = self._relaxed(self.rows, weights, self.lower, self.upper)
        self._keep(solution)
        limit = np.ceil(limit - TOLERANCE)
        if (self.pool @ weights).min(initial=np.inf) <= limit + TOLERANCE:
            return limit, True
        better, reached = self._branch(weights, nodes)
        return max(limit, np.ceil(better - TOLERANCE)), reached

    def _relaxed(self, rows: Inequalities, weights: Floats, lower: Floats, upper: Floats) -> tuple[float, Floats]:
        """Least weights . unknowns if people could be divided, and where it is. Raises Contradictory if there is no solution even then."""
        outcome = _solved(rows, Bounds(lower, upper), weights, False, None)
        if outcome.status == INFEASIBLE:
            raise Contradictory
        if outcome.status != OPTIMAL:
            raise RuntimeError(f"linear program not solved: {outcome.message}")
        return float(outcome.fun), outcome.x

    def _branch(self, weights: Floats, nodes: int | None) -> tuple[float, bool]:
        """A lower limit of weights . unknowns, and whether it is reached by a whole solution."""
        outcome = _solved(self.rows, Bounds(self.lower, self.upper), weights, True, nodes)
        if outcome.status == INFEASIBLE:
            raise Contradictory
        if outcome.status == OTHER and nodes:
            return -np.inf, False
        if outcome.status not in {OPTIMAL, AT_LIMIT}:
            raise RuntimeError(f"integer program not solved: {outcome.message}")
        if outcome.x is not None:
            self._keep(outcome.x)
        return float(outcome.mip_dual_bound), outcome.status == OPTIMAL

    def _keep(self, solution: Floats) -> bool:
        """Add the nearest whole numbers to the pool; False if they are no solution."""
        return self.learn(np.round(solution)[None, :] + 0.0) > 0

    def learn(self, solutions: Floats) -> int:
        """Add to the pool those of some vectors that are solutions; how many are."""
        held = solutions[self._holding(solutions)]
        fresh = {solution.tobytes(): solution for solution in held if solution.tobytes() not in self._known}
        if fresh:
            self._known |= fresh.keys()
            self.pool = np.vstack([self.pool, *fresh.values()])
        return len(held)

    def _holding(self, solutions: Floats) -> NDArray[np.bool_]:
        """Which of some vectors (vectors x unknowns) are solutions."""
        value = (self.rows.matrix @ solutions.T).T
        slack = TOLERANCE * np.maximum(1.0, np.abs(value))
        inside = ((solutions >= self.lower) & (solutions <= self.upper)).all(axis=1)
        return np.asarray(inside & ((value >= self.rows.low - slack) & (value <= self.rows.high + slack)).all(axis=1))


def _solved(rows: Inequalities, bounds: Bounds, weights: Floats, whole: bool, nodes: int | None) -> OptimizeResult:
    """Least weights . unknowns. Status OTHER after a search of limited nodes: none was found by then."""
    constraints = LinearConstraint(rows.matrix, rows.low, rows.high) if len(rows.low) else ()
    kinds = np.full(len(weights), int(whole))
    if nodes:
        return milp(weights, integrality=kinds, bounds=bounds, constraints=constraints, options={"mip_rel_gap": 0.0, "node_limit": nodes})
    return milp(weights, integrality=kinds, bounds=bounds, constraints=constraints, options={"mip_rel_gap": 0.0})


def united(parts: Iterable[Part]) -> Part:
    """Several parts as one; its pool pairs their solutions as they were found."""
    many = list(parts)
    if len(many) == 1:
        return many[0]
    longest = max(len(part.pool) for part in many)
    matrix = sparse.csr_array(sparse.block_diag([part.rows.matrix for part in many]))
    rows = Inequalities(matrix, np.hstack([part.rows.low for part in many]), np.hstack([part.rows.high for part in many]))
    pool = np.hstack([part.pool[np.arange(longest) % len(part.pool)] for part in many])
    return Part(rows, np.hstack([part.lower for part in many]), np.hstack([part.upper for part in many]), pool)
