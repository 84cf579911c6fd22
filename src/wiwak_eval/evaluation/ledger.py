"""What the pilot year cost, from the county's ledger extract."""

from dataclasses import dataclass

from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class LedgerResult:
    """Tables `expenditure` (by cost type) and `income` (by funder), in cents, of the delivered period."""

    expenditure: Table | NotAssessable
    income: Table | NotAssessable


def ledger(records: Records) -> LedgerResult:
    """Sum the bookings gross, expenditure and income apart; in kind stands beside cash, never in it."""
    from wiwak_eval.evaluation.ledger_computing import compute

    return compute(records)
