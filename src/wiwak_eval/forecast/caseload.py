"""The caseload of the two budget years after the pilot."""

from collections.abc import Mapping
from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions, Context
from wiwak_eval.forecast.record import OfficialRecord
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class CaseloadForecast:
    """caseload: numbers for the budget; official_record: for the forecast book; the rest are tables by their ids."""

    caseload: Caseload | NotAssessable
    official_record: OfficialRecord | NotAssessable
    forecast_monthly: Table | NotAssessable
    forecast_yearly: Table | NotAssessable
    forecast_persons: Table | NotAssessable
    forecast_persons_monthly: Table | NotAssessable
    forecast_sources: Table | NotAssessable
    scenario_lines: Table | NotAssessable
    scenario_years: Table | NotAssessable
    levers: Table | NotAssessable
    backtest: Table | NotAssessable
    backtest_own: Table | NotAssessable
    method_choice: Table | NotAssessable


def caseload_forecast(
    records: Records, context: Context, assumptions: Assumptions, scenarios: Mapping[str, Assumptions] | None = None
) -> CaseloadForecast:
    """Forecast contacts from the month after the delivery to the end of the second budget year.

    context: as known on the as-of date; scenarios: the assumptions under other scenarios by their German labels, to be shown side by side.
    Months before the first budget year are a bridge: forecast, but in no budget. A series of fewer than six months is refused.
    """
    from wiwak_eval.forecast.caseload_computing import compute

    return compute(records, context, assumptions, scenarios)
