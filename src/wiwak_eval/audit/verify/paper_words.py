"""Standing words of the report of a check."""

DIGESTS = {
    "delivery": "Lieferung (mit Schlüssel)",
    "package": "Programmcode",
    "shipped": "Notebooks, Annahmen, öffentliche Reihen",
    "lock": "Sperrdatei der Pakete",
    "forecast_book": "gelesene Prognosen",
    "release_ledger": "gelesene Freigaben",
    "settings": "Einstellungen der Geheimhaltung",
    "claims": "Aussagen",
    "council_template": "eigene Vorlage des Beschlusses",
    "county_values": "eigene Werte des Landkreises",
}
NEVER_CHECKED = (
    "ob die Lieferung die Wirklichkeit richtig wiedergibt: Geprüft wird, was aus ihr gerechnet wurde",
    "ob Annahmen und Rechtsquellen richtig und aktuell sind: Sie stehen mit Stand und Quelle im Bericht",
    "ob das Programm fachlich richtig rechnet: Die Wiederholung rechnet mit demselben Programm",
)
RULES = (
    "Beträge in Cent, Anzahlen und Texte: genau gleich.",
    "Andere Kommazahlen: gleich bis zu einem Millionstel.",
    "Simulierte Beträge, auf 100 € gerundet: eine Stufe mehr oder weniger ist kein Unterschied.",
    "Bilder, PDF, Arbeitsmappe, Word-Datei: auf dem gleichen Prozessor Byte für Byte gleich; sonst gilt, was darin steht: Text, Zellen und "
    "Formeln genau, Zeichnungen bis auf ein Hundertstel Punkt, Bildpunkte bis auf unsichtbare Farbstufen.",
)
