"""What a release printed, as inequalities."""

import numpy as np

from wiwak_eval.disclosure.attack.rows import Rows
from wiwak_eval.disclosure.attack.universe import Group
from wiwak_eval.disclosure.attack.unknowns import Unknowns


def add_number(rows: Rows, unknowns: Unknowns, group: Group, low: int | None, high: int | None, least: int = 0) -> None:
    """A printed number bounds its unknowns. A hidden one is only known to be `least` or more, but its unknowns must stay apart from others.

    An exact number is told to each block: blocks that share only exact numbers then fall apart, which makes them small.
    """
    bounds = (float(least) if least else -np.inf, np.inf) if low is None or high is None else (float(low), float(high))
    for block in unknowns.homes(group)[: None if low == high and low is not None else 1]:
        columns = unknowns.columns(group, block)
        if columns is not None:
            rows.add(columns, 1.0, *bounds)


def add_ratio(rows: Rows, numerator: tuple[Unknowns, Group], denominator: tuple[Unknowns, Group], low: float, high: float) -> None:
    """A printed share or mean: low * denominator <= numerator <= high * denominator, and somebody stands in the denominator."""
    over, under = (unknowns.columns(group) for unknowns, group in (numerator, denominator))
    if over is None or under is None:
        return
    both = np.concatenate([over, under])
    for factor, bounds in ((low, (0.0, np.inf)), (high, (-np.inf, 0.0))):
        rows.add(both, np.repeat([1.0, -factor], [len(over), len(under)]), *bounds)
    rows.add(under, 1.0, 1, np.inf)
