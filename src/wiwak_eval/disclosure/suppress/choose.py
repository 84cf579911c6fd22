"""Hide enough: one demand after the other, the hardest first."""

from collections.abc import Mapping, Sequence

from wiwak_eval.disclosure.model import Place
from wiwak_eval.disclosure.suppress.demand import Demand
from wiwak_eval.disclosure.suppress.field import Field


def choose(
    fields: Sequence[Field], group: Mapping[Place, frozenset[Place]], hidden: frozenset[Place]
) -> tuple[frozenset[Place], list[Demand]]:
    """Places to hide, and demands that cannot be met.

    For each demand that is not met yet the two cheapest tables that meet it; what they move is hidden, with all of its group (Fischetti
    and Salazar-González 2001, the heuristic with one linear program for each number).
    """
    failed = []
    for field in fields:
        for demand in field.demands:
            if demand in field.open(hidden):
                further = field.hide_for(demand, hidden)
                if further is None:
                    failed.append(demand)
                else:
                    hidden = hidden.union(*(group[place] for place in further))
    return hidden, failed
