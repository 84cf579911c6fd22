"""A number that a sentence may use: one cell of a released table, with all that is needed to trace it."""

from dataclasses import dataclass

from wiwak_eval.results.table import Unit, Unproven


@dataclass(frozen=True)
class Finding:
    """One cell of a released table.

    id: name used in sentences; label: German; value, low, high: in `unit` (euros as whole cents, shares as 0–1), None where there
    is none or the release hides it (`hidden` tells which); period: German text; table, row, column: where the cell stands; notebook:
    where it is shown; assumptions: ids of the assumptions behind it; decimals: for printing; unproven: those of them that are not
    verified.
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
