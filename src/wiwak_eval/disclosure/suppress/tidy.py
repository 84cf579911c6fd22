"""Show again what need not be hidden."""

from collections.abc import Sequence

from wiwak_eval.disclosure.model import Place
from wiwak_eval.disclosure.suppress.demand import Demand
from wiwak_eval.disclosure.suppress.field import Field


def tidy(
    fields: Sequence[Field], groups: Sequence[frozenset[Place]], hidden: frozenset[Place], failed: Sequence[Demand]
) -> frozenset[Place]:
    """What must stay hidden when each group in turn is shown again if every demand, apart from the failed, is still met.

    A demand for which tables were found that do not move the group needs no new search.
    """
    for group in groups:
        less = hidden - group
        if all(field.hold(demand, less) for field in fields for demand in field.open(less) if demand not in failed):
            hidden = less
    return hidden
