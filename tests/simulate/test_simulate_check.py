import json

import pytest

from wiwak_eval.records import SIMULATED_KEY, Records, read_delivery


@pytest.fixture(scope="module")
def records(pilot_folder) -> Records:
    return read_delivery(pilot_folder, SIMULATED_KEY)


@pytest.fixture(scope="module")
def truth(pilot_folder):
    return json.loads((pilot_folder / "true_parameters.json").read_text(encoding="utf-8"))


def test_the_check_finds_exactly_the_documented_faults(records, truth):
    found = [(fault.table, fault.line, fault.column, fault.rule, fault.action) for fault in records.faults]
    documented = [(fault["table"], fault["line"], fault["column"], fault["rule"], fault["action"]) for fault in truth["faults"]]
    assert sorted(found) == sorted(documented)


def test_a_handful_of_faults(truth):
    actions = [fault["action"] for fault in truth["faults"]]
    assert 3 <= actions.count("rejected") <= 6
    assert 1 <= actions.count("cleared") <= 6


def test_every_simulated_table_is_read(records, pilot_year):
    assert set(pilot_year.tables) <= set(records.tables)
    assert not set(pilot_year.tables) & set(records.absent)
    assert not any(records.dropped_columns.values())


def test_rows_used_are_the_true_rows_less_the_spoilt_ones(records, truth):
    spoilt = [fault for fault in truth["faults"] if fault["action"] == "rejected" and fault["rule"] != "duplicate_row"]
    used = {line.table: line.rows_used for line in records.intake}
    assert used["beratungen"] == truth["true_rows"]["consultations"] - sum(fault["table"] == "beratungen" for fault in spoilt)
    assert used["klienten"] == truth["true_rows"]["clients"]
    assert used["buchungen"] == truth["true_rows"]["bookings"]


def test_the_tally_differs_only_where_a_row_was_rejected(records, truth):
    differences = {line.month: line.difference for line in records.control}
    assert sum(differences.values()) == -2
    assert set(differences.values()) == {0, -1}
    assert {line.month: line.stated for line in records.control} == truth["true_consultations_by_month"]


def test_values_arrive_as_they_were_drawn(records, pilot_year):
    assert records.tables["bookings"]["amount"].tolist() == pilot_year.tables["bookings"]["amount"].tolist()
    assert records.tables["posts"]["share"].tolist() == pilot_year.tables["posts"]["share"].tolist()
    assert records.tables["clients"]["status"].tolist() == pilot_year.tables["clients"]["status"].tolist()
    assert records.provenance.simulated
