from dataclasses import replace
from types import SimpleNamespace

import pytest
from core_samples import further, line

from wiwak_eval.assumptions import Gap
from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.budget.papers.budget_codes import BudgetLine, budget_lines
from wiwak_eval.budget.papers.registration import PRUDENT, STILL_OPEN, Former, budget_application, former_lines
from wiwak_eval.budget.pay.post_pay import PayMonth
from wiwak_eval.budget.posts.line import NEW, Form

NONE = Former({}, {})
BOOKS = """\
Jahr;Haushaltsstelle;E/A;Ansatz;Ergebnis
2016;4070.4140;A;46.000,00;44.569,10
2016;4070.1710;E;33.000,00;32.275,44
2016;4070.9999;A;10,00;
2017;4070.4140;A;178.000,00;
2017;4070.4140;A;2.000,00;
2017;4070.1710;E;229.500,00;
2017;4070.6551;A;1.200,00;
2015;4070.4140;A;1,00;1,00
"""


def plans(*years, still_open=0, in_kind=0, land=0):
    parts = {"open": still_open, "county_in_kind": in_kind, "land": land}
    return tuple(SimpleNamespace(year=year, forecast=year < 2020, financing=SimpleNamespace(parts=parts)) for year in years)


def of(key, direction, code, *amounts, note=""):
    return BudgetLine(key, direction, f"4070.{code}", key.title(), amounts, note)


FOUR = plans(2018, 2019, 2020, 2021, still_open=700, in_kind=90)
LINES = (
    of("land", "E", "1710", 500, 0, 0, 0),
    of("esf", "E", "1740", 0, 20, 0, 0),
    of("pay", "A", "4140", 1000, 900, 800, 700, note="Entgelte"),
    of("rooms", "A", "6790", 90, 90, 90, 90),
)


def amounts(table, key):
    return next(list(row[4:]) for row in table.rows if row[0] == key)


def test_former_lines_are_read_by_year_and_code(read):
    """Result of 2016 and plan of 2017; a supplementary budget of 2017 adds up; a line without a result says nothing."""
    former = former_lines(read({"haushaltsansaetze": BOOKS}), 2017)
    assert former.results == {("A", "4070.4140"): 4456910, ("E", "4070.1710"): 3227544}
    assert former.planned == {("A", "4070.4140"): 18000000, ("E", "4070.1710"): 22950000, ("A", "4070.6551"): 120000}


def test_known_terms_of_the_land_are_no_promise():
    """Income that no notice promises is said to be so, year by year; what is promised, or open, is not."""
    known = plans(2018, 2019, 2020, 2021, land=500)
    found = budget_application(known, LINES, NONE, (), noticed={2018}).notes[0]
    assert found.startswith("Ein Bescheid des Landes liegt nicht vor für: 2019, 2020, 2021.")
    assert budget_application(known, LINES, NONE, (), noticed={2018, 2019, 2020, 2021}).notes[0] == PRUDENT
    assert budget_application(FOUR, LINES, NONE, ()).notes[:2] == (PRUDENT, STILL_OPEN)


def test_without_former_lines_there_are_none(read):
    assert former_lines(read({"klienten": "Klienten-ID\nK1\n"}), 2017) == NONE


def test_income_and_expenditure_apart_with_their_sums_by_hand():
    table = budget_application(FOUR, LINES, NONE, ("id",))
    assert [(row[0], row[1], row[2]) for row in table.rows] == [
        ("land", "4070.1710", "E"),
        ("esf", "4070.1740", "E"),
        ("income", None, None),
        ("pay", "4070.4140", "A"),
        ("rooms", "4070.6790", "A"),
        ("expenditure", None, None),
        ("need", None, None),
        ("open", None, None),
        ("in_kind", None, None),
    ]
    assert amounts(table, "income") == [None, None, 500, 20, 0, 0]
    assert amounts(table, "expenditure") == [None, None, 1090, 990, 890, 790]
    assert amounts(table, "need") == [None, None, 590, 970, 890, 790]
    assert amounts(table, "open") == [None, None, 700, 700, 700, 700]
    assert next(row[3] for row in table.rows if row[0] == "open") == "davon noch offen (Land oder Landkreis)"
    assert amounts(table, "in_kind") == [None, None, 90, 90, 90, 90]


def test_columns_name_what_was_planned_and_what_is_carried_on():
    table = budget_application(FOUR, LINES, NONE, ())
    assert [(column.name, column.label) for column in table.columns[4:]] == [
        ("before", "Ergebnis 2016"),
        ("current", "Ansatz 2017"),
        ("y1", "Ansatz 2018"),
        ("y2", "Ansatz 2019"),
        ("y3", "Finanzplan 2020"),
        ("y4", "Finanzplan 2021"),
    ]
    assert "4070.4140: Entgelte." in table.notes


def test_former_lines_are_matched_by_code_and_unplanned_ones_are_shown():
    former = Former(
        {("A", "4070.4140"): 40, ("E", "4070.1710"): 30}, {("A", "4070.4140"): 50, ("A", "4070.6551"): 7, ("E", "4070.9999"): 3}
    )
    table = budget_application(FOUR, LINES, former, ())
    assert [row[0] for row in table.rows][:4] == ["land", "esf", "E_4070.9999", "income"]
    assert amounts(table, "land")[:2] == [30, None]
    assert amounts(table, "pay")[:2] == [40, 50]
    assert amounts(table, "A_4070.6551") == [None, 7, 0, 0, 0, 0]
    assert amounts(table, "income")[:2] == [30, 3]
    assert amounts(table, "expenditure")[:2] == [40, 57]
    assert amounts(table, "need")[:2] == [10, 54]


def test_a_code_of_income_does_not_match_one_of_expenditure():
    former = Former({("E", "4070.4140"): 40}, {})
    table = budget_application(FOUR, LINES, former, ())
    assert amounts(table, "pay")[0] is None
    assert amounts(table, "E_4070.4140")[0] == 40


def test_former_amounts_of_a_shared_code_count_once():
    """Rooms and events under one budget code: its 60 cents of 2017 are one amount."""
    lines = (*LINES, of("events", "A", "6790", 5, 5, 5, 5))
    table = budget_application(FOUR, lines, Former({}, {("A", "4070.6790"): 60}), ())
    assert (amounts(table, "rooms")[1], amounts(table, "events")[1], amounts(table, "expenditure")[1]) == (60, None, 60)
    assert amounts(table, "expenditure")[2] == 1095


def test_sums_are_none_where_nothing_is_stated():
    table = budget_application(FOUR, LINES, NONE, ())
    assert amounts(table, "income")[:2] == amounts(table, "expenditure")[:2] == amounts(table, "need")[:2] == [None, None]
    spent_alone = budget_application(FOUR, LINES, Former({("A", "4070.4140"): 40}, {}), ())
    assert (amounts(spent_alone, "income")[0], amounts(spent_alone, "need")[0]) == (None, 40)


def test_years_in_which_nothing_is_spent_sum_to_nought():
    table = budget_application(FOUR, LINES[:1], NONE, ())
    assert amounts(table, "expenditure") == [None, None, 0, 0, 0, 0]
    assert amounts(table, "need") == [None, None, -500, 0, 0, 0]


PAID = PayMonth(
    1, gross=1000, health=10, care=2, pension=30, unemployment=4, zvk=50, bonus=600, bonus_social=6, bonus_zvk=3, performance=70
)
PAID = replace(PAID, performance_social=7, performance_zvk=1, accident=5, insolvency=8)


def coded(**items):
    """One post of the county, one of a carrier, both paid as PAID."""
    lines = (line("S1", "1"), line("S2", "1", Form.FORWARDED), further())
    costs = SimpleNamespace(items=dict.fromkeys(LABELS, 0) | items, personnel={"S1": (PAID,), "S2": (PAID,), NEW: ()})
    parts = {"land": 0, "federal": 0, "esf": 40, "third": 0}
    return SimpleNamespace(year=2018, lines=lines, costs=costs, financing=SimpleNamespace(parts=parts))


def test_personnel_is_split_over_three_lines_by_hand(view):
    """Pay 1,000 + 600 + 70; supplementary pension 50 + 3 + 1; contributions and levies 46 + 6 + 7 + 5 + 8: 1,796 together."""
    lines = {one.key: one.amounts for one in budget_lines((coded(carrier=1796),), view())}
    assert lines == {"land": (0,), "esf": (40,), "pay": (1670,), "pension": (54,), "social": (72,), "carrier": (1796,)}
    assert PAID.total == 1670 + 54 + 72


def test_each_item_has_its_line_and_travel_holds_outreach(view):
    amounts = {item: 10**place for place, item in enumerate(LABELS) if item != "personnel"}
    lines = {one.key: one for one in budget_lines((coded(**amounts), coded()), view())}
    assert lines["travel"].amounts == (amounts["travel"] + amounts["outreach"], 0)
    shown = [item for item in amounts if item not in {"travel", "outreach"}]
    assert {item: lines[item].amounts for item in shown} == {item: (amounts[item], 0) for item in shown}
    assert {one.direction for one in lines.values() if one.key in {"land", "esf"}} == {"E"}


def test_a_funder_that_paid_before_keeps_its_line(view):
    """The ESF gives nothing any more, but its line has a former year; without one, or on a code already used, there is no line."""
    plan = coded()
    plan.financing.parts["esf"] = 0
    of = lambda codes, **values: {one.key: one.amounts for one in budget_lines((plan,), view(**values), codes) if one.direction == "E"}  # noqa: E731
    assert of({"4070.1740"}) == {"land": (0,), "esf": (0,)}
    assert of({"4070.9999"}) == of(()) == {"land": (0,)}
    assert of({"4070.1710"}, budget_group_esf="1710") == {"land": (0,)}


def test_codes_are_section_and_group_of_the_assumptions(view):
    lines = {one.key: one.code for one in budget_lines((coded(rooms=1),), view(budget_section="4361", budget_group_rooms="5300"))}
    assert (lines["rooms"], lines["land"]) == ("4361.5300", "4361.1710")
    with pytest.raises(Gap, match="budget_group_rooms"):
        budget_lines((coded(rooms=1),), view(without=("budget_group_rooms",)))
    assert budget_lines((coded(),), view(without=("budget_group_rooms",)))
