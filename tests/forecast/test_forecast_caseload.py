from dataclasses import fields, replace
from datetime import date

import numpy as np
import pytest

from wiwak_eval.assumptions import Assumptions, Catalogue, Patch, known_context, load_context, load_scenario
from wiwak_eval.forecast import choice
from wiwak_eval.forecast.backtest import COMBINED, SERIES
from wiwak_eval.forecast.backtest_tables import LABELS
from wiwak_eval.forecast.basis import forecast_basis
from wiwak_eval.forecast.caseload import caseload_forecast
from wiwak_eval.forecast.lever_effect import lever_effect
from wiwak_eval.forecast.members import Spans, series_member
from wiwak_eval.forecast.series import LEARNED, load_record
from wiwak_eval.forecast.simple import SIMPLE
from wiwak_eval.records import SIMULATED_KEY, read_delivery
from wiwak_eval.results import NotAssessable, Table
from wiwak_eval.shipped import shipped

PILOT = [83, 124, 125, 163, 192, 228, 207, 191, 256, 286]
DELIVERED = date(2017, 11, 15)
NO_CONTACTS = "nicht auswertbar: Die Lieferung enthält keine Beratung."
TOO_SHORT = "nicht auswertbar: Eine Prognose braucht mindestens 6 Monate."
FLOW_TABLES = ("forecast_persons", "forecast_persons_monthly", "forecast_sources")


def view(catalogue, scenario="basis", *patches):
    found = load_scenario(shipped("data") / "scenarios", scenario)
    return Assumptions(catalogue, found.model_copy(update={"patches": (*found.patches, *patches)}), DELIVERED)


@pytest.fixture(scope="module")
def context(catalogue):
    return known_context(load_context(shipped("data") / "context"), view(catalogue))


@pytest.fixture(scope="module")
def pilot():
    return read_delivery(shipped("data") / "pilot", SIMULATED_KEY)


@pytest.fixture(scope="module")
def shipped_forecast(pilot, context, catalogue):
    scenarios = {"Basis": view(catalogue), "Hoch": view(catalogue, "hoch"), "Niedrig": view(catalogue, "niedrig")}
    return caseload_forecast(pilot, context, view(catalogue), scenarios)


@pytest.fixture
def tally(tallied, context, catalogue):
    """Forecast of monthly totals alone: no single contacts, so no flow."""

    def forecast(counts, scenario="basis", patches=(), scenarios=None):
        return caseload_forecast(tallied(counts), context, view(catalogue, scenario, *patches), scenarios)

    return forecast


@pytest.fixture
def result(tally):
    return tally(PILOT)


def public_score(monkeypatch, method, value):
    """The public record with another score of one method: which one becomes official shall not hang on learned numbers."""
    record = load_record()
    scores = {months: {**values, method: value} for months, values in record.scores.items()}
    monkeypatch.setattr(choice, "load_record", lambda: replace(record, scores=scores))


@pytest.fixture
def ours_is_best(monkeypatch):
    public_score(monkeypatch, SERIES, 0.01)


@pytest.fixture
def simple_is_best(monkeypatch):
    public_score(monkeypatch, "mean", 0.01)


def planned(table, year):
    columns = [column.name for column in table.columns]
    return [row[columns.index("median")] for row in table.rows if row[0].startswith(year) and row[1] != "beobachtet"]


def test_observed_months_then_bridge_then_two_years(result):
    kinds = [row[1] for row in result.forecast_monthly.rows]
    assert kinds == ["beobachtet"] * 10 + ["Brücke"] * 2 + ["Prognose"] * 24
    assert [row[2] for row in result.forecast_monthly.rows[:10]] == PILOT
    assert [row[0] for row in result.forecast_monthly.rows[9:13]] == ["2017-10", "2017-11", "2017-12", "2018-01"]
    assert result.forecast_monthly.rows[-1][0] == "2019-12"


def test_a_delivery_of_a_whole_year_needs_no_bridge(tally):
    table = tally([*PILOT, 250, 260]).forecast_monthly
    assert [row[1] for row in table.rows] == ["beobachtet"] * 12 + ["Prognose"] * 24


@pytest.mark.usefixtures("ours_is_best")
def test_a_tally_alone_is_forecast_by_the_series(result):
    series = series_member(PILOT, Spans.after(10), "start")
    assert result.official_record.method == SERIES
    assert result.method_choice.cell(SERIES, "official") == "ja"
    assert result.caseload.contacts == tuple(int(total + 0.5) for total in series.years[:, 3])
    for place, year in enumerate(("2018", "2019")):
        for column, level in (("p2_5", 0), ("p10", 1), ("p25", 2), ("p75", 4), ("p90", 5), ("p97_5", 6)):
            assert result.forecast_yearly.cell(year, column) == pytest.approx(series.years[place, level], abs=0.51)


def test_a_tally_alone_has_no_persons_and_says_why_in_german(result):
    for name in FLOW_TABLES:
        refused = getattr(result, name)
        assert isinstance(refused, NotAssessable), name
        assert refused.reason.startswith("nicht auswertbar: ")
    assert all(month.persons is None and month.new_persons is None for month in result.official_record.months)


@pytest.mark.parametrize("year", ["2018", "2019"])
def test_the_years_total_is_the_sum_of_its_months(result, shipped_forecast, year):
    for found in (result, shipped_forecast):
        assert found.forecast_yearly.cell(year, "contacts") == sum(planned(found.forecast_monthly, year))


def test_the_budget_gets_what_the_table_says(result, shipped_forecast):
    for found in (result, shipped_forecast):
        assert found.caseload.years == (2018, 2019)
        assert found.caseload.contacts == tuple(found.forecast_yearly.cell(year, "contacts") for year in ("2018", "2019"))
        assert [len(draws) for draws in found.caseload.draws] == [20000, 20000]
        for draws, year in zip(found.caseload.draws, ("2018", "2019"), strict=True):
            for column, level in (("p10", 0.1), ("p25", 0.25), ("p75", 0.75), ("p90", 0.9)):
                assert np.quantile(draws, level) == pytest.approx(found.forecast_yearly.cell(year, column), rel=0.05)


def test_years_without_a_flow_correlate_as_on_public_series(result):
    logs = np.log(np.array(result.caseload.draws) + 0.5)
    assert np.corrcoef(logs)[0, 1] == pytest.approx(load_record().years_correlation, abs=0.1)


def test_ranges_are_ordered_and_hold_the_plan(result, shipped_forecast):
    for found in (result, shipped_forecast):
        for plan, low50, high50, low80, high80, low95, high95 in (row[1:] for row in found.forecast_yearly.rows):
            assert 0 <= low95 < low80 < low50 < plan < high50 < high80 < high95
        for low50, high50, low80, high80, low95, high95 in (row[4:] for row in found.forecast_monthly.rows[10:]):
            assert 0 <= low95 <= low80 <= low50 <= high50 <= high80 <= high95


@pytest.mark.parametrize(("scenario", "factor"), [("hoch", 1.2), ("niedrig", 0.85), ("stress", 1.5)])
def test_a_level_scales_the_years_but_not_the_bridge(tally, result, scenario, factor):
    """A tally knows no new persons: of a scenario's levers the general level alone counts."""
    changed = tally(PILOT, scenario)
    assert changed.forecast_monthly.rows[10:12] == result.forecast_monthly.rows[10:12]
    for year in ("2018", "2019"):
        for column in ("contacts", "p10", "p90", "p2_5", "p97_5"):
            before = result.forecast_yearly.cell(year, column)
            assert changed.forecast_yearly.cell(year, column) == pytest.approx(factor * before, abs=1.2)
    for before, after in zip(result.caseload.draws, changed.caseload.draws, strict=True):
        assert np.mean(after) / np.mean(before) == pytest.approx(factor, rel=1e-3)


def test_a_lever_on_contacts_counts_from_its_month_on(tallied, context, catalogue, result):
    entry = catalogue.entries["caseload_level"].model_copy(update={"id": "lever_contacts_probe"})
    entries = {**catalogue.entries, entry.id: entry}
    doubled = Patch(id=entry.id, set=2.0, valid_from=date(2019, 1, 1), reason="Probe")
    values = view(Catalogue(entries), "basis", doubled)
    changed = caseload_forecast(tallied(PILOT), context, values)
    assert changed.forecast_yearly.cell("2018", "contacts") == result.forecast_yearly.cell("2018", "contacts")
    doubled = 2 * result.forecast_yearly.cell("2019", "contacts")
    assert changed.forecast_yearly.cell("2019", "contacts") == pytest.approx(doubled, abs=1)


def test_other_counties_follow_the_forecast_without_what_only_shifts_people(tallied, context, catalogue, result):
    """A lever on contacts, since a tally alone has no flow: the own forecast doubles, what is handed over to others is as without it."""
    quota = catalogue.entries["lever_inflow_quota"]
    lever = quota.model_copy(update={"id": "lever_contacts_probe"})
    values = view(Catalogue({**catalogue.entries, lever.id: lever}), "basis", Patch(id=lever.id, set=2, reason="Probe"))
    moved = caseload_forecast(tallied(PILOT), context, values).caseload
    assert moved.contacts[0] == pytest.approx(2 * result.caseload.contacts[0], abs=1)
    assert (moved.elsewhere.contacts, moved.elsewhere.draws) == (result.caseload.contacts, result.caseload.draws)
    assert result.caseload.elsewhere is None


def test_levers_that_shift_people_work_through_the_flow_at_home_alone(pilot, context, catalogue):
    basis = forecast_basis(pilot, context, view(catalogue))
    ones = [Patch(id=id, set=1, reason="Probe") for id in ("lever_inflow_quota", "lever_persistence_residence_rule")]
    own, common, without = (
        lever_effect(basis, values, common)
        for values, common in ((view(catalogue, "hoch"), False), (view(catalogue, "hoch"), True), (view(catalogue, "hoch", *ones), False))
    )
    assert (common == without).all()
    assert (own >= common).all()
    assert own[-12:].sum() > 1.01 * common[-12:].sum()


def test_scenarios_stand_side_by_side(shipped_forecast):
    years, lines = shipped_forecast.scenario_years, shipped_forecast.scenario_lines
    assert [row[0] for row in years.rows] == ["Basis", "Hoch", "Niedrig"]
    assert [column.label for column in lines.columns] == ["Monat", "Basis", "Hoch", "Niedrig"]
    for place, year in enumerate(("2018", "2019")):
        low, middle, high = (years.cell(label, f"y{year}") for label in ("Niedrig", "Basis", "Hoch"))
        assert middle == shipped_forecast.caseload.contacts[place]
        assert low < 0.85 * middle + 1
        assert high > 1.2 * middle - 1
        for number, label in enumerate(("Basis", "Hoch", "Niedrig"), start=1):
            assert sum(row[number] for row in lines.rows if row[0].startswith(year)) == years.cell(label, f"y{year}")
    assert {row[1:] == (row[1],) * 3 for row in lines.rows[:2]} == {True}


def test_levers_on_inflow_and_stay_work_through_the_flow(shipped_forecast):
    """More than the general level of 1.2, and the more the longer they last."""
    ratios = [shipped_forecast.scenario_years.cell("Hoch", f"y{year}") / contacts
              for year, contacts in zip((2018, 2019), shipped_forecast.caseload.contacts, strict=True)]  # fmt: skip
    assert 1.2 < ratios[0] < ratios[1] < 1.2 * 1.05 * 1.05


def test_without_scenarios_their_tables_are_refused(result):
    assert result.scenario_lines == result.scenario_years
    assert result.scenario_lines == NotAssessable("nicht auswertbar: Zum Vergleich ist kein Szenario hinterlegt.")


def test_a_second_run_says_the_same_whatever_scenarios_stand_beside(pilot, context, catalogue, shipped_forecast):
    again = caseload_forecast(pilot, context, view(catalogue))
    scenarios = {"scenario_lines": again.scenario_lines, "scenario_years": again.scenario_years}
    assert again == replace(shipped_forecast, **scenarios)


@pytest.mark.usefixtures("ours_is_best")
def test_six_months_are_forecast_but_cannot_be_checked(tally):
    found = tally(PILOT[:6])
    series = series_member(PILOT[:6], Spans.after(6), "start")
    assert found.caseload.contacts == tuple(int(total + 0.5) for total in series.years[:, 3])
    assert found.backtest == NotAssessable("nicht auswertbar: Für einen Rückvergleich fehlen spätere Monate.")
    assert [row[1] for row in found.forecast_monthly.rows] == ["beobachtet"] * 6 + ["Brücke"] * 6 + ["Prognose"] * 24


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        (PILOT[:5], TOO_SHORT),
        ([0] * 10, NO_CONTACTS),
        ([0] * 9 + [400], "nicht auswertbar: Fast alle Fälle liegen in einem einzigen Monat; ein Niveau gibt es nicht."),
    ],
)
def test_what_cannot_be_forecast_is_refused_throughout(tally, counts, reason):
    found = tally(counts)
    assert {getattr(found, field.name) for field in fields(found)} == {NotAssessable(reason)}


def break_in(month):
    return (Patch(id="recording_change", set=month, reason="Probe"),)


@pytest.mark.usefixtures("ours_is_best")
def test_a_break_in_recording_cuts_the_history(tally):
    found = tally(PILOT, "basis", break_in("2017-03"))
    series = series_member(PILOT[2:], Spans.after(10), "start")
    assert [row[2] for row in found.forecast_monthly.rows if row[1] == "beobachtet"] == PILOT[2:]
    assert found.official_record.history_months[0] == "2017-03"
    assert found.caseload.contacts == tuple(int(total + 0.5) for total in series.years[:, 3])
    wanted = "Ab März 2017 wird nach Angabe des Landkreises anders erfasst als davor. Monate vor"
    assert any(note.startswith(wanted) for note in found.forecast_monthly.notes)


def test_a_break_that_leaves_too_little_stops_the_forecast(tally):
    found = tally(PILOT, "basis", break_in("2017-08"))
    refused = {getattr(found, field.name) for field in fields(found)}
    assert len(refused) == 1
    reason = refused.pop().reason
    assert reason.startswith("nicht auswertbar: Ab August 2017 wird nach Angabe des Landkreises anders erfasst")
    assert "erst 3 der nötigen 6" in reason


def test_a_break_cuts_the_flow_as_well(pilot, context, catalogue):
    found = caseload_forecast(pilot, context, view(catalogue, "basis", *break_in("2017-03")))
    assert found.forecast_monthly.rows[0][0] == "2017-03"
    assert found.official_record.method in {COMBINED, *SIMPLE}
    assert found.backtest.cell("flow", "cases") <= 3
    assert isinstance(found.forecast_persons, Table)


def test_everything_is_there_for_the_shipped_pilot(shipped_forecast):
    for field in fields(shipped_forecast):
        assert not isinstance(getattr(shipped_forecast, field.name), NotAssessable), field.name
    tables = [
        getattr(shipped_forecast, field.name) for field in fields(shipped_forecast) if field.name not in {"caseload", "official_record"}
    ]
    assert all(isinstance(table, Table) and table.rows and table.notebook == "05_fallzahlprognose" for table in tables)
    assert len({table.id for table in tables}) == len(tables)
    assert [row[0] for row in shipped_forecast.backtest.rows][:3] == [SERIES, "flow", COMBINED]


def test_the_record_holds_what_the_tables_say(shipped_forecast):
    record = shipped_forecast.official_record
    assert shipped_forecast.method_choice.cell(record.method, "official") == "ja"
    assert record.label == LABELS[record.method]
    assert record.label in shipped_forecast.forecast_yearly.notes[0]
    assert list(record.history_contacts) == [row[2] for row in shipped_forecast.forecast_monthly.rows[:10]]
    assert len(record.months) == 26
    assert [(year.year, year.planned) for year in record.years] == list(zip((2018, 2019), shipped_forecast.caseload.contacts, strict=True))
    assert all(month.persons > month.new_persons > 0 for month in record.months)


def test_persons_and_contacts_of_the_plan_fit_together(shipped_forecast):
    people = shipped_forecast.forecast_persons
    for place, year in enumerate(("2018", "2019")):
        persons, new, low, high = (people.cell(year, name) for name in ("persons", "new_persons", "p10", "p90"))
        assert low < persons < high
        assert new < persons < shipped_forecast.caseload.contacts[place]
        months = [row for row in shipped_forecast.forecast_persons_monthly.rows if row[0].startswith(year)]
        assert len(months) == 12
        assert max(row[1] for row in months) < persons < sum(row[1] for row in months)
        assert people.cell(year, "month_mean") == pytest.approx(np.mean([row[1] for row in months]), abs=1)


@pytest.mark.usefixtures("simple_is_best")
def test_where_ours_is_not_better_the_simple_one_becomes_official(tally):
    found = tally(PILOT)
    mean = sum(PILOT) / 10
    assert found.official_record.method == "mean"
    assert found.forecast_yearly.notes[0] == "Maßgebliche Prognose: Mittel aller Monate."
    assert found.caseload.contacts == (int(12 * mean + 0.5),) * 2
    assert set(planned(found.forecast_monthly, "2018")) <= {int(mean), int(mean) + 1}
    assert any(
        "Die eigene Prognose war nicht besser als das einfache Verfahren „Mittel aller Monate“" in n for n in found.method_choice.notes
    )
    series = series_member(PILOT, Spans.after(10), "start")
    ratio = np.log((found.forecast_yearly.cell("2018", "p90") + 0.5) / (12 * mean + 0.5))
    assert ratio == pytest.approx(np.log((series.years[0, LEARNED.index(0.9)] + 0.5) / (series.years[0, 3] + 0.5)), abs=1e-3)


@pytest.mark.usefixtures("simple_is_best")
def test_a_simple_one_counts_with_a_flow_as_well(pilot, context, catalogue):
    found = caseload_forecast(pilot, context, view(catalogue))
    counts = found.official_record.history_contacts
    assert found.official_record.method == "mean"
    assert found.caseload.contacts == (int(12 * sum(counts) / 10 + 0.5),) * 2
    assert isinstance(found.forecast_persons, Table)


def test_values_behind_the_forecast_are_named(shipped_forecast):
    wanted = {"caseload_level", "flow_prior_weight", "forecast_prior_origins", "forecast_seed", "forecast_draws"}
    assert wanted <= set(shipped_forecast.forecast_yearly.assumptions)
