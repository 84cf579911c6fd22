"""The budget of the two years: one plan run at central values, ranges beside it."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.budget import tables
from wiwak_eval.budget.costs import Prices, YearCosts, cost_per_contact, prices, year_costs
from wiwak_eval.budget.financing import Financing, GrantTerms, decided_terms, finance, fixed_amounts
from wiwak_eval.budget.pay import PayRules, pay_rules
from wiwak_eval.budget.posts import Post, existing_posts, new_post, planned_posts
from wiwak_eval.budget.ranges import Range, cost_range
from wiwak_eval.budget.variants import variants_table
from wiwak_eval.budget.workload import Effort, WorkRules, effort, posts_needed, posts_planned, work_rules
from wiwak_eval.forecast import Caseload
from wiwak_eval.money import Cents
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


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


@dataclass(frozen=True)
class BudgetPlan:
    """The tables of the budget; all are refused together where a value is missing."""

    workload: Table | NotAssessable
    posts_plan: Table | NotAssessable
    posts_range: Table | NotAssessable
    rates: Table | NotAssessable
    amounts: Table | NotAssessable
    grant: Table | NotAssessable
    pay_months: Table | NotAssessable
    costs: Table | NotAssessable
    cost_range: Table | NotAssessable
    financing: Table | NotAssessable
    financing_variants: Table | NotAssessable


def budget(records: Records, caseload: Caseload | NotAssessable, assumptions: Assumptions) -> BudgetPlan:
    """Posts, costs and financing of each budget year.

    A value that is missing at the as-of date (a pay group without a table, for instance) refuses the budget in one German sentence.
    """
    if isinstance(caseload, NotAssessable):
        return _refused(caseload)
    try:
        measured, existing = effort(records, assumptions), existing_posts(records)
        plans = tuple(_year_plan(i, caseload, measured, existing, assumptions) for i in range(len(caseload.years)))
        variants = variants_table(plans, assumptions)
    except Gap as gap:
        return _refused(NotAssessable(f"nicht auswertbar: {gap}"))
    read = assumptions.ids_read
    return BudgetPlan(
        tables.workload(plans, measured, read),
        tables.posts_plan(plans, existing, read),
        tables.posts_range(plans, read),
        tables.rates(plans, measured, assumptions),
        tables.amounts(plans, assumptions),
        tables.grant(plans, assumptions),
        tables.pay_months(plans, read),
        tables.costs(plans, read),
        tables.cost_range(plans, read),
        tables.financing(plans, read),
        variants,
    )


def _refused(reason: NotAssessable) -> BudgetPlan:
    return BudgetPlan(*(reason,) * len(fields(BudgetPlan)))


def _year_plan(i: int, caseload: Caseload, measured: Effort, existing: tuple[Post, ...], assumptions: Assumptions) -> YearPlan:
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
