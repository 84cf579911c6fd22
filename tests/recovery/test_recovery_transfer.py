"""The transfer to other counties finds the truth of simulated states again: a short form of `make bench-transfer`."""

import numpy as np
import pytest

from benchmarks.transfer.measuring import crps
from benchmarks.transfer.pooling import Setting, measure

STATES = 60


@pytest.fixture(scope="module", params=(1, 8, 23), ids=("pilot alone", "some counties", "all counties"))
def measured(request):
    return measure(Setting(request.param), STATES)


def test_ranges_hold_what_they_promise(measured):
    """Four fifths, over 60 states x 23 counties x 20 years; counties of one state move together, hence the room."""
    assert 0.75 < measured.coverage().mean() < 0.87
    assert measured.coverage().min() > 0.65


def test_partial_pooling_beats_complete_and_where_there_is_something_to_pool_none(measured):
    worse, error = measured.worse_by("complete")
    assert worse > error
    worse, error = measured.worse_by("none")
    if measured.setting.sites > 1:
        assert worse > error
    else:
        assert worse == pytest.approx(0, abs=3 * error + 0.002)


def test_ranges_without_the_spread_between_counties_would_be_too_narrow(measured):
    assert measured.coverage("complete").mean() < 0.72


def test_the_score_is_that_of_its_definition():
    rng = np.random.default_rng(1)
    drawn, actual = np.sort(rng.normal(size=200)), rng.normal(size=5)
    far = np.abs(drawn[:, None] - actual).mean(axis=0) - np.abs(drawn[:, None] - drawn).mean() / 2
    assert crps(drawn, actual) == pytest.approx(far.mean())
