"""One budget year, computed from contacts to financing."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.costs import Prices, YearCosts, cost_per_contact, prices, year_costs
from wiwak_eval.budget.financing import Financing, GrantTerms, decided_terms, finance, fixed_amounts
from wiwak_eval.budget.pay import PayRules, pay_rules
from wiwak_eval.budget.posts import Post, new_post, planned_posts
from wiwak_eval.budget.ranges import Range, cost_range
from wiwak_eval.budget.workload import Effort, WorkRules, posts_needed, posts_planned, work_rules
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.money import Cents


@dataclass(frozen=True)
class YearPlan:
    """Everything computed for one year."""

    year: int
    contacts: int
    needed: Decimal
    planned: Decimal
    posts: tuple[Post, ...]
    work: WorkRules
    pay: PayRules
    price: Prices
    costs: YearCosts
    fixed: dict[str, Cents]
    terms: GrantTerms | None
    financing: Financing
    range: Range


def year_plan(i: int, caseload: Caseload, measured: Effort, existing: tuple[Post, ...], assumptions: Assumptions) -> YearPlan:
    """The i-th budget year at central values, with its ranges. Raises Gap where a value is missing."""
    year, contacts = caseload.years[i], caseload.contacts[i]
    work, pay, price = work_rules(assumptions, year), pay_rules(assumptions, year), prices(assumptions, year)
    further = new_post(assumptions, date(year, 1, 1))

    def posts_for(count: int) -> Decimal:
        return posts_planned(posts_needed(count, measured, work), work)

    def costs_of(count: int, total: Decimal) -> YearCosts:
        return year_costs(count, planned_posts(existing, further, total), measured, assumptions, pay, price)

    planned = posts_for(contacts)
    costs = costs_of(contacts, planned)
    per_contact = cost_per_contact(measured, price)
    spread = cost_range(caseload.draws[i], posts_for, lambda total: costs_of(0, total).total, per_contact)
    needed = posts_needed(contacts, measured, work)
    terms = decided_terms(assumptions, year)
    financing = finance(costs, assumptions, terms)
    posts, fixed = planned_posts(existing, further, planned), fixed_amounts(assumptions, year)
    return YearPlan(year, contacts, needed, planned, posts, work, pay, price, costs, fixed, terms, financing, spread)
