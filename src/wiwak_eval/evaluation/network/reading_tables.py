"""The network in printed tables: what it is made of, how it mixes, what remains without the centre."""

from wiwak_eval.evaluation.network.cohesion import Cohesion, cohesion, reciprocated
from wiwak_eval.evaluation.network.figures_table import BOUNDARY, SNAPSHOT, measured, network_notes
from wiwak_eval.evaluation.network.graph import ReferralNetwork, without_hub
from wiwak_eval.evaluation.network.mixing import Chance, chance_mixing, mixing
from wiwak_eval.evaluation.network.referral_groups import (
    NOTEBOOK,
    PAST_HUB,
    REFERRAL_MEASURE,
    UNKNOWN_PERSONS,
    referral_groups,
    sector_labels,
    spoken,
)
from wiwak_eval.results import Cell, Column, NotAssessable, Protection, Table, Unit, build_table

KEY, LABEL = Column("key", "Schlüssel", Unit.TEXT), Column("label", "Größe", Unit.TEXT)


def network_reading_table(network: ReferralNetwork) -> Table:
    """The figures one below the other: count, and share where there is one."""
    found = measured(network)
    pairs = found.whole.organisations * (found.whole.organisations - 1) // 2
    mutual, tied, possible = reciprocated(network), found.pairs_tied, found.pairs_possible
    rows: list[tuple[Cell, ...]] = [
        ("organisations", "gemeldete Organisationen", found.whole.organisations, None),
        ("sectors", f"Sektoren, von {len(sector_labels())}", len(set(network.sectors)), None),
        ("referrals", "erfasste Vermittlungen", len(network.referrals), None),
        ("ties", f"Verbindungen; Anteil an {pairs} möglichen", found.whole.ties, round(found.whole.density, 6)),
        ("cross", "davon zwischen zwei Sektoren", found.mixed.external, round(found.mixed.cross_share, 6)),
        ("mutual", "davon mit Vermittlungen in beide Richtungen", mutual, round(mutual / found.whole.ties, 6)),
    ]
    if tied is not None and possible:
        rows.append(("pairs_tied", f"Sektorpaare, die ohne WIWAK verbunden sind, von {possible}", tied, round(tied / possible, 6)))
    columns = (KEY, LABEL, Column("count", "Anzahl", Unit.COUNT), Column("share", "Anteil", Unit.SHARE, 0))
    notes = (
        "Verbindung: zwei Organisationen, zwischen denen mindestens einmal vermittelt wurde, gleich in welcher Richtung.",
        BOUNDARY,
        SNAPSHOT,
        *network_notes(network, found),
    )
    return build_table("network_reading", "Das Netzwerk in Zahlen", columns, rows, NOTEBOOK, notes)


def network_mixing_table(network: ReferralNetwork) -> Table:
    """Ties between sectors against chance, with the centre and without it."""
    parts = {"all": ("mit WIWAK", network)}
    if network.hub is not None:
        parts["without_hub"] = ("ohne WIWAK", without_hub(network))
    rows, reasons = [], {}
    for key, (label, part) in parts.items():
        chance = chance_mixing(part) if part.ties else NotAssessable("nicht auswertbar: Ohne WIWAK ist keine Verbindung erfasst.")
        if isinstance(chance, NotAssessable):
            reasons[label] = chance.reason
        rows.append((key, label, *_mixing_cells(part, chance)))
    columns = (
        KEY,
        Column("label", "Netzwerk", Unit.TEXT),
        Column("ties", "Verbindungen", Unit.COUNT),
        Column("cross_share", "zwischen Sektoren", Unit.SHARE, 0),
        Column("chance_low", "bei Zufall von", Unit.SHARE, 0),
        Column("chance_high", "bis", Unit.SHARE, 0),
        Column("ei_index", "E-I-Index", Unit.NUMBER, 2),
        Column("p_cross", "p-Wert", Unit.NUMBER, 4),
    )
    notes = (
        "Bei Zufall: 95-%-Bereich, wenn die Sektoren auf dieselben Organisationen neu verteilt werden; WIWAK behält seinen Sektor.",
        "E-I-Index: −1 heißt, alle Verbindungen liegen innerhalb der Sektoren, 1 heißt, alle liegen dazwischen.",
        "p-Wert: wie oft der Zufall mindestens so viele Verbindungen zwischen Sektoren ergibt.",
        *(f"Zufall, {label}: {reason}" for label, reason in reasons.items()),
    )
    return build_table("network_mixing", "Führen die Verbindungen über die Sektoren hinaus?", columns, rows, NOTEBOOK, notes)


def _mixing_cells(part: ReferralNetwork, chance: Chance | NotAssessable) -> tuple[Cell, ...]:
    if not part.ties:
        return (0, None, None, None, None, None)
    mixed = mixing(part)
    low, high, p = (None, None, None) if isinstance(chance, NotAssessable) else (chance.low, chance.high, chance.p_cross)
    values = (mixed.cross_share, low, high, mixed.ei_index, p)
    return (mixed.ties, *(None if value is None else round(value, 6) for value in values))


def network_hub_table(network: ReferralNetwork) -> Table | NotAssessable:
    """The network with and without the centre. Refused where the centre was not delivered."""
    if network.hub is None:
        return NotAssessable("nicht auswertbar: Die Organisation „WIWAK“ fehlt in der Lieferung; was ohne sie bliebe, ist nicht zu sagen.")
    groups = referral_groups(network)
    (all_cell, everything), (rest_cell, remaining) = groups.cell(0, "referrals"), groups.cell(1, "referrals", PAST_HUB)
    rows = [
        ("with", "mit WIWAK", *_cohesion_cells(cohesion(network)), everything),
        ("without", "ohne WIWAK", *_cohesion_cells(cohesion(without_hub(network))), remaining),
    ]
    structure = (
        Column("organisations", "Organisationen", Unit.COUNT),
        Column("ties", "Verbindungen", Unit.COUNT),
        Column("density", "Dichte", Unit.SHARE, 0),
        Column("components", "Teile", Unit.COUNT),
        Column("largest", "größter Teil", Unit.SHARE, 0),
        Column("isolated", "ohne Verbindung", Unit.COUNT),
    )
    columns = (KEY, Column("label", "Netzwerk", Unit.TEXT), *structure, Column("referrals", "Vermittlungen", Unit.COUNT))
    protection = Protection(
        (groups.dimension,), (REFERRAL_MEASURE,), spoken([all_cell, rest_cell]), everybody=tuple(column.name for column in structure)
    )
    notes = (
        "Ohne WIWAK: WIWAK und seine Vermittlungen sind aus den Daten weggelassen. Was geschähe, wenn es das Zentrum nicht gäbe, sagt das "
        "nicht; Vermittlungen zwischen anderen Stellen kennt die Lieferung nur, soweit sie gemeldet wurden.",
        "Teile: Gruppen von Organisationen, zwischen denen keine Verbindung besteht, einzelne mitgezählt. Größter Teil: Anteil der "
        "Organisationen, die darin sind.",
        UNKNOWN_PERSONS,
    )
    return build_table("network_hub", "Was bleibt vom Netzwerk ohne das Zentrum?", columns, rows, NOTEBOOK, notes, (), protection)


def _cohesion_cells(found: Cohesion) -> tuple[Cell, ...]:
    return (
        found.organisations,
        found.ties,
        round(found.density, 6),
        found.components,
        round(found.largest_share, 6),
        found.isolated,
    )
