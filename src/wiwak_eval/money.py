"""Integer cents, rounding at named steps, allocation without loss."""

from collections.abc import Sequence
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
    """Euros as decimal text or number to whole cents; more than two decimals are an error, not a rounding."""
    exact = Decimal(euros) * 100
    if exact != exact.to_integral_value():
        raise ValueError(f"{euros} has parts of a cent")
    return int(exact)


def share_of(amount: Cents, share: Decimal) -> Cents:
    """`share` of an amount, rounded half up to the cent."""
    return round_half_up(Decimal(amount) * share)


def allocate(total: Cents, weights: Sequence[int]) -> tuple[Cents, ...]:
    """Split `total` in proportion to `weights` without losing a cent (largest remainder, first of equals).

    Raises ValueError where the weights are negative or sum to zero.
    """
    whole = sum(weights)
    if whole <= 0 or min(weights) < 0:
        raise ValueError("weights must be non-negative and not all zero")
    sign = -1 if total < 0 else 1
    parts = [abs(total) * weight // whole for weight in weights]
    remainders = [abs(total) * weight % whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-remainders[i], i))
    for i in by_remainder[: abs(total) - sum(parts)]:
        parts[i] += 1
    return tuple(sign * part for part in parts)
