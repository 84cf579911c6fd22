"""The pictures of whom the centre reaches."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Choice, Option, When
from wiwak_eval.publication.pictures.picture import Picture

_ALT = (
    "Punkte, einer je Gruppe, nach Größe von links nach rechts und nach dem Anteil der Beratenen von unten nach oben; dazu die Linie für "
    "alle und zwei Paare von Grenzen, die nach rechts enger werden; die Werte stehen in der Tabelle zum Bild."
)
_READING = (
    "Die durchgezogene Linie ist der Anteil aller zusammen. Kleine Gruppen schwanken durch Zufall stärker, deshalb liegen die Grenzen "
    "links weit auseinander. Liegt ein Punkt zwischen den gestrichelten Grenzen, so weicht die Gruppe nicht auffällig ab. Unter "
    "mehreren Gruppen liegt leicht eine außerhalb; auffällig ist erst, was auch nach der Anpassung für mehrere Vergleiche bleibt. Kreis "
    "heißt im Rahmen, leerer Kreis zu klein für den Vergleich, Dreieck auffällig. Die Grenzen sind im Bild geglättet. Nicht erreicht heißt "
    "nicht unversorgt."
)

_LOW = (
    "In {claim_places_low:anzahl|keiner|einer|#} von {claim_places_held:anzahl|keiner vergleichbaren Gemeinde|einer vergleichbaren "
    "Gemeinde|# vergleichbaren Gemeinden}"
)


def _few(words: str) -> Choice:
    """Said only where there are places large enough to compare."""
    return Choice((Option(words, (When("claim_places_held", "above", 0),)),))


PICTURES: Mapping[str, Picture] = {
    "access_municipality": Picture(
        "access_funnel",
        "Beratene je Gemeinde",
        "Anteil an den anerkannten Flüchtlingen der Gemeinde, {zeitraum}",
        _ALT,
        _READING,
        (_few(f"{_LOW} ist der Anteil der Beratenen auffällig niedrig"),),
        ("Für alle zusammen sind es {reached_share:prozent}.", _few(f"{_LOW} ist der Anteil auffällig niedrig.")),
    ),
}
