"""Which row of the pay tables holds on a day, and what it pays after the expected pay rounds."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from weakref import WeakKeyDictionary

from wiwak_eval import german
from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.budget.pay.group_names import normal_group
from wiwak_eval.budget.pay.rules import LAST_STEP
from wiwak_eval.money import Cents, round_half_up

MEAN_STEP = 0
"""Stands for the mean of all steps of a pay group: what a plan is priced at that shall not tell the step anybody holds."""

_KNOWN: "WeakKeyDictionary[Assumptions, dict[tuple[str, int, date], PayRow | None]]" = WeakKeyDictionary()
"""Rows already asked of these very assumptions: asking them again would record the same reading."""


@dataclass(frozen=True)
class PayRow:
    """A full post's monthly pay on a day. id: assumption with the table value (`pay_S12_3`); valid_from: first day of that table;
    index: factor by which it was moved on since; pay: table value times index, in cents; index_from: day from which the index holds;
    status: of the table value, or of the index where that moved it."""

    id: str
    valid_from: date
    index: Decimal
    pay: Cents
    index_from: date
    status: str

    @property
    def since(self) -> date:
        """First day on which this pay holds."""
        return max(self.valid_from, self.index_from)


def pay_id(group: str, step: int) -> str:
    """Id of the assumption that holds the table value."""
    return f"pay_{normal_group(group)}_{step}"


def pay_row(assumptions: Assumptions, group: str, step: int, day: date) -> PayRow:
    """The last table known, moved on by the expected pay rounds since it came into force.

    Raises Gap where no table covers the day, for instance January 2017 or a group without a table.
    """
    if step == MEAN_STEP:
        return _mean_row(assumptions, group, day)
    table = assumptions.get(pay_id(group, step), day)
    now, then = assumptions.get("pay_index", day), assumptions.decimal("pay_index", table.valid_from)
    index = Decimal(str(now.value))
    pay = round_half_up(Fraction(Decimal(str(table.value)) * 100 * index) / Fraction(then))
    return PayRow(table.id, table.valid_from, index / then, pay, now.valid_from, table.status if index == then else now.status)


def _mean_row(assumptions: Assumptions, group: str, day: date) -> PayRow:
    """The mean of all steps known on a day, rounded to the cent; dates and status of the first of them."""
    rows = [row for step in range(1, LAST_STEP + 1) if (row := row_if_known(assumptions, group, step, day))]
    if not rows:
        raise no_table(group, day)
    return replace(rows[0], id=pay_id(group, MEAN_STEP), pay=round_half_up(Fraction(sum(row.pay for row in rows), len(rows))))


def table_pay(assumptions: Assumptions, group: str, step: int, day: date) -> Cents:
    """Monthly full-time pay on a day. Raises Gap."""
    return pay_row(assumptions, group, step, day).pay


def row_if_known(assumptions: Assumptions, group: str, step: int, day: date) -> PayRow | None:
    """The row that holds, or None; worked out once, since a plan is priced a thousand times."""
    known, key = _KNOWN.setdefault(assumptions, {}), (group, step, day)
    if key not in known:
        known[key] = _row_if_known(assumptions, group, step, day)
    return known[key]


def _row_if_known(assumptions: Assumptions, group: str, step: int, day: date) -> PayRow | None:
    if step == MEAN_STEP:
        known = [assumptions.has(pay_id(group, one), day) for one in range(1, LAST_STEP + 1)]
        return _mean_row(assumptions, group, day) if any(known) else None
    return pay_row(assumptions, group, step, day) if assumptions.has(pay_id(group, step), day) else None


def ask_all_steps(assumptions: Assumptions, group: str, day: date) -> None:
    """Looks up each step of a group, so that a record of what was read does not tell the one that somebody holds."""
    for step in range(1, LAST_STEP + 1):
        assumptions.has(pay_id(group, step), day)


def no_table(group: str, day: date) -> Gap:
    """Names the group, not the step: papers print why a budget was refused."""
    return Gap(
        f"Für die Entgeltgruppe „{group}“ fehlt ein Tabellenentgelt, das am {german.day(day)} gilt. "
        "Bitte in data/assumptions mit Quelle ergänzen oder einen späteren Stichtag wählen."
    )
