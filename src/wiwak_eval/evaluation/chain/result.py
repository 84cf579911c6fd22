"""The integration chain evaluated: what was reached, when, in which order, and who stayed."""

from dataclasses import dataclass

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class Chain:
    """What is known of the integration chain; each table may be refused on its own."""

    chain_figures: Table | NotAssessable
    chain_funnel: Table | NotAssessable
    chain_incidence: Table | NotAssessable
    chain_restricted: Table | NotAssessable
    chain_waiting: Table | NotAssessable
    chain_durations: Table | NotAssessable
    chain_offices: Table | NotAssessable
    chain_order: Table | NotAssessable
    work_status: Table | NotAssessable
    residence: Table | NotAssessable
    residence_by_stage: Table | NotAssessable


def chain(records: Records, assumptions: Assumptions) -> Chain:
    """Evaluate the chain of those whose clock starts in the delivery's period, see `courses.clocked`.

    Where only clients are delivered, residence alone is told; without an agreed order, nothing that needs one. Raises GermanError where
    the order cannot be read.
    """
    from wiwak_eval.evaluation.chain.computing import compute

    return compute(records, assumptions)
