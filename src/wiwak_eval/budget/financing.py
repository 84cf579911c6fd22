"""Who pays: Land, Bund, ESF, county in cash and in kind, third parties, and what is still open."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.costs import YearCosts
from wiwak_eval.money import Cents, round_half_up, share_of, to_cents

FUNDERS = {
    "land": "Land",
    "federal": "Bund",
    "esf": "ESF",
    "county_cash": "Landkreis, bar",
    "county_in_kind": "Landkreis, Sachleistung",
    "third": "Dritte",
    "open": "noch offen (Antrag an das Land)",
}
FIXED = {"federal": "federal_amount_year", "esf": "esf_amount_year", "third": "third_party_amount_year"}


@dataclass(frozen=True)
class GrantTerms:
    """The Land's grant: `share` of eligible expenditure from `start` (first month, 1-12; 13 = none this year), at most `ceiling`."""

    share: Decimal
    start: int
    ceiling: Cents | None


@dataclass(frozen=True)
class Financing:
    """Cents by key of FUNDERS; they add up to the year's costs."""

    year: int
    parts: dict[str, Cents]

    @property
    def total(self) -> Cents:
        """Sum of all parts."""
        return sum(self.parts.values())


def decided_terms(assumptions: Assumptions, year: int) -> GrantTerms | None:
    """The Land's terms if they are known at the as-of date, else None: the Land's part is open then."""
    day = date(year, 1, 1)
    if not assumptions.has("land_share", day):
        return None
    ceiling = to_cents(assumptions.decimal("land_ceiling_year", day)) if assumptions.has("land_ceiling_year", day) else None
    start = start_month(assumptions.text("land_start_month", day), year) if assumptions.has("land_start_month", day) else 1
    return GrantTerms(assumptions.decimal("land_share", day), start, ceiling)


def start_month(month: str, year: int) -> int:
    """First month of `year` (1-13) that a grant from the month key `month` on covers."""
    first, start = int(month[:4]), int(month[5:7])
    return 1 if first < year else start if first == year else 13


def fixed_amounts(assumptions: Assumptions, year: int) -> dict[str, Cents]:
    """Amounts a year that Bund, ESF and third parties give whatever the costs."""
    return {funder: to_cents(assumptions.decimal(name, date(year, 1, 1))) for funder, name in FIXED.items()}


def finance(costs: YearCosts, assumptions: Assumptions, terms: GrantTerms | None) -> Financing:
    """Split a year's costs over the funders, to the cent.

    Rooms are the county's contribution in kind where it provides them, and never close a cash gap. Fixed amounts of Bund, ESF and third
    parties are used first; then the Land pays its share of eligible expenditure; the county pays the rest in cash. Without terms
    of the Land the rest is open, not the county's.
    """
    day = date(costs.year, 1, 1)
    in_kind = costs.items["rooms"] if assumptions.decimal("rooms_in_kind", day) else 0
    parts = dict.fromkeys(FUNDERS, 0) | {"county_in_kind": in_kind}
    left = costs.total - in_kind
    for funder, amount in fixed_amounts(assumptions, costs.year).items():
        parts[funder] = min(left, amount)
        left -= parts[funder]
    if terms is None:
        return Financing(costs.year, parts | {"open": left})
    parts["land"] = min(left, land_grant(costs, terms, in_kind))
    return Financing(costs.year, parts | {"county_cash": left - parts["land"]})


def land_grant(costs: YearCosts, terms: GrantTerms, in_kind: Cents) -> Cents:
    """min(share of eligible expenditure, ceiling)."""
    grant = share_of(eligible(costs, terms.start, in_kind), terms.share)
    return grant if terms.ceiling is None else min(grant, terms.ceiling)


def eligible(costs: YearCosts, start: int, in_kind: Cents) -> Cents:
    """Cash expenditure from month `start` on: personnel as it falls due, other items in proportion; what comes in kind is not cash."""
    personnel = sum(pay.total for months in costs.personnel.values() for pay in months if pay.month >= start)
    others = costs.items | {"personnel": 0, "rooms": costs.items["rooms"] - in_kind}
    return personnel + sum(round_half_up(Fraction(amount * (13 - start), 12)) for amount in others.values())
