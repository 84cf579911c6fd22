"""Findings on who works with whom."""

from wiwak_eval.publication.finding_specs.spec import Spec
from wiwak_eval.results import Unit

SPECS = (
    Spec("network_organisations", "gemeldete Organisationen", "network_figures", "network", "organisations", Unit.COUNT),
    Spec("network_sectors_present", "Sektoren im Netzwerk", "network_figures", "network", "sectors", Unit.COUNT),
    Spec("network_referrals", "erfasste Vermittlungen", "network_figures", "network", "referrals", Unit.COUNT),
    Spec("network_ties", "Verbindungen zwischen Organisationen", "network_figures", "network", "ties", Unit.COUNT),
    Spec("network_density", "Dichte des Netzwerks", "network_figures", "network", "density", Unit.SHARE),
    Spec("network_cross_share", "Anteil der Verbindungen zwischen Sektoren", "network_figures", "network", "cross_share", Unit.SHARE),
    Spec("network_chance_low", "derselbe Anteil bei Zufall, von", "network_figures", "network", "cross_low", Unit.SHARE),
    Spec("network_chance_high", "derselbe Anteil bei Zufall, bis", "network_figures", "network", "cross_high", Unit.SHARE),
    Spec("network_ei", "E-I-Index des Netzwerks", "network_figures", "network", "ei_index", Unit.NUMBER, 2),
    Spec("network_p_cross", "p-Wert der Verbindungen zwischen Sektoren", "network_figures", "network", "p_cross", Unit.NUMBER, 4),
    Spec("network_hub_share", "Anteil der Vermittlungen von oder an WIWAK", "network_figures", "network", "hub_share", Unit.SHARE),
    Spec("network_pairs_tied", "ohne WIWAK verbundene Sektorpaare", "network_figures", "network", "pairs_tied", Unit.COUNT),
    Spec("network_pairs_possible", "mögliche Sektorpaare ohne WIWAK", "network_figures", "network", "pairs_possible", Unit.COUNT),
    Spec(
        "network_largest_without_hub",
        "größter zusammenhängender Teil ohne WIWAK",
        "network_figures",
        "network",
        "largest_without_hub",
        Unit.SHARE,
    ),
    Spec(
        "network_isolated_without_hub",
        "Organisationen ohne Verbindung, wenn WIWAK fehlt",
        "network_figures",
        "network",
        "isolated_without_hub",
        Unit.COUNT,
    ),
)
