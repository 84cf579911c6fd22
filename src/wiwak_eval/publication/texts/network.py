"""Sentences on who works with whom."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Said

TEXTS: Mapping[str, tuple[Said, ...]] = {
    "network": (
        "Gemeldet {network_organisations:anzahl|ist keine Organisation|ist eine Organisation|sind # Organisationen} aus "
        "{network_sectors_present:anzahl|keinem Sektor|einem Sektor|# Sektoren}, mit "
        "{network_referrals:anzahl|keiner Vermittlung|einer Vermittlung|# Vermittlungen} zwischen ihnen.",
        "{network_ties:anzahl|Kein Paar von Organisationen ist|Ein Paar von Organisationen ist|# Paare von Organisationen sind} durch "
        "mindestens eine Vermittlung verbunden, das sind {network_density:prozent} aller möglichen Paare.",
        "An {network_hub_share:prozent} der Vermittlungen ist WIWAK beteiligt.",
    ),
    "network_mixing": (
        "{network_cross_share:prozent} der Verbindungen führen in einen anderen Sektor.",
        "Verteilte man die Sektoren zufällig auf dieselben Organisationen, so wären es {network_chance_low:prozent} bis "
        "{network_chance_high:prozent}.",
    ),
    "network_hub": (
        "Von {network_pairs_possible:anzahl|keinem möglichen Sektorpaar|einem möglichen Sektorpaar|# möglichen Sektorpaaren} "
        "{network_pairs_tied:anzahl|ist ohne WIWAK und seine Vermittlungen keines|ist ohne WIWAK und seine Vermittlungen eines|sind ohne "
        "WIWAK und seine Vermittlungen #} unmittelbar verbunden.",
        "Der größte zusammenhängende Teil umfasst dann {network_largest_without_hub:prozent} der übrigen Organisationen; ohne "
        "Verbindung {network_isolated_without_hub:anzahl|bleibt keine Organisation|bleibt eine Organisation|bleiben # Organisationen}.",
    ),
}
