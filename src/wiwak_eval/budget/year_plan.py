"""One budget year, computed from contacts to financing."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from wiwak_eval.budget.costs.model import YearCosts
from wiwak_eval.budget.costs.prices import Prices, prices
from wiwak_eval.budget.costs.year_costs import year_costs
from wiwak_eval.budget.financing.split import Financing, finance
from wiwak_eval.budget.grants.notices import fixed_in_force, terms_in_force
from wiwak_eval.budget.grants.terms import GrantTerms
from wiwak_eval.budget.pay.rules import PayRules, pay_rules
from wiwak_eval.budget.posts.line import PostLine
from wiwak_eval.budget.posts.lines import post_lines
from wiwak_eval.budget.posts.staffing import MonthShares, Staffing, StaffingRules, staffing, staffing_rules
from wiwak_eval.budget.views import Views
from wiwak_eval.budget.workload.effort import Effort, effort
from wiwak_eval.budget.workload.needed import WorkRules, posts_needed, posts_planned, work_rules
from wiwak_eval.budget.workload.opening import opening_hours_week
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.money import Cents
from wiwak_eval.records import Records

OUTLOOK_YEARS = 2
"""Years of the finance plan after the two budget years."""


@dataclass(frozen=True)
class YearRules:
    """All that is known of a year before anybody counts contacts."""

    year: int
    lines: tuple[PostLine, ...]
    work: WorkRules
    staff: StaffingRules
    pay: PayRules
    price: Prices
    fixed: Mapping[str, Cents]
    terms: GrantTerms | None


@dataclass(frozen=True)
class YearPlan:
    """Everything computed for one year at central values. forecast: whether its contacts are forecast, or carried on from the last year
    that is."""

    rules: YearRules
    contacts: int
    forecast: bool
    needed: Fraction
    staff: Staffing
    costs: YearCosts
    financing: Financing

    @property
    def year(self) -> int:
        """The budget year."""
        return self.rules.year

    @property
    def planned(self) -> Decimal:
        """Planned posts."""
        return self.staff.total

    @property
    def lines(self) -> tuple[PostLine, ...]:
        """The lines of the posts plan."""
        return self.staff.lines

    @property
    def shares(self) -> Mapping[str, MonthShares]:
        """Filled shares by key and month."""
        return self.staff.shares

    @property
    def pay(self) -> PayRules:
        """Rates of pay of the year."""
        return self.rules.pay

    @property
    def terms(self) -> GrantTerms | None:
        """The Land's terms, None where nothing is decided."""
        return self.rules.terms

    @property
    def fixed(self) -> Mapping[str, Cents]:
        """Fixed amounts of Bund, ESF and third parties."""
        return self.rules.fixed


def year_rules(records: Records, views: Views, year: int) -> YearRules:
    """The rules of a year. Raises Gap where a value is missing."""
    return YearRules(
        year,
        post_lines(records, views.posts, year),
        work_rules(views.work, year, opening_hours_week(records)),
        staffing_rules(views.posts, year),
        pay_rules(views.pay, year),
        prices(views.price, year),
        fixed_in_force(records, views.grant, year),
        terms_in_force(records, views.grant, year),
    )


def year_plan(contacts: int, measured: Effort, rules: YearRules, views: Views, forecast: bool = True) -> YearPlan:
    """The plan of a year for a number of contacts. Raises Gap."""
    needed = posts_needed(contacts, measured, rules.work)
    staff = staffed(posts_planned(needed, rules.work), rules)
    costs = year_costs(contacts, staff, measured, views.pay, rules.pay, rules.price)
    return YearPlan(rules, contacts, forecast, needed, staff, costs, finance(costs, rules.fixed, rules.terms))


def costs_for(plan: YearPlan, total: Decimal, measured: Effort, views: Views) -> YearCosts:
    """What the year costs with another number of posts. Raises Gap."""
    return year_costs(plan.contacts, staffed(total, plan.rules), measured, views.pay, plan.rules.pay, plan.rules.price)


def staffed(total: Decimal, rules: YearRules) -> Staffing:
    """`total` posts laid on the lines of a year."""
    return staffing(rules.lines, total, rules.year, rules.staff)


@dataclass(frozen=True)
class PlanRun:
    """All years: the two budget years, which have a forecast, then those of the finance plan, which carry on the last one's contacts."""

    measured: Effort
    views: Views
    years: tuple[YearPlan, ...]

    @property
    def budget(self) -> tuple[YearPlan, ...]:
        """The budget years."""
        return tuple(plan for plan in self.years if plan.forecast)

    def costs_for(self, place: int, total: Decimal) -> YearCosts:
        """What year number `place` costs with another number of posts. Raises Gap."""
        return costs_for(self.years[place], total, self.measured, self.views)


def year_plans(records: Records, caseload: Caseload, views: Views) -> PlanRun:
    """Every year planned. Raises Gap."""
    measured = effort(records, views.work)
    ahead = [(year, contacts, True) for year, contacts in zip(caseload.years, caseload.contacts, strict=True)]
    ahead += [(caseload.years[-1] + more, caseload.contacts[-1], False) for more in range(1, OUTLOOK_YEARS + 1)]
    years = (year_plan(contacts, measured, year_rules(records, views, year), views, forecast) for year, contacts, forecast in ahead)
    return PlanRun(measured, views, tuple(years))
