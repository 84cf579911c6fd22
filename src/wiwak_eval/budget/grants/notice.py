"""One delivered grant notice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pandas as pd

from wiwak_eval.assumptions import Gap
from wiwak_eval.budget.grants.decided import KINDS
from wiwak_eval.budget.grants.terms import NEVER, GrantKind
from wiwak_eval.money import Cents, round_half_up


@dataclass(frozen=True)
class Notice:
    """One row of the table `grants`. first, last: days of the supported period; decided: day of the notice, the delivery's where none is
    stated; ceiling: cents for the whole period, of a fixed sum the sum itself."""

    kind: GrantKind
    first: date
    last: date
    decided: date
    share: Decimal | None
    ceiling: Cents | None
    early_start: bool
    tolerance: Decimal | None

    def months(self, year: int) -> range:
        """Months of the year that are supported: those whose last day, when pay falls due, lies within the period."""
        held = [month for month in range(1, 13) if self.first <= _last_day(year, month) <= self.last]
        return range(held[0], held[-1] + 1) if held else range(NEVER, NEVER)

    def decided_month(self, year: int) -> int:
        """Month of the year in which it came: 0 before it, 13 after it."""
        return 0 if self.decided.year < year else self.decided.month if self.decided.year == year else NEVER

    def ceiling_in(self, year: int) -> Cents | None:
        """The year's part of the ceiling, by months: one that covers two years promises its sum once."""
        whole = sum(len(self.months(each)) for each in range(self.first.year, self.last.year + 1))
        return None if self.ceiling is None or not whole else round_half_up(Fraction(self.ceiling * len(self.months(year)), whole))

    def promised(self, year: int) -> Cents:
        """What it promises at most in a year. Raises Gap where it names no amount."""
        amount = self.ceiling_in(year)
        if amount is None:
            raise Gap(f"Ein Bescheid für {year} nennt keinen Betrag. Bitte in der Tabelle „Bescheide“ die Spalte „Höchstbetrag“ füllen.")
        return amount


def read_notice(row: Mapping[Any, Any], delivered_on: date) -> Notice:
    """A checked row of the table `grants`. Values are those of `records.contract.Kind`."""

    def exact(name: str) -> Decimal | None:
        return None if pd.isna(row[name]) else Decimal(str(row[name]))

    ceiling = exact("ceiling")
    return Notice(
        KINDS[row["type"]],
        row["from"].date(),
        row["to"].date(),
        delivered_on if pd.isna(row["decided_on"]) else row["decided_on"].date(),
        exact("share"),
        None if ceiling is None else int(ceiling),
        bool(row["early_start_allowed"]),
        exact("item_tolerance"),
    )


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
