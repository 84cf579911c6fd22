"""How many people would have to find work for the centre to pay for itself, and whose money that would be: a threshold, not an effect."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.money import Cents, share_of, to_cents

BEARERS = {"federal": "Bund", "land": "Land", "county": "Landkreis"}


@dataclass(frozen=True)
class Saving:
    """Cents saved by bearer for one person and month out of basic income."""

    by_bearer: Mapping[str, Cents]

    @property
    def together(self) -> Cents:
        """Whoever it is that saves."""
        return sum(self.by_bearer.values())


def saving(assumptions: Assumptions, day: date) -> Saving:
    """What a month without basic income saves, and whom, at the rules of a day. Raises Gap.

    The Bund bears the standard rate; housing is the county's, less the share that the Bund refunds (section 46 SGB II).
    """
    housing = to_cents(assumptions.decimal("basic_income_housing_month", day))
    refunded = share_of(housing, assumptions.decimal("basic_income_housing_federal_share", day))
    standard = to_cents(assumptions.decimal("basic_income_standard_month", day))
    return Saving({"federal": standard + refunded, "land": 0, "county": housing - refunded})


def person_months(cost: Cents, saved: Cents) -> int | None:
    """Months of one person out of basic income that equal a cost, rounded up; 0 for no cost, None where nothing is saved: never."""
    if cost <= 0:
        return 0
    months = Fraction(cost, saved) if saved else None
    return None if months is None else -(-months.numerator // months.denominator)
