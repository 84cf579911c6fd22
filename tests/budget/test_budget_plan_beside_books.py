"""The plan of the first budget year beside the quarter's books of `small_books`."""

from decimal import Decimal

import pytest
from small_books import BOOKINGS, HEADER, NO_COSTS, delivered, without

from wiwak_eval.budget.controlling import controlling
from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.results import Column, NotAssessable, Unit, build_table

FIRST = "10.01.2017;A;Sachmittel;300,00;Land;nein;ja;4070.6500;2\n"
ENDS = {"personnel": 1379833, "materials": 120000, "events": 36000, "rooms": 20000}
"""How the books of the quarter end by cost type (`test_budget_controlling`)."""


def costs(**amounts):
    """A plan of 2018 with these items; 2019 costs twice as much, so that the wrong year would be seen."""
    columns = (*(Column(name, name, Unit.TEXT) for name in ("key", "label")), *(Column(f"y{y}", f"{y}", Unit.CENTS) for y in (2018, 2019)))
    given = {item: amounts.get(item, 0) for item in LABELS}
    rows = [(item, LABELS[item], amount, 2 * amount) for item, amount in given.items()]
    total = sum(given.values())
    return build_table("costs", "Kosten", columns, [*rows, ("total", "Gesamtkosten", total, 2 * total)], "06", assumptions=("price_index",))


@pytest.fixture
def beside(tmp_path, view):
    def read(planned, files=None, last="31.03.2017", **asked):
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        records = delivered(folder, without() if files is None else files, last=last)
        return controlling(records, view(**asked), planned).plan_beside_books

    return read


def test_every_item_stands_beside_what_the_books_say(beside):
    table = beside(costs(personnel=1379833, materials=90001, travel=300, outreach=50, contract=7, rooms=25001))
    assert table.rows == (
        ("Personal", 1379833, 1379833, 0, 0.0, "im Rahmen"),
        ("Räume (Sachleistung)", 20000, 25001, 5001, 0.25005, "Erläuterung nötig"),
        ("Sachmittel", 120000, 90001, -29999, -0.249992, "im Rahmen"),
        ("Fahrten", 0, 350, 350, None, "Erläuterung nötig"),
        ("Veranstaltungen", 36000, 0, -36000, -1.0, "Erläuterung nötig"),
        ("Dienstleister (Personal, mit Umsatzsteuer)", 0, 7, 7, None, "Erläuterung nötig"),
        ("Summe", 1555833, 1495192, -60641, -0.038977, "im Rahmen"),
    )
    assert [column.label for column in table.columns[:3]] == ["Kostenart", "Hochrechnung 2017", "Ansatz 2018"]
    assert {"plan_books_warning", "price_index", "bonus_month"} <= set(table.assumptions)


def test_the_warning_begins_above_the_share_and_follows_the_assumption(beside):
    at, above = (costs(**{**ENDS, "materials": amount}) for amount in (150000, 150001))
    assert beside(at).cell("Sachmittel", "warning") == "im Rahmen"
    assert beside(above).cell("Sachmittel", "warning") == "Erläuterung nötig"
    wider = beside(above, plan_books_warning=Decimal("0.5"))
    assert wider.cell("Sachmittel", "warning") == "im Rahmen"
    assert any("über 50" in note for note in wider.notes)


def test_both_sides_add_up_to_the_books_and_to_the_plan(beside):
    """Whatever the books hold: fees, bookings without a cost type, rooms both in cash and in kind, more reversed than paid."""
    odd = (
        "01.03.2017;A;Honorare;70,00;Land;nein;ja;4070.6551;11\n01.03.2017;A;;80,00;Land;nein;ja;4070.9;12\n"
        "01.03.2017;A;Räume;33,00;Land;nein;ja;4070.5300;13\n01.03.2017;A;Fahrten;-10,00;Land;nein;ja;4070.6540;14\n"
    )
    files, planned = without(buchungen=BOOKINGS + odd), costs(**{item: 1000 + place for place, item in enumerate(LABELS)})
    table = beside(planned, files)
    assert table.cell("Summe", "planned") == planned.cell("total", "y2018")
    assert table.cell("Honorare", "planned") == 0
    assert table.cell("Räume", "books") == 20000 + 13200
    assert (table.cell("Fahrten", "change"), table.cell("Fahrten", "warning")) == (None, "Erläuterung nötig")
    assert table.cell("Summe", "books") == 1555833 + 4 * (7000 + 8000 + 3300 - 1000)


def test_a_year_that_is_over_is_a_result(beside):
    paid = "".join(f"28.{month:02d}.2017;A;Personal;100,00;Land;nein;ja;4070.4140;{month}\n" for month in range(1, 13))
    table = beside(costs(personnel=120000), without(buchungen=HEADER + paid), last="31.12.2017")
    assert table.columns[1].label == "Ergebnis 2017"
    assert table.rows[0] == ("Personal", 120000, 120000, 0, 0.0, "im Rahmen")


def test_refused_without_bookings_budget_month_or_limit(beside):
    plan = costs(**ENDS)
    assert beside(plan, without("buchungen")) == NotAssessable("nicht auswertbar: Tabelle „Buchungen“ fehlt")
    assert beside(NO_COSTS) == NO_COSTS
    assert "mindestens einen vollständigen Monat" in beside(plan, without(buchungen=HEADER + FIRST), last="20.01.2017").reason
    assert "plan_books_warning" in beside(plan, without=("plan_books_warning",)).reason


def test_neither_notices_nor_budget_lines_nor_posts_are_needed(beside):
    assert beside(costs(**ENDS), without("haushaltsansaetze", "bescheide", "stellen")).cell("Personal", "planned") == 1379833
