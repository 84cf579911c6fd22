"""Rounding for readers: halves away from zero, to a step that the number's size decides."""

from decimal import ROUND_HALF_UP, Decimal

from wiwak_eval.results import Finding, Unit

COUNTED = frozenset({Unit.CONTACTS, Unit.PERSONS, Unit.COUNT})
"""Units of which there is no half."""
DIGITS, EURO_DIGITS = 2, 3
"""Significant digits of a rounded count, and of a rounded amount of money."""


def step_of(value: Decimal, digits: int, least: Decimal = Decimal(0)) -> Decimal:
    """The step that leaves so many significant digits, `least` at least."""
    return max(Decimal(1).scaleb(value.adjusted() - digits + 1) if value else least, least)


def to_step(value: Decimal, step: Decimal) -> Decimal:
    """`value` rounded to a multiple of a step; a step of zero leaves it."""
    return (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step if step else value


def significant(value: Decimal, digits: int = DIGITS, least: Decimal = Decimal(0)) -> Decimal:
    """`value` rounded to so many significant digits, but not finer than the step `least`."""
    return to_step(value, step_of(value, digits, least))


def shown(value: Decimal, finding: Finding) -> Decimal:
    """A number in the unit that readers see: euros, percent, else as it is."""
    return value / 100 if finding.unit is Unit.CENTS else value * 100 if finding.unit is Unit.SHARE else value


def decimals_of(finding: Finding) -> int:
    """The decimals that tables print of this finding."""
    if finding.unit is Unit.CENTS:
        return 2
    return finding.decimals or (2 if finding.unit is Unit.POSTS else 0)


def least_of(finding: Finding) -> Decimal:
    """The finest step that makes sense."""
    return Decimal(1) if finding.unit in COUNTED else Decimal(0)


def to_decimals(value: Decimal, decimals: int) -> Decimal:
    """`value` rounded to so many decimals."""
    return to_step(value, Decimal(1).scaleb(-decimals))
