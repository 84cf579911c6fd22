"""Methods that these data cannot carry, as functions that say so: each takes what the method needs and returns why it is refused."""

from wiwak_eval.evaluation.refusals.catalogue import METHODS
from wiwak_eval.evaluation.refusals.comparison import before_after, effect_of_centre, network_change, synthetic_control
from wiwak_eval.evaluation.refusals.method import Method
from wiwak_eval.evaluation.refusals.models import (
    events_per_parameter,
    predictive_monitoring,
    process_discovery,
    waiting_by_queue_model,
)
from wiwak_eval.evaluation.refusals.people import league_table, satisfaction_survey, small_group
from wiwak_eval.evaluation.refusals.result import Refusals, refusals
from wiwak_eval.evaluation.refusals.time_series import (
    interrupted_time_series,
    series_across_changes,
    trend_of_few_months,
    trend_of_running_sums,
)
from wiwak_eval.evaluation.refusals.worth import cost_effectiveness, fiscal_extrapolation, mean_of_caseload_ratios, social_return

__all__ = [
    "METHODS",
    "Method",
    "Refusals",
    "before_after",
    "cost_effectiveness",
    "effect_of_centre",
    "events_per_parameter",
    "fiscal_extrapolation",
    "interrupted_time_series",
    "league_table",
    "mean_of_caseload_ratios",
    "network_change",
    "predictive_monitoring",
    "process_discovery",
    "refusals",
    "satisfaction_survey",
    "series_across_changes",
    "small_group",
    "social_return",
    "synthetic_control",
    "trend_of_few_months",
    "trend_of_running_sums",
    "waiting_by_queue_model",
]
