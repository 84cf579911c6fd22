"""Costs by month, type and funder: exact, gross, in kind beside cash, and equal to the ledger."""

import random

import pytest

from wiwak_eval.evaluation import ledger
from wiwak_eval.evaluation.unit_cost import UnitCosts, unit_costs
from wiwak_eval.results import NotAssessable, Table

HEADER = "Datum;E/A;Kostenart;Betrag;Finanzierung;Sachleistung;Zuwendungsfähig\n"
LINES = """\
31.01.2017;A;Personal;4.034,43;ESF;nein;ja
31.01.2017;A;Personal;1.008,61;Land;nein;ja
31.01.2017;A;Räume;980,00;Kreis;ja;nein
08.03.2017;A;Sachmittel;186,50;Land;nein;ja
20.03.2017;A;Sachmittel;-186,50;Land;nein;ja
21.03.2017;;;12,01;;;
18.03.2017;E;Zuwendung;180.000,00;Land;nein;nein
"""


@pytest.fixture
def result(read, assumptions) -> UnitCosts:
    return unit_costs(read({"buchungen": HEADER + LINES}), assumptions)


def test_months_with_kind_beside_cash_and_a_reversal_in_its_month(result: UnitCosts) -> None:
    assert result.costs_months.rows == (
        ("2017-01", 504304, 98000, 602304),
        ("2017-02", 0, 0, 0),
        ("2017-03", 1201, 0, 1201),
        ("Summe", 505505, 98000, 603505),
    )


def test_funders_with_what_is_eligible(result: UnitCosts) -> None:
    assert result.costs_funders.rows == (
        ("Land", 100861, 0, 100861, 100861, 0),
        ("Kreis", 0, 98000, 98000, 0, 98000),
        ("ESF", 403443, 0, 403443, 403443, 0),
        ("ohne Angabe", 1201, 0, 1201, 0, 1201),
        ("Summe", 505505, 98000, 603505, 504304, 99201),
    )


def test_types_by_month_and_by_funder(result: UnitCosts) -> None:
    assert [column.label for column in result.costs_months_types.columns] == [
        "Monat", "Personal", "Räume", "Sachmittel", "ohne Kostenart", "zusammen",
    ]  # fmt: skip
    assert result.costs_months_types.rows[0] == ("2017-01", 504304, 98000, 0, 0, 602304)
    assert result.costs_months_types.rows[2] == ("2017-03", 0, 0, 0, 1201, 1201)
    assert result.costs_types_funders.rows[0] == ("Personal", 100861, 0, 403443, 0, 504304)


def test_what_could_show_a_single_salary_is_for_the_house_alone(result: UnitCosts) -> None:
    assert result.costs_months_types.staff
    assert result.costs_types_funders.staff
    assert not result.costs_months.staff
    assert not result.costs_funders.staff


def test_every_table_adds_up_to_the_ledger_to_the_cent(read, assumptions) -> None:
    rng = random.Random(20171115)
    types = ("Personal", "Räume", "Sachmittel", "Fahrten", "Zuschuss an Träger", "")
    lines = [
        f"{rng.randint(1, 28):02d}.0{rng.randint(1, 3)}.2017;{rng.choice('AAAE')};{rng.choice(types)};"
        f"{rng.randint(-50_000, 900_000) / 100:.2f};"
        f"{rng.choice(('Land', 'Kreis', 'Bund', 'ESF', 'Dritte', ''))};{rng.choice(('ja', 'nein'))};{rng.choice(('ja', 'nein'))}\n"
        for _ in range(200)
    ]
    records = read({"buchungen": HEADER + "".join(lines)})
    stated = ledger(records).expenditure
    result = unit_costs(records, assumptions)
    for name in ("cash", "in_kind", "total"):
        assert result.costs_months.cell("Summe", name) == result.costs_funders.cell("Summe", name) == stated.cell("Summe", name)
    tables: tuple[Table, ...] = (result.costs_months, result.costs_funders, result.costs_months_types, result.costs_types_funders)
    for table in tables:
        assert table.cell("Summe", "total") == stated.cell("Summe", "total")
        for place in range(1, len(table.columns)):
            assert sum(row[place] for row in table.rows[:-1]) == table.rows[-1][place], table.id
    for label, *amounts in stated.rows:
        assert result.costs_types_funders.cell(label, "total") == amounts[2]


def test_where_nothing_is_marked_eligible_nothing_is_said_of_it(read, assumptions) -> None:
    table = unit_costs(read({"buchungen": "Datum;Betrag\n31.01.2017;10,00\n"}), assumptions).costs_funders
    assert table.rows == (("ohne Angabe", 1000, 0, 1000, None, None), ("Summe", 1000, 0, 1000, None, None))
    assert "Bei keiner Buchung ist vermerkt, ob sie zuwendungsfähig ist." in table.notes


@pytest.mark.parametrize("lines", ["", "18.03.2017;E;Zuwendung;180.000,00;Land;nein;nein\n"])
def test_without_expenditure_all_is_refused(read, assumptions, lines: str) -> None:
    result = unit_costs(read({"buchungen": HEADER + lines}), assumptions)
    assert result.costs_months == result.unit_costs == NotAssessable("nicht auswertbar: Die Buchungen enthalten keine Ausgaben.")


def test_a_month_without_pay_and_a_booking_that_could_not_be_read_are_named(read, assumptions) -> None:
    pay = "".join(f"28.0{month}.2017;A;Personal;1000,00;Land;nein;ja\n" for month in (1, 2, 3, 5))
    lost = "28.04.2017;A;Personal;ca. 1000;Land;nein;ja\n28.04.2017;A;Sachmittel;5,00;Land;nein;ja\n"
    table = unit_costs(read({"buchungen": HEADER + pay + lost}, last="05"), assumptions).costs_months
    assert table.notes[:2] == (
        "1 Buchung ist wegen Mängeln nicht verwendet; fehlt dadurch Aufwand, so sind die Kosten zu niedrig.",
        "„Personal“ ist in fast jedem Monat gebucht, nicht aber im April 2017: Die Kosten sind wohl zu niedrig.",
    )


def test_a_month_without_any_booking_is_named(result: UnitCosts) -> None:
    assert result.costs_months.notes[0] == "Ohne gebuchte Ausgabe: Februar 2017."
