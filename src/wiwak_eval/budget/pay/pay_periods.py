"""From which month on a group and step is paid by which row of the pay tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.pay.pay_table import PayRow, row_if_known


@dataclass(frozen=True)
class Period:
    """From a month on a group and step is paid by this row; None where no table holds any more."""

    first: date
    row: PayRow | None


def periods(assumptions: Assumptions, group: str, step: int, days: Sequence[date]) -> Iterator[Period]:
    """Each change of table or expected rise on the first days of months given, oldest first; the first period begins where its pay does."""
    before = None
    for day in days:
        row = row_if_known(assumptions, group, step, day)
        if row != before:
            yield Period(min(day, _first_month(row.since)) if row else day, row)
        before = row


def _first_month(since: date) -> date:
    """First day of the first month whose first day lies in the period."""
    return since if since.day == 1 else date(since.year + since.month // 12, since.month % 12 + 1, 1)
