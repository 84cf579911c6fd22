"""What the Land pays when a year turns out otherwise than planned: the notice holds, overspending is not its affair."""

from dataclasses import dataclass

import numpy as np

from wiwak_eval.budget.grants.terms import GrantKind
from wiwak_eval.budget.risk.inputs import Floats


@dataclass(frozen=True)
class GrantRule:
    """A notice made on the plan.

    counted [12, items]: 1 where a month's item is eligible; payable: the same for what is paid in money; granted: cents a year as the
    notice says, the most there is; rate: share of eligible expenditure, 0-1; own: what others must bring first (deficit); amount: cents a
    month and full post (flat rate).
    """

    kind: GrantKind
    counted: Floats
    payable: Floats
    granted: float
    rate: float = 0.0
    own: float = 0.0
    amount: float = 0.0


def granted(rule: GrantRule | None, months: Floats, filled: Floats, left: Floats) -> Floats:
    """Cents from the Land in each draw: never more than granted, than is eligible, or than is left to pay. None: nothing is decided.

    months [draws, 12, items]; filled [draws, 12]: posts paid; left [draws]: cash that nobody else pays. Savings go back by kind of grant:
    in proportion for a share, first of all for a deficit, only below the sum for a fixed sum, by post and month for a flat rate.
    """
    if rule is None or not rule.granted:
        return np.zeros(len(left))
    eligible = _counted(months, rule.counted)
    payable = eligible if rule.payable is rule.counted else _counted(months, rule.payable)
    match rule.kind:
        case GrantKind.SHARE:
            due = rule.rate * eligible
        case GrantKind.DEFICIT:
            due = eligible - rule.own
        case GrantKind.FIXED:
            due = eligible
        case GrantKind.FLAT:
            due = rule.amount * (filled @ (rule.counted.sum(axis=1) > 0))
    land: Floats = np.clip(np.minimum.reduce([due, eligible, payable, left]), 0, rule.granted)
    return land


def _counted(months: Floats, mask: Floats) -> Floats:
    """Cents of the cells that a mask counts, [draws]. No matrix product: its threads would quarrel with those of other processes."""
    counted: Floats = np.einsum("nmi,mi->n", months, mask)
    return counted
