"""What the paper for the ministry says without numbers: the question, what is not known, how it was worked out, where numbers come from."""

from wiwak_eval.results import UNPROVEN_SIGN

QUESTION = (
    "Über das Willkommenscenter wird öffentlich gesagt, es habe „Modellcharakter für ganz Thüringen“. Dieses Papier sagt, was ein solches "
    "Zentrum Y1 und Y2 in jedem Landkreis und jeder kreisfreien Stadt bräuchte und kosten würde. Ob es dort gelingen "
    "würde, sagt es nicht."
)
SPAN = "In acht von zehn gerechneten Verläufen liegt der Wert in der Spanne; für einen einzelnen Kreis ist das keine Vorhersage."
SIGN = f"{UNPROVEN_SIGN} an einer Zahl: Sie beruht auf Annahmen, die nicht geprüft sind; alle stehen im Verzeichnis der Annahmen."
NEEDS_NOTE = (
    "Neue Anerkannte: positiv Entschiedene und nachgezogene Angehörige; ihre Spannen: land.xlsx, Blatt „Anerkannte“. Fälle: Zeit für "
    "Beratung und Koordination. Die Spannen der Kreise addieren sich nicht zu der des Landes. T€: tausend Euro, gerundet; auf den Cent "
    "stehen die Kosten in land.xlsx. {home} Gerechnet sind volle Jahre ab Januar, ohne Aufbau. –: keine Angabe."
)
PAYERS_NOTE = (
    "Spanne (offen): dessen, was offen ist oder die Kommune ohnehin bar zahlt. Kosten = Sachleistung + zugesagte Mittel + offen; in der "
    "Variante zahlen Land und Kommune, was sonst offen ist. Ihre Spannen gelten, wenn das Land seinen Anteil auch an Mehrkosten zahlt. "
    "Die Spannen der Kreise addieren sich nicht zu der des Landes. T€: tausend Euro, gerundet. Alle Spalten: land.xlsx, Blatt "
    "„Finanzierung“."
)
LIMITS_NOTE = (
    "Grenze, eng, weit: gesetzt vom Projekt, nachzulesen in preconditions.yaml. Halten alle eine Grenze ein, so trennt sie nichts. Faktor: "
    "je Einwohner mehr oder weniger Anerkannte als im Pilotkreis."
)
PREPARED_NOTES = (
    "Anerkannte: rechnerischer Bestand, nicht die Neuen eines Jahres. Mittlere Entfernung: zwei Drittel des Halbmessers einer Kreisfläche "
    "von der Größe des Gebiets. –: keine Angabe.",
)
JOINT_NOTE = "Unterschied: ein gemeinsames Zentrum weniger zwei Zentren; seine Spanne ist eine eigene."
RANKS_NOTE = (
    "Rang 1 hat den größten Wert; mittlerer Wert: die Hälfte liegt darüber, die Hälfte darunter. Ein Rang sagt, worin der Pilotkreis "
    "anders ist, nicht, ob er besser ist."
)
MEAN_NOTE = "{mean} Das Mittel ist vom Programm gerechnet; land.xlsx rechnet es nicht nach. –: keine Spanne."
SOURCES_TITLE = "Woher die Spanne für Thüringen kommt"
SOURCES_NOTE = (
    "Anteile daran, wie weit die Kosten des ganzen Landes auseinanderliegen; sie müssen nicht 100 % ergeben. 0 %: weniger als ein "
    "halbes Prozent."
)
BY_COUNTY = (
    "Die Zahl der Anerkannten folgt aus der Quote der Verteilungsverordnung, nicht aus einer Zählung. Kleine Kreise brauchen mindestens so "
    "viele Stellen, dass das Zentrum zu seinen Zeiten öffnen kann; die Spalte „bestimmt durch“ sagt, wo das so ist. Dort kann ein "
    "Zentrum größer sein, als die Beratung allein verlangt."
)
WHO_PAYS = (
    "Solange das Land nicht entschieden hat, gilt der Bedarf als offen. Die Variante daneben nimmt an, dass das Land seinen Anteil von "
    "Januar an zahlt; sie ist ein Rechenfall, keine Zusage. Bescheide des Bundes und der Europäischen Union und Mittel Dritter sind nur "
    "dort eingerechnet, wo sie vorliegen."
)
PREPARED = "„Erfüllt“ heißt nur, dass Zahl, Wege und Anteil nicht dagegen sprechen; dass ein Zentrum dort gelingen würde, heißt es nicht."
JOINT = (
    "Der Unterschied kommt fast ganz daher, dass ein gemeinsames Zentrum nur eine Koordination und eine Besetzung der Öffnungszeiten hat. "
    "Dass die genügen, ist angenommen."
)
SURE = (
    "Die Tabelle sagt, woher die Spanne des ganzen Landes kommt. Jeder weitere Standort, der Zahlen liefert, zeigt, wie weit Kreise "
    "auseinanderliegen; liegen sie nah beieinander, wird die Spanne enger. An der Zahl der Menschen, die kommen, ändert er nichts."
)
NOT_KNOWN = (
    "Wie viele anerkannte Flüchtlinge in welchem Kreis wohnen; innerhalb Thüringens wählen sie ihren Wohnort frei.",
    "Wie oft sie anderswo eine Beratung suchen: Zahlen dazu gibt es nur, wo ein Kreis geliefert hat.",
    "Ob im Pilotkreis so viele Anerkannte leben, wie seine Quote sagt. Sind es weniger, so sind alle anderen eher zu niedrig gerechnet.",
    "Ob Ämter anderswo eine verbindliche Kette vereinbaren, ob es Ehrenamt, Betriebe, Räume und einen Träger gibt.",
    "Wie viel Beratung es dort schon gibt, in Stellen und Fällen.",
    "Was der Aufbau kostet: Anlauf, Umbau und Suche nach Personal fehlen; ebenso, was das Land selbst für die Steuerung bräuchte.",
    "Was das Land entscheidet, ob ein Höchstbetrag gilt, wer Träger wäre, und womit man anfinge.",
    "Ob das Zentrum wirkt. Dafür fehlt eine Vergleichsgruppe; aus Kosten und Beratungen folgt es nicht.",
)
METHOD = (
    "Anerkannte: Die positiven Entscheidungen über Asylanträge in Deutschland, mal Anteil Thüringens, mal Quote des Kreises, dazu der "
    "Familiennachzug; wer aus dem Land wegzieht, wird abgezogen. Ganze Personen sind so verteilt, dass die Summe stimmt.",
    "Beratungen: Die Prognose des Pilotkreises, umgerechnet nach der Zahl der Anerkannten. Für andere Kreise ist die Spanne breiter, weil "
    "ihre Nachfrage anders sein kann. Die Prognose folgt den neuen Klienten und der Zeit, in der sie kommen, nicht dem Bestand.",
    "Stellen: Minuten je Beratung und feste Koordination, geteilt durch die Arbeitszeit einer Stelle, aufgerundet; mindestens, was "
    "Öffnungszeiten und Mindestbesetzung verlangen.",
    "Kosten: Stellen mal Kosten einer Stelle in der Mischung der Entgeltgruppen des Pilotkreises, Mittel aller Stufen, nach öffentlichen "
    "Tabellen; dazu Sachkosten je Stelle, je Beratung und je Zentrum. Im Pilotkreis gelten seine eigenen Stellen und Bescheide.",
    "Summe des Landes: je Verlauf zusammengezählt; die Enden der Spanne sind nicht die Summen der Enden.",
    "Nachrechnen: Die Arbeitsmappe land.xlsx rechnet Stellen, Kosten, Finanzierung und Summen mit Formeln nach.",
)
_SOURCES = (
    "Quoten: Flüchtlingsverteilungsverordnung, § 2 Absatz 1, gelesen in der Fassung von 2023. Einwohner, Fläche: Statistisches Bundesamt.",
    "Entscheidungen: Monatszahlen des Bundesamts für Migration und Flüchtlinge; Königsteiner Schlüssel.",
    "Entgelt: Tabellen des öffentlichen Dienstes. Beratungen, Zeiten, Kosten: {delivery}.",
    "Programm 2016 und 2017: Mitteilung des Thüringer Ministeriums für Migration, Justiz und Verbraucherschutz.",
    "Alle Annahmen mit Quelle: bericht.pdf, Verzeichnis der Annahmen; land.xlsx, Blatt „Annahmen“.",
)


def sources(simulated: bool) -> tuple[str, ...]:
    """Where the numbers come from; simulated: whether the delivery is."""
    delivery = "Lieferung des Pilotkreises (simuliert)" if simulated else "Lieferung des Pilotkreises"
    return tuple(line.format(delivery=delivery) for line in _SOURCES)
