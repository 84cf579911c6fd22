"""The pictures of the forecast."""

from collections.abc import Mapping

from wiwak_eval.publication.pictures.cells import Ends, Most
from wiwak_eval.publication.pictures.picture import Picture

PICTURES: Mapping[str, Picture] = {
    "inflow_stock": Picture(
        "inflow_stock",
        "Zugang gegen Bestand",
        "Anzahl je Monat, {zeitraum}",
        "Balken für die neuen Personen, eine gestrichelte Linie mit einer grauen Spanne für die Personen in Beratung und eine Linie mit "
        "Punkten für die Beratungen, Monat für Monat; die Werte stehen in der Tabelle zum Bild.",
        "Die Balken zeigen, wie viele Personen in einem Monat zum ersten Mal kamen. Die gestrichelte Linie zeigt, wie viele mindestens in "
        "Beratung waren; die graue Fläche reicht bis zur höchstmöglichen Zahl, denn ob jemand wiederkommt, weiß man am Ende der Lieferung "
        "noch nicht. Die Linie mit Punkten zählt die Beratungen.",
        (
            "Zuletzt kamen {latest_new:vergleich|before_new|mehr Menschen neu als|weniger Menschen neu als|ebenso viele Menschen neu wie} "
            "davor; die Zahl der Beratungen {latest_contacts:vergleich|before_contacts|stieg|sank|blieb gleich}",
        ),
        (
            "In den letzten drei Monaten {latest_new:anzahl|kam keine Person|kam eine Person|kamen # Personen} neu, in den drei Monaten "
            "davor {before_new:anzahl|keine|eine|#}.",
            "Die Zahl der Beratungen lag bei {latest_contacts:exakt} nach {before_contacts:exakt}.",
        ),
    ),
    "forecast_monthly": Picture(
        "forecast_fan",
        "Beratungen je Monat: bisher und voraus",
        "Anzahl je Monat bis Ende Y2, mit 50-%-, 80-%- und 95-%-Bereich",
        "Eine Linie der beobachteten Monate, danach die Linie der Planwerte in einem Fächer aus drei Bändern; die Werte stehen in der "
        "Tabelle zum Bild.",
        "Bis zum letzten Monat der Lieferung sind die Werte beobachtet, danach gerechnet. Im dunkelsten Band liegt die Hälfte der "
        "gerechneten Verläufe, im mittleren liegen acht von zehn, im hellsten 95 von hundert. Grau hinterlegt ist die Brücke zum ersten "
        "Haushaltsjahr; sie steht in keinem Haushalt.",
        ("Geplant wird mit {caseload_Y1:anzahl_rund|keiner Beratung|einer Beratung|# Beratungen} für Y1 und {caseload_Y2:rund} für Y2",),
        (
            "Beratungen Y1: {caseload_Y1:rund} (Spanne {caseload_Y1:spanne}).",
            "Beratungen Y2: {caseload_Y2:rund} (Spanne {caseload_Y2:spanne}).",
        ),
    ),
    "scenario_lines": Picture(
        "scenario_lines",
        "Planwerte je Monat nach Szenario",
        "Beratungen je Monat bis Ende Y2, Planwert",
        "Je Szenario eine Linie mit eigener Strichart, am Ende benannt; das Basisszenario ist am stärksten gezeichnet. Die Werte stehen in "
        "der Tabelle zum Bild.",
        "Die Linien verlaufen gleich, solange keine gesetzte Annahme gilt. Ein Szenario sagt, was wäre, wenn die Annahme "
        "einträfe, und nicht, wie wahrscheinlich sie ist. Die Spanne um jede Linie steht in der Tabelle der Jahre.",
        ("Beratungen im Monat Ende Y2, je nach Szenario: {last:spanne}",),
        ("Im letzten Monat liegen die Planwerte bei {last:bereich}.",),
        {"last": Ends()},
    ),
    "forecast_sources": Picture(
        "uncertainty",
        "Woher die Unsicherheit kommt",
        "Streuung der Jahressumme, die bliebe, wenn nur diese Größe ungewiss wäre (zusammen nicht 100\u00a0%)",
        "Balken je Quelle der Unsicherheit für die beiden Haushaltsjahre; die Werte stehen in der Tabelle zum Bild.",
        "Der Balken zeigt, wie viel von der Streuung bliebe, wenn nur diese eine Größe ungewiss wäre und alle anderen genau bekannt. Je "
        "länger der Balken, desto mehr hängt die Prognose an dieser Größe.",
        ("Größte Quelle der Unsicherheit für Y1: {top:name} ({top:prozent})",),
        ("Für Y1 steht {top:name} mit {top:prozent} vorn.", "Für Y2 steht {top_later:name} mit {top_later:prozent} vorn."),
        {"top": Most("yY1", "label"), "top_later": Most("yY2", "label")},
    ),
}
