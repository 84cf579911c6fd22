"""A late decision of the Land: what the county pays in advance, what is lost for good, what may be claimed back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from wiwak_eval.budget.costs.model import YearCosts
from wiwak_eval.budget.financing.split import finance, funder_parts
from wiwak_eval.budget.grants.terms import GrantTerms
from wiwak_eval.money import Cents


@dataclass(frozen=True)
class LateDecision:
    """Cents for a notice in `month` (1-12): three amounts that are never added up.

    prefinanced: the Land's share of earlier months, which comes later; lost: its share that never comes; at_risk: what it gives for the
    months from the notice on, although the measure had begun without permission; county_cash: the county's cash of the whole year if the
    money at risk stays.
    """

    month: int
    early_start: bool
    prefinanced: Cents
    lost: Cents
    at_risk: Cents
    county_cash: Cents


def late_decisions(costs: YearCosts, fixed: Mapping[str, Cents], terms: GrantTerms) -> tuple[LateDecision, ...]:
    """Each month of the notice, with and without permission to begin early. The measure begins in the first supported month.

    What is lost is the difference of two grants, not a sum of months: where a ceiling binds, later months may make up for it.
    """
    in_time = finance(costs, fixed, replace(terms, decided=0))
    monthly = [sum(parts["land"] for (_, month), parts in in_time.cells.items() if month == each) for each in range(1, 13)]
    land, county = in_time.parts["land"], in_time.parts["county_cash"]
    found = []
    for month in range(1, 13):
        late = funder_parts(costs, fixed, replace(terms, decided=month, early_start=False))
        at_risk = late["land"] if month > terms.start else 0
        found.append(LateDecision(month, True, sum(monthly[: month - 1]), 0, 0, county))
        found.append(LateDecision(month, False, 0, land - late["land"], at_risk, late["county_cash"]))
    return tuple(found)
