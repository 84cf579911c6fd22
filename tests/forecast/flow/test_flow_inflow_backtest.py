import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval.assumptions import load_context
from wiwak_eval.forecast.flow import inflow_backtest, inflow_backtest_table, reference_forecast
from wiwak_eval.forecast.flow.inflow_backtest import QUANTILES
from wiwak_eval.forecast.scores import weighted_interval_score
from wiwak_eval.shipped import shipped


@pytest.fixture(scope="module")
def decisions():
    return [item.positive for item in load_context(shipped("data") / "context").asylum_monthly]


@pytest.fixture(scope="module")
def real(decisions):
    return inflow_backtest(decisions, {"flow": reference_forecast(0.76)})


def result(backtest, method):
    return next(found for found in backtest.results if found.method == method)


def knowing(value):
    return lambda history, horizon, quantiles: np.full((horizon, len(quantiles)), float(value))


def test_the_score_by_hand():
    """80 % range 10 to 20, median 14, actual 23: half the median's error and 0.1 of width and penalty, over 1.5."""
    score = weighted_interval_score(np.array([10.0, 14.0, 20.0]), np.array(23.0), (0.1, 0.5, 0.9))
    assert score == pytest.approx((0.5 * 9 + 0.1 * (10 + 2 / 0.2 * 3)) / 1.5)


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_a_point_scores_its_error(point, actual):
    assert weighted_interval_score(np.full(7, point), np.array(actual), QUANTILES) == pytest.approx(abs(point - actual))


def test_errors_of_simple_methods_by_hand():
    series = [*range(1, 13), 20, 30]
    found = inflow_backtest(series, {}, history=12, horizon=2)
    assert (found.origins, found.independent) == (1, 1)
    expected = {"naive": (8 + 18) / 2, "mean": (13.5 + 23.5) / 2, "mean_of_three": (9 + 19) / 2, "drift": (7 + 16) / 2}
    assert {item.method: item.mae for item in found.results} == pytest.approx(expected)
    assert result(found, "naive").bias == -13
    assert result(found, "naive").relative_wis == 1


def test_who_knows_the_series_is_never_wrong_and_always_inside():
    found = result(inflow_backtest([50] * 40, {"known": knowing(50)}), "known")
    assert (found.mae, found.wis, found.cases) == (0, 0, 5 * 24)
    assert [(span.first, span.last) for span in found.coverage] == [(1, 3), (4, 12), (13, 24)]
    assert [(span.inside, span.cases) for span in found.coverage] == [(15, 15), (45, 45), (60, 60)]
    assert found.relative_wis is None
    assert found.coverage[0].high == 1.0


def test_a_forecast_gets_its_own_history_only():
    seen = []

    def spy(history, horizon, quantiles):
        seen.append(list(history))
        return np.ones((horizon, len(quantiles)))

    inflow_backtest(list(range(100, 140)), {"spy": spy})
    assert seen == [list(range(start, start + 12)) for start in range(100, 105)]


def test_a_short_series_is_an_error():
    with pytest.raises(ValueError, match="at least 36 months"):
        inflow_backtest([10] * 35, {})


def test_the_reference_forecast_has_the_level_of_three_months_and_the_stated_spread():
    ahead = reference_forecast(0.76)([5] * 9 + [10, 20, 30], 24, (0.1, 0.5, 0.9))
    assert ahead[:, 1] == pytest.approx(np.full(24, 20))
    assert ahead[11, 2] / ahead[11, 1] == pytest.approx(np.exp(1.2815516 * 0.76))


@pytest.mark.parametrize("history", [[0] * 12, [0] * 11 + [1000]])
def test_odd_series_give_ordered_ranges(history):
    ahead = reference_forecast(0.76)(history, 24, QUANTILES)
    assert (np.diff(ahead, axis=1) > 0).all()
    assert (ahead > 0).all()


def test_positive_decisions_2015_to_2021(real):
    """48 forecasts of 24 months, of which two do not overlap: better than the last value, and about as often inside as stated."""
    assert (real.origins, real.independent) == (48, 2)
    flow = result(real, "flow")
    assert flow.cases == 48 * 24
    assert flow.wis == min(item.wis for item in real.results)
    assert flow.relative_wis < 0.7
    inside, cases = (sum(getattr(span, name) for span in flow.coverage) for name in ("inside", "cases"))
    assert 0.68 <= inside / cases <= 0.88


def test_a_factor_of_two_for_a_single_month_would_be_too_narrow(decisions, real):
    narrow = result(inflow_backtest(decisions, {"flow": reference_forecast(0.541)}), "flow")
    assert narrow.coverage[0].inside / narrow.coverage[0].cases < 0.6
    for wide, less in zip(result(real, "flow").coverage, narrow.coverage, strict=True):
        assert less.inside < wide.inside


def test_the_table_says_what_it_cannot_say(real):
    table = inflow_backtest_table({"positive Entscheidungen": real}, {})
    assert table.rows[0][2] == "Zugangsmodell dieser Prognose"
    assert len(table.rows) == 5
    key = "positive Entscheidungen: letzter Wert"
    assert table.cell(key, "relative_wis") == 1
    assert table.cell(key, "inside_near") is None
    assert "48 Mal" in table.notes[0]
    assert "überschneiden sich nur 2 nicht" in table.notes[0]
    assert any("eine einzige Geschichte" in note for note in table.notes)


def test_other_methods_stand_beside(decisions):
    found = inflow_backtest(decisions, {"flow": reference_forecast(0.76), "learned": knowing(10_000)})
    table = inflow_backtest_table({"Reihe": found}, {"learned": "gelerntes Verfahren"})
    assert table.cell("Reihe: gelerntes Verfahren", "cases") == 48 * 24
