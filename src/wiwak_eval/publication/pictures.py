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
    "growth_parts": Picture(
        "growth_parts",
        "Woraus sich die Veränderung ergibt",
        "Beratungen im Monat, Mittel der ersten und der letzten Monate der Lieferung",
        "Waagerechte Balken von oben nach unten: das Mittel der ersten Monate, danach fünf Beiträge, die aneinander anschließen, zuletzt "
        "das Mittel der letzten Monate; die Werte stehen in der Tabelle zum Bild.",
        "Oben steht, wie viele Beratungen es in den ersten Monaten im Mittel gab, unten, wie viele in den letzten. Dazwischen beginnt "
        "jeder Beitrag dort, wo der vorige endet: Ein Balken mit Plus führt nach rechts, einer mit Minus nach links. Zusammen ergeben "
        "sie ohne Rest die ganze Veränderung.",
    ),
    "inflow_stock": Picture(
        "inflow_stock",
        "Zugang gegen Bestand",
        "Anzahl je Monat im Zeitraum der Lieferung",
        "Balken für die neuen Personen, eine gestrichelte Linie mit einer grauen Spanne für die Personen in Beratung und eine Linie mit "
        "Punkten für die Beratungen, Monat für Monat; die Werte stehen in der Tabelle zum Bild.",
        "Die Balken zeigen, wie viele Personen in einem Monat zum ersten Mal kamen. Die gestrichelte Linie zeigt, wie viele mindestens in "
        "Beratung waren; die graue Fläche reicht bis zur höchstmöglichen Zahl, denn ob jemand wiederkommt, weiß man am Ende der Lieferung "
        "noch nicht. Die Linie mit Punkten zählt die Beratungen.",
    ),
    "forecast_monthly": Picture(
        "forecast_fan",
        "Beratungen je Monat: bisher und voraus",
        "Anzahl je Monat, mit 50-%-, 80-%- und 95-%-Bereich",
        "Eine Linie der beobachteten Monate, danach die Linie der Planwerte in einem Fächer aus drei Bändern; die Werte stehen in der "
        "Tabelle zum Bild.",
        "Bis zum letzten Monat der Lieferung sind die Werte beobachtet, danach gerechnet. Im dunkelsten Band liegt die Hälfte der "
        "gerechneten Verläufe, im mittleren liegen acht von zehn, im hellsten 95 von hundert. Grau hinterlegt ist die Brücke zum ersten "
        "Haushaltsjahr; sie steht in keinem Haushalt.",
    ),
    "scenario_lines": Picture(
        "scenario_lines",
        "Planwerte je Monat nach Szenario",
        "Beratungen je Monat, Planwert",
        "Je Szenario eine Linie mit eigener Strichart, am Ende benannt; das Basisszenario ist am stärksten gezeichnet. Die Werte stehen in "
        "der Tabelle zum Bild.",
        "Alle Linien beginnen gleich und trennen sich, sobald eine gesetzte Annahme gilt. Ein Szenario sagt, was wäre, wenn die Annahme "
        "einträfe, und nicht, wie wahrscheinlich sie ist. Die Spanne um jede Linie steht in der Tabelle der Jahre.",
    ),
    "forecast_sources": Picture(
        "uncertainty",
        "Woher die Unsicherheit kommt",
        "Anteil an der Streuung der Jahressumme, je Haushaltsjahr",
        "Balken je Quelle der Unsicherheit für die beiden Haushaltsjahre; die Werte stehen in der Tabelle zum Bild.",
        "Der Balken zeigt, wie viel von der Streuung bliebe, wenn nur diese eine Größe ungewiss wäre und alle anderen genau bekannt. Je "
        "länger der Balken, desto mehr hängt die Prognose an dieser Größe.",
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
