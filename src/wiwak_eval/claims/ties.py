"""Who is tied at all, and offices with volunteers and firms: what claims on working together name, in one row."""

from wiwak_eval.evaluation.network.computing import too_small
from wiwak_eval.evaluation.network.graph import VOLUNTEERS, ReferralNetwork, without_hub
from wiwak_eval.results import Column, NotAssessable, Table, Unit, build_table

NOTEBOOK = "08_aussagenpruefung"
STATE, COUNTY, BUSINESS = "state", "county", "business"
NAMED = (STATE, COUNTY, VOLUNTEERS, BUSINESS)
"""Sectors (codes of the contract) that the claim “from the state to the firms” names; welfare is not one of them."""
OFFICES = (STATE, COUNTY)
"""Sectors whose organisations are offices."""
NO_HUB = NotAssessable(
    "nicht auswertbar: Die Organisation „WIWAK“ fehlt in der Lieferung; welche Verbindungen ohne sie bestehen, ist nicht zu sagen."
)


def ties_table(network: ReferralNetwork | NotAssessable) -> Table | NotAssessable:
    """Table `claim_ties`: named sectors with a tie, and ties of the sectors of offices to volunteers and firms past the centre.

    Refused as the network is, where it is too small for figures, and where the centre was not delivered.
    """
    if isinstance(network, NotAssessable):
        return network
    if (refused := too_small(network)) is not None:
        return refused
    if network.hub is None:
        return NO_HUB
    rest = without_hub(network)
    direct = _tied_pairs(rest)
    offices = [office for office in OFFICES if office in rest.sectors]
    volunteers, business = (sum((office, partner) in direct for office in offices) for partner in (VOLUNTEERS, BUSINESS))
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Verbindungen", Unit.TEXT),
        Column("named", "genannte Sektoren, verbunden", Unit.COUNT),
        Column("offices", "Sektoren mit Ämtern", Unit.COUNT),
        Column("volunteers", "davon mit Ehrenamt", Unit.COUNT),
        Column("business", "davon mit Wirtschaft", Unit.COUNT),
        Column("missing", "fehlend", Unit.COUNT),
    )
    row = ("ties", "nach Sektoren", _tied_named(network), len(offices), volunteers, business, 2 * len(offices) - volunteers - business)
    notes = (
        "Genannte Sektoren: Land und Bund, Kommune, Ehrenamt, Wirtschaft. Verbunden ist einer, wenn eine seiner Organisationen außer WIWAK "
        "eine Verbindung hat, auch eine zu WIWAK.",
        "Sektoren mit Ämtern: Land und Bund, Kommune. Zu Ehrenamt und Wirtschaft zählen nur unmittelbare Verbindungen ohne WIWAK; fehlend "
        "ist, was davon je Sektor nicht besteht.",
    )
    return build_table("claim_ties", "Wer ist mit wem verbunden?", columns, [row], NOTEBOOK, notes)


def _tied_pairs(network: ReferralNetwork) -> set[tuple[str, str]]:
    """Sectors with a tie between them, in both orders."""
    pairs = [(network.sectors[one], network.sectors[other]) for one, other in network.ties]
    return {*pairs, *((other, one) for one, other in pairs)}


def _tied_named(network: ReferralNetwork) -> int:
    """Named sectors of which an organisation other than the centre has a tie."""
    tied = {network.sectors[node] for tie in network.ties for node in tie if node != network.hub}
    return sum(sector in tied for sector in NAMED)
