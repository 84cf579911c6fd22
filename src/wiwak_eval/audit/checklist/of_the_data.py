"""Questions about what came in, and about what only books and papers outside the programme can answer."""

from wiwak_eval.audit.checklist.item import LINES, VOUCHERS, Item

DELIVERED = (
    Item(
        "Sind die Daten echt, und woher kommen sie?",
        "Behörde, Datenzeitraum und Tag der Lieferung auf dem Deckblatt mit dem Begleitschreiben vergleichen.",
        "Deckblatt; Begleitschreiben",
        "origin",
    ),
    Item(
        "Ist die Lieferung vollständig beim Programm angekommen?",
        "Die Zeilen der gelieferten Dateien ohne das Programm zählen (Tabellenkalkulation: letzte Zeile minus Kopfzeile) oder im "
        f"Fachverfahren zählen lassen, und mit „gelesen“ auf Blatt „{LINES}“ vergleichen.",
        f"Lieferung; Fachverfahren; Blatt „{LINES}“",
    ),
    Item(
        "Ist jede gelieferte Zeile verwendet oder mit Grund ausgeschlossen?",
        f"Blatt „{LINES}“, Bereich „Zeilen der Lieferung“: gelesen = verwendet + nicht verwendet.",
        f"Blatt „{LINES}“; daten/intake.csv, daten/fault_counts.csv",
        "rows",
    ),
)
BOOKS = (
    Item(
        "Stimmen die gelieferten Buchungen mit der Buchführung des Landkreises überein?",
        "Für jede Haushaltsstelle die Summe der gelieferten Buchungen mit Sachbuch oder HKR-Verfahren vergleichen, für denselben Zeitraum. "
        "Das Programm kennt nur, was ihm geliefert wurde.",
        "Sachbuch, HKR-Verfahren; daten/expenditure.csv, daten/costs_months.csv",
    ),
    Item(
        "Sind die Buchungen belegt?",
        f"Aus den gelieferten Buchungen eine Auswahl ziehen und auf Blatt „{VOUCHERS}“ Beleg, Betrag, Datum, Zweck und "
        "Feststellungsvermerke eintragen.",
        f"Belege; Blatt „{VOUCHERS}“",
    ),
)
