"""The pictures of the pilot year's costs."""

from collections.abc import Mapping

from wiwak_eval.publication.pictures.picture import Picture

PICTURES: Mapping[str, Picture] = {
    "costs_months": Picture(
        "costs_months",
        "Ausgaben je Monat",
        "Euro je Monat der Buchung",
        "Balken je Monat, unten die Auszahlungen, darüber schraffiert die Sachleistungen; die Werte stehen in der Tabelle zum Bild.",
        "Die Höhe des ganzen Balkens ist der Aufwand des Monats. Schraffiert ist, was der Landkreis als Sachleistung eingebracht hat; "
        "dafür floss kein Geld.",
    ),
}
