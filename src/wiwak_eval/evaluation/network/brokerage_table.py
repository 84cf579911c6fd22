"""Brokerage by the centre and by sector."""

from wiwak_eval.evaluation.network.brokerage import brokerage
from wiwak_eval.evaluation.network.graph import ReferralNetwork
from wiwak_eval.evaluation.network.referral_groups import NOTEBOOK, sector_labels
from wiwak_eval.results import Cell, Column, Table, Unit, build_table


def network_brokerage_table(network: ReferralNetwork) -> Table:
    """Roles of the centre and, summed, of the other organisations of each sector; betweenness as mean of the organisations."""
    found = brokerage(network)
    groups = {} if network.hub is None else {"hub": ("WIWAK", [network.hub])}
    for code, label in sector_labels().items():
        nodes = [node for node, sector in enumerate(network.sectors) if sector == code and node != network.hub]
        groups[code] = (f"{label}, ohne WIWAK" if _in_sector(network, code) else label, nodes)
    rows: list[tuple[Cell, ...]] = []
    for key, (label, nodes) in groups.items():
        roles = found.roles_of(nodes)
        rows.append((key, label, *roles, sum(roles), round(found.mean_betweenness(nodes), 6) if nodes else None))
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Wer vermittelt", Unit.TEXT),
        Column("coordinator", "Koordinator", Unit.COUNT),
        Column("consultant", "Berater", Unit.COUNT),
        Column("gatekeeper", "Türöffner", Unit.COUNT),
        Column("representative", "Vertreter", Unit.COUNT),
        Column("liaison", "Verbinder", Unit.COUNT),
        Column("total", "zusammen", Unit.COUNT),
        Column("betweenness", "Zentralität", Unit.NUMBER, 3),
    )
    notes = (
        "Gezählt ist, wie oft eine Organisation zwischen zwei anderen steht: Die erste vermittelt an sie, sie vermittelt an die zweite, "
        "und die erste vermittelt nicht unmittelbar an die zweite.",
        "Koordinator: alle drei im selben Sektor. Berater: die beiden anderen in einem gemeinsamen, fremden Sektor. Türöffner: von "
        "außen in den eigenen Sektor. Vertreter: aus dem eigenen Sektor nach außen. Verbinder: drei verschiedene Sektoren.",
        "Zentralität: Anteil der kürzesten Wege zwischen je zwei anderen Organisationen, der über die Organisation läuft (0 bis 1), "
        "im Mittel der Organisationen.",
        "Die Zahlen hängen von der Größe der Sektoren ab; sie beschreiben eine Stellung im Netz, keine Leistung.",
    )
    return build_table("network_brokerage", "Wer steht zwischen wem?", columns, rows, NOTEBOOK, notes)


def _in_sector(network: ReferralNetwork, code: str) -> bool:
    return network.hub is not None and network.sectors[network.hub] == code
