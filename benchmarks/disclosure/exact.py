"""The fewest numbers that can be hidden in a small table: what the suppressor is measured against."""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import block_diag, csr_array, hstack, vstack

from wiwak_eval.disclosure.model import Secret
from wiwak_eval.disclosure.suppress.unknowns import Unknowns, unknowns
from wiwak_eval.results import Dimension, Measure


def fewest_hidden(dimensions: Sequence[Dimension], measures: Sequence[Measure], secrets: Sequence[Secret], seconds: float = 120) -> int:
    """How many numbers without a need have to be hidden at least, so that each with a need can be as far apart as needed.

    A mixed-integer program (Fischetti and Salazar-González, Management Science 47, 2001): a binary for each number that may be hidden,
    and for each need two tables, fractions allowed, that leave only hidden numbers. They may be anywhere around the truth so long as
    they are far enough apart. Raises RuntimeError if it cannot be met or is not solved in time.
    """
    told = {(one.measure, one.key): one for one in secrets}
    parts = unknowns(dimensions, measures, told)
    return sum(_fewest(part, [told[place] for place in part.places], seconds) for part in parts)


def _fewest(part: Unknowns, told: Sequence[Secret], seconds: float) -> int:
    value = np.array([float(one.value) for one in told])
    needing = [row for row, one in enumerate(told) if one.need and not one.exact]
    free = [row for row, one in enumerate(told) if not one.need and not one.exact]
    if not needing:
        return 0
    tables = 2 * len(needing)
    switch = csr_array((np.ones(len(free)), (free, np.arange(len(free)))), shape=(len(told), len(free)))
    open_ = np.zeros(len(told))
    open_[needing] = np.inf
    above, below = -value.max() * switch, csr_array(switch * value[:, None])
    sums = block_diag([part.sums] * tables)
    links = block_diag([part.links] * tables)
    apart = block_diag([hstack([part.sums[[row]], -part.sums[[row]]]) for row in needing])
    rows = [
        (hstack([vstack([above] * tables), sums]), np.full(tables * len(told), -np.inf), np.tile(value + open_, tables)),
        (hstack([vstack([below] * tables), sums]), np.tile(value - open_, tables), np.full(tables * len(told), np.inf)),
        (_beside(links, len(free)), np.tile(np.where(part.equal, 0, -np.inf), tables), np.zeros(links.shape[0])),
        (_beside(apart, len(free)), np.array([float(told[row].need) for row in needing]), np.full(len(needing), np.inf)),
    ]
    matrices, low, high = zip(*rows, strict=True)
    binary = np.arange(len(free) + sums.shape[1]) < len(free)
    found = milp(
        binary.astype(float),
        integrality=binary.astype(int),
        bounds=Bounds(0, np.where(binary, 1, np.inf)),
        constraints=LinearConstraint(vstack(matrices, format="csc"), np.concatenate(low), np.concatenate(high)),
        options={"time_limit": seconds},
    )
    if found.status != 0:
        raise RuntimeError(found.message)
    return round(found.fun)


def _beside(matrix: csr_array, width: int) -> csr_array:
    return csr_array(hstack([csr_array((matrix.shape[0], width)), matrix]))
