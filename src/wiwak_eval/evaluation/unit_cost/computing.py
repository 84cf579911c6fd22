"""The tables of unit costs, computed."""

import pandas as pd

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.evaluation.unit_cost.cohort import cohort_cost
from wiwak_eval.evaluation.unit_cost.coordination import coordination, staff_cost
from wiwak_eval.evaluation.unit_cost.cost_tables import costs_funders, costs_months, costs_months_types, costs_types_funders
from wiwak_eval.evaluation.unit_cost.gaps import booking_gaps
from wiwak_eval.evaluation.unit_cost.lines import Effort
from wiwak_eval.evaluation.unit_cost.result import UnitCosts
from wiwak_eval.evaluation.unit_cost.spending import expenditure, spending
from wiwak_eval.evaluation.unit_cost.unit_table import unit_table
from wiwak_eval.evaluation.unit_cost.units import count_units
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


def compute(records: Records, assumptions: Assumptions) -> UnitCosts:
    """See `evaluation.unit_cost.result.unit_costs`."""
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
