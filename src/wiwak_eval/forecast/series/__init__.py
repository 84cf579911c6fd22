"""One short monthly count series ahead, and thousands at once. Imports numpy and scipy alone."""

from wiwak_eval.forecast.series.kinds import KINDS
from wiwak_eval.forecast.series.learned import load_record
from wiwak_eval.forecast.series.model import FEWEST_MONTHS, SeriesForecaster
from wiwak_eval.forecast.series.quantiles import LEARNED

forecast = SeriesForecaster()
"""`forecast(history, horizon, quantiles, kind=None)`, with `.many`, `.totals` and `.without`."""

__all__ = ["FEWEST_MONTHS", "KINDS", "LEARNED", "SeriesForecaster", "forecast", "load_record"]
