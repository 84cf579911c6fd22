"""Sentences that stand under several tables of the routing slips."""

NO_SERVICE = "Ein fehlender Stempel ist keine fehlende Leistung: Das Amt kann geholfen haben, ohne zu stempeln."
CONFORMANCE = (
    "Erfüllungsgrad einer Karte = 1 − (fehlende Stempel + Schritte gegen die Reihenfolge) ÷ (Stationen mit Frist + prüfbare Schritte). Ein "
    "Schritt ist prüfbar, wenn zwei auf der Karte aufeinanderfolgende gestempelte Stationen ein Datum tragen."
)
CLOSED_ONLY = "Gezählt sind nur Karten, deren letzte Frist mindestens vier Wochen zurückliegt; die übrigen sind noch unterwegs."
COMPLETE_COUNT = (
    "Gezählt sind alle Karten, keine Stichprobe. Der 95-%-Bereich nennt die Werte, die bei gleichen Verhältnissen mit dieser Zählung "
    "vereinbar sind; die Zählung eines anderen Jahrs kann auch außerhalb liegen."
)
