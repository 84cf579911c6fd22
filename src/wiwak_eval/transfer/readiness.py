"""All counties held against the thresholds, as set and at both ends of their ranges."""

from collections.abc import Sequence
from dataclasses import dataclass

from wiwak_eval.transfer.preconditions import Checked, Place, Thresholds, check


@dataclass(frozen=True)
class Readiness:
    """The counties held against the thresholds as set, strictly and generously taken; home: place of the model's county."""

    known: Sequence[Place]
    home: int
    limits: tuple[Thresholds, Thresholds, Thresholds]
    day: str
    """German words for the day that the expected persons hold for."""
    read: Sequence[str]
    """Ids of the assumptions behind all this."""
    by_cases: Sequence[bool] | None = None
    """Whether the number of contacts decides on the posts, not a least size; None where posts are not known."""
    delivered: frozenset[str] = frozenset()
    """Names of the counties whose own numbers are used."""

    @property
    def as_set(self) -> tuple[Checked, ...]:
        """By the thresholds as set."""
        return check(self.known, self.home, self.limits[0])

    @property
    def strictly(self) -> tuple[Checked, ...]:
        """By the end of each range that is harder to meet."""
        return check(self.known, self.home, self.limits[1])

    @property
    def generously(self) -> tuple[Checked, ...]:
        """By the end that is easier to meet."""
        return check(self.known, self.home, self.limits[2])
