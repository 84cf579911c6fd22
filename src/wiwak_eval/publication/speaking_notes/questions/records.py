"""Questions on the records: whether they are real, and whether people are protected."""

from wiwak_eval.publication.speaking_notes.question import EVERYONE, IfSimulated, Question, Refusal

SIMULATED = Question(
    "simulated",
    EVERYONE,
    "Sind die Zahlen echt?",
    (
        IfSimulated(
            "Nein. Alle Zahlen zu Beratungen, Menschen, Stellen und Buchungen sind simuliert und sagen nichts über das wirkliche "
            "Zentrum. Sie zeigen, was sich mit einer Lieferung des Landkreises beantworten ließe.",
            "Ja. Grundlage sind die Aufzeichnungen der Behörde; jede Zeile wurde geprüft, und was nicht stimmt, ist nicht verwendet "
            "und gezählt.",
        ),
        "Nicht gemessene Werte sind Annahmen mit Quelle und Stand; „nicht geprüft“ heißt, dass der Landkreis sie bestätigen muss.",
    ),
    tables=("intake", "assumptions_log"),
)
PROTECTION = Question(
    "protection",
    EVERYONE,
    "Sind die Daten der Ratsuchenden geschützt?",
    (
        "Namen werden nicht gebraucht, Nummern beim Lesen durch Pseudonyme ersetzt. Kleine Zahlen sind verdeckt; vor jeder Freigabe "
        "wird versucht, sie aus allem Gedruckten zu errechnen, und gelingt es, so wird nichts freigegeben.",
    ),
    Refusal(
        "Was andere Stellen veröffentlichen oder jemand mündlich weiß, kennt diese Prüfung nicht.",
        "die Prüfung durch die oder den Datenschutzbeauftragten vor jeder Weitergabe echter Zahlen.",
        whole=False,
    ),
)
