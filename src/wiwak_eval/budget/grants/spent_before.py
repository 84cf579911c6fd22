"""What the centre spent a month before the first budget year, from the county's ledger."""

from fractions import Fraction

from wiwak_eval.evaluation.counts import months_between
from wiwak_eval.money import Cents, round_half_up
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

ITEMS = ("interpreting", "materials", "training", "travel", "events")
"""Cost types of the ledger that are items of the budget under the same name."""


def spent_a_month(records: Records) -> dict[str, Cents]:
    """Mean cash expenditure a month of the delivery's period, in cents by item; empty without bookings."""
    bookings = records.table("bookings")
    if isinstance(bookings, NotAssessable):
        return {}
    months = len(months_between(records.provenance.period_from, records.provenance.period_to))
    cash = bookings[(bookings["direction"] == "expenditure") & ~bookings["in_kind"]]
    sums = {item: int(cash.loc[cash["cost_type"] == item, "amount"].sum()) for item in ITEMS}
    return {item: round_half_up(Fraction(amount, months)) for item, amount in sums.items()}
