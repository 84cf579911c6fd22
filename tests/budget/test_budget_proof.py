"""The proof of use on books small enough to add up by hand (`small_books`)."""

import pytest
from small_books import BOOKINGS, GRANT_HEADER, GRANTS, HEADER, LAND, LINES, TARGETS, delivered, without

from wiwak_eval.budget.proof import proof
from wiwak_eval.results import NotAssessable

CONTACTS = "Beratungs-ID;Datum;Klienten-ID;Erschienen\nB1;02.01.2017;K1;ja\nB2;03.02.2017;K1;ja\nB3;03.02.2017;K2;nein\nB4;04.02.2017;;ja\n"
DAYS = "Datum;Stunden\n02.01.2017;7\n03.01.2017;7\n03.01.2017;7\n01.04.2017;7\n"


@pytest.fixture
def quarter(tmp_path, view):
    return proof(delivered(tmp_path / "q", without()), view())


def test_targets_beside_what_was_counted(tmp_path, view):
    targets = TARGETS + "Öffnungstage;10;2017\nberatungen;5;2017\nPersonen;2,5;2017\nZufriedenheit;90;2017\nBeratungen;7;2016\n"
    files = without(ziele=targets, beratungen=CONTACTS, oeffnungstage=DAYS)
    table = proof(delivered(tmp_path, files), view()).proof_report
    assert [row[:4] for row in table.rows] == [
        ("beratungen", 5.0, 3, -2.0),
        ("Personen", 2.5, 1, -1.5),
        ("Öffnungstage", 10.0, 2, -8.0),
        ("Zufriedenheit", 90.0, None, None),
    ]
    assert table.rows[3][4] == "nicht gezählt: Diese Kennzahl kennt das Programm nicht"
    assert [column.decimals for column in table.columns] == [0, 1, 0, 1, 0]
    assert table.title == "Zwischennachweis 2017, Stand 31.03.2017: Ziele und Erreichtes"


def test_an_indicator_without_its_table_says_so_in_its_row(tmp_path, view):
    files = without(ziele=TARGETS + "Laufkarten;10;2017\nabgeschlossene Ketten;3;2017\nGruppenangebote;4;2017\nKlienten;5;2017\n")
    rows = proof(delivered(tmp_path, files), view()).proof_report.rows
    assert all(row[2] is None and row[3] is None for row in rows)
    assert {row[0]: row[4] for row in rows}["Laufkarten"] == "nicht auswertbar: Tabelle „Laufkarten“ fehlt"


def test_a_tally_counts_contacts_but_not_different_persons(tmp_path, view):
    tally = "Monat;Beratungen;Personen\n2017-01;5;4\n2017-02;6;5\n2017-03;7;6\n"
    files = without(ziele=TARGETS + "Beratungen;20;2017\nPersonen;9;2017\n", monatsstatistik=tally)
    rows = proof(delivered(tmp_path, files), view()).proof_report.rows
    assert rows[0][2] == 18
    assert rows[1][2] is None
    assert "Personen je Monat" in rows[1][4]


def test_group_events_are_counted_in_the_period(tmp_path, view):
    events = "Datum;Anliegen;Teilnehmende\n05.02.2017;Wohnen;8\n05.02.2017;Arbeit;9\n05.05.2017;Arbeit;9\n"
    files = without(ziele=TARGETS + "Gruppenangebote;3;2017\n", gruppenangebote=events)
    assert proof(delivered(tmp_path, files), view()).proof_report.rows[0][1:4] == (3.0, 2, -1.0)


@pytest.mark.parametrize(
    ("targets", "last", "reason"),
    [
        (None, "31.03.2017", "Tabelle „Ziele“ fehlt"),
        ("Beratungen;5;2016\n", "31.03.2017", "Für 2017 sind keine Ziele geliefert."),
        ("Beratungen;5;2017\nBeratungen;6;2017\n", "31.03.2017", "Für 2017 steht eine Kennzahl mehrfach mit verschiedenen Zielen."),
        ("Beratungen;5;2018\n", "31.03.2018", "Die Lieferung reicht über mehrere Jahre; der Bericht zu den Zielen braucht eines."),
    ],
)
def test_a_report_without_usable_targets_is_refused(tmp_path, view, targets, last, reason):
    files = without() if targets is None else without(ziele=TARGETS + targets)
    assert proof(delivered(tmp_path, files, last=last), view()).proof_report == NotAssessable(f"nicht auswertbar: {reason}")


def test_equal_targets_are_one(tmp_path, view):
    files = without(ziele=TARGETS + "Beratungen;5;2017\nBeratungen;5;2017\n", beratungen=CONTACTS)
    assert len(proof(delivered(tmp_path, files), view()).proof_report.rows) == 1


def test_numbers_by_item_with_verdicts(quarter):
    """A line that nothing is booked on tells no cost type: its plan stands apart, and items without a plan of their own are not judged."""
    assert quarter.proof_numbers.rows == (
        ("Personal", 1500000, 330001, 0, 330001 - 1500000, 0.220001, "eingehalten"),
        ("Sachmittel", 100000, 30000, 0, -70000, 0.3, "eingehalten"),
        ("Veranstaltungen", None, 0, 9000, None, None, "Plan nicht zuzuordnen"),
        ("Haushaltsstellen ohne eindeutige Kostenart", 50000, 0, 0, -50000, 0.0, "Plan nicht zuzuordnen"),
        ("Summe", 1650000, 360001, 9000, 360001 - 1650000, 0.218182, "eingehalten"),
    )
    assert "Zulässige Überschreitung laut Bescheid: 20\u202f%." in quarter.proof_numbers.notes


@pytest.mark.parametrize(
    ("pay", "supplies", "verdicts"),
    [
        ("3.300,01", "300,00", ("eingehalten", "eingehalten", "eingehalten")),
        ("4.000,00", "250,00", ("eingehalten", "überschritten, zulässig", "eingehalten")),
        ("4.000,00", "249,99", ("eingehalten", "über der zulässigen Überschreitung", "eingehalten")),
        ("3.300,00", "299,00", ("überschritten, nicht durch andere Posten eingespart",) * 2 + ("Plan überschritten",)),
    ],
)
def test_an_item_may_exceed_its_plan_by_the_tolerance_if_another_saves_it(tmp_path, view, pay, supplies, verdicts):
    lines = f"Jahr;Haushaltsstelle;E/A;Ansatz\n2017;4070.4140;A;{pay}\n2017;4070.6500;A;{supplies}\n"
    table = proof(delivered(tmp_path, without(haushaltsansaetze=lines)), view()).proof_numbers
    assert [table.cell(row, "verdict") for row in ("Personal", "Sachmittel", "Summe")] == list(verdicts)


def test_without_notice_nothing_says_what_may_be_exceeded(tmp_path, view):
    lines = "Jahr;Haushaltsstelle;E/A;Ansatz\n2017;4070.4140;A;3.000,00\n2017;4070.6510;A;100,00\n"
    found = proof(delivered(tmp_path, without("bescheide", haushaltsansaetze=lines)), view())
    assert found.proof_numbers.cell("Personal", "verdict") == "überschritten"
    assert found.proof_numbers.cell("Sachmittel", "verdict") == "nicht im Plan"
    assert found.proof_numbers.cell("Veranstaltungen", "verdict") == "nicht zuwendungsfähig"
    assert any("nennt kein gelieferter Bescheid" in note for note in found.proof_numbers.notes)
    assert found.proof_funding == NotAssessable("nicht auswertbar: Tabelle „Bescheide“ fehlt")


def test_a_share_goes_back_in_proportion_to_the_plan(quarter):
    """12,000.00 × 3,600.01 ÷ 16,500.00 = 2,618.19; below the share of 80 % (2,880.01) and what is booked on the Land (3,600.01)."""
    assert quarter.proof_funding.rows == (
        ("Land", "Anteilfinanzierung", 1200000, 360001, 261819, 200000, 61819, 0),
        ("Kreis", "Eigenmittel", None, 9000, 369001 - 261819, None, None, None),
        ("Summe", None, 1200000, 369001, 369001, 200000, 61819, 0),
    )
    assert any("Rückzahlung folgt daraus nicht" in note for note in quarter.proof_funding.notes)


@pytest.mark.parametrize(
    ("notice", "plan", "due"),
    [
        ("Anteilfinanzierung;0,50;3.000,00", LINES.replace("500,00", "0,00"), 67500),
        ("Anteilfinanzierung;0,80;", LINES, 288001),
        ("Anteilfinanzierung;;", LINES, 360001),
        ("Festbetragsfinanzierung;;1.000,00", LINES, 100000),
        ("Festbetragsfinanzierung;;9.000,00", LINES, 360001),
        ("Pauschale;;1.000,00", LINES, 100000),
        ("Fehlbedarfsfinanzierung;;3.000,00", LINES, 300000),
        ("Fehlbedarfsfinanzierung;;9.000,00", LINES, 360001),
    ],
)
def test_what_is_due_by_kind_of_notice(tmp_path, view, notice, plan, due):
    """Spent and eligible: 3,600.01, all of it on the Land. Share 50 % of a plan of 16,000.00: 3,000.00 × 3,600.01 ÷ 16,000.00 = 675.00."""
    grants = GRANT_HEADER + f"Land;01.01.2017;31.12.2017;{notice};01.02.2017;nein;0,20\n"
    table = proof(delivered(tmp_path, without(bescheide=grants, haushaltsansaetze=plan)), view()).proof_funding
    assert table.cell("Land", "due") == due
    assert table.cell("Land", "open") == max(0, due - 200000)
    assert table.cell("Land", "repayment") == max(0, 200000 - due)


def test_what_exceeds_the_tolerance_falls_on_the_county(tmp_path, view):
    """Supplies: 300.00 spent, 240.00 allowed by a plan of 200.00; 9,000.00 × (3,300.01 + 240.00) ÷ 10,200.00 = 3,123.54."""
    lines = "Jahr;Haushaltsstelle;E/A;Ansatz\n2017;4070.4140;A;10.000,00\n2017;4070.6500;A;200,00\n"
    grants = GRANTS.replace("0,80;12.000,00", ";9.000,00")
    table = proof(delivered(tmp_path, without(haushaltsansaetze=lines, bescheide=grants)), view()).proof_funding
    assert table.cell("Land", "due") == 312354
    assert table.cell("Kreis", "due") == 369001 - 312354


def test_a_notice_pays_for_its_own_months(tmp_path, view):
    """From February: 1,100.00 + 1,200.01 + 300.00 on the Land, a fixed sum of 9,000.00 in the year."""
    grants = GRANT_HEADER + "Land;01.02.2017;31.12.2017;Festbetragsfinanzierung;;9.000,00;01.02.2017;nein;0,20\n"
    table = proof(delivered(tmp_path, without(bescheide=grants)), view()).proof_funding
    assert table.cell("Land", "due") == 260001


def test_without_plan_the_share_alone_counts(tmp_path, view):
    found = proof(delivered(tmp_path, without("haushaltsansaetze")), view())
    assert found.proof_funding.cell("Land", "due") == 288001
    assert found.proof_numbers == NotAssessable("nicht auswertbar: Tabelle „Haushaltsansätze“ fehlt")


def test_a_funder_without_notice_leaves_the_countys_part_open(tmp_path, view):
    bund = "16.03.2017;E;Zuwendung;10,00;Bund;nein;nein;4070.1710;8\n"
    table = proof(delivered(tmp_path, without(buchungen=BOOKINGS + bund)), view()).proof_funding
    assert table.rows[1] == ("Bund", "kein Bescheid geliefert", None, 0, None, 1000, None, None)
    assert table.cell("Kreis", "due") is None
    assert table.cell("Summe", "due") is None
    assert table.cell("Summe", "received") == 201000


def test_a_finished_year_has_a_final_proof(tmp_path, view):
    found = proof(delivered(tmp_path, without(), last="31.12.2017"), view())
    assert found.proof_funding.title == "Verwendungsnachweis 2017: Finanzierung"
    assert not any("nicht zu Ende" in note for note in found.proof_funding.notes)


def test_documents_one_by_one_are_for_the_house_alone(quarter):
    table = quarter.proof_documents
    assert table.staff
    assert table.rows[2] == ("3", "3", "28.02.2017", "A Personal", 110000, "Land", "ja", "nein")
    assert table.rows[3] == ("4", "4", "15.03.2017", "E Zuwendung", 200000, "Land", "nein", "nein")
    assert sum(row[4] for row in table.rows) == 369001 + 5000 + 200000


def test_documents_by_cost_type_count_each_document_once(tmp_path, view):
    shared = "21.03.2017;A;Fahrten;10,00;Kreis;nein;ja;4070.6540;2\n22.03.2017;A;Fahrten;5,00;Kreis;nein;ja;4070.6540;\n"
    table = proof(delivered(tmp_path, without(buchungen=BOOKINGS + shared)), view()).proof_documents_groups
    assert not table.staff
    assert table.rows == (
        ("Personal", 3, 0, 330001, 330001),
        ("Sachmittel", 1, 0, 30000, 30000),
        ("Fahrten", 1, 1, 1500, 1500),
        ("Veranstaltungen", 1, 0, 9000, 0),
        ("Summe", 5, 1, 370501, 361501),
    )


def test_bookings_without_numbers_or_marks_refuse_their_tables_alone(tmp_path, view):
    bare = HEADER.replace(";Zuwendungsfähig", "").replace(";Beleg-Nr", "") + "31.01.2017;A;Personal;1.000,00;Land;nein;4070.4140\n"
    found = proof(delivered(tmp_path, without(buchungen=bare)), view())
    assert found.proof_documents_groups.reason.startswith("nicht auswertbar: Die Belegnummern sind nicht erfasst")
    assert found.proof_numbers.reason.startswith("nicht auswertbar: Keine Buchung ist als zuwendungsfähig gekennzeichnet")
    assert found.proof_documents.rows[0][1] == "–"


def test_without_bookings_the_report_still_stands(tmp_path, view):
    files = without("buchungen", ziele=TARGETS + "Beratungen;5;2017\n", beratungen=CONTACTS)
    found = proof(delivered(tmp_path, files), view())
    assert found.proof_report.rows[0][2] == 3
    assert found.proof_funding == found.proof_documents == NotAssessable("nicht auswertbar: Tabelle „Buchungen“ fehlt")


def test_the_order_of_rows_does_not_matter(tmp_path, view):
    head, *lines = BOOKINGS.splitlines(keepends=True)
    targets = ["Beratungen;5;2017\n", "Zufriedenheit;90;2017\n", "Alles;9;2017\n"]
    esf = "ESF;01.01.2017;31.12.2017;Festbetragsfinanzierung;;100,00;01.01.2017;nein;\n"
    files = without(ziele=TARGETS + "".join(targets), bescheide=GRANTS + esf, beratungen=CONTACTS)
    turned = files | {
        "buchungen": head + "".join(reversed(lines)),
        "ziele": TARGETS + "".join(reversed(targets)),
        "bescheide": GRANT_HEADER + esf + LAND,
    }
    assert proof(delivered(tmp_path / "a", files), view()) == proof(delivered(tmp_path / "b", turned), view())
