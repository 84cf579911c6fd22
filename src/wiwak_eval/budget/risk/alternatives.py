"""What else the county could do, side by side: each alternative is a set of patches over the assumptions, run through the exact engine."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from wiwak_eval.assumptions import Assumptions, Gap, Scenario
from wiwak_eval.budget.coarse_costs import coarse_costs
from wiwak_eval.budget.costs.model import YearCosts
from wiwak_eval.budget.financing.split import funder_parts
from wiwak_eval.budget.financing.variants import variants
from wiwak_eval.budget.grants.ceiling import recognised_refugees
from wiwak_eval.budget.posts.line import NEW
from wiwak_eval.budget.risk.exact import FIRST, Exact
from wiwak_eval.budget.risk.known_ranges import EFFORT
from wiwak_eval.budget.risk.moving import recorded
from wiwak_eval.budget.risk.reference import with_field
from wiwak_eval.budget.views import Views, views_of
from wiwak_eval.budget.workload.effort import Effort, effort
from wiwak_eval.budget.year_plan import YearPlan, year_plan, year_rules
from wiwak_eval.money import Cents

ORDER = ("fortfuehrung", "ende", "ausbau", "aufsuchend", "eigenes_personal", "traeger", "vertrag")
"""The plan first; an alternative that is not named here follows by its name."""


FEW = 3
"""Persons below which an amount tells what single ones earn."""


@dataclass(frozen=True)
class Paid:
    """costs: cents of each year, the year after the budget years last; land, county_cash, in_kind: cents of the budget years together, if
    the Land pays as in the variant `FIRST`."""

    costs: tuple[Cents, ...]
    land: Cents
    county_cash: Cents
    in_kind: Cents


@dataclass(frozen=True)
class Alternative:
    """One alternative.

    posts, persons: one a year, the year after the budget years last; persons: those already employed who would be paid; own: each post at
    the step of its holder; coarse: as everybody may see it (`coarse_costs`), or why that cannot be worked out.
    """

    key: str
    label: str
    description: str
    posts: tuple[Decimal, ...]
    persons: tuple[int, ...]
    own: Paid
    coarse: Paid | Gap

    @property
    def tells_of_few(self) -> bool:
        """Whether a year pays one or two persons and hardly anything else."""
        return any(0 < persons < FEW for persons in self.persons)


def alternatives(base: Exact, scenarios: Sequence[Scenario]) -> tuple[Alternative | Gap, ...]:
    """Each alternative, in the order of `ORDER`; one that lacks a value is a Gap that says which."""
    order = {key: place for place, key in enumerate(ORDER)}
    return tuple(_alternative(base, found) for found in sorted(scenarios, key=lambda one: (order.get(one.id, len(order)), one.id)))


def _alternative(base: Exact, scenario: Scenario) -> Alternative | Gap:
    view = base.assumptions.with_patches(scenario.patches)
    try:
        return recorded(view, base.assumptions, lambda assumptions: _run(base, scenario, assumptions))
    except Gap as gap:
        return gap


def _run(base: Exact, scenario: Scenario, view: Assumptions) -> Alternative:
    views, plans = views_of(view), base.run.years[: len(base.plans) + 1]
    takes = _effort(base, scenario, views)
    years = [year_plan(plan.contacts, takes, year_rules(base.records, views, plan.year), views, plan.forecast) for plan in plans]
    told = [replace(plan.staff, lines=there.lines) for plan, there in zip(plans, years, strict=True)]
    try:
        costs = [coarse_costs(plan, staff, plan.staff, takes, views) for plan, staff in zip(years, told, strict=True)]
        coarse: Paid | Gap = _paid(base, years, costs, views)
    except Gap as gap:
        coarse = gap
    return Alternative(
        scenario.id,
        scenario.label,
        scenario.description,
        tuple(plan.planned for plan in years),
        tuple(_persons(plan) for plan in years),
        _paid(base, years, [plan.costs for plan in years], views),
        coarse,
    )


def _paid(base: Exact, years: Sequence[YearPlan], costs: Sequence[YearCosts], views: Views) -> Paid:
    """Who pays these costs of each year."""
    budget = list(zip(years, costs, strict=True))[: len(base.plans)]
    decided = variants([plan.year for plan, _ in budget], views.grant, recognised_refugees(base.records))
    terms = next(variant.terms for variant in decided if variant.key == FIRST)
    parts = [funder_parts(cost, plan.fixed, terms[plan.year]) for plan, cost in budget]
    land, cash, in_kind = (sum(part[name] for part in parts) for name in ("land", "county_cash", "county_in_kind"))
    return Paid(tuple(cost.total for cost in costs), land, cash, in_kind)


def _persons(plan: YearPlan) -> int:
    """People already employed who are paid in a year."""
    return sum(any(plan.shares[line.key]) for line in plan.lines if line.key != NEW)


def _effort(base: Exact, scenario: Scenario, views: Views) -> Effort:
    """What the work takes; where the alternative sets it, its value counts, even if another one was measured."""
    takes, day = effort(base.records, views.work), base.records.provenance.period_to
    for id in sorted({patch.id for patch in scenario.patches} & set(EFFORT)):
        takes = with_field(takes, EFFORT[id], views.work.decimal(id, day))
    return takes
