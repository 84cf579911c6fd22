"""A budget year worked out once more by the exact engine, with a number moved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.costs.model import YearCosts
from wiwak_eval.budget.costs.prices import prices
from wiwak_eval.budget.costs.year_costs import costs_of, year_costs
from wiwak_eval.budget.financing.split import funder_parts
from wiwak_eval.budget.financing.variants import Variant, variants
from wiwak_eval.budget.grants.ceiling import recognised_refugees
from wiwak_eval.budget.pay.rules import pay_rules
from wiwak_eval.budget.posts.staffing import staffing_rules
from wiwak_eval.budget.views import views_of
from wiwak_eval.budget.workload.effort import Effort, effort
from wiwak_eval.budget.workload.needed import posts_for, work_rules
from wiwak_eval.budget.year_plan import PlanRun, YearPlan, YearRules, staffed, year_plans
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.money import Cents
from wiwak_eval.records import Records

FIRST = "from_january"
"""The variant that the county's cash is looked at under, where one has to be named."""


@dataclass(frozen=True)
class Exact:
    """The exact run of the budget years that all else is measured against.

    decisions: assumed ones of the Land; steady: the same assumptions, quick to ask again, without a record of who asked.
    """

    records: Records
    caseload: Caseload
    assumptions: Assumptions
    run: PlanRun
    decisions: tuple[Variant, ...]
    steady: Assumptions

    def is_pay(self, ids: Iterable[str]) -> bool:
        """Whether what a post is paid depends on any of these."""
        return not set(self.run.views.pay.ids_read).isdisjoint(ids)

    @property
    def plans(self) -> tuple[YearPlan, ...]:
        """The two budget years."""
        return self.run.budget


@dataclass(frozen=True)
class Totals:
    """Cents of each budget year: all costs, and the county's cash if the Land pays as in the variant `FIRST`."""

    total: tuple[Cents, ...]
    county: tuple[Cents, ...]


def exact(records: Records, caseload: Caseload, assumptions: Assumptions) -> Exact:
    """The run at central values. Raises Gap."""
    run = year_plans(records, caseload, views_of(assumptions))
    decisions = variants(caseload.years, run.views.grant, recognised_refugees(records))
    return Exact(records, caseload, assumptions, run, decisions, assumptions.with_patches(()))


def hours_known(base: Exact) -> bool:
    """Whether opening hours were delivered."""
    return "opening_hours_week" not in base.run.views.work.ids_read


def rules_under(base: Exact, plan: YearPlan, view: Assumptions, same_pay: bool = False) -> YearRules:
    """Rules of a year under other numbers; the lines of the posts plan, delivered hours and notices stay."""
    hours = plan.rules.work.opening_hours if hours_known(base) else None
    return replace(
        plan.rules,
        work=work_rules(view, plan.year, hours),
        staff=staffing_rules(view, plan.year),
        pay=plan.rules.pay if same_pay else pay_rules(view, plan.year),
        price=prices(view, plan.year),
    )


def costs_under(
    base: Exact,
    place: int,
    view: Assumptions,
    posts: Decimal | None = None,
    contacts: int | None = None,
    work: Effort | None = None,
    same_pay: bool = False,
) -> YearCosts:
    """Costs of budget year number `place` under other assumptions. Raises Gap.

    posts, contacts, work: held where given; same_pay: whether nothing that pay depends on is another one: saves time, changes nothing.
    """
    plan = base.plans[place]
    rules = rules_under(base, plan, view, same_pay)
    takes = effort(base.records, view) if work is None else work
    volume = plan.contacts if contacts is None else contacts
    staff = staffed(posts_for(volume, takes, rules.work) if posts is None else posts, rules)
    if same_pay and staff.shares == plan.staff.shares:
        return costs_of(volume, staff, takes, plan.costs.personnel, rules.price)
    return year_costs(volume, staff, takes, base.steady if same_pay else view, rules.pay, rules.price)


def totals_under(
    base: Exact, view: Assumptions, work: Effort | None = None, decisions: Sequence[Variant] | None = None, same_pay: bool = False
) -> Totals:
    """Both sums of each budget year under other assumptions. work: held where given; decisions: of the Land, else those of the base."""
    terms = next(variant.terms for variant in decisions or base.decisions if variant.key == FIRST)
    takes = effort(base.records, view) if work is None else work
    costs = [costs_under(base, place, view, work=takes, same_pay=same_pay) for place in range(len(base.plans))]
    county = [funder_parts(year, plan.fixed, terms[plan.year])["county_cash"] for year, plan in zip(costs, base.plans, strict=True)]
    return Totals(tuple(year.total for year in costs), tuple(county))
