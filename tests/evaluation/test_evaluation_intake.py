import pytest

from wiwak_eval.evaluation import intake_overview
from wiwak_eval.evaluation.intake import ACTIONS, RULES
from wiwak_eval.records import TABLES, Action, Rule
from wiwak_eval.results import NotAssessable

CLIENTS = "Klienten-ID;Geburtsjahr\nK1;1980\nK2;1897\n"
CONTACTS = """\
Beratungs-ID;Datum;Klienten-ID
B1;02.01.2017;K1
B2;17.03.2071;K1
B3;31.06.2017;K1
B4;01.02.2017;K1
B5;01.03.2017;K9
"""
TALLY = "Monat;Beratungen\n01/2017;1\n02/2017;2\n03/2017;1\n"


@pytest.fixture
def records(read):
    return read({"beratungen": CONTACTS, "klienten": CLIENTS, "monatsstatistik": TALLY})


def test_every_row_read_is_used_or_not(records):
    intake = intake_overview(records, 0.1).intake
    assert intake.rows == (
        ("beratungen.csv", "beratungen", 5, 5, 3, 2),
        ("klienten.csv", "klienten", 2, 2, 2, 0),
        ("monatsstatistik.csv", "monatsstatistik", 3, 3, 3, 0),
    )


def test_counted_contacts_leave_repetitions_out(read):
    again = CONTACTS + "B1;2.1.17;K1\nB4;01.02.2017;K1\nB6;;K1\n"
    assert intake_overview(read({"beratungen": again}), 0.1).intake.rows == (("beratungen.csv", "beratungen", 8, 6, 3, 5),)


def test_faults_are_counted_by_kind_without_any_row(records):
    faults = intake_overview(records, 0.1).fault_counts
    assert {row[1:] for row in faults.rows} == {
        ("beratungen", "Datum", "außerhalb des Zeitraums", "Zeile nicht verwendet", 1),
        ("beratungen", "Datum", "kein Datum", "Zeile nicht verwendet", 1),
        ("beratungen", "verschiedene", "verschiedene Mängel", "Angabe nicht verwendet", 1),
        ("klienten", "verschiedene", "verschiedene Mängel", "Angabe nicht verwendet", 1),
    }


def test_how_many_lack_an_attribute_of_people_is_not_told(read):
    """Four clients without a status: told, they would be subtracted from the total. Two faults of different columns are one line."""
    rows = "K1;Unfug;1980\nK2;Quatsch;1990\nK3;;1850\n"
    faults = intake_overview(read({"klienten": f"Klienten-ID;Status;Geburtsjahr\n{rows}"}), 0.9).fault_counts
    assert [row[1:] for row in faults.rows] == [("klienten", "verschiedene", "verschiedene Mängel", "Angabe nicht verwendet", 3)]


def test_used_rows_are_held_against_the_stated_totals(records):
    assert intake_overview(records, 0.1).control.rows == (("2017-01", 1, 1, 0), ("2017-02", 1, 2, -1), ("2017-03", 1, 1, 0))


def test_what_is_missing_is_named(records):
    absent = intake_overview(records, 0.1).absent
    assert len(absent.rows) == len(TABLES) - 3
    assert ("buchungen", "Tabelle „Buchungen“ fehlt.") in absent.rows


def test_losses_are_named_only_above_the_limit(records):
    """Two of five consultations are rejected for faults of their own."""
    assert intake_overview(records, 0.40).losses is None
    assert intake_overview(records, 0.39).losses == ("Verluste beim Einlesen wurden hingenommen: „Beratungen“ 40,0\u202f% der Zeilen.")


def test_a_clean_delivery_has_neither_faults_nor_control(read):
    overview = intake_overview(read({"klienten": "Klienten-ID\nK1\n"}), 0.1)
    assert overview.fault_counts == NotAssessable("Die Prüfung hat keinen Mangel gefunden.")
    assert overview.control == NotAssessable("nicht auswertbar: Eine Monatsstatistik zum Vergleich fehlt.")


def test_a_tally_alone_lacks_the_rows_to_compare_it_with(read):
    overview = intake_overview(read({"monatsstatistik": TALLY}), 0.1)
    assert overview.control == NotAssessable("nicht auswertbar: Tabelle „Beratungen“ fehlt")


def test_every_rule_and_action_of_the_check_has_a_german_name():
    assert set(RULES) == set(Rule)
    assert set(ACTIONS) == set(Action)
