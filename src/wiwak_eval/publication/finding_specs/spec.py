"""Where a finding stands."""

from dataclasses import dataclass

from wiwak_eval.results import Unit


@dataclass(frozen=True)
class Spec:
    """Where a finding stands. `Y1`, `Y2` in any field mean the two budget years; low, high: columns of the range."""

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
