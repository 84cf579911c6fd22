"""The pictures of the budget's uncertainty."""

from collections.abc import Mapping

from wiwak_eval.publication.pictures.picture import Picture

PICTURES: Mapping[str, Picture] = {
    "risk_quantiles": Picture(
        "cost_quantiles",
        "Wie weit die Kosten schwanken",
        "Gesamtkosten in Euro, aus der Simulation",
        "Ein Streifen je Jahr von P10 bis P95 mit dem Plan als Strich; die Werte stehen in der Tabelle zum Bild.",
        "In 10 von 100 gerechneten Fällen liegt der Betrag links vom Streifen, in 5 rechts davon. Bei P80 reichen die Mittel in 80 von "
        "100 Fällen. Der Strich ist der Plan.",
    ),
    "risk_funders": Picture(
        "funder_quantiles",
        "Was der Landkreis bar trägt",
        "Euro in beiden Jahren zusammen, je nach Entscheidung des Landes (angenommen)",
        "Ein Streifen je angenommener Entscheidung des Landes von P10 bis P95 mit dem Plan als Strich; die Werte stehen in der Tabelle.",
        "Der Strich ist der Plan. Nach oben reicht der Streifen weit, weil der Landkreis alles trägt, was über den bewilligten Plan "
        "hinausgeht.",
    ),
    "tornado": Picture(
        "tornado",
        "Was die Kosten einzeln bewegt",
        "Änderung der Gesamtkosten beider Jahre in Euro, eine Größe auf P10 oder P90, alle anderen auf dem Planwert",
        "Ein Balken je Größe vom Wert bei P10 zum Wert bei P90, der längste oben; die Werte stehen in der Tabelle zum Bild.",
        "Null ist der Plan. Je länger der Balken, desto mehr hängt an dieser Größe allein. Die Zahl ist der Unterschied zwischen beiden "
        "Enden.",
    ),
    "alternatives": Picture(
        "alternatives",
        "Handlungsmöglichkeiten",
        "Euro in beiden Jahren zusammen, Land angenommen",
        "Ein Balken je Handlungsmöglichkeit, geteilt in Land, Landkreis bar und Sachleistung; die Werte stehen in der Tabelle zum Bild.",
        "Die Länge des Balkens sind die Kosten beider Jahre. Was das Land zahlt, ist eine Annahme; Sachleistungen kosten kein Geld.",
    ),
}
