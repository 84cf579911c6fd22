"""Integer cents, and rounding at named steps."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

Cents = int


def round_half_up(value: Decimal | Fraction) -> int:
    """Nearest whole number, halves away from zero: the rule of a spreadsheet's ROUND."""
    if isinstance(value, Fraction):
        sign = -1 if value < 0 else 1
        return sign * ((2 * abs(value.numerator) + value.denominator) // (2 * value.denominator))
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def to_cents(euros: Decimal | str | int) -> Cents:
    """Euros as decimal text or number to whole cents, half up: a scenario may multiply a price into parts of a cent."""
    return round_half_up(Decimal(euros) * 100)


def share_of(amount: Cents, share: Decimal) -> Cents:
    """`share` of an amount, rounded half up to the cent."""
    return round_half_up(Decimal(amount) * share)
