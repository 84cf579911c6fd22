"""Sentences on who works with whom."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, ...]] = {
    "network": (
        "Gemeldet sind {network_organisations:exakt} Organisationen aus {network_sectors_present:exakt} Sektoren, mit "
        "{network_referrals:exakt} Vermittlungen zwischen ihnen.",
        "{network_ties:exakt} Paare von Organisationen sind durch mindestens eine Vermittlung verbunden, das sind "
        "{network_density:prozent} aller möglichen Paare.",
        "An {network_hub_share:prozent} der Vermittlungen ist WIWAK beteiligt.",
    ),
    "network_mixing": (
        "{network_cross_share:prozent} der Verbindungen führen in einen anderen Sektor.",
        "Verteilte man die Sektoren zufällig auf dieselben Organisationen, so wären es {network_chance_low:prozent} bis "
        "{network_chance_high:prozent} (p-Wert für „nicht mehr als der Zufall“: {network_p_cross:exakt}).",
    ),
    "network_hub": (
        "Ohne WIWAK und seine Vermittlungen sind von {network_pairs_possible:exakt} möglichen Sektorpaaren noch "
        "{network_pairs_tied:exakt} unmittelbar verbunden.",
        "Der größte zusammenhängende Teil umfasst dann {network_largest_without_hub:prozent} der übrigen Organisationen; "
        "{network_isolated_without_hub:exakt} {network_isolated_without_hub:wort|Organisation hat|Organisationen haben} keine Verbindung.",
    ),
}
