"""The hierarchical model against integrals worked out on their own, and where it must change nothing."""

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import halfnorm, kstest

from wiwak_eval.transfer.pooling import pooled, unpooled

DRAWS = 40_000
RATES = np.array([0.6, 0.1, 0.9, 0.3])
VARIANCES = np.array([0.005, 0.02, 0.01, 0.05])
SCALE = 0.4


def rng():
    return np.random.default_rng(7)


def density(spread):
    """Marginal posterior of the spread, up to a factor: the centre integrated out by a second integral, no closed form used."""

    def given(centre):
        whole = VARIANCES + spread**2
        return float(np.prod(np.exp(-0.5 * (RATES - centre) ** 2 / whole) / np.sqrt(2 * np.pi * whole)))

    return quad(given, -3, 4, limit=200)[0] * halfnorm.pdf(spread, scale=SCALE)


def test_the_spread_is_that_of_the_integral():
    whole = quad(density, 0, 3, limit=100)[0]
    mean = quad(lambda spread: spread * density(spread), 0, 3, limit=100)[0] / whole
    below = quad(density, 0, 0.3, limit=100)[0] / whole
    fit = pooled(RATES, VARIANCES, SCALE, DRAWS, rng())
    assert fit.spread_mean == pytest.approx(mean, rel=1e-3)
    assert fit.spread.mean() == pytest.approx(mean, rel=0.01)
    assert (fit.spread < 0.3).mean() == pytest.approx(below, abs=0.01)


def test_each_rate_moves_between_its_own_and_the_centre_the_less_sure_the_further():
    fit = pooled(RATES, VARIANCES, SCALE, DRAWS, rng())
    moved = (fit.means - RATES) / (fit.centre_mean - RATES)
    assert ((moved > 0) & (moved < 1)).all()
    assert list(np.argsort(moved)) == list(np.argsort(VARIANCES))
    assert fit.sites.mean(axis=1) == pytest.approx(fit.means, abs=0.005)
    assert fit.sites[3].var() < 0.9 * VARIANCES[3]


def test_equal_counties_are_pooled_wholly_far_ones_not_at_all():
    alike = pooled(np.full(12, 0.5), np.full(12, 0.04), SCALE, DRAWS, rng())
    apart = pooled(np.array([-3.0, 0.0, 3.0]), np.full(3, 0.01), SCALE, DRAWS, rng())
    assert alike.spread_mean < 0.1
    assert np.abs(apart.means - apart.observed).max() < 0.06


def test_one_site_teaches_nothing_about_the_spread_and_is_not_moved():
    fit = pooled(np.array([0.6]), np.array([0.004]), SCALE, DRAWS, rng())
    assert kstest(fit.spread, halfnorm(scale=SCALE).cdf).pvalue > 0.01
    assert fit.means[0] == pytest.approx(0.6, abs=1e-12)
    assert np.abs(fit.shrunk - 0.6).max() < 1e-12
    other = fit.another(np.random.default_rng(3))
    assert other.mean() == pytest.approx(0.6, abs=0.01)
    assert other.var() == pytest.approx(0.004 + 2 * SCALE**2, rel=0.05)


def test_without_pooling_everybody_keeps_the_own_rate():
    fit = unpooled(RATES, VARIANCES, SCALE, DRAWS, rng())
    assert list(fit.means) == list(RATES)
    assert (fit.shrunk == RATES[:, None]).all()
    assert fit.sites.var(axis=1) == pytest.approx(VARIANCES, rel=0.05)


def test_without_pooling_others_lie_around_the_mean_weighted_by_what_each_county_knows():
    def precision(spread):
        return (1 / (VARIANCES + spread**2)).sum()

    def centre(spread):
        return (RATES / (VARIANCES + spread**2)).sum() / precision(spread)

    def over_the_prior(of):
        return quad(lambda spread: of(spread) * halfnorm.pdf(spread, scale=SCALE), 0, 4, limit=200)[0]

    fit = unpooled(RATES, VARIANCES, SCALE, DRAWS, rng())
    mean = over_the_prior(centre)
    assert fit.centre_mean == pytest.approx(mean, abs=1e-4)
    variance = over_the_prior(lambda spread: spread**2 + 1 / precision(spread) + (centre(spread) - mean) ** 2)
    assert fit.another(np.random.default_rng(3)).var() == pytest.approx(variance, rel=0.05)


def test_without_pooling_a_tiny_county_hardly_moves_the_others():
    """One contact where 30 would be expected: a log rate 3.4 lower, known to a variance of 12."""
    fit = unpooled(np.array([0.6, -2.8]), np.array([0.007, 12.0]), SCALE, DRAWS, rng())
    assert fit.centre_mean == pytest.approx(0.6, abs=0.06)


def test_without_pooling_one_site_says_of_others_what_it_says_with_pooling():
    alone = np.array([0.6]), np.array([0.004])
    with_it, without = (model(*alone, SCALE, DRAWS, rng()).another(np.random.default_rng(3)) for model in (pooled, unpooled))
    assert np.quantile(without, (0.1, 0.9)) == pytest.approx(np.quantile(with_it, (0.1, 0.9)), abs=0.02)
