"""Monthly contacts 24 months ahead, with ranges, and how well the method did on what is already known."""

from wiwak_eval.forecast.caseload import CaseloadForecast, caseload_forecast
from wiwak_eval.forecast.series import CountForecast, forecast_counts
from wiwak_eval.forecast.surroundings import asylum_context
from wiwak_eval.forecast.volume import Caseload

__all__ = ["Caseload", "CaseloadForecast", "CountForecast", "asylum_context", "caseload_forecast", "forecast_counts"]
