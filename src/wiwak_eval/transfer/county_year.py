"""A centre in a county and year: posts, costs and who pays, to the cent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from wiwak_eval.budget.costs.model import LABELS, YearCosts
from wiwak_eval.budget.financing.split import FIXED, funder_parts
from wiwak_eval.budget.grants.terms import GrantTerms
from wiwak_eval.budget.workload.effort import Effort
from wiwak_eval.budget.workload.needed import WorkRules
from wiwak_eval.budget.year_plan import YearPlan
from wiwak_eval.money import Cents
from wiwak_eval.transfer.posts import Need, binding, need
from wiwak_eval.transfer.unit_prices import Basis, UnitPrice

Parts = Mapping[str, Cents]
"""Cents by key of `financing.split.FUNDERS`."""


@dataclass(frozen=True)
class CountyYear:
    """parts: who pays as decided on the as-of date; variant: if the Land pays its assumed share from January on."""

    contacts: int
    need: Need
    total: Cents
    parts: Parts
    variant: Parts


def home_year(plan: YearPlan, variant: GrantTerms) -> CountyYear:
    """The plan of the county that delivered: its own posts, months and notices."""
    found = Need(plan.needed, plan.planned, binding(plan.needed, plan.rules.work))
    return CountyYear(
        plan.contacts, found, plan.costs.total, plan.financing.parts, funder_parts(plan.costs, plan.fixed, variant)
    )  # fmt: skip


def other_year(
    year: int, contacts: int, effort: Effort, work: WorkRules, prices: Sequence[UnitPrice], variant: GrantTerms
) -> CountyYear:  # fmt: skip
    """Another county in a whole year. Nobody has given it a notice: what is no contribution in kind is open."""
    found = need(contacts, effort, work)
    costs = _whole_year(year, counted_costs(prices, found.planned, contacts), prices)
    nothing = dict.fromkeys(FIXED, 0)
    return CountyYear(contacts, found, costs.total, funder_parts(costs, nothing, None), funder_parts(costs, nothing, variant))


def counted_costs(prices: Sequence[UnitPrice], posts: Decimal, contacts: int, centres: int = 1) -> dict[str, Cents]:
    """Cents a year by item, each rounded once."""
    counts: dict[Basis, Decimal | int] = {Basis.POST: posts, Basis.CONTACTS: contacts, Basis.CENTRE: centres}
    return {price.item: price.cost(counts[price.basis]) for price in prices}


def _whole_year(year: int, items: Mapping[str, Cents], prices: Sequence[UnitPrice]) -> YearCosts:
    """As the engine of financing takes costs. All stands in one month: an assumed share of a whole year asks for no months."""
    months = {item: (items.get(item, 0), *(0,) * 11) for item in LABELS}
    return YearCosts(year, {}, months, frozenset(price.item for price in prices if price.in_kind), {})
