"""One set of parameters for each simulated path."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.forecast.flow.ages import by_age
from wiwak_eval.forecast.flow.model import FlowFit
from wiwak_eval.forecast.flow.reference_class import YEAR, log_error_paths, log_sds

Source = Literal["inflow", "persistence", "contact_rate", "counts"]
SOURCES: tuple[Source, ...] = ("inflow", "persistence", "contact_rate", "counts")
"""Sources of uncertainty, each with a random stream of its own, so that one alone draws what it draws among all."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Drawn:
    """By path.

    present: share still in counselling when the calendar age begins; further: expected further contacts at that age; met: persons met who
    stand behind them; returning: share of former clients who return, by months since they became such; shape [paths, ages] each.
    new_persons: expected by month ahead; rate: factor on contacts by month ahead; shape [paths, months] each.
    others, back: factors on the further contacts of new and continuing, and of returning persons, [paths].
    """

    present: Floats
    further: Floats
    met: Floats
    new_persons: Floats
    returning: Floats
    rate: Floats
    others: Floats
    back: Floats


def draw_parameters(
    fit: FlowFit, horizon: int, paths: int, ages: int, rngs: dict[Source, np.random.Generator], sources: Collection[Source]
) -> Drawn:
    """Sources that are not named stay at their point values."""
    samples = len(fit.contact_rate.draws)
    sample = rngs["persistence"].permutation(paths) % samples
    bands = fit.contact_rate.band_of(np.arange(ages))
    staying, seeing = "persistence" in sources, "contact_rate" in sources
    curve = fit.persistence.draws if staying else fit.persistence.curve
    aged = by_age(curve, ages)
    pick = sample if staying else np.zeros(paths, dtype=np.int64)
    present, exposed = np.atleast_2d(aged.present)[pick], np.atleast_2d(aged.exposed)[pick]
    rate = fit.contact_rate.draws[sample][:, bands] if seeing else fit.contact_rate.rate[bands][None, :]
    seen = fit.contact_rate.seen_draws[sample][:, bands] if seeing else fit.contact_rate.seen[bands][None, :]
    further = exposed * rate
    drift = rngs["contact_rate"].normal(0.0, fit.rate_log_sd / np.sqrt(YEAR), size=(paths, horizon)).cumsum(axis=1)
    return Drawn(
        present,
        further,
        further * seen,
        _new_persons(fit, horizon, paths, rngs["inflow"], "inflow" in sources),
        _returning(fit, paths, ages, rngs["inflow"], "inflow" in sources),
        np.exp(drift) if seeing else np.ones((paths, horizon)),
        fit.kinds.others_draws[sample] if seeing else np.full(paths, fit.kinds.others),
        fit.kinds.returning_draws[sample] if seeing else np.full(paths, fit.kinds.returning),
    )


def _new_persons(fit: FlowFit, horizon: int, paths: int, rng: np.random.Generator, unsure: bool) -> Floats:
    """Expected new persons ahead: what the intake model carries on, times the error path of the reference class.

    The errors of published forecasts include that their authors did not know their parameters either. So the error paths are scaled to
    what is left of the reference class beside the spread of our own parameters: together never narrower than it, and nothing counts twice.
    """
    path = fit.inflow.ahead(fit.arriving[:horizon], unsure)
    sample = rng.permutation(paths) % len(path)
    errors = log_error_paths(fit.inflow_log_sd, paths, horizon, rng)
    own = np.log(path).var(axis=0) / log_sds(fit.inflow_log_sd, horizon) ** 2
    return np.asarray(path[sample] * np.exp(errors * np.sqrt(np.maximum(0.0, 1.0 - own)))) if unsure else path[sample]


def _returning(fit: FlowFit, paths: int, ages: int, rng: np.random.Generator, unsure: bool) -> Floats:
    shares = fit.returns.shares(ages, unsure)
    return np.asarray(shares[rng.permutation(paths) % len(shares)])
