"""Where the numbers come from and for whom they may be released."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SIMULATED_MARK = "Simulierte Daten – keine Zahlen des WiWAK"


class Level(StrEnum):
    """Whom a paper is for: the case team, a non-public committee, everyone."""

    INTERN = "intern"
    GREMIUM = "gremium"
    OEFFENTLICH = "oeffentlich"


@dataclass(frozen=True)
class Provenance:
    """Origin of a delivery; travels with each released table.

    authority: who delivered; period_from, period_to: first and last day covered; delivered_on: day of delivery, the default
    as-of date; simulated: whether the records were made up.
    """

    authority: str
    period_from: date
    period_to: date
    delivered_on: date
    simulated: bool

    @property
    def mark(self) -> str | None:
        """The words every page, sheet and picture must carry, or None for real records."""
        return SIMULATED_MARK if self.simulated else None
