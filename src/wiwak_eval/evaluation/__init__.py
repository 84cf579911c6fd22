"""What the pilot year shows: counts, trend, topics, expenditure."""

from wiwak_eval.evaluation.counts import MonthlyCounts, monthly_counts
from wiwak_eval.evaluation.intake import IntakeOverview, intake_overview
from wiwak_eval.evaluation.ledger import LedgerResult, ledger
from wiwak_eval.evaluation.pilot_year import PilotYear, pilot_year

__all__ = [
    "IntakeOverview",
    "LedgerResult",
    "MonthlyCounts",
    "PilotYear",
    "intake_overview",
    "ledger",
    "monthly_counts",
    "pilot_year",
]
