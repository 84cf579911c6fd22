"""The monthly controlling on books small enough to add up by hand (`small_books`)."""

import random

import pytest
from small_books import BOOKED, BOOKINGS, GRANT_HEADER, GRANTS, HEADER, LAND, LINES, NO_COSTS, POSTS, delivered, without

from wiwak_eval.budget.controlling import controlling
from wiwak_eval.evaluation import ledger
from wiwak_eval.results import NotAssessable

NO_LINES = NotAssessable("nicht auswertbar: Tabelle „Haushaltsansätze“ fehlt")


@pytest.fixture
def quarter(tmp_path, view):
    return controlling(delivered(tmp_path / "q", without()), view(), NO_COSTS)


def test_lines_against_twelfths_with_what_is_to_be_expected(quarter):
    """Pay: (1000.00 + 1100.00 + 1200.01) ÷ 3 × 9 = 9900.03, bonus ÷ 3 × 0.5439 = 598.29; supplies: 300 ÷ 3 × 9 = 900."""
    assert quarter.controlling_lines.rows == (
        ("4070.4140 Personal", 1500000, 375000, 330001, -44999, 0.220001, 330001 + 990003 + 59829, "im Rahmen"),
        ("4070.5620", 50000, 12500, 0, -12500, 0.0, 0, "im Rahmen"),
        ("4070.6500 Sachmittel", 100000, 25000, 30000, 5000, 0.3, 120000, "Überschreitung zu erwarten"),
        ("4070.6510 Veranstaltungen", None, None, 9000, None, None, 36000, "kein Ansatz"),
        ("Summe Auszahlungen", 1650000, 412500, 369001, -43499, 0.223637, 1535833, "im Rahmen"),
        ("4070.6790 Räume (Sachleistung)", 20000, 5000, 5000, 0, 0.25, 20000, "im Rahmen"),
        ("Summe Sachleistungen", 20000, 5000, 5000, 0, 0.25, 20000, "im Rahmen"),
        ("4070.1710 Zuwendung (Einnahme)", 1200000, 300000, 200000, -100000, 0.166667, 1200000, "im Rahmen"),
        ("Summe Einnahmen", 1200000, 300000, 200000, -100000, 0.166667, 1200000, "im Rahmen"),
    )


def test_months_cumulate_plan_and_actual_and_leave_later_ones_empty(quarter):
    """Plan to January: 1250.00 + 41.67 + 83.33 = 1375.00."""
    rows = quarter.controlling_months.rows
    assert rows[:4] == (
        ("2017-01", 100000, 137500, 100000, -37500),
        ("2017-02", 140000, 275000, 240000, -35000),
        ("2017-03", 129001, 412500, 369001, -43499),
        ("2017-04", None, 550000, None, None),
    )
    assert rows[-1][2] == 1650000


def test_year_end_by_cost_type_ends_where_the_lines_end(quarter):
    table = quarter.year_end
    assert table.rows == (
        ("Personal", 330001, 990003, 59829, 1379833, 1500000, 1379833 - 1500000),
        ("Sachmittel", 30000, 90000, 0, 120000, 100000, 20000),
        ("Veranstaltungen", 9000, 27000, 0, 36000, 0, 36000),
        ("Haushaltsstellen ohne eindeutige Kostenart", 0, 0, 0, 0, 50000, -50000),
        ("Summe Auszahlungen", 369001, 1107003, 59829, 1535833, 1650000, 1535833 - 1650000),
        ("Räume (Sachleistung)", 5000, 15000, 0, 20000, 20000, 0),
    )
    assert table.cell("Summe Auszahlungen", "expected") == quarter.controlling_lines.cell("Summe Auszahlungen", "expected")
    assert {"bonus_month", "bonus_share_high_groups"} <= set(table.assumptions)
    assert any("Hochrechnung, kein Plan" in note and "Leistungsentgelt" in note for note in table.notes)


def test_drawdown_of_each_funder(quarter):
    """Eligible on the Land: 3300.01 + 300.00."""
    assert quarter.drawdown.rows == (
        ("Land", 1200000, 200000, 360001, 1000000, 200000 - 360001, "31.12.2017"),
        ("Summe", 1200000, 200000, 360001, 1000000, 200000 - 360001, None),
    )


def test_a_funder_without_notice_leaves_the_sum_open(tmp_path, view):
    bund = "16.03.2017;E;Zuwendung;10,00;Bund;nein;nein;4070.1710;8\n"
    table = controlling(delivered(tmp_path, without(buchungen=BOOKINGS + bund)), view(), NO_COSTS).drawdown
    assert table.rows[1] == ("Bund", None, 1000, 0, None, 1000, None)
    assert table.rows[2] == ("Summe", None, 201000, 360001, None, 201000 - 360001, None)


@pytest.mark.parametrize(
    ("gone", "refused"),
    [
        ("haushaltsansaetze", {"controlling_lines", "controlling_months", "plan_beside_books"}),
        ("bescheide", {"drawdown", "plan_beside_books"}),
    ],
)
def test_what_lacks_its_table_is_refused_alone(tmp_path, view, gone, refused):
    found = controlling(delivered(tmp_path, without(gone)), view(), NO_COSTS)
    assert {name for name, table in vars(found).items() if isinstance(table, NotAssessable)} == refused


def test_without_plan_the_projection_stands_without_it(tmp_path, view):
    table = controlling(delivered(tmp_path, without("haushaltsansaetze")), view(), NO_COSTS).year_end
    assert table.cell("Summe Auszahlungen", "expected") == 1535833
    assert table.cell("Personal", "planned") is None
    assert "Ohne Vergleich mit dem Ansatz: Tabelle „Haushaltsansätze“ fehlt." in table.notes


def test_without_bookings_only_the_calendar_is_left(tmp_path, view):
    found = controlling(delivered(tmp_path, without("buchungen")), view(), NO_COSTS)
    assert found.controlling_lines == found.year_end == found.drawdown == NotAssessable("nicht auswertbar: Tabelle „Buchungen“ fehlt")
    assert not isinstance(found.deadlines, NotAssessable)


def test_plans_of_another_year_are_no_plan(tmp_path, view):
    lines = LINES.replace("2017;", "2018;")
    found = controlling(delivered(tmp_path, without(haushaltsansaetze=lines)), view(), NO_COSTS)
    assert found.controlling_lines == NotAssessable("nicht auswertbar: Die Haushaltsansätze enthalten keine Zeile für 2017.")


def test_without_posts_the_bonus_is_missing_and_said_to_be(tmp_path, view):
    table = controlling(delivered(tmp_path, without("stellen")), view(), NO_COSTS).year_end
    assert table.cell("Summe Auszahlungen", "bonus") == 0
    assert any("Jahressonderzahlung fehlt" in note for note in table.notes)


def test_the_bonus_counts_posts_held_on_1_december_in_twelfths(tmp_path, view):
    """S1 all year, S2 a twelfth less for each month before July: (1 × 0.5439 + 0.5 × 0.5439 × 6 ÷ 12) ÷ 1.5 = 0.45325."""
    posts = POSTS.replace("0,50;01.01.2017;;Kreis", "0,50;01.07.2017;;Kreis")
    table = controlling(delivered(tmp_path / "a", without(stellen=posts)), view(), NO_COSTS).year_end
    assert table.cell("Personal", "bonus") == 49858
    gone = POSTS.replace("01.05.2016;;Kreis", "01.05.2016;30.11.2017;Kreis")
    table = controlling(delivered(tmp_path / "b", without(stellen=gone)), view(), NO_COSTS).year_end
    assert table.cell("Personal", "bonus") == 59829, "the other post carries the rate; what it earns is not in the books"


def test_a_pay_group_without_a_bonus_rate_refuses_the_projection_in_one_sentence(tmp_path, view):
    found = controlling(delivered(tmp_path, without(stellen=POSTS.replace("S 11b", "E 15"))), view(), NO_COSTS)
    assert found.year_end.reason.startswith("nicht auswertbar: Für die Entgeltgruppe „E15“ ist keine Jahressonderzahlung hinterlegt")
    assert not isinstance(found.drawdown, NotAssessable)


def test_once_paid_the_bonus_is_neither_expected_nor_in_the_mean(tmp_path, view):
    """Until November: the mean of August, September, October carries December."""
    paid = "".join(
        f"{day}.{month:02d}.2017;A;Personal;{amount};Land;nein;ja;4070.4140;{month}\n"
        for month, day, amount in ((8, 31, "1.000,00"), (9, 30, "1.000,00"), (10, 31, "1.003,00"), (11, 30, "1.600,00"))
    )
    table = controlling(delivered(tmp_path, without(buchungen=HEADER + paid), last="30.11.2017"), view(), NO_COSTS).year_end
    assert table.rows[0][1:5] == (460300, 100100, 0, 560400)


def test_a_begun_month_counts_by_its_days(tmp_path, view):
    """15 March: 2 + 15/31 months; pay of January and February for ten months; supplies 300 ÷ 2 for what is left of the year."""
    lines = [line for line in BOOKED.splitlines(keepends=True) if not line.startswith(("20.03", "31.03"))]
    table = controlling(
        delivered(tmp_path, without(buchungen=HEADER + "".join(lines)), last="15.03.2017"), view(), NO_COSTS
    ).controlling_lines
    assert table.cell("4070.4140 Personal", "to_date") == 310484
    assert table.cell("4070.4140 Personal", "expected") == 210000 + 1050000 + 57110
    assert table.cell("4070.6500 Sachmittel", "expected") == 30000 + 142742


def test_before_the_first_whole_month_nothing_is_projected(tmp_path, view):
    first = "10.01.2017;A;Sachmittel;300,00;Land;nein;ja;4070.6500;2\n"
    found = controlling(delivered(tmp_path, without(buchungen=HEADER + first), last="20.01.2017"), view(), NO_COSTS)
    assert found.year_end.reason.startswith("nicht auswertbar: Eine Hochrechnung auf das Jahresende braucht")
    assert found.controlling_lines.cell("Summe Auszahlungen", "expected") is None


def test_a_whole_later_year_ends_at_what_is_booked(tmp_path, view):
    files = {name: text.replace("2017;", "2018;") for name, text in (("buchungen", BOOKINGS), ("haushaltsansaetze", LINES))}
    found = controlling(delivered(tmp_path, files, "01.01.2018", "31.12.2018"), view(), NO_COSTS)
    for row in found.year_end.rows:
        assert row[2:4] == (0, 0)
        assert row[4] == row[1]
    for row in found.controlling_lines.rows:
        assert row[6] == row[3]
    assert found.controlling_lines.columns[1].label == "Ansatz 2018"
    assert found.controlling_lines.cell("4070.1710 Zuwendung (Einnahme)", "warning") == "Mindereinnahme zu erwarten"


def test_only_the_last_year_of_a_delivery_counts(tmp_path, view):
    later = "31.01.2018;A;Personal;700,00;Land;nein;ja;4070.4140;9\n"
    files = without(buchungen=BOOKINGS + later, haushaltsansaetze=LINES + "2018;4070.4140;A;8.400,00;\n")
    found = controlling(delivered(tmp_path, files, "01.01.2017", "31.01.2018"), view(), NO_COSTS)
    assert found.controlling_lines.cell("Summe Auszahlungen", "actual") == 70000
    assert found.controlling_months.rows[0] == ("2018-01", 70000, 70000, 70000, 0)
    assert found.drawdown == NotAssessable("nicht auswertbar: Für 2018 liegt am Stichtag kein Bescheid vor.")


def test_a_delivery_that_begins_within_the_year_says_so(tmp_path, view):
    files = without(buchungen=HEADER + BOOKED.split("\n", 1)[1])
    table = controlling(delivered(tmp_path, files, first="01.02.2017"), view(), NO_COSTS).controlling_months
    assert table.rows[0][1] is None
    assert "Die Lieferung beginnt erst am 01.02.2017; was vorher im Jahr gebucht wurde, fehlt." in table.notes


def test_what_a_funder_owes_stands_where_its_money_comes(tmp_path, view):
    esf = "ESF;01.01.2017;31.12.2017;Festbetragsfinanzierung;;100,00;01.01.2017;nein;\n"
    table = controlling(delivered(tmp_path, without(bescheide=GRANTS + esf)), view(), NO_COSTS).controlling_lines
    assert table.cell("4070.1710 Zuwendung (Einnahme)", "expected") == 1200000 + 10000


def test_a_notice_decided_after_the_as_of_date_is_not_known(tmp_path, view):
    late = GRANT_HEADER + LAND.replace("01.02.2017", "20.11.2017")
    found = controlling(delivered(tmp_path, without(bescheide=late)), view(), NO_COSTS)
    assert found.drawdown == NotAssessable("nicht auswertbar: Für 2017 liegt am Stichtag kein Bescheid vor.")
    assert found.controlling_lines.cell("Summe Einnahmen", "expected") == 200000


@pytest.mark.parametrize("seed", range(5))
def test_lines_months_cost_types_and_ledger_are_one_sum(tmp_path, view, seed):
    """Random bookings with reversals, blank codes and kinds, in random order: every way of adding them gives the ledger's sum."""
    rng = random.Random(seed)
    kinds, codes = ["Personal", "Sachmittel", "Zuschuss an Träger", ""], ["4070.4140", "4070.6500", "4070.9", ""]
    lines = [
        f"{rng.randint(1, 28):02d}.{rng.randint(1, 3):02d}.2017;A;{rng.choice(kinds)};{rng.randint(-99, 999)},{rng.randint(0, 99):02d};"
        f"Land;{rng.choice(['ja', 'nein'])};ja;{rng.choice(codes)};{number}\n"
        for number in range(80)
    ]
    records = delivered(tmp_path / "a", without(buchungen=HEADER + "".join(lines)))
    found, booked = controlling(records, view(), NO_COSTS), ledger(records).expenditure
    cash, kind = booked.cell("Summe", "cash"), booked.cell("Summe", "in_kind")
    assert found.controlling_lines.cell("Summe Auszahlungen", "actual") == cash
    assert found.controlling_lines.cell("Summe Sachleistungen", "actual") == kind
    assert sum(row[1] or 0 for row in found.controlling_months.rows) == cash == found.controlling_months.rows[2][3]
    assert found.year_end.cell("Summe Auszahlungen", "actual") == cash
    assert found.year_end.cell("Summe Auszahlungen", "expected") == found.controlling_lines.cell("Summe Auszahlungen", "expected")
    assert found.year_end.cell("Summe Auszahlungen", "planned") == found.controlling_lines.cell("Summe Auszahlungen", "planned")
    rng.shuffle(lines)
    files = without(buchungen=HEADER + "".join(lines), haushaltsansaetze=_backwards(LINES), stellen=_backwards(POSTS))
    assert controlling(delivered(tmp_path / "b", files), view(), NO_COSTS) == found


def _backwards(text: str) -> str:
    head, *lines = text.splitlines(keepends=True)
    return head + "".join(reversed(lines))
