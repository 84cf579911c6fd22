"""Unit costs and actual costs of the delivered period."""

from dataclasses import dataclass

import pandas as pd

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.evaluation.unit_cost.cohort import cohort_cost
from wiwak_eval.evaluation.unit_cost.coordination import coordination, staff_cost
from wiwak_eval.evaluation.unit_cost.cost_tables import costs_funders, costs_months, costs_months_types, costs_types_funders
from wiwak_eval.evaluation.unit_cost.gaps import booking_gaps
from wiwak_eval.evaluation.unit_cost.lines import Effort
from wiwak_eval.evaluation.unit_cost.spending import expenditure, spending
from wiwak_eval.evaluation.unit_cost.unit_table import unit_table
from wiwak_eval.evaluation.unit_cost.units import count_units
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
    spent = expenditure(records)
    if isinstance(spent, NotAssessable):
        return UnitCosts(spent, spent, spent, spent, spent)
    gaps = booking_gaps(spent, records)
    return UnitCosts(
        _per_unit(spent, records, assumptions, gaps),
        costs_months(spent, records, gaps),
        costs_funders(spent),
        costs_months_types(spent, records),
        costs_types_funders(spent),
    )


def _per_unit(spent: pd.DataFrame, records: Records, assumptions: Assumptions, gaps: tuple[str, ...]) -> Table | NotAssessable:
    units = count_units(records)
    if isinstance(units, NotAssessable):
        return units
    effort = Effort(
        spending(spent), staff_cost(spent, records), units, coordination(records, assumptions), cohort_cost(records, assumptions)
    )
    return unit_table(effort, gaps)
