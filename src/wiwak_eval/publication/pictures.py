"""The words around each picture."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """chart: name in `charts.CHARTS`; the rest as in `content.Figure`."""

    chart: str
    title: str
    subtitle: str
    alt: str
    reading: str


PICTURES: Mapping[str, Picture] = {
    "monthly": Picture(
        "monthly_contacts",
        "Beratungen und Personen je Monat",
        "Anzahl je Monat im Zeitraum der Lieferung",
        "Balken für die Beratungen und eine Linie für die Personen, Monat für Monat; die Werte stehen in der Tabelle zum Bild.",
        "Jeder Balken ist ein Monat. Die Linie zählt jede Person in einem Monat nur einmal; der Abstand zwischen Balken und Linie zeigt, "
        "wie oft dieselben Menschen im selben Monat wiederkamen.",
    ),
    "topics": Picture(
        "topics",
        "Worum es in den Beratungen ging",
        "Beratungen je Anliegen, mehrere Anliegen je Beratung möglich",
        "Waagerechte Balken, ein Balken je Anliegen, häufigstes zuerst; die Werte stehen in der Tabelle zum Bild.",
        "Je länger der Balken, desto öfter kam das Anliegen vor. Kleine Gruppen sind aus Datenschutzgründen nicht gezeigt.",
    ),
    "forecast_monthly": Picture(
        "forecast_fan",
        "Beratungen je Monat: bisher und voraus",
        "Anzahl je Monat, mit 80-%- und 95-%-Bereich",
        "Eine Linie der beobachteten Monate, danach ein Fächer, der mit der Zeit breiter wird; die Werte stehen in der Tabelle zum Bild.",
        "Bis zum letzten Monat der Lieferung sind die Werte beobachtet, danach gerechnet. Im dunklen Band liegen acht von zehn gerechneten "
        "Verläufen, im hellen 95 von hundert. Je weiter voraus, desto breiter das Band.",
    ),
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
