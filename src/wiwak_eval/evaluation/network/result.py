"""The network of organisations, evaluated."""

from dataclasses import dataclass

from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


@dataclass(frozen=True)
class Network:
    """Who works with whom; each table may be refused on its own.

    Figures, mixing, hub and brokerage need ten organisations of three sectors; who is tied with whom can be told of any.
    """

    network_figures: Table | NotAssessable
    network_reading: Table | NotAssessable
    network_mixing: Table | NotAssessable
    network_hub: Table | NotAssessable
    network_brokerage: Table | NotAssessable
    network_sectors: Table | NotAssessable
    network_ties: Table | NotAssessable
    network_members: Table | NotAssessable


def network(records: Records) -> Network:
    """Evaluate organisations and referrals as one snapshot."""
    from wiwak_eval.evaluation.network.computing import compute

    return compute(records)
