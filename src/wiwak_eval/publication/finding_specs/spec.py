"""Where a finding stands."""

from dataclasses import dataclass

from wiwak_eval.results import Unit


@dataclass(frozen=True)
class Spec:
    """Where a finding stands. `Y1`, `Y2` in any field mean the two budget years; low, high: columns of the range.

    rests_on: ids of the assumptions behind this cell, where it rests on fewer of them than its table; None for all of the table's.
    """

    id: str
    label: str
    table: str
    row: str
    column: str
    unit: Unit
    decimals: int = 0
    low: str = ""
    high: str = ""
    period: str = "Pilotjahr"
    rests_on: frozenset[str] | None = None

    def behind(self, assumption: str) -> bool:
        """Whether an assumption of the table stands behind this cell too."""
        return self.rests_on is None or assumption in self.rests_on
