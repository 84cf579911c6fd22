"""The routing slip of the pilot year in tables."""

from dataclasses import dataclass

from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class Slips:
    """What the routing slips show; each table may be refused on its own. slip_flows, slip_offices: within the house only."""

    slip_figures: Table | NotAssessable
    slip_summary: Table | NotAssessable
    slip_conformance: Table | NotAssessable
    slip_variants: Table | NotAssessable
    slip_steps: Table | NotAssessable
    slip_lateness: Table | NotAssessable
    slip_returned: Table | NotAssessable
    slip_flows: Table | NotAssessable
    slip_offices: Table | NotAssessable


def slips(records: Records) -> Slips:
    """Evaluate the routing slips; what they do not carry is refused where it would stand."""
    from wiwak_eval.evaluation.slips.computing import compute

    return compute(records)
