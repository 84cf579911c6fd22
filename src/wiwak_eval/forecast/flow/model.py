"""The fitted flow, as the projection takes it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.forecast.flow.contact_rate import ContactRate
from wiwak_eval.forecast.flow.episodes import Episodes, Kind, Window
from wiwak_eval.forecast.flow.inflow import InflowFit
from wiwak_eval.forecast.flow.kinds import KindWeights
from wiwak_eval.forecast.flow.persistence import Persistence
from wiwak_eval.forecast.flow.returning import ReturnRate

LONGEST_HORIZON = 36

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class FlowFit:
    """Months of the window oldest first; persons, episodes, contacts as counted.

    named, anonymous: contacts by month; fitted: named contacts that the model expects with the intake seen; arriving: persons expected top
    down in the months after the window, [LONGEST_HORIZON]; dispersion: variance over mean of monthly further contacts; scatter: squared
    coefficient of variation of the further contacts of an episode; inflow_log_sd, rate_log_sd: sd of the log after 12 months.
    """

    window: Window
    episodes: Episodes
    named: NDArray[np.int64]
    anonymous: NDArray[np.int64]
    fitted: Floats
    persistence: Persistence
    contact_rate: ContactRate
    kinds: KindWeights
    returns: ReturnRate
    inflow: InflowFit
    arriving: Floats
    dispersion: float
    scatter: float
    inflow_log_sd: float
    rate_log_sd: float

    @property
    def new_persons(self) -> NDArray[np.int64]:
        """Clients first seen in the month."""
        return self.episodes.starting(Kind.NEW)

    @property
    def returning(self) -> NDArray[np.int64]:
        """Clients back after a gap of more than 90 days."""
        return self.episodes.starting(Kind.RETURNING)


def contact_dispersion(further: NDArray[np.int64], expected: Floats) -> float:
    """Variance over mean of monthly further contacts: at least what clients with several contacts a month give, or what the months show."""
    within = float((further**2).sum() / max(1, further.sum()))
    observed = further.sum(axis=0)
    between = float(((observed - expected) ** 2 / np.maximum(expected, 1.0)).sum() / max(1, len(observed) - 2))
    return max(1.0, within, between)


def episode_scatter(further: NDArray[np.int64], episodes: Episodes) -> float:
    """Squared coefficient of variation of further contacts, from episodes seen for four months at least; 1 where these are few."""
    totals = further[(episodes.kind == Kind.NEW) & (episodes.start_month <= further.shape[1] - 4)].sum(axis=1)
    if len(totals) < 10 or totals.mean() == 0:
        return 1.0
    return float(np.clip(totals.var() / totals.mean() ** 2, 0.5, 4.0))
