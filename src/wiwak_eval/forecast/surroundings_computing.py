"""What comes from outside, computed."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.assumptions import Assumptions, Context, Gap
from wiwak_eval.evaluation.month import first_day
from wiwak_eval.forecast.flow import inflow_backtest, inflow_backtest_table, reference_forecast
from wiwak_eval.forecast.flow.inflow_backtest import Forecast
from wiwak_eval.forecast.flow.reference_class import log_sd_12m
from wiwak_eval.forecast.series import forecast
from wiwak_eval.forecast.surroundings import Surroundings
from wiwak_eval.results import Column, NotAssessable, Table, Unit, build_table

NOTEBOOK = "05_fallzahlprognose"
MONTHS_SHOWN = 12
TESTED_MONTHS = 36
NOTES = (
    "Positive Entscheidungen des Bundesamts in Deutschland, wie am Stichtag veröffentlicht, ohne spätere Berichtigung.",
    "Rechnerisch im Landkreis: Entscheidungen × Königsteiner Schlüssel × Quote des Landkreises. Umzüge, Gerichtsentscheidungen und "
    "Familiennachzug sind nicht enthalten.",
    "Die Reihe treibt im Zugangsmodell die neuen Personen; wie viele davon das Zentrum erreicht, ist aus dem Pilotjahr geschätzt.",
)


def compute(context: Context, known: Context, assumptions: Assumptions) -> Surroundings:
    """See `forecast.surroundings.surroundings`."""
    return Surroundings(asylum_context(known, assumptions), inflow_check(context, assumptions))


def inflow_check(context: Context, assumptions: Assumptions) -> Table | NotAssessable:
    """The inflow model over 24 months, where these can be checked: positive decisions, and all decisions. Refused without 36 months."""
    series = {
        "positive Entscheidungen": [item.positive for item in context.asylum_monthly],
        "alle Entscheidungen": [item.decisions for item in context.asylum_monthly],
    }
    if len(context.asylum_monthly) < TESTED_MONTHS:
        return NotAssessable(f"nicht auswertbar: Für den Rückvergleich des Zugangs braucht es {TESTED_MONTHS} Monate.")
    flow = reference_forecast(log_sd_12m(assumptions, first_day(context.asylum_monthly[-1].month)))
    methods: dict[str, Forecast] = {"flow": flow, "series": _learned}
    tested = {name: inflow_backtest(counts, methods) for name, counts in series.items()}
    return inflow_backtest_table(tested, {"series": "Gelerntes Reihenverfahren, Art „Zugang“"}, assumptions.ids_read)


def _learned(history: Sequence[int], horizon: int, quantiles: Sequence[float]) -> NDArray[np.float64]:
    found = forecast(history, horizon, quantiles, kind="flow")
    return np.full((horizon, len(quantiles)), np.nan) if isinstance(found, NotAssessable) else found


def asylum_context(context: Context, assumptions: Assumptions) -> Table | NotAssessable:
    """The last twelve published months, and the persons they would bring to the county from the top down.

    context: as known at the as-of date (`known_context`). Refused where nothing was published or a key is not known.
    """
    months = context.asylum_monthly[-MONTHS_SHOWN:]
    if not months:
        return NotAssessable("nicht auswertbar: Am Stichtag war keine Asylstatistik veröffentlicht.")
    try:
        keys = [
            assumptions.number("koenigstein_share_thuringia", first_day(item.month))
            * assumptions.number("county_quota", first_day(item.month))
            for item in months
        ]
    except Gap as gap:
        return NotAssessable(f"nicht auswertbar: {gap}")
    rows = [(item.month, item.positive, round(item.positive * key, 6)) for item, key in zip(months, keys, strict=True)]
    columns = (
        Column("month", "Monat", Unit.MONTH),
        Column("positive", "positive Entscheidungen, Deutschland", Unit.COUNT),
        Column("expected", "rechnerisch im Landkreis", Unit.NUMBER, 1),
    )
    title = "Was von außen kommt: positive Asylentscheidungen"
    return build_table("asylum_context", title, columns, rows, NOTEBOOK, notes=NOTES, assumptions=assumptions.ids_read)
