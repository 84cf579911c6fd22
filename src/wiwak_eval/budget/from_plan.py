"""Results that are views of one plan run: made of it, or refused together."""

from collections.abc import Callable
from dataclasses import fields
from typing import TYPE_CHECKING, TypeVar

from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.budget.views import views_of
from wiwak_eval.budget.year_plan import PlanRun, year_plans
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

R = TypeVar("R", bound="DataclassInstance")


def from_plan(
    kind: type[R], records: Records, caseload: Caseload | NotAssessable, assumptions: Assumptions, make: Callable[[PlanRun], R]
) -> R:
    """The result that `make` makes of the plan run.

    Without a caseload, and where a value is missing at the as-of date (a pay group without a table, for instance), each field of the
    result is the same refusal in one German sentence.
    """
    if isinstance(caseload, NotAssessable):
        return refused(kind, caseload)
    try:
        return make(year_plans(records, caseload, views_of(assumptions)))
    except Gap as gap:
        return refused(kind, NotAssessable(f"nicht auswertbar: {gap}"))


def refused(kind: type[R], reason: NotAssessable) -> R:
    """A result whose every table is refused for this reason."""
    return kind(*(reason,) * len(fields(kind)))
