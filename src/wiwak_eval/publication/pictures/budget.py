"""The pictures of costs and financing."""

from collections.abc import Mapping

from wiwak_eval.publication.pictures.picture import Picture

PICTURES: Mapping[str, Picture] = {
    "costs": Picture(
        "costs_by_item",
        "Kosten nach Posten",
        "Euro je Haushaltsjahr, Plan zu mittleren Werten",
        "Balken je Kostenposten für die beiden Haushaltsjahre; die Werte stehen in der Tabelle zum Bild.",
        "Jeder Posten hat für jedes Haushaltsjahr einen Balken. Der Raum ist eine Sachleistung und fließt nicht als Geld.",
    ),
    "financing": Picture(
        "financing",
        "Wer was trägt",
        "Euro je Haushaltsjahr, Plan zu mittleren Werten",
        "Balken je Geldgeber für die beiden Haushaltsjahre; die Werte stehen in der Tabelle zum Bild.",
        "Jeder Geldgeber hat für jedes Haushaltsjahr einen Balken. „Noch offen“ ist Bedarf, über den zum Stichtag niemand entschieden hat.",
    ),
}
