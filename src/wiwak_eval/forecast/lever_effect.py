"""What the levers of a scenario do to the contacts, as a factor a month on the trend."""

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.evaluation.month import first_day
from wiwak_eval.forecast.basis import Basis
from wiwak_eval.forecast.flow import Factors, plan
from wiwak_eval.forecast.levers import GENERAL, lever_factors
from wiwak_eval.results import NotAssessable


def lever_effect(basis: Basis, assumptions: Assumptions, common: bool = False) -> NDArray[np.float64]:
    """Contacts with the scenario's levers over contacts without, one a month ahead; the general level of contacts included.

    Levers on inflow and persistence work through the flow model's plan run. Without one (a tally alone) they cannot: only levers on
    contacts and the general level count then. common: as in `lever_factors`.
    """
    ahead = basis.ahead
    general = np.array([assumptions.number(GENERAL, first_day(month)) for month in ahead])
    contacts = lever_factors(assumptions, "contacts", ahead, common)
    if isinstance(basis.flow, NotAssessable):
        return np.asarray(general * contacts)
    inflow, staying = (lever_factors(assumptions, target, ahead, common) for target in ("inflow", "persistence"))
    if (inflow == 1).all() and (staying == 1).all():
        return np.asarray(general * contacts)
    without = plan(basis.flow, len(ahead)).contacts[0]
    moved = plan(basis.flow, len(ahead), Factors(inflow, staying)).contacts[0]
    return np.asarray(general * contacts * moved / np.maximum(without, 1))
