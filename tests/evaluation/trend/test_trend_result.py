"""The whole result: what a partial delivery still gives, and what must not change it."""

from dataclasses import astuple, fields, replace

import numpy as np
import pytest
from small_records import as_read, contacts, records_of

from wiwak_eval.evaluation.trend import trend
from wiwak_eval.evaluation.trend.growth import growth_parts
from wiwak_eval.evaluation.trend.recording import Break
from wiwak_eval.evaluation.trend.series import NOBODY_NAMED
from wiwak_eval.results import NotAssessable, Table
from wiwak_eval.simulate import pilot_parameters, simulate


def test_a_tally_carries_the_trend_alone(read, assumptions):
    months = "".join(f"{month:02d}/2017;;;{100 + 10 * month};{50 + 9 * month};\n" for month in range(1, 7))
    head = "Monat;Merkmal;Ausprägung;Beratungen;Personen;Neue Personen\n"
    result = trend(read({"monatsstatistik": head + months}, last="06"), assumptions())
    assert [row[:5] for row in result.trend_tests.rows] == [("contacts", "Beratungen", 5, 5, 15), ("persons", "Personen", 5, 5, 15)]
    assert result.trend_tests.cell("contacts", "p_rising") == round(1 / 720, 6)
    assert [row[0] for row in result.trend_models.rows] == ["contacts_quasi", "contacts_negbin", "persons_quasi", "persons_negbin"]
    assert isinstance(result.trend_without, Table)
    assert isinstance(result.trend_rates, Table)
    refused = ("growth_parts", "breadth", "situations", "situation_quarters", "situation_figures", "missing_values", "recording_breaks")
    assert {name for name in refused if isinstance(getattr(result, name), NotAssessable)} == set(refused)
    assert "ließe sich nur an einzelnen Beratungen erkennen" in result.recording_breaks.reason


def test_half_a_month_makes_no_trend(read, assumptions):
    months = "".join(f"{month:02d}/2017;{100 + 10 * month}\n" for month in range(1, 7)) + "07/2017;3\n"
    result = trend(read({"monatsstatistik": f"Monat;Beratungen\n{months}"}, last="07", last_day=9), assumptions())
    assert result.trend_tests.cell("contacts", "rises") == result.trend_tests.cell("contacts", "steps") == 5


def test_contacts_without_names_still_have_a_trend(read, assumptions):
    rows = "".join(f"B{month}{count};{count + 1:02d}.{month:02d}.2017\n" for month in range(1, 7) for count in range(month))
    result = trend(read({"beratungen": f"Beratungs-ID;Datum\n{rows}"}, last="06"), assumptions())
    assert [row[0] for row in result.trend_tests.rows] == ["contacts"]
    assert not [row for row in result.trend_models.rows if str(row[0]).endswith("_clients")]
    assert NOBODY_NAMED in result.trend_tests.notes
    opened = "Datum\n" + "".join(f"{day:02d}.{month:02d}.2017\n" for month in range(1, 7) for day in (2, 3))
    rates = trend(read({"oeffnungstage": opened}, last="06"), assumptions()).trend_rates
    assert {rates.cell(row[0], "persons_per_day") for row in rates.rows} == {None}, "unknown is not none"


def test_three_months_are_refused_everywhere(read, assumptions):
    result = trend(read({"monatsstatistik": "Monat;Beratungen\n01/2017;9\n02/2017;10\n03/2017;11\n"}), assumptions())
    assert result.trend_tests == NotAssessable("nicht auswertbar: Der Trendtest braucht mindestens 5 Monate.")
    assert isinstance(result.trend_models, NotAssessable)
    assert isinstance(result.trend_without, NotAssessable)


def test_empty_tables_and_a_period_without_a_whole_month_break_nothing(read, assumptions):
    files = {
        "beratungen": "Beratungs-ID;Datum;Klienten-ID;Anliegen\n",
        "klienten": "Klienten-ID;Problemlage\n",
        "oeffnungstage": "Datum\n",
        "stellen": "Stelle;Entgeltgruppe;Stufe;Stellenanteil;Von\n",
    }
    empty = trend(read(files, last="06"), assumptions())
    assert empty.trend_tests == NotAssessable("nicht auswertbar: Die Reihe enthält nur Nullen.")
    assert [row[1:4] for row in empty.trend_rates.rows] == [(0, None, None)] * 6
    short = trend(read(files, last="01", last_day=20), assumptions())
    assert short.trend_rates == NotAssessable("nicht auswertbar: Kein Monat liegt vollständig vor.")
    assert isinstance(short.trend_tests, NotAssessable)


def test_nothing_delivered_is_refused_in_one_sentence(read, assumptions):
    result = trend(read({"klienten": "Klienten-ID\nK1\n"}), assumptions())
    assert {type(getattr(result, field.name)) for field in fields(result)} == {NotAssessable}
    assert "Weder Tabelle „Beratungen“" in result.trend_tests.reason


@pytest.fixture(scope="module")
def year():
    return as_read(simulate(3, pilot_parameters()).tables["consultations"])


def test_rows_and_pseudonyms_do_not_matter(year, assumptions):
    """The bootstrap too: clients are told apart by what they did, not by their names."""
    names = {name: f"X{place}" for place, name in enumerate(sorted(set(year["client_id"].dropna()), key=lambda name: name[::-1]))}
    other = year.assign(client_id=year["client_id"].map(names)).sample(frac=1, random_state=8)
    assert astuple(trend(records_of(other, 10), assumptions())) == astuple(trend(records_of(year, 10), assumptions()))


def test_reversed_months_turn_the_trend_round(year, assumptions):
    reversed_year = year.assign(date=[day.replace(month=11 - day.month, day=min(day.day, 28)) for day in year["date"]])
    there, back = (trend(records_of(frame, 10), assumptions()).trend_tests for frame in (year, reversed_year))
    for key in ("contacts", "persons"):
        assert back.cell(key, "s") == -there.cell(key, "s") < 0
        assert back.cell(key, "ratio") * there.cell(key, "ratio") == pytest.approx(1, abs=1e-5)
        assert back.cell(key, "ratio_high") < 1 < there.cell(key, "ratio_low")
    without = trend(records_of(reversed_year, 10), assumptions()).trend_without
    assert {row[5] for row in without.rows} == {"auch so kein Anstieg"}


def test_the_bootstrap_stands_about_the_factor(year, assumptions):
    models = trend(records_of(year, 10), assumptions()).trend_models
    for key in ("contacts_clients", "persons_clients"):
        assert models.cell(key, "low") < models.cell(key, "ratio") < models.cell(key, "high")


def test_a_break_is_listed_and_cuts_trend_and_parts(year, assumptions):
    """Up to March nobody wrote down contacts by telephone: seven months are left."""
    frame = year[(year["date"].dt.month > 3) | (year["channel"] != "phone")]
    result = trend(records_of(frame, 10), assumptions())
    assert [row[1] for row in result.recording_breaks.rows] == ["2017-04"]
    assert result.trend_tests.cell("contacts", "steps") == 6
    assert any("Monate ab April 2017" in note for note in result.trend_tests.notes)
    assert "April 2017 bis Mai 2017" in result.growth_parts.notes[0]
    assert result.trend_without.rows[0][0] == "2017-04"


def test_parts_of_a_rise_across_a_break_are_refused():
    rows = [(f"{month:02d}-{day:02d}", f"P{day}") for month in range(1, 9) for day in range(1, 9)]
    records = records_of(contacts(rows), 8)
    assert isinstance(growth_parts(records), Table)
    refused = growth_parts(records, (Break("2017-05", "Ab Mai 2017 wird anders erfasst."),))
    assert "erst 4 der nötigen 6" in refused.reason


def test_no_break_is_said_in_a_sentence(year, assumptions):
    assert "Ein Bruch der Erfassung ist nicht erkennbar" in trend(records_of(year, 10), assumptions()).recording_breaks.reason


def test_cells_are_rounded_and_finite(year, assumptions):
    result = trend(records_of(year, 10), assumptions())
    for field in fields(result):
        table = getattr(result, field.name)
        if isinstance(table, Table):
            assert table.id == field.name
            cells = [cell for row in table.rows for cell in row if isinstance(cell, float)]
            assert all(np.isfinite(cell) for cell in cells)
    assert replace(result) == result
