"""The pictures of the trend."""

from collections.abc import Mapping

from wiwak_eval.publication.pictures.picture import Picture

PICTURES: Mapping[str, Picture] = {
    "trend_rates": Picture(
        "trend_rates",
        "Beratungen und Personen, bezogen auf Öffnungstage und Stellen",
        "je Öffnungstag und je Vollzeitstelle, Monat für Monat",
        "Untereinander ein Feld je Bezugsgröße mit einer durchgezogenen Linie für die Beratungen und einer gestrichelten für die Personen; "
        "die Werte stehen in der Tabelle zum Bild.",
        "Steigt eine Linie auch je Öffnungstag und je Stelle, so liegt der Anstieg nicht daran, dass länger geöffnet war oder mehr "
        "Personal da war. Gezählt sind alle Stellen, auch Leitung und Verwaltung.",
    ),
}
