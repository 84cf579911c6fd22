"""The pictures of the pilot year's costs."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Choice, Option, When
from wiwak_eval.publication.pictures.picture import Picture

PICTURES: Mapping[str, Picture] = {
    "costs_months": Picture(
        "costs_months",
        "Ausgaben je Monat",
        "Euro je Monat der Buchung, {zeitraum}",
        "Balken je Monat, unten die Auszahlungen, darüber schraffiert die Sachleistungen; die Werte stehen in der Tabelle zum Bild.",
        "Die Höhe des ganzen Balkens ist der Aufwand des Monats. Schraffiert ist, was der Landkreis als Sachleistung eingebracht hat; "
        "dafür floss kein Geld.",
        (
            Choice(
                (
                    Option(
                        "{spent_cash:euro_rund} ausgezahlt, dazu Sachleistungen im Wert von {spent_in_kind:euro_rund}",
                        (When("spent_in_kind", "above", 0),),
                    ),
                    Option("{spent_cash:euro_rund} ausgezahlt, Sachleistungen sind nicht gebucht"),
                ),
                "{spent_cash:euro_rund} ausgezahlt",
            ),
        ),
        ("Ausgezahlt wurden zusammen {spent_cash:euro}.", "Sachleistungen stehen mit {spent_in_kind:euro} im Buch."),
    ),
}
