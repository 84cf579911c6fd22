"""Ties and referrals by pair of sectors."""

from collections import Counter

from wiwak_eval.evaluation.network.graph import ReferralNetwork, without_hub
from wiwak_eval.evaluation.network.referral_groups import (
    NOTEBOOK,
    REFERRAL_MEASURE,
    UNKNOWN_PERSONS,
    referral_groups,
    sector_labels,
    sector_pairs,
    sectors_name,
    spoken,
)
from wiwak_eval.results import Cell, Column, GroupCell, Protection, Table, Unit, build_table


def sector_pair_key(one: str, other: str) -> str:
    """The row of two sectors (codes of the contract) in `network_sectors`, in whichever order they are named: `state_county`."""
    codes = list(sector_labels())
    return "_".join(sorted((one, other), key=codes.index))


def network_sectors_table(network: ReferralNetwork) -> Table:
    """All 15 pairs of sectors: possible ties, ties, ties without the centre, referrals."""
    groups, labels = referral_groups(network), sector_labels()
    sizes = Counter(network.sectors)
    ties, direct = _by_sectors(network), _by_sectors(without_hub(network))
    rows: list[tuple[Cell, ...]] = []
    cells: list[GroupCell | None] = []
    for one, other in sector_pairs():
        possible = sizes[one] * (sizes[one] - 1) // 2 if one == other else sizes[one] * sizes[other]
        cell, referrals = groups.cell(len(rows), "referrals", sectors_name(one, other))
        cells.append(cell)
        key, label = sector_pair_key(one, other), f"{labels[one]} – {labels[other]}"
        rows.append((key, label, possible, ties[key], direct[key], referrals))
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Sektoren", Unit.TEXT),
        Column("possible", "mögliche Verbindungen", Unit.COUNT),
        Column("ties", "Verbindungen", Unit.COUNT),
        Column("direct", "davon ohne WIWAK", Unit.COUNT),
        Column("referrals", "Vermittlungen", Unit.COUNT),
    )
    protection = Protection((groups.dimension,), (REFERRAL_MEASURE,), spoken(cells), everybody=("possible", "ties", "direct"))
    notes = ("– = keine Vermittlung. WIWAK zählt zum Sektor, den die Lieferung nennt.", UNKNOWN_PERSONS)
    return build_table("network_sectors", "Welche Sektoren arbeiten zusammen?", columns, rows, NOTEBOOK, notes, (), protection)


def _by_sectors(network: ReferralNetwork) -> Counter[str]:
    return Counter(sector_pair_key(network.sectors[one], network.sectors[other]) for one, other in network.ties)
