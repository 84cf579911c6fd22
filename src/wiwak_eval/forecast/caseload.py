"""The caseload of the two budget years after the pilot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.evaluation import MonthlyCounts, monthly_counts
from wiwak_eval.evaluation.counts import complete_months, months_between
from wiwak_eval.forecast.backtest import Coverage, MethodScore, backtest
from wiwak_eval.forecast.series import FEWEST_MONTHS, forecast_counts
from wiwak_eval.forecast.tables import backtest_table, monthly_table, yearly_table
from wiwak_eval.forecast.volume import Caseload, first_day
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class CaseloadForecast:
    """caseload: numbers for the budget; tables `forecast_monthly`, `forecast_yearly`, `backtest`."""

    caseload: Caseload | NotAssessable
    forecast_monthly: Table | NotAssessable
    forecast_yearly: Table | NotAssessable
    backtest: Table | NotAssessable


def caseload_forecast(records: Records, assumptions: Assumptions) -> CaseloadForecast:
    """Forecast contacts from the month after the delivery to the end of the second budget year.

    Months before the first budget year are a bridge: forecast, but in no budget. A series of fewer than six months is refused.
    """
    counts = monthly_counts(records)
    if isinstance(counts, NotAssessable):
        return CaseloadForecast(counts, counts, counts, counts)
    origin = records.provenance
    counts = complete_months(counts, origin.period_from, origin.period_to)
    if len(counts.months) < FEWEST_MONTHS:
        short = NotAssessable(f"nicht auswertbar: Eine Prognose braucht mindestens {FEWEST_MONTHS} Monate.")
        return CaseloadForecast(short, short, short, short)
    if not any(counts.contacts):
        empty = NotAssessable("nicht auswertbar: Die Lieferung enthält keine Beratung.")
        return CaseloadForecast(empty, empty, empty, empty)
    return _forecast(counts, origin.period_to, assumptions)


def _forecast(counts: MonthlyCounts, last_day: date, assumptions: Assumptions) -> CaseloadForecast:
    years = (last_day.year + 1, last_day.year + 2)
    ahead = months_between(first_day(counts.months[-1]), date(years[-1], 12, 31))[1:]
    factors = np.array([assumptions.number("caseload_level", first_day(month)) for month in ahead])
    sd = assumptions.number("level_sd_month", last_day)
    seed = int(assumptions.number("forecast_seed", last_day))
    result = forecast_counts(counts.contacts, len(ahead), int(assumptions.number("forecast_draws", last_day)), seed, sd)
    central = np.floor(result.level * factors + 0.5).astype(int)
    draws = np.floor(result.draws * factors + 0.5).astype(int)
    in_year = [np.array([month.startswith(str(year)) for month in ahead]) for year in years]
    caseload = Caseload(
        years,
        tuple(int(central[mask].sum()) for mask in in_year),
        tuple(tuple(int(total) for total in draws[:, mask].sum(axis=1)) for mask in in_year),
    )
    read = assumptions.ids_read
    return CaseloadForecast(
        caseload,
        monthly_table(counts, ahead, years, central, _quantiles(draws), read),
        yearly_table(caseload, read),
        _backtest_table(counts.contacts, seed, sd, read),
    )


def _quantiles(draws: NDArray[np.int64]) -> NDArray[np.float64]:
    """Rows 2.5 %, 10 %, 90 %, 97.5 %; columns months."""
    return np.asarray(np.quantile(draws, [0.025, 0.1, 0.9, 0.975], axis=0, method="inverted_cdf"))


def _backtest_table(contacts: Sequence[int], seed: int, sd: float, read: tuple[str, ...]) -> Table | NotAssessable:
    tested: tuple[tuple[MethodScore, ...], Coverage] | None = backtest(contacts, seed, sd)
    if tested is None:
        return NotAssessable("nicht auswertbar: Für einen Rückvergleich fehlen spätere Monate.")
    return backtest_table(*tested, read)
