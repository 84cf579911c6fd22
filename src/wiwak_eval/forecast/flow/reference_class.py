"""How far forecasts of such inflows have missed, and so how wide ours must be.

Nine published forecasts of asylum inflows (Sweden, Germany, Netherlands) missed by a factor of two: median of |log(actual / forecast)|
0.68, root mean square 0.76. We read “never narrower” so: twelve months ahead the log error of our inflow has at least their root mean
square as its standard deviation (`inflow_reference_log_error`). The 80 % range of the new persons of a whole year that begins after two
months then reaches a factor of two each way, that of a single month twelve months ahead a factor of 2.6, as months scatter around
their year. The stricter reading, a median error of a factor of two and so a sd of 1.0, would take a sample that is hand-picked from years
of crisis for the usual case. Public data bear the choice out: positive decisions of the federal office from 2015 to 2021, forecast by the
mean of three months, missed with a root mean square of 0.75 after 12 months; with a sd of 0.54, which would give a single month a factor
of two, the 80 % ranges held 50 to 63 % of them (`inflow_backtest`).
The log error walks at random from the last known month on: its sd grows with the root of the horizon, from 0.22 after a month, and goes on
growing after the twelfth (1.07 after 24 months; the public series: 1.15).
"""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.assumptions import Assumptions

YEAR = 12


def log_sd_12m(assumptions: Assumptions, on: date) -> float:
    """Sd of the log error of the inflow after twelve months: as assumed (`inflow_log_sd_12m`), at least the reference class. Raises Gap."""
    return max(assumptions.number("inflow_log_sd_12m", on), assumptions.number("inflow_reference_log_error", on))


def log_sds(sd_12m: float, horizon: int) -> NDArray[np.float64]:
    """Sd of the log error 1 to `horizon` months ahead."""
    return np.asarray(sd_12m * np.sqrt(np.arange(1, horizon + 1) / YEAR))


def log_error_paths(sd_12m: float, draws: int, horizon: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """Log ratios actual/forecast, median 0; shape [draws, horizon]."""
    return rng.normal(0.0, sd_12m / np.sqrt(YEAR), size=(draws, horizon)).cumsum(axis=1)
