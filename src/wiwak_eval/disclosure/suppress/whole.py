"""The cheapest solution of linear constraints, in whole numbers where that is not too much work."""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

NODES = 500
"""Branchings spent on whole numbers before a solution with fractions is taken as it is."""
SAME = 1e-6
"""Numbers less apart are the same; the solver keeps to 1e-7."""
INFEASIBLE = 2
"""Status of scipy.optimize.milp."""

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def cheapest(cost: Floats, upper: Floats, constraints: LinearConstraint, whole: Flags, costly: Flags) -> Floats | None:
    """Values between 0 and `upper` of least cost; None if there are none.

    whole: which are to be whole numbers. The solution of the linear program mostly is; if not, one is looked for in which no more of the
    `costly` values leave 0, then any at all. One with fractions is returned if neither is found in `NODES` branchings each.
    """
    zero = np.zeros(len(upper))
    solution = milp(cost, constraints=constraints, bounds=Bounds(zero, upper)).x
    if solution is None or np.abs(solution - np.round(solution))[whole].max(initial=0) <= SAME:
        return _floats(solution)
    as_few = np.where(costly & (solution <= SAME), 0, upper)
    for price, bounds in ((cost, Bounds(zero, as_few)), (zero, Bounds(zero, upper))):
        found = milp(price, integrality=whole.astype(np.int64), constraints=constraints, bounds=bounds, options={"node_limit": NODES})
        if found.x is not None:
            return _floats(found.x)
    return None if found.status == INFEASIBLE else _floats(solution)


def _floats(solution: Floats | None) -> Floats | None:
    return None if solution is None else np.asarray(solution)
