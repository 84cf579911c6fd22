"""Unit costs and actual costs of the delivered period."""

from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class UnitCosts:
    """Amounts in cents; `costs_months_types` and `costs_types_funders` show what single posts cost and are marked `staff`."""

    unit_costs: Table | NotAssessable
    costs_months: Table | NotAssessable
    costs_funders: Table | NotAssessable
    costs_months_types: Table | NotAssessable
    costs_types_funders: Table | NotAssessable


def unit_costs(records: Records, assumptions: Assumptions) -> UnitCosts:
    """What was spent, and what a contact, a person, a completed chain and a month of coordination cost.

    No ratio is formed with an effect: what the centre brought about is not known. Refused without bookings of expenditure.
    """
    from wiwak_eval.evaluation.unit_cost.computing import compute

    return compute(records, assumptions)
