"""Questions about numbers, assumptions, claims and privacy."""

from wiwak_eval.audit.checklist.item import LINES, Item

ADDED_UP = (
    Item(
        "Gehen Beratungen und Personen auf?",
        f"Blatt „{LINES}“, Bereich „Beratungen und Personen“; zu jedem Unterschied die Erklärung in der letzten Spalte lesen und mit der "
        "Stelle klären, die die Monatsstatistik führt.",
        f"Blatt „{LINES}“; daten/control.csv, daten/monthly.csv",
        "persons",
    ),
    Item(
        "Stimmen die Summen auf den Cent?",
        f"Blatt „{LINES}“, Bereich „Geld“; jede Zeile mit Unterschied klären. „stimmt“ zeigt nur, dass das Programm mit sich selbst "
        "übereinstimmt, nicht, dass die Beträge richtig sind.",
        f"Blatt „{LINES}“; abstimmung.csv",
        "money",
    ),
    Item(
        "Stehen die Zahlen der Unterlagen in den Tabellen und umgekehrt?",
        "Die gezogenen Stellen nachschlagen und nachrechnen, auch in den gedruckten Unterlagen. Blatt „Alle Stellen“ zeigt, woraus gezogen "
        "wurde, und lässt eine eigene Auswahl zu.",
        "stichprobe.xlsx, findings.csv",
        "sampled",
    ),
    Item(
        "Rechnen die Arbeitsmappen?",
        "Eine blaue Zelle ändern und sehen, ob Kosten und Finanzierung folgen; rückgängig machen. Auf dem Blatt „Proben“ muss überall "
        "0 stehen.",
        "finanzierungsplan.xlsx; land.xlsx",
    ),
)
ASSUMED = (
    Item(
        "Sind die Annahmen belegt?",
        "In Spalte „status“ alle mit „nicht geprüft“ einzeln ansehen; für jede eine Quelle oder einen Beschluss verlangen. Die Spalten "
        "„findings“ und „findings_by_forecast“ nennen die Zahlen, die darauf beruhen.",
        "annahmen_protokoll.csv",
        "assumptions",
    ),
)
TOLD = (
    Item(
        "Sind Ziele erreicht, ist die Maßnahme die Ursache, ist sie wirtschaftlich?",
        "Bericht lesen. Ob das Willkommenscenter die Ursache ist, sagt die Auswertung nicht: Es fehlt eine Vergleichsgruppe; sie sagt "
        "das selbst. Die drei Fragen stellen Verwaltungsvorschriften der Länder zu § 7 ihrer Haushaltsordnung; einen Landkreis binden "
        "sie nicht unmittelbar.",
        "bericht.pdf; Notebooks 02, 06 und 08",
    ),
    Item(
        "Sind die öffentlichen Aussagen geprüft?",
        "Urteile mit ihren Belegen vergleichen: Kennungen der Belege in findings.csv nachschlagen.",
        "daten/claims.csv, Notebook 08",
    ),
    Item(
        "Ist der Datenschutz gewahrt?",
        "Regeln, Freigabebericht und Verzeichnis der Verarbeitung lesen; Rechtsgrundlage mit der Lieferung vergleichen.",
        "datenschutz/",
    ),
)
