"""The pictures of the trend."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Choice, Option, When
from wiwak_eval.publication.pictures.picture import Picture

PICTURES: Mapping[str, Picture] = {
    "trend_rates": Picture(
        "trend_rates",
        "Beratungen und Personen, bezogen auf Öffnungstage und Stellen",
        "Anzahl je Öffnungstag und je Vollzeitstelle, Monat für Monat, {zeitraum}",
        "Untereinander ein Feld je Bezugsgröße mit einer durchgezogenen Linie für die Beratungen und einer gestrichelten für die Personen; "
        "die Werte stehen in der Tabelle zum Bild.",
        "Steigt eine Linie auch je Öffnungstag und je Stelle, so liegt der Anstieg nicht daran, dass länger geöffnet war oder mehr "
        "Personal da war. Gezählt sind alle Stellen, auch Leitung und Verwaltung.",
        (
            Choice(
                (
                    Option("Je Öffnungstag steigt die Zahl der Beratungen im Trend", (When("ratio_per_day", "above", 1, "low"),)),
                    Option("Je Öffnungstag sinkt die Zahl der Beratungen im Trend", (When("ratio_per_day", "below", 1, "high"),)),
                    Option("Je Öffnungstag hat die Zahl der Beratungen keinen belegten Trend"),
                )
            ),
        ),
        (
            "Je Öffnungstag änderte sich die Zahl der Beratungen von Monat zu Monat im Mittel um den Faktor {ratio_per_day:exakt}.",
            "Je Vollzeitstelle war es der Faktor {ratio_per_post:exakt}.",
        ),
    ),
}
