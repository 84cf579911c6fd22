"""The tables of the trend, computed."""

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.evaluation.counts import months_between
from wiwak_eval.evaluation.trend.breadth import breadth
from wiwak_eval.evaluation.trend.growth import growth_parts
from wiwak_eval.evaluation.trend.missing import missing_values
from wiwak_eval.evaluation.trend.models import trend_models
from wiwak_eval.evaluation.trend.quarters import joined_quarters
from wiwak_eval.evaluation.trend.rates import trend_rates
from wiwak_eval.evaluation.trend.recording import recording_breaks
from wiwak_eval.evaluation.trend.recording_table import recording_table
from wiwak_eval.evaluation.trend.result import Trend
from wiwak_eval.evaluation.trend.series import compared
from wiwak_eval.evaluation.trend.significance import trend_tests
from wiwak_eval.evaluation.trend.situation_trend import situation_figures
from wiwak_eval.evaluation.trend.situations import seen_with_situation, situation_quarters, situations
from wiwak_eval.evaluation.trend.without import trend_without
from wiwak_eval.records import Records


def compute(records: Records, assumptions: Assumptions) -> Trend:
    """See `evaluation.trend.result.trend`."""
    breaks = recording_breaks(records, assumptions)
    found, seen = compared(records, breaks), seen_with_situation(records)
    quarters = joined_quarters(months_between(records.provenance.period_from, records.provenance.period_to))
    return Trend(
        trend_rates=trend_rates(records),
        trend_tests=trend_tests(found),
        trend_models=trend_models(found, records),
        trend_without=trend_without(found),
        growth_parts=growth_parts(records, breaks),
        recording_breaks=recording_table(records, breaks),
        breadth=breadth(records),
        situations=situations(seen),
        situation_quarters=situation_quarters(seen, quarters),
        situation_figures=situation_figures(seen, found),
        missing_values=missing_values(records),
    )
