"""Who pays the two years, computed."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.budget.coarse_costs import coarse_costs
from wiwak_eval.budget.costs.model import YearCosts
from wiwak_eval.budget.financing.negotiation import Choices, NegotiatedYear, negotiation, negotiation_choices
from wiwak_eval.budget.financing.tables import financing, financing_items, financing_months
from wiwak_eval.budget.financing.variants import assumed_terms, financing_variants, variants
from wiwak_eval.budget.from_plan import from_plan
from wiwak_eval.budget.grants.ceiling import recognised_refugees
from wiwak_eval.budget.grants.double import funding_check
from wiwak_eval.budget.grants.grant_table import grant
from wiwak_eval.budget.grants.late_table import late_decision
from wiwak_eval.budget.grants.provisional import month_before, published_month
from wiwak_eval.budget.grants.provisional_table import provisional
from wiwak_eval.budget.grants.spent_before import spent_a_month
from wiwak_eval.budget.grants.terms import GrantTerms
from wiwak_eval.budget.who_pays import FinancePlan
from wiwak_eval.budget.year_plan import PlanRun, staffed
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


def compute(records: Records, caseload: Caseload | NotAssessable, assumptions: Assumptions) -> FinancePlan:
    """See `budget.who_pays.finance_plan`."""
    return from_plan(FinancePlan, records, caseload, assumptions, lambda run: _tables(records, run))


def _tables(records: Records, run: PlanRun) -> FinancePlan:
    plans, grants = run.budget, run.views.grant
    in_force = run.views.read()
    decisions = variants([plan.year for plan in plans], grants, recognised_refugees(records))
    terms = likely_terms(records, run)
    with_variants = run.views.read()
    return FinancePlan(
        grant(plans, run.views.read("grant")),
        financing(plans, in_force),
        financing_items(plans, in_force),
        financing_months(plans, in_force),
        financing_variants(plans, decisions, with_variants),
        late_decision(plans, terms, with_variants),
        _provisional(records, run),
        funding_check(plans, in_force),
        _negotiation(run, terms),
        _negotiation_groups(run, terms),
    )


def likely_terms(records: Records, run: PlanRun) -> dict[int, GrantTerms]:
    """By year: the Land's terms in force, or the assumed ones where nothing is decided. Raises Gap."""
    persons = recognised_refugees(records)
    return {plan.year: plan.terms or assumed_terms(run.views.grant, plan.year, persons) for plan in run.budget}


def _provisional(records: Records, run: PlanRun) -> Table:
    first, second = run.budget
    before = {first.year: spent_a_month(records), second.year: month_before(first.costs)}
    published = {plan.year: published_month(run.views.posts, plan.year) for plan in run.budget}
    return provisional(run.budget, before, published, run.views.read("work", "posts", "pay", "price"))


def _negotiation(run: PlanRun, terms: Mapping[int, GrantTerms]) -> Table:
    return negotiation(_negotiated(run, terms), _choices(run), run.costs_for, run.views.read())


def _negotiation_groups(run: PlanRun, terms: Mapping[int, GrantTerms]) -> Table | NotAssessable:
    """Refused alone where the mean of a group cannot be worked out."""

    def costs_for(place: int, total: Decimal) -> YearCosts:
        plan = run.years[place]
        return coarse_costs(plan, plan.staff, staffed(total, plan.rules), run.measured, run.views)

    try:
        return negotiation(_negotiated(run, terms), _choices(run), costs_for, run.views.read(), exact=False)
    except Gap as gap:
        return NotAssessable(f"nicht auswertbar: {gap}")


def _choices(run: PlanRun) -> Choices:
    return negotiation_choices(run.views.grant, date(run.budget[0].year, 1, 1))


def _negotiated(run: PlanRun, terms: Mapping[int, GrantTerms]) -> list[NegotiatedYear]:
    return [NegotiatedYear(plan.year, plan.planned, plan.fixed, terms[plan.year]) for plan in run.budget]
