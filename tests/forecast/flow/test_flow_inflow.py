from datetime import date

import numpy as np
import pytest

from wiwak_eval.assumptions import Context
from wiwak_eval.forecast.flow.inflow import Intake, estimate_inflow, new_persons_path
from wiwak_eval.forecast.flow.leading import expected_persons
from wiwak_eval.forecast.flow.priors import Prior, prior_grid, prior_of, sampled
from wiwak_eval.forecast.flow.reference_class import log_error_paths, log_sd_12m, log_sds

DAY = date(2017, 10, 31)
MONTHS = tuple(f"2017-{month:02d}" for month in range(1, 11))
KEY = 0.0269 * 0.058


def intake(reach=0.5, backlog=0.0, finding=0.2, start=1.0):
    return Intake(*(np.array([value]) for value in (reach, backlog, finding, start)))


def test_expected_persons_by_hand(basis, published):
    """October 2017: decisions of September, August and July, 13,956, 15,057 and 14,666, weighted 0.4, 0.4 and 0.2."""
    found = expected_persons(published, basis(), MONTHS)
    assert found.decisions[9] == pytest.approx(KEY * (0.4 * 13956 + 0.4 * 15057 + 0.2 * 14666))
    assert (found.family_reunion[9], found.moves_in[9]) == (4, 2)
    assert found.known.all()


def test_months_not_yet_published_are_expected_at_the_recent_level(basis, published):
    found = expected_persons(published, basis(), ("2017-11", "2018-02"))
    recent = (13956 + 15057 + 14666) / 3
    assert found.decisions == pytest.approx([KEY * (0.4 * recent + 0.4 * 13956 + 0.2 * 15057), KEY * recent])
    assert not found.known.any()


@pytest.mark.parametrize(
    ("as_of", "month", "persons"),
    [
        (date(2017, 11, 15), "2018-03", 4),
        (date(2017, 11, 15), "2018-04", 8),
        (date(2018, 4, 15), "2018-04", 4),
        (date(2018, 4, 15), "2018-09", 4),
        (date(2018, 8, 15), "2018-09", 6),
    ],
)
def test_family_reunion_follows_the_rule_that_was_known(basis, published, as_of, month, persons):
    assert expected_persons(published, basis(as_of=as_of), (month,)).family_reunion.tolist() == [persons]


def test_without_a_series_nothing_is_expected(basis):
    assert expected_persons(Context((), (), {}, ()), basis(), MONTHS) is None


def test_a_series_that_begins_too_late_is_not_stretched(basis, published):
    late = Context(published.asylum_monthly[-3:], (), {}, ())
    assert expected_persons(late, basis(), MONTHS) is None


def test_the_path_by_hand():
    """Backlog 100, ten expected a month of whom half come, a fifth finds the centre, a tenth of the others moves away."""
    path = new_persons_path(intake(backlog=100.0), 0.1, np.array([10.0, 10.0]), 24)
    first = 0.2 * 105
    assert path[0] == pytest.approx([first, 0.2 * ((105 - first) * 0.9 + 5)])


def test_a_new_centre_becomes_known_in_a_straight_line():
    path = new_persons_path(intake(reach=0.0, backlog=1e6, finding=1e-6, start=0.4), 0.0, np.zeros(13), 0)
    assert path[0, [0, 11, 12]] == pytest.approx([0.4, 1.0, 1.0], rel=1e-4)


def test_the_backlog_runs_dry_while_nothing_changes_outside():
    path = new_persons_path(intake(backlog=300.0), 0.015, np.full(60, 40.0), 24)[0]
    assert (np.diff(path) < 0).all()
    assert path[0] > 3 * path[-1]
    assert path[-1] == pytest.approx(0.5 * 40 * 0.2 / (1 - 0.8 * 0.985), rel=0.01)


def fit(basis, new_persons, expected, samples=400):
    return estimate_inflow(np.array(new_persons), expected, 0, basis(), DAY, samples, np.random.default_rng(1))


def test_reach_is_learned_from_the_pilot(basis, published):
    expected = expected_persons(published, basis(), MONTHS)
    few, many = (fit(basis, [count] * 10, expected) for count in (8, 60))
    assert many.point.reach[0] > 2 * few.point.reach[0]
    assert many.fitted.mean() == pytest.approx(60, rel=0.15)
    assert few.fitted.mean() == pytest.approx(8, rel=0.25)


def test_a_backlog_in_the_data_is_not_taken_for_inflow(basis, published):
    """New persons who fall from 40 to 10 under an even expectation leave fewer ahead than ten months of the mean would."""
    expected = expected_persons(published, basis(), MONTHS)
    falling = fit(basis, [44, 40, 36, 30, 26, 22, 18, 15, 12, 10], expected)
    assert falling.ahead(np.full(24, 29.0), unsure=False)[0].mean() < 15


def test_draws_scatter_around_the_point(basis, published):
    found = fit(basis, [16, 31, 30, 40, 46, 39, 39, 26, 45, 30], expected_persons(published, basis(), MONTHS))
    assert np.exp(np.log(found.draws.reach).mean()) == pytest.approx(found.point.reach[0], rel=0.1)
    assert found.dispersion >= 1
    assert found.ahead(np.full(5, 29.0), unsure=True).shape == (400, 5)


def test_without_a_series_the_recent_level_goes_on(basis):
    found = fit(basis, [30] * 10, None)
    assert found.driver == "level"
    assert found.ahead(np.ones(24), unsure=False)[0, :6] == pytest.approx(np.full(6, 30), rel=0.25)


def test_low_and_high_are_the_10_and_90_percent_points(basis):
    prior = prior_of(basis(), "inflow_reach", DAY)
    assert prior.median == 0.5
    assert np.exp(1.2815516 * prior.log_sd) == pytest.approx(2.0, rel=1e-6)


def test_the_grid_gives_the_prior_back_where_nothing_was_seen():
    values, log_prior = prior_grid((Prior(2.0, 0.3), Prior(10.0, 0.5)), 13)
    drawn, point = sampled(values, log_prior, 20000, np.random.default_rng(1))
    assert point == pytest.approx([2.0, 10.0], rel=1e-6)
    assert np.log(drawn).std(axis=1) == pytest.approx([0.3, 0.5], rel=0.06)


def test_the_inflow_is_never_narrower_than_the_reference_class(basis):
    assert log_sd_12m(basis(), DAY) == 0.76
    assert log_sd_12m(basis({"id": "inflow_log_sd_12m", "set": 0.25}), DAY) == 0.76
    assert log_sd_12m(basis({"id": "inflow_log_sd_12m", "set": 0.90}), DAY) == 0.90


def test_the_log_error_grows_with_the_root_of_the_horizon():
    paths = log_error_paths(0.76, 40000, 24, np.random.default_rng(1))
    assert paths.std(axis=0) == pytest.approx(log_sds(0.76, 24), rel=0.03)
    assert paths[:, 11].std() == pytest.approx(0.76, rel=0.03)
    assert np.median(paths, axis=0) == pytest.approx(np.zeros(24), abs=0.03)


def test_a_whole_year_reaches_a_factor_of_two_each_way():
    year = np.exp(log_error_paths(0.76, 100000, 14, np.random.default_rng(1)))[:, 2:].sum(axis=1)
    low, middle, high = np.quantile(year, [0.1, 0.5, 0.9])
    assert high / middle >= 2
    assert middle / low >= 2
