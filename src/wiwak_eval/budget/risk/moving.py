"""The same assumptions with one value moved, or with the patches of an alternative."""

from collections.abc import Callable
from decimal import Decimal
from typing import Literal, TypeVar

from wiwak_eval.assumptions import Assumptions, Patch
from wiwak_eval.assumptions.holding import Resolved
from wiwak_eval.assumptions.table import steps

Side = Literal["low", "high"]
T = TypeVar("T")
UNKNOWN_RANGE = Decimal("0.10")
"""A value without a range is moved by this share of itself, to either side."""


def recorded(view: Assumptions, assumptions: Assumptions, compute: Callable[[Assumptions], T]) -> T:
    """Compute with a view of the assumptions, and record what was read there as read here: a kept result hangs on it too."""
    try:
        return compute(view)
    finally:
        for read in view.reads:
            if read.id in assumptions.catalogue.entries:
                assumptions.has(read.id, read.on)


def ends(found: Resolved) -> tuple[Decimal, Decimal]:
    """Low and high of a number; where it has no range, 10 % below and above it. Raises TypeError for a text or a yes or no."""
    if isinstance(found.value, str | bool):
        raise TypeError(f"{found.id} is no number and has no range")
    reach = abs(found.value) * UNKNOWN_RANGE
    low = found.value - reach if found.low is None else found.low
    high = found.value + reach if found.high is None else found.high
    return low, high


def end_patches(assumptions: Assumptions, id: str, side: Side) -> list[Patch]:
    """All values of an assumption at their low or high end; values with no range of their own stay where another of them has one."""
    found_steps = steps(assumptions, assumptions.catalogue.entries[id])
    ranged = any(found.low is not None or found.high is not None for found in found_steps)

    def end(found: Resolved) -> Decimal | str | bool:
        fixed = ranged and found.low is None and found.high is None
        return found.value if fixed else ends(found)[side == "high"]

    return [Patch(id=id, set=end(found), valid_from=found.valid_from, reason="Spanne") for found in found_steps]


def moved(assumptions: Assumptions, id: str, side: Side) -> Assumptions:
    """The assumptions with one of them at its low or high end."""
    return assumptions.with_patches(end_patches(assumptions, id, side))
