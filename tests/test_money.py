from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval.money import round_half_up, share_of, to_cents

amounts = st.decimals(min_value=-(10**12), max_value=10**12, places=4, allow_nan=False, allow_infinity=False)


@given(amounts)
def test_decimals_round_half_up(amount):
    assert round_half_up(amount) == int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))


@given(amounts)
def test_fractions_round_as_decimals_do(amount):
    assert round_half_up(Fraction(amount)) == round_half_up(amount)


@pytest.mark.parametrize(("value", "rounded"), [("0.5", 1), ("1.5", 2), ("2.5", 3), ("-0.5", -1), ("-2.5", -3), ("2.4999", 2), ("0", 0)])
def test_halves_go_away_from_zero(value, rounded):
    assert round_half_up(Decimal(value)) == rounded
    assert round_half_up(Fraction(value)) == rounded


@given(st.fractions(min_value=-1000, max_value=1000, max_denominator=60))
def test_a_rounded_fraction_is_at_most_a_half_away(value):
    distance = round_half_up(value) - value
    assert abs(distance) < Fraction(1, 2) or (abs(distance) == Fraction(1, 2) and distance * value > 0)


def test_euros_become_whole_cents():
    assert to_cents("3529.13") == 352913
    assert to_cents(Decimal("0.10")) == 10
    assert to_cents(7) == 700
    assert to_cents("-186.50") == -18650


def test_parts_of_a_cent_are_rounded_half_up():
    assert [to_cents("3529.135"), to_cents("3529.1349"), to_cents("-0.005")] == [352914, 352913, -1]


@given(st.integers(0, 10**9), st.decimals(0, 1, places=4))
def test_a_share_never_exceeds_its_amount(amount, share):
    part = share_of(amount, share)
    assert 0 <= part <= amount
    assert 2 * abs(part - Fraction(amount) * Fraction(share)) <= 1


def test_half_a_cent_of_a_share_is_rounded_up():
    assert share_of(1, Decimal("0.5")) == 1
    assert share_of(352913, Decimal("0.75")) == 264685
