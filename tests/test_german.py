from datetime import date
from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval import german

NARROW = "\u202f"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0, 0, "0"),
        (1234, 0, "1.234"),
        (1234.5, 1, "1.234,5"),
        (1234567.891, 2, "1.234.567,89"),
        (0.05, 1, "0,1"),
        (2.675, 2, "2,68"),
        (0.125, 2, "0,13"),
        (-20, 0, "−20"),
        (-1234.5, 0, "−1.235"),
        (Decimal("999.995"), 2, "1.000,00"),
    ],
)
def test_numbers(value, decimals, text):
    assert german.number(value, decimals) == text


def test_there_is_no_minus_zero():
    assert german.number(-0.04, 1) == "0,0"
    assert german.number(-0.4) == "0"


def test_euros_and_percent_stand_before_a_narrow_blank():
    assert german.euro(123456) == f"1.234,56{NARROW}€"
    assert german.euro(-5) == f"−0,05{NARROW}€"
    assert german.percent(0.123) == f"12,3{NARROW}%"
    assert german.percent(0.8, 0) == f"80{NARROW}%"
    assert german.percent(Decimal("0.0045"), 1) == f"0,5{NARROW}%"


def test_days_and_months():
    assert german.day(date(2017, 3, 5)) == "05.03.2017"
    assert german.month("2017-03") == "März 2017"
    assert german.month("2018-12") == "Dezember 2018"


@given(st.floats(-1e12, 1e12) | st.integers(-(10**13), 10**13) | st.decimals(-(10**12), 10**12, places=4), st.integers(0, 4))
def test_numbers_are_those_of_the_common_locale_data(value, decimals):
    """Babel knows the German format from CLDR, but takes twenty times as long; a report has ten thousand numbers."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), rounding="ROUND_HALF_UP") + 0
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    assert german.number(value, decimals) == format_decimal(rounded, format=pattern, locale="de_DE").replace("-", "−")


@given(st.integers(-(10**13), 10**13))
def test_the_printed_euros_are_the_cents(cents):
    text = german.euro(cents).removesuffix(f"{NARROW}€").replace(".", "").replace(",", "").replace("−", "-")
    assert int(text) == cents
