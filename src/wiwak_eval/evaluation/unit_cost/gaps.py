"""What the bookings may lack: a cost that is missing makes every unit cheaper than it was."""

from collections.abc import Iterator

import pandas as pd

from wiwak_eval import german
from wiwak_eval.evaluation.counts import months_between
from wiwak_eval.evaluation.groups import german_codes
from wiwak_eval.records import TABLES, Records

FIXED_TYPES = ("personnel", "rooms", "carrier")
"""Cost types that fall due each month, whoever comes."""

REGULAR = 0.75
"""Share of the months from which on such a type counts as booked by the month."""


def booking_gaps(spent: pd.DataFrame, records: Records) -> tuple[str, ...]:
    """German sentences: bookings that were not used, months without any, months without pay or rent that are booked in most others."""
    return (*_rejected(records), *_missing(spent, records))


def _rejected(records: Records) -> Iterator[str]:
    rows = sum(line.rows_rejected for line in records.intake if line.table == TABLES["bookings"].german)
    if rows:
        what = "1 Buchung ist" if rows == 1 else f"{german.number(rows)} Buchungen sind"
        yield f"{what} wegen Mängeln nicht verwendet; fehlt dadurch Aufwand, so sind die Kosten zu niedrig."


def _missing(spent: pd.DataFrame, records: Records) -> Iterator[str]:
    months = months_between(records.provenance.period_from, records.provenance.period_to)
    empty = [month for month in months if not (spent["month"] == month).any()]
    if empty:
        yield f"Ohne gebuchte Ausgabe: {_named(empty)}."
    booked = [month for month in months if month not in empty]
    labels = german_codes("bookings", "cost_type")
    for code in FIXED_TYPES:
        with_type = set(spent["month"][spent["cost_type"] == code])
        without = [month for month in booked if month not in with_type]
        if without and len(with_type) >= REGULAR * len(months):
            yield f"„{labels[code]}“ ist in fast jedem Monat gebucht, nicht aber im {_named(without)}: Die Kosten sind wohl zu niedrig."


def _named(months: list[str]) -> str:
    return ", ".join(german.month(month) for month in months)
