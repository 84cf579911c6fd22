"""The Land's centres at central values: one plan run in the home county, the same rules and public prices in all others."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.coarse_costs import coarse_costs
from wiwak_eval.budget.financing.split import finance
from wiwak_eval.budget.financing.variants import Variant
from wiwak_eval.budget.grants.terms import GrantTerms
from wiwak_eval.budget.posts.staffing import Staffing, StaffingRules, staffing
from wiwak_eval.budget.risk.exact import FIRST, Exact, exact
from wiwak_eval.budget.workload.effort import Effort
from wiwak_eval.budget.workload.needed import WorkRules, posts_for
from wiwak_eval.budget.year_plan import YearPlan, staffed
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.money import Cents
from wiwak_eval.records import Records
from wiwak_eval.transfer.county_year import CountyYear, home_year, other_year
from wiwak_eval.transfer.model import County, CountyCaseload
from wiwak_eval.transfer.posts import elsewhere, need
from wiwak_eval.transfer.unit_prices import UnitPrice, unit_prices

ALL_YEAR = StaffingRules(further_from=1, last=12)
"""Elsewhere every post is filled from January to December."""


@dataclass(frozen=True)
class LandYear:
    """One year. plan: what the home county's row holds; work, prices, variant: of all others; counties: in the order of the caseload."""

    plan: YearPlan
    work: WorkRules
    prices: tuple[UnitPrice, ...]
    variant: GrantTerms
    counties: tuple[CountyYear, ...]

    @property
    def year(self) -> int:
        """The budget year."""
        return self.plan.year

    def total(self, cents: Callable[[CountyYear], Cents]) -> Cents:
        """An amount of all counties together."""
        return sum(cents(county) for county in self.counties)

    def elsewhere(self, contacts: int, effort: Effort) -> CountyYear:
        """A centre with so many contacts in a county without books of its own."""
        return other_year(self.year, contacts, effort, self.work, self.prices, self.variant)

    @property
    def posts(self) -> Decimal:
        """Planned posts of all counties."""
        return sum((county.need.planned for county in self.counties), Decimal(0))


@dataclass(frozen=True)
class LandPlan:
    """base: the home county's run; years: the budget years."""

    base: Exact
    caseload: CountyCaseload
    years: tuple[LandYear, ...]

    @property
    def effort(self) -> Effort:
        """What a contact takes, in all counties as in the pilot."""
        return self.base.run.measured

    @property
    def counties(self) -> tuple[County, ...]:
        """All of the Land."""
        return self.caseload.counties

    @property
    def variant(self) -> Variant:
        """The assumed decision of the Land that is shown."""
        return first_variant(self.base)


def land_plan(records: Records, caseload: CountyCaseload, assumptions: Assumptions) -> LandPlan:
    """All counties planned. Raises Gap."""
    base = exact(records, home_caseload(caseload), assumptions)
    terms = first_variant(base).terms
    return LandPlan(base, caseload, tuple(_year(base, caseload, place, terms) for place in range(len(base.plans))))


def home_caseload(caseload: CountyCaseload) -> Caseload:
    """The home county's row as the budget takes it; paths are not asked for here, the central one stands for them."""
    planned = tuple(year[caseload.home] for year in caseload.planned)
    return Caseload(caseload.years, planned, tuple((contacts,) for contacts in planned))


def first_variant(base: Exact) -> Variant:
    """The Land's assumed share from January on."""
    return next(variant for variant in base.decisions if variant.key == FIRST)


def _year(base: Exact, caseload: CountyCaseload, place: int, terms: Mapping[int, GrantTerms]) -> LandYear:
    plan, effort = as_printed(base, place, caseload), base.run.measured
    variant, work = terms[plan.year], elsewhere(plan.rules.work)
    prices = unit_prices(base.run.views.pay, plan.pay, plan.rules.price, staff_elsewhere(plan, effort), effort)
    there = replace(variant, ceiling=None)
    counties = (
        home_year(plan, variant) if county == caseload.home else other_year(plan.year, contacts, effort, work, prices, there)
        for county, contacts in enumerate(caseload.planned[place])
    )
    return LandYear(plan, work, prices, there, tuple(counties))


def as_printed(base: Exact, place: int, caseload: CountyCaseload) -> YearPlan:
    """The home county's plan; where its row was moved, other posts than it plans cost the mean of their group (`coarse_costs`).

    Whoever takes the printed plan from a moved row that is priced by the holders' steps would read single steps from the difference.
    """
    plan, effort = base.plans[place], base.run.measured
    if not caseload.pooled:
        return plan
    told = staffed(posts_for(caseload.own[place], effort, plan.rules.work), plan.rules)
    coarse = coarse_costs(plan, told, plan.staff, effort, base.run.views)
    # Months of posts that a notice pays for are those of the row's own posts; no pay is read from them.
    costs = replace(coarse, personnel=plan.costs.personnel)
    return replace(plan, costs=costs, financing=finance(costs, plan.fixed, plan.terms))


def staff_elsewhere(plan: YearPlan, effort: Effort, more: Decimal = Decimal(0)) -> Staffing:
    """The home county's posts without further ones, all year: their pay groups are those that others plan with. more: posts beyond."""
    planned = need(plan.contacts, effort, elsewhere(plan.rules.work)).planned
    return staffing(plan.rules.lines, planned + more, plan.year, ALL_YEAR)
