import numpy as np
import pytest

from wiwak_eval.forecast.backtest import COMBINED, FLOW, SERIES, backtest
from wiwak_eval.forecast.backtest_tables import NO_LATER_MONTH, backtest_table
from wiwak_eval.forecast.scores import error_scale, exact_interval, weighted_interval_score
from wiwak_eval.forecast.series import LEARNED, forecast
from wiwak_eval.forecast.simple import SIMPLE
from wiwak_eval.results import NotAssessable

HISTORY = [10, 12, 14, 16, 18, 20, 30, 10]
"""After six months 30 and 10 follow, after seven 10: three comparisons."""
TEN = [80, 120, 130, 160, 190, 230, 200, 190, 260, 280]


def no_flow(known, ahead):
    return None


def flow_of(value):
    """A flow model that always says the same, with quantiles from half to twice of it."""

    def flow_at(known, ahead):
        return np.tile(value * np.array([0.5, 0.7, 0.9, 1.0, 1.1, 1.4, 2.0]), (ahead, 1))

    return flow_at


@pytest.mark.parametrize(
    ("method", "errors"),
    [
        ("naive", (20 - 30, 20 - 10, 30 - 10)),
        ("mean", (15 - 30, 15 - 10, 120 / 7 - 10)),
        ("mean_of_three", (18 - 30, 18 - 10, 68 / 3 - 10)),
        ("drift", (22 - 30, 24 - 10, 30 + 20 / 6 - 10)),
    ],
)
def test_errors_of_simple_methods_by_hand(method, errors):
    score = backtest(HISTORY, no_flow, 0.5).scores[method]
    assert score.cases == 3
    assert score.mae == pytest.approx(sum(abs(error) for error in errors) / 3)
    assert score.bias == pytest.approx(sum(errors) / 3)
    assert score.relative == pytest.approx(score.mae / (40 / 3))
    assert (score.wis, score.inside, score.inside_low, score.inside_high) == (score.mae, None, None, None)
    scales = [error_scale(HISTORY[:6])] * 2 + [error_scale(HISTORY[:7])]
    assert score.scaled == pytest.approx(np.mean([abs(error) / scale for error, scale in zip(errors, scales, strict=True)]))


def test_the_series_is_forecast_from_what_was_known_then():
    drawn = np.concatenate([forecast(HISTORY[:6], 2), forecast(HISTORY[:7], 1)])
    actual = np.array([30.0, 10.0, 10.0])
    score = backtest(HISTORY, no_flow, 0.5).scores[SERIES]
    assert score.mae == pytest.approx(np.abs(drawn[:, 3] - actual).mean())
    assert score.bias == pytest.approx((drawn[:, 3] - actual).mean())
    assert score.wis == pytest.approx(weighted_interval_score(drawn, actual, LEARNED))
    assert score.inside == ((drawn[:, 1] <= actual) & (actual <= drawn[:, 5])).sum()
    assert (score.inside_low, score.inside_high) == exact_interval(score.inside, 3)


@pytest.mark.parametrize("kind", ["flow", "start"])
def test_the_kind_reaches_the_series(kind):
    drawn = np.concatenate([forecast(HISTORY[:6], 2, kind=kind), forecast(HISTORY[:7], 1, kind=kind)])
    score = backtest(HISTORY, no_flow, 0.5, kind).scores[SERIES]
    assert score.wis == pytest.approx(weighted_interval_score(drawn, np.array([30.0, 10.0, 10.0]), LEARNED))


def test_a_flow_and_its_combination_by_hand():
    """Always 20: errors -10, 10, 10; in the range of 14 to 28 lies none of 30, 10, 10."""
    scores = backtest(HISTORY, flow_of(20.0), 0.25).scores
    assert list(scores) == [SERIES, FLOW, COMBINED, *SIMPLE]
    assert scores[FLOW].mae == pytest.approx(10)
    assert scores[FLOW].bias == pytest.approx(10 / 3)
    assert scores[FLOW].inside == 0
    middles = np.concatenate([forecast(HISTORY[:6], 2)[:, 3], forecast(HISTORY[:7], 1)[:, 3]])
    mixed = (middles + 0.5) ** 0.75 * 20.5**0.25 - 0.5
    assert scores[COMBINED].mae == pytest.approx(np.abs(mixed - [30, 10, 10]).mean())


@pytest.mark.parametrize(("weight", "same"), [(0.0, SERIES), (1.0, FLOW)])
def test_all_weight_on_one_is_that_one(weight, same):
    scores = backtest(TEN, flow_of(200.0), weight).scores
    for part in ("mae", "bias", "scaled", "wis", "inside"):
        assert getattr(scores[COMBINED], part) == pytest.approx(getattr(scores[same], part))


def test_the_flow_is_asked_for_months_known_and_months_ahead_alone():
    asked = []

    def flow_at(known, ahead):
        asked.append((known, ahead))

    backtest(TEN, flow_at, 0.5)
    assert asked == [(6, 3), (7, 3), (8, 2), (9, 1)]


def test_where_the_flow_was_refused_early_it_is_compared_on_the_later_months_alone():
    def later(known, ahead):
        return flow_of(250.0)(known, ahead) if known >= 8 else None

    scores = backtest(TEN, later, 0.5).scores
    assert scores[SERIES].cases == 9
    assert scores[FLOW].cases == scores[COMBINED].cases == 3
    errors, naive = (250 - 260, 250 - 280, 250 - 280), (190 - 260, 190 - 280, 260 - 280)
    assert scores[FLOW].relative == pytest.approx(sum(map(abs, errors)) / sum(map(abs, naive)))


def test_without_a_flow_it_is_not_in_the_list():
    assert list(backtest(TEN, no_flow, 0.5).scores) == [SERIES, *SIMPLE]


def test_ten_months_have_four_origins_and_nine_comparisons():
    found = backtest([100] * 10, no_flow, 0.5)
    assert found.origins == 4
    assert {score.cases for score in found.scores.values()} == {9}
    assert found.scores[SERIES].inside == 9


def test_where_the_last_value_never_errs_there_is_no_ratio():
    for score in backtest([100] * 10, no_flow, 0.5).scores.values():
        assert (score.relative, score.relative_wis) == (None, None)
        assert score.mae == pytest.approx(0, abs=0.01)


def test_months_far_off_lie_outside():
    score = backtest([100] * 6 + [900, 4], no_flow, 0.5).scores[SERIES]
    assert (score.inside, score.cases) == (0, 3)


def test_without_a_later_month_there_is_nothing_to_compare():
    assert backtest([100] * 6, no_flow, 0.5) is None


def test_origins_without_a_level_are_left_out():
    """Six months of nothing cannot be forecast, seven with one month that holds all neither; two months of counts can."""
    found = backtest([0] * 6 + [30, 30, 30], no_flow, 0.5)
    assert found.origins == 1
    assert found.scores["naive"].cases == 1
    assert backtest([0] * 11 + [1000], no_flow, 0.5) is None


@pytest.mark.parametrize("kind", [None, "start", "flow"])
def test_origins_that_only_one_kind_can_forecast_are_left_out_for_that_kind(kind):
    """Six months of nothing before the tenth: a kind that looks at the latest months alone has no level then."""
    history = [50] * 4 + [0] * 6 + [30] * 2
    possible = [origin for origin in range(6, 12) if not isinstance(forecast(history[:origin], 1, kind=kind), NotAssessable)]
    assert backtest(history, no_flow, 0.5, kind).origins == len(possible)


@pytest.mark.parametrize("history", [[60] + [3] * 11, [5] * 7 + [30] + [5] * 3, [0, 1, 0, 2, 0, 1, 0, 0, 3, 1]])
def test_odd_series_are_tested_too(history):
    for score in backtest(history, flow_of(10.0), 0.5).scores.values():
        assert np.isfinite([score.mae, score.bias, score.scaled, score.wis]).all()
        assert score.mae >= abs(score.bias) - 1e-9
        if score.inside is not None:
            assert 0 <= score.inside_low <= score.inside / score.cases <= score.inside_high <= 1


def test_the_table_says_what_a_pilot_year_cannot_show():
    table = backtest_table(backtest(TEN, flow_of(250.0), 0.5), ("forecast_seed",))
    assert [row[0] for row in table.rows] == [SERIES, FLOW, COMBINED, *SIMPLE]
    assert "Wie genau 12 und 24 Monate im Voraus getroffen werden, lässt sich aus einem Pilotjahr nicht prüfen." in table.notes
    assert table.cell("naive", "skill") == 0
    assert {row[0] for row in table.rows if table.cell(row[0], "inside") is not None} == {SERIES, FLOW, COMBINED}
    assert table.assumptions == ("forecast_seed",)


def test_no_backtest_is_refused_in_german():
    assert backtest_table(None, ()) is NO_LATER_MONTH
    assert NO_LATER_MONTH.reason == "nicht auswertbar: Für einen Rückvergleich fehlen spätere Monate."
