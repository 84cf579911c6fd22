"""The caseload as a flow: who comes, how long they stay, how often they are seen.

Contacts of a month = sum over the cohorts of A(t-k) S(k) λ(k): `fit_flow` estimates the three, `project` carries them on.
"""

from wiwak_eval.forecast.flow.contact_rate import ContactRate
from wiwak_eval.forecast.flow.episodes import Episodes, Kind, Window
from wiwak_eval.forecast.flow.fit import fit_contacts, fit_flow
from wiwak_eval.forecast.flow.inflow import InflowFit
from wiwak_eval.forecast.flow.inflow_backtest import InflowBacktest, MethodResult, inflow_backtest, reference_forecast
from wiwak_eval.forecast.flow.inflow_table import inflow_backtest_table
from wiwak_eval.forecast.flow.model import FlowFit
from wiwak_eval.forecast.flow.parameters import SOURCES, Source
from wiwak_eval.forecast.flow.persistence import Persistence
from wiwak_eval.forecast.flow.projection import Factors, FlowPaths, plan, project, variance_shares

__all__ = [
    "SOURCES",
    "ContactRate",
    "Episodes",
    "Factors",
    "FlowFit",
    "FlowPaths",
    "InflowBacktest",
    "InflowFit",
    "Kind",
    "MethodResult",
    "Persistence",
    "Source",
    "Window",
    "fit_contacts",
    "fit_flow",
    "inflow_backtest",
    "inflow_backtest_table",
    "plan",
    "project",
    "reference_forecast",
    "variance_shares",
]
