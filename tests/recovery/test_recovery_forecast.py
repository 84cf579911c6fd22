"""A known truth found again: caseloads that wander as the method assumes are covered as often as it says."""

import numpy as np
import pytest

from wiwak_eval.forecast.series import forecast_counts

SERIES, HISTORY, BRIDGE = 400, 10, 2


def coverage(true_sd, assumed_sd, dispersion=1.0):
    """Share of simulated centres whose yearly totals lie in the 80 % range, for both budget years."""
    rng, inside = np.random.default_rng(20171115), np.zeros(2)
    for number in range(SERIES):
        level = 150 * np.exp(rng.normal(0, true_sd, HISTORY + BRIDGE + 24).cumsum())
        counts = rng.poisson(level if dispersion == 1 else rng.gamma(level / (dispersion - 1), dispersion - 1))
        past, future = counts[:HISTORY], counts[HISTORY + BRIDGE :]
        draws = forecast_counts(past.tolist(), BRIDGE + 24, 500, number, assumed_sd).draws[:, BRIDGE:]
        low, high = np.quantile(draws.reshape(-1, 2, 12).sum(axis=2), [0.1, 0.9], axis=0)
        totals = future.reshape(2, 12).sum(axis=1)
        inside += (low <= totals) & (totals <= high)
    return inside / SERIES


@pytest.mark.parametrize(("sd", "dispersion"), [(0.04, 1), (0.08, 1), (0.14, 1), (0.08, 4)])
def test_the_80_percent_range_holds_about_80_percent(sd, dispersion):
    """Somewhat more than 80 %, since the method also allows for movements that a wandering level does not have."""
    shares = coverage(sd, sd, dispersion)
    assert shares.min() >= 0.77
    assert shares.max() <= 0.90


def test_a_drift_assumed_too_small_is_found_out():
    assert coverage(0.08, 0.0).max() < 0.65


def test_a_drift_assumed_too_large_is_found_out():
    assert coverage(0.08, 0.16).min() > 0.93
