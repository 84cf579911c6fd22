"""Findings that the check of claims rests on and no other topic names."""

from wiwak_eval.publication.finding_specs.spec import Spec
from wiwak_eval.results import Unit

FIRST_MONTHS = "erste Projektmonate"


def _rise(id: str, label: str, column: str) -> Spec:
    return Spec(f"claim_{id}", label, "claim_rise", "rise", column, Unit.COUNT, period=FIRST_MONTHS)


def _ratio(name: str, label: str) -> Spec:
    limits = ("ratio_low", "ratio_high", FIRST_MONTHS)
    return Spec(f"claim_ratio_{name}", f"Faktor von Monat zu Monat, {label}", "claim_rising", name, "ratio", Unit.NUMBER, 3, *limits)


def _tie(id: str, label: str, column: str) -> Spec:
    return Spec(f"claim_{id}", label, "claim_ties", "ties", column, Unit.COUNT)


SPECS = (
    _rise("steps", "Monatswechsel", "steps"),
    _rise("rises_contacts", "Anstiege der Beratungen", "rises_contacts"),
    _rise("rises_persons", "Anstiege der Personen", "rises_persons"),
    _rise("series", "geprüfte Reihen", "series"),
    _rise("series_rising", "davon steigende Reihen", "rising"),
    _rise("series_falling", "davon fallende Reihen", "falling"),
    _ratio("contacts", "Beratungen"),
    _ratio("persons", "Personen"),
    Spec("claim_places_held", "vergleichbare Gemeinden", "claim_places", "places", "held", Unit.COUNT),
    Spec("claim_places_low", "Gemeinden mit auffällig niedrigem Anteil", "claim_places", "places", "low", Unit.COUNT),
    Spec("claim_places_low_share", "Anteil auffällig niedriger Gemeinden", "claim_places", "places", "low_share", Unit.SHARE),
    _tie("sectors_tied", "genannte Sektoren mit einer Verbindung", "named"),
    _tie("offices", "Sektoren mit Ämtern", "offices"),
    _tie("offices_volunteers", "Sektoren mit Ämtern, mit dem Ehrenamt verbunden ohne WIWAK", "volunteers"),
    _tie("offices_business", "Sektoren mit Ämtern, mit der Wirtschaft verbunden ohne WIWAK", "business"),
    _tie("offices_missing", "fehlende Verbindungen der Ämter zu Ehrenamt und Wirtschaft", "missing"),
    Spec("claim_parts", "Teile des Netzwerks mit WIWAK", "network_hub", "with", "components", Unit.COUNT),
    Spec("claim_parts_without_hub", "Teile des Netzwerks ohne WIWAK", "network_hub", "without", "components", Unit.COUNT),
)
