"""The pictures of the forecast."""

from collections.abc import Mapping

from wiwak_eval.publication.pictures.picture import Picture

PICTURES: Mapping[str, Picture] = {
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
}
