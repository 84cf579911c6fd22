"""German formats of numbers, dates and months; the only place that knows them."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

NARROW_SPACE = "\u202f"
_GERMAN_SIGNS = str.maketrans(",.-", ".,−")
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip


def number(value: float | int | Decimal, decimals: int = 0) -> str:
    """`1234.5` with one decimal as `1.234,5`; halves are rounded away from zero, as on the council's paper."""
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return f"{exact + 0:,.{decimals}f}".translate(_GERMAN_SIGNS)


def euro(cents: int) -> str:
    """Cents as `1.234,56 €`."""
    return f"{number(Decimal(cents) / 100, 2)}{NARROW_SPACE}€"


def percent(share: float | Decimal, decimals: int = 1) -> str:
    """A share (0.123) as `12,3 %`."""
    return f"{number(Decimal(str(share)) * 100, decimals)}{NARROW_SPACE}%"


def day(value: date) -> str:
    """`2017-03-05` as `05.03.2017`."""
    return f"{value:%d.%m.%Y}"


def month(key: str) -> str:
    """A month key `2017-03` as `März 2017`."""
    return f"{MONTHS[int(key[5:7]) - 1]} {key[:4]}"
