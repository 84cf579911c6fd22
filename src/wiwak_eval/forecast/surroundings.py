"""What comes from outside: positive asylum decisions, and how many of those persons the county's quota would bring."""

from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions, Context
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class Surroundings:
    """Tables `asylum_context` and `inflow_backtest`."""

    asylum_context: Table | NotAssessable
    inflow_backtest: Table | NotAssessable


def surroundings(context: Context, known: Context, assumptions: Assumptions) -> Surroundings:
    """context: all of the public series, for the back-test alone; known: as published by the as-of date."""
    from wiwak_eval.forecast.surroundings_computing import compute

    return compute(context, known, assumptions)
