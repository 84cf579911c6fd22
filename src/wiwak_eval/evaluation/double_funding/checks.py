"""The checks for double funding, from the bookings, posts and grants that were delivered."""

from dataclasses import dataclass

from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class DoubleFunding:
    """Tables `double_funding` (one row a check) and `double_funding_figures` (how many checks were done, how many ask for a look)."""

    double_funding: Table | NotAssessable
    double_funding_figures: Table | NotAssessable


def double_funding(records: Records) -> DoubleFunding:
    """Every check that the delivery can carry; one that lacks its data says so in its row."""
    from wiwak_eval.evaluation.double_funding.computing import compute

    return compute(records)
