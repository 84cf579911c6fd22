"""Builds inputs and model from the exact engine, once."""

from dataclasses import replace

from wiwak_eval.budget.risk.exact import Exact, hours_known
from wiwak_eval.budget.risk.granting import model_variants
from wiwak_eval.budget.risk.inputs import Input, Inputs, sorted_paths
from wiwak_eval.budget.risk.known_ranges import MEASURED, effort_inputs, year_inputs
from wiwak_eval.budget.risk.model import PAY, RiskModel, YearModel
from wiwak_eval.budget.risk.pricing import year_model
from wiwak_eval.budget.risk.reference import reference

NEED = (
    "contact_minutes",
    "follow_up_minutes",
    "coordination_minutes_year",
    "net_minutes_post_year",
    "distribution_time_share",
    "opening_hours_week",
    "present_at_once",
)
"""What decides on the number of posts beside the caseload."""


def build(base: Exact) -> tuple[RiskModel, Inputs]:
    """Model and inputs. A range is kept where moving the value moves posts or costs: what only decides who pays is no risk but a choice."""
    given = inputs_of(base)
    at = reference(base, given.values)
    years = tuple(year_model(at, place, given) for place in range(len(base.plans)))
    values = tuple(value if _matters(value.id, years) else replace(value, low=value.central, high=value.central) for value in given.values)
    return RiskModel(years, model_variants(base)), replace(given, values=values)


def inputs_of(base: Exact) -> Inputs:
    """All values with a range that the engine read, and what decides on posts."""
    years = [plan.year for plan in base.plans]
    read = base.run.views.read("work", "posts", "pay", "price")
    found = [*effort_inputs(base.run.measured, base.assumptions, base.records, len(years)), *year_inputs(base.assumptions, read, years)]
    values = [_delivered_hours(base)] if hours_known(base) else []
    values += [value for value in found if not value.certain or value.id in NEED or value.id == PAY]
    return Inputs(tuple(sorted(values, key=lambda value: value.id)), sorted_paths(base.caseload.draws), base.caseload.contacts)


def _delivered_hours(base: Exact) -> Input:
    """Opening hours as delivered: certain."""
    entry = base.assumptions.catalogue.entries["opening_hours_week"]
    hours = tuple(float(plan.rules.work.opening_hours) for plan in base.plans)
    return Input(entry.id, entry.label, entry.unit, hours, hours, hours, MEASURED)


def _matters(id: str, years: tuple[YearModel, ...]) -> bool:
    if id == PAY:
        return any((year.amounts[0] != year.amounts[2]).any() for year in years)
    return id in NEED or any(id in year.slopes and year.slopes[id].any() for year in years)
