"""The tables of the network, computed."""

from wiwak_eval.evaluation.network.brokerage_table import network_brokerage_table
from wiwak_eval.evaluation.network.figures_table import network_figures_table
from wiwak_eval.evaluation.network.graph import ReferralNetwork, read_network
from wiwak_eval.evaluation.network.reading_tables import network_hub_table, network_mixing_table, network_reading_table
from wiwak_eval.evaluation.network.result import Network
from wiwak_eval.evaluation.network.sector_table import network_sectors_table
from wiwak_eval.evaluation.network.tie_tables import network_members_table, network_ties_table
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

FEWEST_ORGANISATIONS, FEWEST_SECTORS = 10, 3


def compute(records: Records) -> Network:
    """See `evaluation.network.result.network`."""
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
