"""The figures of the network: one row for machines and sentences, and a reading table for people."""

from dataclasses import dataclass

from wiwak_eval.evaluation.network.cohesion import Cohesion, cohesion, reciprocated
from wiwak_eval.evaluation.network.graph import HUB, ReferralNetwork, without_hub
from wiwak_eval.evaluation.network.mixing import Chance, Mixing, chance_mixing, mixing
from wiwak_eval.evaluation.network.referral_groups import NOTEBOOK, REFERRAL_MEASURE, THROUGH_HUB, referral_groups, spoken
from wiwak_eval.results import Cell, Column, NotAssessable, Protection, Table, Unit, build_table

BOUNDARY = "Zum Netzwerk gehören die gemeldeten Organisationen und die erfassten Vermittlungen; was niemand aufschrieb, ist unsichtbar."
SNAPSHOT = "Es ist eine Momentaufnahme ohne Vergleich mit früher: Ob sich die Zusammenarbeit verbessert hat, sagt sie nicht."
EVERYBODY = (
    Column("organisations", "Organisationen", Unit.COUNT),
    Column("sectors", "Sektoren", Unit.COUNT),
    Column("ties", "Verbindungen", Unit.COUNT),
    Column("density", "Dichte", Unit.SHARE, 0),
    Column("cross_share", "zwischen Sektoren", Unit.SHARE, 0),
    Column("cross_low", "bei Zufall von", Unit.SHARE, 0),
    Column("cross_high", "bei Zufall bis", Unit.SHARE, 0),
    Column("ei_index", "E-I-Index", Unit.NUMBER, 2),
    Column("ei_low", "E-I bei Zufall von", Unit.NUMBER, 2),
    Column("ei_high", "E-I bei Zufall bis", Unit.NUMBER, 2),
    Column("p_cross", "p-Wert", Unit.NUMBER, 4),
    Column("pairs_possible", "mögliche Sektorpaare ohne WIWAK", Unit.COUNT),
    Column("pairs_tied", "davon verbunden", Unit.COUNT),
    Column("largest_without_hub", "größter Teil ohne WIWAK", Unit.SHARE, 0),
    Column("components_without_hub", "Teile ohne WIWAK", Unit.COUNT),
    Column("isolated_without_hub", "Einzelne ohne WIWAK", Unit.COUNT),
    Column("reciprocity", "gegenseitig", Unit.SHARE, 0),
)
"""Columns of structure: they speak of organisations, not of people."""


@dataclass(frozen=True)
class Measured:
    """What is computed once for the tables. hub and rest are None where the centre was not delivered."""

    mixed: Mixing
    chance: Chance | NotAssessable
    whole: Cohesion
    rest: Cohesion | None
    pairs_tied: int | None
    pairs_possible: int | None


def measured(network: ReferralNetwork) -> Measured:
    """Figures of the whole network and of what remains without its centre."""
    mixed, chance, whole = mixing(network), chance_mixing(network), cohesion(network)
    if network.hub is None:
        return Measured(mixed, chance, whole, None, None, None)
    rest = without_hub(network)
    present = len(set(rest.sectors))
    return Measured(mixed, chance, whole, cohesion(rest), len(tied_sector_pairs(rest)), present * (present - 1) // 2)


def tied_sector_pairs(network: ReferralNetwork) -> frozenset[frozenset[str]]:
    """Pairs of different sectors with at least one tie."""
    return frozenset(frozenset(network.sectors[node] for node in tie) for tie in network.ties if network.crosses(tie))


def network_figures_table(network: ReferralNetwork) -> Table:
    """One row `network`. Where the centre is missing or chance cannot be asked, the cells are empty and a note says why."""
    found, groups = measured(network), referral_groups(network)
    cell, referrals = groups.cell(0, "referrals")
    ratio, hub_share = groups.share(0, "hub_share", THROUGH_HUB)
    values = _values(network, found) | {"referrals": referrals, "hub_share": hub_share}
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        *EVERYBODY[:2],
        Column("referrals", "Vermittlungen", Unit.COUNT),
        *EVERYBODY[2:],
        Column("hub_share", "Anteil über WIWAK", Unit.SHARE, 0),
    )
    row: list[Cell] = ["network", *(values[column.name] for column in columns[1:])]
    protection = Protection(
        (groups.dimension,),
        (REFERRAL_MEASURE,),
        spoken([cell]),
        () if ratio is None else (ratio,),
        everybody=tuple(column.name for column in EVERYBODY),
    )
    notes = (BOUNDARY, SNAPSHOT, *network_notes(network, found))
    return build_table("network_figures", "Kennzahlen des Netzwerks", columns, [row], NOTEBOOK, notes, (), protection)


def network_notes(network: ReferralNetwork, found: Measured) -> tuple[str, ...]:
    """What was left out, and why."""
    own = network.self_referrals
    notes = []
    if own:
        subject, verb = ("Vermittlung", "zählt") if own == 1 else ("Vermittlungen", "zählen")
        notes.append(f"{own} {subject} einer Organisation an sich selbst {verb} nicht mit.")
    if isinstance(found.chance, NotAssessable):
        notes.append(f"Vergleich mit dem Zufall {found.chance.reason}")
    if network.hub is None:
        notes.append(f"Die Organisation „{HUB}“ ist nicht gemeldet; ein Netzwerk ohne sie lässt sich nicht bilden.")
    return tuple(notes)


def _values(network: ReferralNetwork, found: Measured) -> dict[str, Cell]:
    chance = found.chance if isinstance(found.chance, Chance) else None
    rest = found.rest
    return {
        "organisations": found.whole.organisations,
        "sectors": len(set(network.sectors)),
        "ties": found.whole.ties,
        "density": round(found.whole.density, 6),
        "cross_share": round(found.mixed.cross_share, 6),
        "cross_low": None if chance is None else round(chance.low, 6),
        "cross_high": None if chance is None else round(chance.high, 6),
        "ei_index": round(found.mixed.ei_index, 6),
        "ei_low": None if chance is None else round(2 * chance.low - 1, 6),
        "ei_high": None if chance is None else round(2 * chance.high - 1, 6),
        "p_cross": None if chance is None else round(chance.p_cross, 6),
        "pairs_tied": found.pairs_tied,
        "pairs_possible": found.pairs_possible,
        "largest_without_hub": None if rest is None else round(rest.largest_share, 6),
        "components_without_hub": None if rest is None else rest.components,
        "isolated_without_hub": None if rest is None else rest.isolated,
        "reciprocity": round(reciprocated(network) / found.whole.ties, 6),
    }
