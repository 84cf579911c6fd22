"""Which methods this delivery cannot carry, and why."""

from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.records import Records
from wiwak_eval.results import Table


@dataclass(frozen=True)
class Refusals:
    """One row for each method that somebody may ask for."""

    refused_methods: Table


def refusals(records: Records, assumptions: Assumptions) -> Refusals:
    """Hold what the delivery has against what each method needs."""
    from wiwak_eval.evaluation.refusals.computing import compute

    return compute(records, assumptions)
