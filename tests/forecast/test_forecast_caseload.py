from dataclasses import fields

import pytest

from wiwak_eval.forecast.caseload import caseload_forecast
from wiwak_eval.results import NotAssessable

PILOT = [83, 124, 125, 163, 192, 228, 207, 191, 256, 286]
LEVEL = (191 + 256 + 286) / 3


@pytest.fixture
def result(tallied, assumptions):
    return caseload_forecast(tallied(PILOT), assumptions())


def planned(table, year):
    columns = [column.name for column in table.columns]
    return [row[columns.index("median")] for row in table.rows if row[0].startswith(year) and row[1] != "beobachtet"]


def test_observed_months_then_bridge_then_two_years(result):
    kinds = [row[1] for row in result.forecast_monthly.rows]
    assert kinds == ["beobachtet"] * 10 + ["Brücke"] * 2 + ["Prognose"] * 24
    assert [row[2] for row in result.forecast_monthly.rows[:10]] == PILOT
    assert [row[0] for row in result.forecast_monthly.rows[9:13]] == ["2017-10", "2017-11", "2017-12", "2018-01"]
    assert result.forecast_monthly.rows[-1][0] == "2019-12"


def test_a_delivery_of_a_whole_year_needs_no_bridge(tallied, assumptions):
    table = caseload_forecast(tallied([*PILOT, 250, 260]), assumptions()).forecast_monthly
    assert [row[1] for row in table.rows] == ["beobachtet"] * 12 + ["Prognose"] * 24


def test_the_plan_is_the_mean_of_the_last_three_months(result):
    assert set(planned(result.forecast_monthly, "2018")) == {round(LEVEL)} == {244}


@pytest.mark.parametrize("year", ["2018", "2019"])
def test_the_years_total_is_the_sum_of_its_months(result, year):
    assert result.forecast_yearly.cell(year, "contacts") == sum(planned(result.forecast_monthly, year)) == 12 * 244


def test_the_budget_gets_what_the_table_says(result):
    assert result.caseload.years == (2018, 2019)
    assert result.caseload.contacts == (2928, 2928)
    assert [len(draws) for draws in result.caseload.draws] == [20000, 20000]


def test_ranges_are_ordered_and_hold_the_plan(result):
    rows = [row[3:] for row in result.forecast_monthly.rows[10:]] + [row[1:] for row in result.forecast_yearly.rows]
    for plan, low80, high80, low95, high95 in rows:
        assert 0 <= low95 < low80 < plan < high80 < high95


def test_the_years_range_is_narrower_than_the_sum_of_the_months_ranges(result):
    months = [row for row in result.forecast_monthly.rows if row[0].startswith("2018")]
    low, high = (result.forecast_yearly.cell("2018", column) for column in ("p10", "p90"))
    assert high - low < sum(row[5] - row[4] for row in months)


def test_the_range_of_a_year_is_that_of_its_draws(result):
    draws = sorted(result.caseload.draws[0])
    assert result.forecast_yearly.cell("2018", "p10") == draws[2000 - 1]
    assert result.forecast_yearly.cell("2018", "p90") == draws[18000 - 1]


@pytest.mark.parametrize(("scenario", "factor"), [("hoch", 1.2), ("niedrig", 0.85), ("stress", 1.5)])
def test_a_scenario_scales_the_years_but_not_the_bridge(tallied, assumptions, result, scenario, factor):
    changed = caseload_forecast(tallied(PILOT), assumptions(scenario))
    assert changed.forecast_monthly.rows[10:12] == result.forecast_monthly.rows[10:12]
    assert set(planned(changed.forecast_monthly, "2018")) == {int(LEVEL * factor + 0.5)}
    for column in ("p10", "p90"):
        ratio = changed.forecast_yearly.cell("2019", column) / result.forecast_yearly.cell("2019", column)
        assert ratio == pytest.approx(factor, abs=0.002)


def test_a_second_run_says_the_same(tallied, assumptions, result):
    assert caseload_forecast(tallied(PILOT), assumptions()) == result


def test_the_backtest_table_gives_a_range_to_the_method_alone(result):
    inside = {row[0]: row[6] for row in result.backtest.rows}
    assert {method for method, count in inside.items() if count is not None} == {"level"}
    assert result.backtest.cell("naive", "skill") == 0


def test_six_months_are_forecast_but_cannot_be_checked(tallied, assumptions):
    result = caseload_forecast(tallied(PILOT[:6]), assumptions())
    assert result.caseload.contacts == (12 * 194, 12 * 194)
    assert result.backtest == NotAssessable("nicht auswertbar: Für einen Rückvergleich fehlen spätere Monate.")


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        (PILOT[:5], "nicht auswertbar: Eine Prognose braucht mindestens 6 Monate."),
        ([0] * 10, "nicht auswertbar: Die Lieferung enthält keine Beratung."),
    ],
)
def test_what_cannot_be_forecast_is_refused_throughout(tallied, assumptions, counts, reason):
    result = caseload_forecast(tallied(counts), assumptions())
    assert {getattr(result, field.name) for field in fields(result)} == {NotAssessable(reason)}


def test_values_behind_the_forecast_are_named(result):
    assert {"caseload_level", "level_sd_month", "forecast_seed", "forecast_draws"} <= set(result.forecast_yearly.assumptions)
