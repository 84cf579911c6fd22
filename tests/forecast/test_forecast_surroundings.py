from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from wiwak_eval.assumptions import Assumptions, Patch, known_context, load_context, load_scenario
from wiwak_eval.forecast.simple import SIMPLE
from wiwak_eval.forecast.surroundings import surroundings
from wiwak_eval.forecast.surroundings_computing import TESTED_MONTHS, asylum_context, inflow_check
from wiwak_eval.results import NotAssessable, Table
from wiwak_eval.shipped import shipped

OF_FLOW = "Zugangsmodell dieser Prognose"
OF_SERIES = "Gelerntes Reihenverfahren, Art „Zugang“"


def view(catalogue, as_of, *patches):
    scenario = load_scenario(shipped("data") / "scenarios", "basis").model_copy(update={"patches": patches})
    return Assumptions(catalogue, scenario, as_of)


@pytest.fixture(scope="module")
def context():
    return load_context(shipped("data") / "context")


@pytest.fixture(scope="module")
def checked(catalogue, context):
    return inflow_check(context, view(catalogue, date(2017, 11, 15)))


def test_the_last_published_month_and_its_share_of_the_county(catalogue, context):
    """September 2017: 13,956 positive decisions x 2.69 % x 5.8 % = 21.77 persons (docs/annahmen.md, asylum)."""
    values = view(catalogue, date(2017, 11, 15))
    table = asylum_context(known_context(context, values), values)
    assert len(table.rows) == 12
    assert table.rows[-1][:2] == ("2017-09", 13956)
    assert table.rows[-1][2] == pytest.approx(13956 * 0.0269 * 0.058)
    assert {"koenigstein_share_thuringia", "county_quota"} <= set(table.assumptions)


def test_a_later_day_sees_later_months_only(catalogue, context):
    early, late = (view(catalogue, day) for day in (date(2017, 11, 15), date(2018, 11, 15)))
    seen = [{row[0] for row in asylum_context(known_context(context, values), values).rows} for values in (early, late)]
    assert max(seen[0]) < min(seen[1])


def test_nothing_published_is_refused(catalogue, context):
    values = view(catalogue, date(2014, 1, 1))
    empty = replace(context, asylum_monthly=())
    assert asylum_context(empty, values) == NotAssessable("nicht auswertbar: Am Stichtag war keine Asylstatistik veröffentlicht.")


def test_a_key_that_nobody_knew_is_named(catalogue, context):
    """On a day before any key was known, months published later cannot be shared out."""
    values = view(catalogue, date(2014, 1, 1))
    refused = asylum_context(context, values)
    assert isinstance(refused, NotAssessable)
    assert refused.reason.startswith("nicht auswertbar: ")


def test_the_inflow_is_tested_over_24_months_on_both_public_series(checked, context):
    methods = [OF_FLOW, OF_SERIES, *(method.label for method in SIMPLE.values())]
    series = ["positive Entscheidungen", "alle Entscheidungen"]
    assert [row[0] for row in checked.rows] == [f"{name}: {method}" for name in series for method in methods]
    origins = len(context.asylum_monthly) - 36 + 1
    assert {row[3] for row in checked.rows} == {24 * origins}
    for name in series:
        assert checked.cell(f"{name}: letzter Wert", "relative_wis") == 1
    assert "inflow_reference_log_error" in checked.assumptions


def test_only_methods_with_a_range_are_asked_whether_it_held(checked):
    held = {row[2] for row in checked.rows if checked.cell(row[0], "inside_far") is not None}
    assert held == {OF_FLOW, OF_SERIES}
    for row in checked.rows:
        if row[2] in held:
            for span in ("near", "middle", "far"):
                share, low, high = (checked.cell(row[0], f"inside_{span}{end}") for end in ("", "_low", "_high"))
                assert 0 <= low <= share <= high <= 1


def test_a_wider_reference_class_holds_more(catalogue, context, checked):
    doubled = Patch(id="inflow_log_sd_12m", set=1.5, valid_from=date(2015, 1, 1), reason="Probe")
    wider = inflow_check(context, view(catalogue, date(2017, 11, 15), doubled))
    key = f"positive Entscheidungen: {OF_FLOW}"
    assert wider.cell(key, "inside_far") > checked.cell(key, "inside_far")
    assert wider.cell(key, "mae") == checked.cell(key, "mae")
    series = f"positive Entscheidungen: {OF_SERIES}"
    assert wider.cell(series, "wis") == checked.cell(series, "wis")


@pytest.mark.parametrize("months", [0, 12, TESTED_MONTHS - 1])
def test_too_few_months_to_test_24_ahead_are_refused(catalogue, context, months):
    shorter = replace(context, asylum_monthly=context.asylum_monthly[:months])
    reason = "nicht auswertbar: Für den Rückvergleich des Zugangs braucht es 36 Monate."
    assert inflow_check(shorter, view(catalogue, date(2017, 11, 15))) == NotAssessable(reason)


def test_36_months_are_one_origin(catalogue, context):
    shorter = replace(context, asylum_monthly=context.asylum_monthly[:TESTED_MONTHS])
    table = inflow_check(shorter, view(catalogue, date(2017, 11, 15)))
    assert {row[3] for row in table.rows} == {24}
    actual = np.array([item.positive for item in shorter.asylum_monthly[12:]])
    naive = shorter.asylum_monthly[11].positive
    assert table.cell("positive Entscheidungen: letzter Wert", "mae") == pytest.approx(np.abs(naive - actual).mean(), abs=1e-5)


def test_what_is_shown_is_what_was_known_and_what_is_tested_is_all(catalogue, context, checked):
    values = view(catalogue, date(2017, 11, 15))
    found = surroundings(context, known_context(context, values), values)
    assert found.asylum_context.rows[-1][0] == "2017-09"
    assert isinstance(found.inflow_backtest, Table)
    assert found.inflow_backtest.rows == checked.rows
