"""The way back from packed numbers, as the page's script goes it."""

from collections.abc import Sequence
from itertools import accumulate


def added_up(differences: Sequence[int]) -> list[int]:
    """The values that second differences were made of."""
    return list(accumulate(accumulate(differences)))
