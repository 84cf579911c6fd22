import pytest

from wiwak_eval.evaluation import ledger
from wiwak_eval.results import NotAssessable

HEADER = "Datum;E/A;Kostenart;Betrag;Finanzierung;Sachleistung\n"
SPENT = """\
31.01.2017;A;Personal;4.034,43;ESF;nein
28.02.2017;A;Personal;100,07;Land;nein
31.01.2017;A;Räume;980,00;Kreis;ja
01.03.2017;A;Räume;20,50;Kreis;nein
08.03.2017;A;Sachmittel;186,50;Land;nein
20.03.2017;A;Sachmittel;-186,50;Land;nein
21.03.2017;;;12,00;;
"""
RECEIVED = """\
18.03.2017;E;Zuwendung;180.000,00;Land;nein
20.03.2017;E;Zuwendung;9.000,01;ESF;nein
21.03.2017;E;Zuwendung;0,02;;nein
"""


@pytest.fixture
def result(read):
    return ledger(read({"buchungen": HEADER + SPENT + RECEIVED}))


def test_expenditure_by_cost_type_with_kind_beside_cash(result):
    assert result.expenditure.rows == (
        ("Personal", 413450, 0, 413450),
        ("Räume", 2050, 98000, 100050),
        ("Sachmittel", 0, 0, 0),
        ("ohne Kostenart", 1200, 0, 1200),
        ("Summe", 416700, 98000, 514700),
    )


def test_income_by_funder(result):
    assert dict(result.income.rows) == {"Land": 18000000, "ESF": 900001, "ohne Angabe": 2, "Summe": 18900003}


def test_one_side_alone_refuses_the_other(read):
    assert ledger(read({"buchungen": HEADER + SPENT})).income == NotAssessable("nicht auswertbar: Die Buchungen enthalten keine Einnahmen.")
    assert ledger(read({"buchungen": HEADER + RECEIVED})).expenditure == NotAssessable(
        "nicht auswertbar: Die Buchungen enthalten keine Ausgaben."
    )


def test_without_bookings_both_are_refused(read):
    result = ledger(read({"klienten": "Klienten-ID\nK1\n"}))
    assert result.expenditure == result.income == NotAssessable("nicht auswertbar: Tabelle „Buchungen“ fehlt")
