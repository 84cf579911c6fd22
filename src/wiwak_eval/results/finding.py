"""A number that a sentence may use: one cell of a released table, with all that is needed to trace it."""

from dataclasses import dataclass

from wiwak_eval.results.table import HIDDEN, Cell, Unit, Unproven


@dataclass(frozen=True)
class Finding:
    """One cell of a released table.

    id: name used in sentences; label: German; value, low, high: in `unit` (euros as whole cents, shares as 0–1), None where there
    is none or the release hides it (`hidden`, `hidden_low`, `hidden_high` tell which); period: German text; table, row, column: where the
    cell stands; notebook: where it is shown; assumptions: ids of the assumptions behind it; decimals: for printing; unproven: those of
    them that are not verified.
    """

    id: str
    label: str
    value: int | float | None
    low: int | float | None
    high: int | float | None
    unit: Unit
    decimals: int
    period: str
    table: str
    row: str
    column: str
    notebook: str
    assumptions: tuple[str, ...]
    hidden: bool = False
    unproven: tuple[Unproven, ...] = ()
    hidden_low: bool = False
    hidden_high: bool = False

    @property
    def cells(self) -> tuple[Cell, Cell, Cell]:
        """Value, low and high as a table holds them: the sign where the release hides one."""
        told = ((self.value, self.hidden), (self.low, self.hidden_low), (self.high, self.hidden_high))
        value, low, high = (HIDDEN if hidden else number for number, hidden in told)
        return value, low, high
