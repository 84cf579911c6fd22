import numpy as np
import pytest
from risk_samples import given, rule, work_inputs, year_model

from wiwak_eval.budget.risk.draws import CHUNK, simulate
from wiwak_eval.budget.risk.inputs import Inputs, sorted_paths
from wiwak_eval.budget.risk.model import RiskModel, Variant
from wiwak_eval.budget.risk.quantiles import posts_quantiles, printed, spread, standard_error

PATHS = sorted_paths(np.random.default_rng(3).poisson(1000, (2, 500)).tolist())
INPUTS = Inputs((*work_inputs(contact_minutes=(30.0, 40.0, 50.0)), given("rent", 5.0, 6.0, 9.0)), PATHS, (1000, 1000))
MODEL = RiskModel((year_model([400_000, 50_000]),) * 2, (Variant("v", "Variante", (rule(2, granted=4e6, rate=0.8),) * 2),))


def test_the_same_seed_gives_the_same_draws_and_another_one_does_not():
    first, again, other = (simulate(MODEL, INPUTS, 300, seed).outcome for seed in (7, 7, 8))
    assert np.array_equal(first.total, again.total)
    assert np.array_equal(first.land, again.land)
    assert not np.array_equal(first.total, other.total)


def test_fewer_draws_are_the_first_ones_of_more():
    few, many = simulate(MODEL, INPUTS, 100, 7).outcome, simulate(MODEL, INPUTS, CHUNK + 50, 7).outcome
    assert np.array_equal(few.total, many.total[:, :100])
    assert many.posts.shape == (2, CHUNK + 50)
    assert np.all(many.posts > 0)


def test_the_years_of_a_draw_come_from_one_path():
    """Two paths alone, one high in both years and one low: a year that is high meets another that is high."""
    inputs = Inputs(tuple(work_inputs()), sorted_paths([(500, 4000), (500, 4000)]), (1000, 1000))
    posts = simulate(MODEL, inputs, 200, 7).outcome.posts
    assert set(map(tuple, posts.T.tolist())) == {(0.75, 0.75), (3.0, 3.0)}


def test_the_error_of_a_quantile_is_that_of_theory():
    """For a normal distribution: √(p(1-p)/n) / density at the quantile = 0.4 / √n / 0.27996."""
    draws = np.random.default_rng(1).normal(size=100_000)
    theory = 0.4 / np.sqrt(100_000) / 0.279962
    assert standard_error(draws, 0.8) == pytest.approx(theory, rel=0.1)
    assert standard_error(draws, 0.8, independent=1000) == pytest.approx(10 * theory, rel=0.1)


def test_the_error_covers_what_other_draws_would_give():
    rng = np.random.default_rng(2)
    sets = rng.lognormal(size=(400, 2000))
    found = np.quantile(sets, 0.8, axis=1)
    assert np.mean([standard_error(draws, 0.8) for draws in sets]) == pytest.approx(found.std(), rel=0.1)


def test_quantiles_of_known_draws():
    found = spread(np.arange(1001.0))
    assert found.quantiles == {"p10": 100, "p50": 500, "p80": 800, "p95": 950}


def test_posts_are_never_between_two_steps():
    assert posts_quantiles(np.array([1.0] * 79 + [1.25] * 10 + [2.0] * 11)) == {"p10": 1.0, "p50": 1.0, "p80": 1.25, "p95": 2.0, "p90": 2.0}


@pytest.mark.parametrize(("cents", "shown"), [(1_004_999.0, 1_000_000), (1_005_000.0, 1_010_000), (0.0, 0)])
def test_amounts_are_printed_to_100_euros(cents, shown):
    assert printed(cents) == shown
