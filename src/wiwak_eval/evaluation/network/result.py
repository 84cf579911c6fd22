"""The network of organisations, evaluated."""

from dataclasses import dataclass

from wiwak_eval.evaluation.network.brokerage_table import network_brokerage_table
from wiwak_eval.evaluation.network.figures_table import network_figures_table
from wiwak_eval.evaluation.network.graph import ReferralNetwork, read_network
from wiwak_eval.evaluation.network.reading_tables import network_hub_table, network_mixing_table, network_reading_table
from wiwak_eval.evaluation.network.sector_table import network_sectors_table
from wiwak_eval.evaluation.network.tie_tables import network_members_table, network_ties_table
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table

FEWEST_ORGANISATIONS, FEWEST_SECTORS = 10, 3


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
    found = read_network(records)
    if isinstance(found, NotAssessable):
        return Network(found, found, found, found, found, found, found, found)
    described = (network_sectors_table(found), network_ties_table(found), network_members_table(found))
    refused = too_small(found)
    if refused is not None:
        return Network(refused, refused, refused, refused, refused, *described)
    return Network(
        network_figures_table(found),
        network_reading_table(found),
        network_mixing_table(found),
        network_hub_table(found),
        network_brokerage_table(found),
        *described,
    )


def too_small(network: ReferralNetwork) -> NotAssessable | None:
    """Why figures of a network would say nothing, or None where they may be computed."""
    if len(network.organisations) < FEWEST_ORGANISATIONS:
        return NotAssessable(
            f"nicht auswertbar: Gemeldet sind weniger als {FEWEST_ORGANISATIONS} Organisationen; "
            "Kennzahlen eines so kleinen Netzwerks sagen nichts."
        )
    if len(set(network.sectors)) < FEWEST_SECTORS:
        return NotAssessable(
            f"nicht auswertbar: Die Organisationen gehören zu weniger als {FEWEST_SECTORS} Sektoren; "
            "über Sektoren hinaus führt dann kaum eine Verbindung."
        )
    return None
