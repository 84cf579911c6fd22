"""The pictures of all counties and towns."""

from collections.abc import Mapping

from wiwak_eval.publication.pictures.cells import Most
from wiwak_eval.publication.pictures.picture import Picture

_TILES = "Jedes Kästchen ist ein Landkreis oder eine kreisfreie Stadt, ungefähr so angeordnet wie auf der Landkarte; alle sind gleich groß."
_BASIS = "Lieferung des Pilotkreises, Verteilungsverordnung, Asylstatistik, und Annahmen"
_APART = frozenset({"land"})

PICTURES: Mapping[str, Picture] = {
    "land_posts": Picture(
        "land_posts_map",
        "Stellen je Landkreis und Stadt",
        "Geplante Stellen Y1, wenn überall ein Zentrum wie im Pilotkreis arbeiten würde",
        "Ein Kästchen je Landkreis oder Stadt, nach der Lage im Land, mit Namen, Stellen und Spanne; die Werte stehen in der Tabelle zum "
        "Bild.",
        f"{_TILES} Je dunkler, desto mehr Stellen. Ein gestrichelter Rand heißt: Nicht die Fallzahl bestimmt die Stellen, sondern dass "
        "geöffnet sein muss oder eine Mindestbesetzung gilt. Der kräftige Rand ist der Landkreis, der geliefert hat.",
        ("Im ganzen Land {land_posts_Y1:stellen} Stellen für Y1 (Spanne {land_posts_Y1:spanne})",),
        (
            "Im ganzen Land sind es {land_posts_Y1:stellen} Stellen (Spanne {land_posts_Y1:spanne}).",
            "Die meisten hat {top:name} ({top:stellen}).",
        ),
        {"top": Most("posts_Y1", "county", _APART)},
        basis=_BASIS,
    ),
    "land_costs": Picture(
        "land_cost_ranges",
        "Kosten je Landkreis und Stadt",
        "Euro Y1, wenn überall ein Zentrum wie im Pilotkreis arbeiten würde",
        "Ein Balken je Landkreis oder Stadt für die Spanne, mit einem Strich für den gerechneten Wert, der höchste oben; die Werte "
        "stehen in der Tabelle zum Bild.",
        "Der Strich ist der gerechnete Wert. Im Balken liegen acht von zehn gerechneten Verläufen. Wie weit andere "
        "Landkreise vom Pilotkreis abweichen, ist nicht bekannt, und wie viele Menschen kommen, auch nicht; das macht die Balken lang.",
        ("Im ganzen Land {land_cost_Y1:euro_rund} für Y1 (Spanne {land_cost_Y1:euro_spanne})",),
        (
            "Im ganzen Land sind es {land_cost_Y1:euro_rund} (Spanne {land_cost_Y1:euro_spanne}).",
            "Am meisten kostet {top:name} mit {top:euro_rund}.",
        ),
        {"top": Most("cost_Y1", "county", _APART)},
        basis=_BASIS,
    ),
    "land_preconditions": Picture(
        "land_preconditions_map",
        "Wo die prüfbaren Voraussetzungen erfüllt wären",
        "Drei Voraussetzungen, die sich mit öffentlichen Zahlen prüfen lassen",
        "Ein Kästchen je Landkreis oder Stadt, nach der Lage im Land, mit Namen, der Zahl der erfüllten Voraussetzungen und dem, was "
        "fehlt; die Werte stehen in der Tabelle zum Bild.",
        f"{_TILES} Hell heißt: alle drei Voraussetzungen erfüllt; dunkel: auch dann, wenn man die Grenzen eng setzt. Sonst steht da, "
        "woran es fehlt. Die Grenzen hat das Projekt gesetzt.",
        (
            "Alle drei {transfer_prepared:anzahl|erfüllt keines|erfüllt eines|erfüllen #} der {transfer_counties:exakt} anderen Gebiete, "
            "je nach Strenge {transfer_prepared:bereich}",
        ),
        (
            "Alle drei {transfer_prepared:anzahl|erfüllt keines|erfüllt eines|erfüllen #} der {transfer_counties:exakt} anderen Gebiete.",
            "Je nach Strenge der Grenzen sind es {transfer_prepared:bereich}.",
        ),
        basis="Asylstatistik, Verteilungsverordnung, amtliche Einwohner und Flächen, und Annahmen",
    ),
}
