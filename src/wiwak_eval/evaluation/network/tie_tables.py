"""Organisations and their ties one by one, volunteers pooled: what the picture is drawn from, and the key to its short names."""

from dataclasses import replace

from wiwak_eval.evaluation.network.graph import ReferralNetwork
from wiwak_eval.evaluation.network.referral_groups import (
    NOTEBOOK,
    REFERRAL_MEASURE,
    UNKNOWN_PERSONS,
    referral_groups,
    sector_labels,
    spoken,
)
from wiwak_eval.results import Cell, Column, GroupCell, NotAssessable, Protection, Table, Unit, build_table

MOST_NAMED, MOST_TIES = 40, 100
"""Organisations and ties up to which a picture can be read."""


def network_ties_table(network: ReferralNetwork) -> Table | NotAssessable:
    """Every tie with its referrals in both directions, then organisations without a tie; both by name."""
    groups, labels = referral_groups(network), sector_labels()
    nodes = groups.network.organisations
    if len(nodes) > MOST_NAMED:
        return _too_many()
    if len(groups.by_pair) > MOST_TIES:
        return NotAssessable(f"nicht auswertbar: Für ein lesbares Bild der Verbindungen sind es mehr als {MOST_TIES}.")
    rows: list[tuple[Cell, ...]] = []
    cells: list[GroupCell | None] = []
    for pair in groups.by_pair:
        one, other = sorted((nodes[place] for place in pair), key=lambda node: node.code)
        cell, referrals = groups.cell(len(rows), "referrals", groups.name(pair))
        cells.append(replace(cell, least=1) if cell else None)
        rows.append((groups.name(pair), one.code, other.code, labels[one.sector], labels[other.sector], referrals))
    tied = {place for pair in groups.by_pair for place in pair}
    rows += [(node.code, node.code, None, labels[node.sector], None, None) for place, node in enumerate(nodes) if place not in tied]
    columns = (
        Column("tie", "Verbindung", Unit.TEXT),
        Column("one", "Organisation", Unit.TEXT),
        Column("other", "und", Unit.TEXT),
        Column("sector_one", "Sektor", Unit.TEXT),
        Column("sector_other", "und Sektor", Unit.TEXT),
        Column("referrals", "Vermittlungen", Unit.COUNT),
    )
    protection = Protection((groups.dimension,), (REFERRAL_MEASURE,), spoken(cells))
    notes = (
        "Vermittlungen in beide Richtungen zusammen. – = keine Verbindung erfasst.",
        "Ehrenamtliche Gruppen stehen zusammen, weil hinter einer Gruppe ein einzelner Mensch stehen kann.",
        UNKNOWN_PERSONS,
    )
    return build_table("network_ties", "Wer arbeitet mit wem zusammen?", columns, rows, NOTEBOOK, notes, (), protection)


def network_members_table(network: ReferralNetwork) -> Table | NotAssessable:
    """Short name, name, sector, and the number of partners and of partner sectors of each organisation."""
    named = referral_groups(network).network
    if len(named.organisations) > MOST_NAMED:
        return _too_many()
    labels = sector_labels()
    rows = []
    for place, node in enumerate(named.organisations):
        partners = [other for tie in named.ties for other in tie if place in tie and other != place]
        reached = {named.sectors[partner] for partner in partners} - {node.sector}
        rows.append((node.code, node.name, labels[node.sector], len(partners), len(reached)))
    columns = (
        Column("code", "Kürzel", Unit.TEXT),
        Column("name", "Organisation", Unit.TEXT),
        Column("sector", "Sektor", Unit.TEXT),
        Column("partners", "Partner", Unit.COUNT),
        Column("partner_sectors", "andere Sektoren", Unit.COUNT),
    )
    notes = (
        "Partner: Organisationen, mit denen mindestens eine Vermittlung erfasst ist. Ehrenamtliche Gruppen zählen zusammen als eine.",
        "Die Zahl der Partner beschreibt die Stellung im Netz, nicht die Leistung einer Stelle.",
    )
    return build_table("network_members", "Die Organisationen des Netzwerks", columns, rows, NOTEBOOK, notes)


def _too_many() -> NotAssessable:
    return NotAssessable(f"nicht auswertbar: Für ein lesbares Bild der Organisationen sind es mehr als {MOST_NAMED}.")
