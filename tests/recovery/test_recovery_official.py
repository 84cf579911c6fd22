"""A known truth found again: ranges of bare series, and of the official forecast of simulated centres.

The centres are those of `test_recovery_flow`: a later inflow that misses what one would expect as published forecasts did.
"""

from datetime import date

import numpy as np
import pytest
from test_recovery_flow import AHEAD, FIRST_DAY, LAST_DAY, context_of, delivered, simulate, total

from wiwak_eval.assumptions import Assumptions, load_catalogue, load_scenario
from wiwak_eval.forecast.flow import fit_contacts, project
from wiwak_eval.forecast.members import Spans, combined, flow_member, series_member
from wiwak_eval.forecast.series import LEARNED, forecast
from wiwak_eval.results import NotAssessable
from wiwak_eval.shipped import shipped

PILOTS, SEED = 200, 20171116
SPANS = Spans.after(10)
LOW, MIDDLE, HIGH = (LEARNED.index(level) for level in (0.1, 0.5, 0.9))
MEMBERS = ("series", "flow", "combined")


def counts_of(rng, level, number, months, dispersion=1.0):
    """Poisson counts, or negative binomial ones with this variance over mean, [number, months]."""
    mean = np.broadcast_to(level, (number, months)).astype(float)
    return rng.poisson(mean if dispersion == 1 else rng.gamma(mean / (dispersion - 1), dispersion - 1)).astype(float)


def held(counts, known=10, low=LOW, high=HIGH):
    """Share of the 24 months after `known` ones that lie in their ranges."""
    found, actual = forecast.many(counts[:, :known], 24, kind="start"), counts[:, known:]
    assert np.isfinite(found).all()
    return np.mean((found[..., low] <= actual) & (actual <= found[..., high]))


@pytest.mark.parametrize("level", [10, 20, 40])
def test_80_percent_ranges_of_noisy_levels_hold_about_80_percent_of_the_months(level):
    """Variance three times the mean, as persons with several contacts a month give: measured 80 to 89 %."""
    assert 0.75 <= held(counts_of(np.random.default_rng(level), level, 400, 34, 3)) <= 0.92


def test_ranges_of_levels_that_wander_hold_about_80_percent_of_the_months():
    """Real levels do not stay: here they move by 3 % a month."""
    rng = np.random.default_rng(1)
    level = 100 * np.exp(rng.normal(0, 0.03, (400, 34)).cumsum(axis=1))
    assert 0.75 <= held(counts_of(rng, level, 400, 34)) <= 0.90


@pytest.mark.parametrize("level", [20, 100, 500])
def test_levels_that_never_move_are_held_more_often_than_stated(level):
    """Nothing but chance for 34 months: what was learned allows for levels that move, so ranges are too wide here, not too narrow."""
    counts = counts_of(np.random.default_rng(level), level, 400, 34)
    assert held(counts) >= 0.80
    assert held(counts, low=0, high=-1) >= 0.95
    width = forecast.many(counts[:, :10], 24, kind="start")
    assert np.median(width[..., HIGH] / np.maximum(width[..., LOW], 1)) < 4


@pytest.fixture(scope="module")
def recovered():
    """By member of the official forecast: low, middle, high of both years and the truth, [pilots, 2, 4]."""
    data = shipped("data")
    assumptions = Assumptions(load_catalogue(data / "assumptions"), load_scenario(data / "scenarios", "basis"), date(2017, 11, 15))
    weight = assumptions.number("flow_prior_weight", LAST_DAY)
    rng = np.random.default_rng(SEED)
    rows = {name: [] for name in MEMBERS}
    for number in range(PILOTS):
        pilot = simulate(rng)
        frame, first = delivered(pilot)
        fit = fit_contacts(frame, first, FIRST_DAY, LAST_DAY, context_of(pilot), assumptions, samples=150)
        assert not isinstance(fit, NotAssessable)
        series = series_member([int(count) for count in fit.named + fit.anonymous], SPANS, "start")
        flow = flow_member(project(fit, AHEAD, 300, number), SPANS)
        true = [total(pilot, begin + 1, end) for begin, end in SPANS.years]
        for name, member in zip(MEMBERS, (series, flow, combined(series, flow, weight)), strict=True):
            rows[name].append(np.column_stack([member.years[:, [LOW, MIDDLE, HIGH]], true]))
    return {name: np.array(found) for name, found in rows.items()}


def inside(found):
    low, _, high, true = found.T
    return np.mean((low <= true) & (true <= high))


@pytest.mark.parametrize("year", [0, 1])
def test_the_80_percent_range_of_the_official_forecast_holds_about_80_percent(recovered, year):
    """The bar for the true totals of 2018 and 2019.

    Seven seeds of 200 centres each: 70 to 78 % and 68 to 73 % where a new service's series is read from six months alone; four seeds: 83 to
    88 % and 77 to 84 % where it was read from all. Most misses lie above: half of the weight is a series that cannot know why it rises.
    """
    assert 0.72 <= inside(recovered["combined"][:, year]) <= 0.88


@pytest.mark.parametrize("year", [0, 1])
def test_its_middle_is_not_far_off(recovered, year):
    """Known to be low, by 6 to 25 % measured: these centres grow because people keep coming, and half of the weight is a bare series."""
    found = recovered["combined"][:, year]
    assert 0.9 < np.median(found[:, 3] / found[:, 1]) < 1.35


@pytest.mark.parametrize("year", [0, 1])
def test_the_combination_is_nearer_than_the_series_alone(recovered, year):
    """A bare series cannot know why it rises; the flow does."""
    off = {name: np.abs(np.log(found[:, year, 3] / found[:, year, 1])).mean() for name, found in recovered.items()}
    assert off["combined"] < off["series"]
