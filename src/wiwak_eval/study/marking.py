"""The sign on released tables: which of the assumptions behind them nobody has verified."""

from collections.abc import Iterable
from dataclasses import replace

from wiwak_eval.assumptions.table import LOG
from wiwak_eval.assumptions.unproven import Verification
from wiwak_eval.results import ReleasedTable
from wiwak_eval.study.opened import LookUp

WITHOUT_CASELOAD = frozenset(
    {
        "amounts", "grant", "pay_tables", "step_rules", "month_rules", "surcharges", "grant_rules",
        "land_counties", "land_refugees", "land_limits", "land_preconditions", "land_ranks",
    }
)  # fmt: skip
"""Tables of prices, rules and public series: beside those of the budget and of other counties, but whatever the forecast says."""


def marked(table: ReleasedTable, verified: Verification, looked_up: Iterable[LookUp], forecast: Iterable[str] = ()) -> ReleasedTable:
    """The table with the unverified assumptions behind it. The log of assumptions says so itself, row by row.

    looked_up: which assumptions were read for which days when the table's result was computed; forecast: ids behind the forecast that it
    was computed from, which count for the table too, after its own.
    """
    if table.id == LOG:
        return table
    read = frozenset(looked_up)
    before = indirect(table, forecast)
    return replace(table, unproven=(*verified.missing(read, table.assumptions), *verified.missing(read, before)))


def indirect(table: ReleasedTable, forecast: Iterable[str]) -> frozenset[str]:
    """Ids of the assumptions that a table rests on by way of the forecast alone."""
    return frozenset() if table.id in WITHOUT_CASELOAD else frozenset(forecast) - frozenset(table.assumptions)
