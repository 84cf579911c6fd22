"""Each check for double funding on a delivery small enough to check by eye."""

import pytest

from wiwak_eval.evaluation.double_funding import double_funding
from wiwak_eval.results import NotAssessable

HEADER = "Datum;E/A;Kostenart;Betrag;Finanzierung;Sachleistung;Zuwendungsfähig;Beleg-Nr\n"
CLEAN = """\
31.01.2017;A;Personal;3.000,00;Land;nein;ja;1
31.01.2017;A;Räume;500,00;Kreis;ja;nein;2
10.02.2017;A;Sachmittel;80,00;Land;nein;ja;3
15.02.2017;E;Zuwendung;3.000,00;Land;nein;nein;4
"""
POSTS = "Stelle;Entgeltgruppe;Stufe;Stellenanteil;Von;Bis;Arbeitgeber\nS1;S 12;3;1;01.01.2017;;Kreis\nS2;S 12;3;1;01.01.2017;;Träger\n"
GRANTS = "Finanzierung;Von;Bis;Finanzierungsart;Anteil\n"


def row(read, key: str, bookings: str = "", **more: str) -> tuple[object, object]:
    """Hits and result of one check on the clean books and these further bookings."""
    table = double_funding(read({"buchungen": HEADER + CLEAN + bookings, **more})).double_funding
    return table.cell(key, "hits"), table.cell(key, "result")


def test_clean_books_give_no_hint_and_say_what_cannot_be_checked(read):
    result = double_funding(read({"buchungen": HEADER + CLEAN, "stellen": POSTS}))
    hits = {cells[0]: cells[3] for cells in result.double_funding.rows}
    assert hits.pop("grant_shares") is None
    assert set(hits.values()) == {0}
    assert result.double_funding.cell("grant_shares", "result") == "nicht prüfbar: Tabelle „Bescheide“ fehlt."
    assert result.double_funding_figures.rows == (("checks", 9, 8, 0),)


@pytest.mark.parametrize(
    ("key", "bookings", "hits"),
    [
        ("same_document", "11.02.2017;A;Sachmittel;20,00;ESF;nein;nein;3\n", 1),
        ("same_document", "11.02.2017;A;Sachmittel;20,00;Land;nein;nein;3\n", 0),
        ("same_amount", "10.02.2017;A;Sachmittel;80,00;ESF;nein;nein;9\n", 1),
        ("same_amount", "11.02.2017;A;Sachmittel;80,00;ESF;nein;nein;9\n", 0),
        ("same_amount", "10.02.2017;A;Sachmittel;80,00;Land;nein;nein;9\n", 0),
        ("shared_cost", "20.02.2017;A;Sachmittel;7,00;ESF;nein;nein;9\n", 1),
        ("shared_cost", "20.02.2017;A;Sachmittel;7,00;Kreis;nein;nein;9\n", 0),
        ("shared_cost", "20.01.2017;A;Sachmittel;7,00;ESF;nein;nein;9\n", 0),
        ("eligible_elsewhere", "20.02.2017;A;Sachmittel;7,00;ESF;nein;ja;9\n", 1),
        ("eligible_elsewhere", "20.02.2017;A;Sachmittel;7,00;ESF;nein;nein;9\n", 0),
        ("rooms_twice", "20.01.2017;A;Räume;400,00;Land;nein;nein;9\n", 1),
        ("rooms_twice", "20.02.2017;A;Räume;400,00;Land;nein;nein;9\n", 0),
        ("income_over", "16.02.2017;E;Zuwendung;80,01;Land;nein;nein;9\n", 1),
        ("income_over", "16.02.2017;E;Zuwendung;80,00;Land;nein;nein;9\n", 0),
        ("more_than_cost", "16.02.2017;E;Zuwendung;80,01;ESF;nein;nein;9\n", 1),
        ("more_than_cost", "16.02.2017;E;Zuwendung;80,00;ESF;nein;nein;9\n", 0),
    ],
)
def test_a_check_bites_and_lets_the_near_miss_pass(read, key: str, bookings: str, hits: int):
    found, result = row(read, key, bookings)
    assert found == hits
    assert str(result).startswith("zu prüfen: " if hits else "kein Hinweis")


def test_what_was_taken_back_does_not_count(read):
    again = "10.02.2017;A;Sachmittel;80,00;ESF;nein;nein;9\n"
    assert row(read, "same_amount", again + "01.03.2017;A;Sachmittel;-80,00;ESF;nein;nein;10\n") == (0, "kein Hinweis")
    assert row(read, "same_amount", again + "01.03.2017;A;Sachmittel;-80,00;Kreis;nein;nein;10\n")[0] == 1


def test_one_post_with_two_payers(read):
    second = "31.01.2017;A;Personal;750,00;ESF;nein;nein;9\n"
    assert row(read, "shared_post", second)[1] == "nicht prüfbar: Tabelle „Stellen“ fehlt."
    hits, result = row(read, "shared_post", second, stellen=POSTS)
    assert hits == 1
    assert "In 1 Monat" in str(result)
    assert row(read, "shared_post", second.replace("ESF", "Land"), stellen=POSTS)[0] == 0, "one payer"
    left = (
        POSTS.replace("01.01.2017;;Kreis", "01.02.2017;;Kreis") + "S3;S 12;3;1;01.01.2017;02.01.2017;Kreis\nS4;S 12;3;1;01.01.2017;;Kreis\n"
    )
    assert row(read, "shared_post", second, stellen=left)[0] == 0, "two posts filled in January"


def test_shares_of_grants_for_the_same_days(read):
    land = "Land;01.01.2017;31.12.2017;Anteilfinanzierung;0,80\n"
    assert row(read, "grant_shares", bescheide=GRANTS + land + "ESF;01.03.2017;31.12.2017;Anteilfinanzierung;0,30\n")[0] == 1
    assert row(read, "grant_shares", bescheide=GRANTS + land + "ESF;01.03.2017;31.12.2017;Anteilfinanzierung;0,20\n")[0] == 0
    assert row(read, "grant_shares", bescheide=GRANTS + land + "ESF;01.01.2018;31.12.2018;Anteilfinanzierung;0,30\n")[0] == 0
    assert row(read, "grant_shares", bescheide=GRANTS + land + "Land;01.02.2017;31.12.2017;Anteilfinanzierung;0,70\n")[0] == 0


@pytest.mark.parametrize(("paying", "said"), [(("Land",), "Land hat mehr"), (("Land", "ESF"), "Land, ESF haben mehr")])
def test_who_paid_more_than_was_booked_is_named_in_good_german(read, paying, said):
    income = "".join(f"15.02.2017;E;Zuwendung;90.000,00;{funder};nein;nein;E{funder}\n" for funder in paying)
    assert row(read, "income_over", buchungen=HEADER + CLEAN + income)[1].removeprefix("zu prüfen: ").startswith(said)


def test_blank_columns_are_named_and_never_raise(read):
    result = double_funding(read({"buchungen": "Datum;Betrag\n31.01.2017;12,00\n"}))
    assert all(str(cells[4]).startswith("nicht prüfbar: ") for cells in result.double_funding.rows)
    assert result.double_funding_figures.rows == (("checks", 9, 0, 0),)


def test_without_expenditure_it_is_refused(read):
    assert double_funding(read({"klienten": "Klienten-ID\nK1\n"})).double_funding == NotAssessable(
        "nicht auswertbar: Tabelle „Buchungen“ fehlt"
    )
    income = double_funding(read({"buchungen": HEADER + "15.02.2017;E;Zuwendung;3.000,00;Land;nein;nein;4\n"}))
    assert income.double_funding == NotAssessable("nicht auswertbar: Die Buchungen enthalten keine Ausgaben.")


def test_the_order_of_rows_does_not_matter(read):
    more = (
        "10.02.2017;A;Sachmittel;80,00;ESF;nein;ja;3\n01.03.2017;A;Sachmittel;-80,00;ESF;nein;ja;10\n"
        "31.01.2017;A;Personal;1,00;ESF;nein;ja;1\n"
    )
    lines = (CLEAN + more).splitlines(keepends=True)
    forward = double_funding(read({"buchungen": HEADER + "".join(lines), "stellen": POSTS}))
    assert double_funding(read({"buchungen": HEADER + "".join(lines[::-1]), "stellen": POSTS})) == forward
