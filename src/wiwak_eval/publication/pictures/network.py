"""The picture of who works with whom."""

from collections.abc import Mapping

from wiwak_eval.publication.pictures.picture import Picture

PICTURES: Mapping[str, Picture] = {
    "network_ties": Picture(
        "network",
        "Wer mit wem zusammenarbeitet",
        "Organisationen und Vermittlungen zwischen ihnen, {zeitraum}",
        "Die Organisationen stehen nach Sektoren im Kreis um das Zentrum; Linien verbinden Organisationen, zwischen denen vermittelt "
        "wurde. Die Werte stehen in der Tabelle zum Bild.",
        "Jedes Zeichen ist eine Organisation, seine Form der Sektor. Je breiter die Linie, desto mehr Vermittlungen. Helle Linien führen "
        "von oder zu WIWAK, dunkle verbinden andere Organisationen unmittelbar. Der Platz im Kreis hat keine Bedeutung.",
        ("An {network_hub_share:prozent} der Vermittlungen ist WIWAK beteiligt",),
        (
            "Verbunden {network_ties:anzahl|ist kein Paar|ist ein Paar|sind # Paare} von Organisationen.",
            "An {network_hub_share:prozent} der Vermittlungen ist WIWAK beteiligt.",
            "Von allen Verbindungen führen {network_cross_share:prozent} in einen anderen Sektor.",
        ),
    ),
}
