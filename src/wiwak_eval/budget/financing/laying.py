"""Laying an amount on cells without losing a cent and without paying a cell twice."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

from wiwak_eval.money import Cents

Key = TypeVar("Key", bound=Hashable)


def lay(amount: Cents, room: Mapping[Key, Cents]) -> dict[Key, Cents]:
    """Lay an amount on cells in proportion to their room, in the order given, rounding what has been laid so far half up.

    The parts add up to the amount, and none exceeds its cell: with amount/total at most 1, what has been laid grows along a cell by at
    most the cell's own whole cents, before and after rounding. Raises ValueError where the amount is negative or more than all room.
    """
    total = sum(room.values())
    if not 0 <= amount <= total:
        raise ValueError(f"{amount} cents cannot be laid on {total} cents")
    laid, passed, before = {}, 0, 0
    for key, cents in room.items():
        passed += cents
        now = (2 * amount * passed + total) // (2 * total) if total else 0
        laid[key], before = now - before, now
    return laid


def less(room: Mapping[Key, Cents], laid: Mapping[Key, Cents]) -> dict[Key, Cents]:
    """What is left of each cell."""
    return {key: cents - laid.get(key, 0) for key, cents in room.items()}
