"""Numbers, dates, months and codes as people write them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval import german
from wiwak_eval.records import TABLES, Rule
from wiwak_eval.records.values import Reading, Value, read_date, read_month, read_number, read_value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,56", "1234.56"),
        ("1234,56", "1234.56"),
        ("1234.56", "1234.56"),
        ("1.234", "1234"),
        ("1.234.567", "1234567"),
        ("0.5", "0.5"),
        ("12.3456", "12.3456"),
        ("43,06 €", "43.06"),
        ("€ 43", "43"),
        ("100,00-", "-100"),
        ("-100", "-100"),
        ("− 5", "-5"),
        ("+7", "7"),
        ("7+", "7"),
        ("0100,00-€", "-100"),
    ],
)
def test_numbers(text: str, value: str) -> None:
    assert read_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "ca. 100", "-", "--5", "-5-", "1,2,3", "1..2", "1.23,4", "12.34.567", "5,", "5.", ",5", "1 2", "1e3", "٣"]
)
def test_no_numbers(text: str) -> None:
    assert read_number(text) is None


def test_one_dot_and_three_digits_is_a_fraction_in_shares_only() -> None:
    assert read_number("0.125", share=True) == Decimal("0.125")
    assert read_number("1.125") == 1125


@given(st.integers(-(10**11), 10**11))
def test_money_survives_every_spelling(cents: int) -> None:
    amount = TABLES["bookings"].column("amount")
    english = f"{Decimal(cents) / 100:.2f}"
    spellings = [
        german.euro(cents),
        english,
        english.replace(".", ","),
        f"{german.number(Decimal(abs(cents)) / 100, 2)}{'-' if cents < 0 else ''}",
    ]
    assert [read_value(spelling, amount) for spelling in spellings] == [Reading(cents)] * 4


@given(st.dates(date(1931, 1, 1), date(2030, 12, 31)))
def test_days_survive_every_spelling(day: date) -> None:
    spellings = [
        german.day(day),
        f"{day.day}.{day.month}.{day:%y}",
        f"{day:%d.%m.%y}",
        day.isoformat(),
        f"{day.day}.{day.month}.{day.year}",
    ]
    assert [read_date(spelling) for spelling in spellings] == [day] * 5


@pytest.mark.parametrize("text", ["31.02.2017", "Juni 17", "17.03.", "2017-13-01", "1.1.017", "17/03/2017", "0.1.2017"])
def test_no_days(text: str) -> None:
    assert read_date(text) is None


def test_two_digit_years_turn_at_thirty() -> None:
    assert read_date("1.1.30") == date(2030, 1, 1)
    assert read_date("1.1.31") == date(1931, 1, 1)


@pytest.mark.parametrize("text", ["2017-03", "2017-3", "03/2017", "3/2017", "März 2017", "Maerz 2017", "MÄRZ 2017"])
def test_months(text: str) -> None:
    assert read_month(text) == "2017-03"


@pytest.mark.parametrize("text", ["2017-13", "00/2017", "Lenz 2017", "2017", "März"])
def test_no_months(text: str) -> None:
    assert read_month(text) is None


@pytest.mark.parametrize(
    ("table", "column", "text", "expected"),
    [
        ("consultations", "attended", "", False),
        ("consultations", "attended", "X", True),
        ("consultations", "attended", "Wahr", True),
        ("consultations", "attended", "N", False),
        ("consultations", "attended", "vielleicht", Rule.UNKNOWN_CODE),
        ("consultations", "attended", "k. A.", None),
        ("consultations", "interpreter", "ja", "paid"),
        ("consultations", "interpreter", "nein", "none"),
        ("consultations", "topic", "Wohnen + Schule und kita", "housing+school"),
        ("consultations", "topic", "Wohnen+Wohnung", Rule.UNKNOWN_CODE),
        ("consultations", "topic", "Wohnugn", Rule.UNKNOWN_CODE),
        ("consultations", "topic", "Antraege und Formulare", "applications"),
        ("consultations", "channel", "persönlich+Video", Rule.UNKNOWN_CODE),
        ("consultations", "minutes", "12,0", 12),
        ("consultations", "minutes", "12,5", Rule.BAD_NUMBER),
        ("consultations", "municipality", "09184", "09184"),
        ("consultations", "municipality", "unbekannt", None),
        ("clients", "status", "Flüchtlingseigenschaft (§ 25 Abs. 2 Alt. 1)", "refugee"),
        ("bookings", "amount", "1,005", Rule.BAD_NUMBER),
        ("bookings", "amount", "9" * 30, Rule.BAD_NUMBER),
        ("posts", "pay_group", "S 12", "S12"),
        ("posts", "pay_group", "EG 9b", "E9b"),
        ("posts", "pay_group", "e15ü", "E15Ü"),
        ("posts", "pay_group", "A 13", Rule.UNKNOWN_CODE),
        ("posts", "share", "0,75", 0.75),
    ],
)
def test_cells(table: str, column: str, text: str, expected: Value | Rule | None) -> None:
    reading = read_value(text, TABLES[table].column(column))
    assert reading == (Reading(rule=expected) if isinstance(expected, Rule) else Reading(expected))
