"""Who pays: Land, Bund, ESF, county in cash and in kind, third parties, and what is still open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.costs.model import LABELS, YearCosts
from wiwak_eval.budget.financing.laying import lay, less
from wiwak_eval.budget.grants.amount import grant_amount
from wiwak_eval.budget.grants.eligible import ItemMonth, eligible, eligible_cash_cells, post_months
from wiwak_eval.budget.grants.terms import GrantTerms
from wiwak_eval.money import Cents, to_cents

FUNDERS = {
    "land": "Land",
    "federal": "Bund",
    "esf": "ESF",
    "county_cash": "Landkreis, bar",
    "county_in_kind": "Landkreis, Sachleistung",
    "third": "Dritte",
    "open": "noch offen",
}
FIXED = {"federal": "federal_amount_year", "esf": "esf_amount_year", "third": "third_party_amount_year"}


@dataclass(frozen=True)
class Financing:
    """Cents by key of FUNDERS, for the year (`parts`) and by item and month (`cells`: all of LABELS x 1-12); both add up to the costs."""

    year: int
    parts: Mapping[str, Cents]
    cells: Mapping[ItemMonth, Mapping[str, Cents]]

    @property
    def total(self) -> Cents:
        """Sum of all parts."""
        return sum(self.parts.values())


def fixed_amounts(assumptions: Assumptions, year: int) -> dict[str, Cents]:
    """Amounts a year that Bund, ESF and third parties give whatever the costs."""
    return {funder: to_cents(assumptions.decimal(name, date(year, 1, 1))) for funder, name in FIXED.items()}


def finance(costs: YearCosts, fixed: Mapping[str, Cents], terms: GrantTerms | None) -> Financing:
    """Split a year's costs over the funders, to the cent.

    fixed: cents a year by key of FIXED. Their amounts are used first, the Land's grant next, the rest is the county's cash; without terms
    of the Land the rest is open, not the county's. On the cells the Land's money is laid first, since only it is bound to items and
    months; then the fixed amounts on what is left. What comes in kind is paid by itself alone and never closes a cash gap.
    """
    parts = funder_parts(costs, fixed, terms)
    room = {(item, month): costs.months[item][month - 1] for item in LABELS if item not in costs.in_kind for month in range(1, 13)}
    by_funder = {"land": lay(parts["land"], eligible_cash_cells(costs, terms) if terms else {})}
    room = less(room, by_funder["land"])
    for funder in FIXED:
        by_funder[funder] = lay(parts[funder], room)
        room = less(room, by_funder[funder])
    by_funder["county_cash" if terms else "open"] = room
    by_funder["county_in_kind"] = {(item, month): costs.months[item][month - 1] for item in costs.in_kind for month in range(1, 13)}
    cells = {
        (item, month): {funder: by_funder.get(funder, {}).get((item, month), 0) for funder in FUNDERS}
        for item in LABELS
        for month in range(1, 13)
    }
    return Financing(costs.year, parts, cells)


def funder_parts(costs: YearCosts, fixed: Mapping[str, Cents], terms: GrantTerms | None) -> dict[str, Cents]:
    """Cents a year by key of FUNDERS; each is one formula of sums, so that a spreadsheet can repeat it."""
    parts = dict.fromkeys(FUNDERS, 0) | {"county_in_kind": costs.total - costs.cash}
    left = costs.cash
    for funder in FIXED:
        parts[funder] = min(left, fixed[funder])
        left -= parts[funder]
    if terms is None:
        return parts | {"open": left}
    grant = grant_amount(terms, eligible(costs, terms), costs.cash - left, post_months(costs, terms))
    parts["land"] = min(grant, sum(eligible_cash_cells(costs, terms).values()), left)
    return parts | {"county_cash": left - parts["land"]}
