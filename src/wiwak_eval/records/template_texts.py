"""The German words of the template: how to fill it in, and what each sheet is for."""

from collections.abc import Mapping

TITLE = "Vorlage für die Lieferung an die Auswertung"
STEPS = (
    "Blatt „Lieferung“ ausfüllen: Behörde, Zeitraum, Tag der Lieferung, simuliert ja oder nein; bei Echtdaten auch die Rechtsgrundlage.",
    "Nur die Blätter ausfüllen, zu denen es Aufzeichnungen gibt. Leere Blätter stören nicht; was fehlt, wird nur nicht ausgewertet.",
    "Je Zeile ein Vorgang. Keine Zeilen zusammenfassen, keine Zellen verbinden, die Kopfzeile nicht ändern.",
    "Dunkle Spalten mit Stern sind Pflicht: Fehlt dort etwas, so wird die Zeile nicht verwendet. Helle Spalten sind freiwillig.",
    "Orange Zellen: Hier fehlt noch etwas. Unbekanntes leer lassen; bei ja/nein heißt leer: nein.",
    "Keine Namen, keine Anschriften, keine Bemerkungen eintragen. Spalten, die nicht vorgesehen sind, werden nicht gelesen.",
    "Kennungen frei wählen (etwa B-0001), aber überall gleich schreiben: Die Klienten-ID einer Beratung steht auch im Blatt „Klienten“.",
    "Prüfen mit „wiwak check“: Die geprüfte Arbeitsmappe zeigt jeden Mangel an seiner Zelle.",
)
LITTLE = (
    "Wer nur zählt, führt das Blatt „Strichliste“; daraus füllt sich „Monatsstatistik“ von selbst. Mit „Buchungen“ und „Stellen“ genügt "
    "das schon für Trend, Prognose und Budget. Wer zwei Wochen lang Zeiten aufschreibt, führt „Zwei Wochen“; daraus füllt sich "
    "„Zeitaufschreibung“."
)
HELPERS: Mapping[str, str] = {
    "Strichliste": "Hilfsblatt: Beratungen je Tag zählen; füllt „Monatsstatistik“. Wird selbst nicht gelesen.",
    "Zwei Wochen": "Hilfsblatt: Minuten je Tag und Tätigkeit; füllt „Zeitaufschreibung“. Wird selbst nicht gelesen.",
}
DELIVERY_PURPOSE = "Wer liefert, für welchen Zeitraum. Ohne dieses Blatt wird die Lieferung nicht angenommen."
PURPOSES: Mapping[str, str] = {
    "consultations": "Eine Zeile je Beratung. Trägt Fallzahlen, Anliegen, Trend und Prognose.",
    "clients": "Eine Zeile je Person. Trägt Personen, Herkunft, Status und Haushalte.",
    "chain_stages": "Eine Zeile je Person und Station. Zeigt, wie weit die Integrationskette reicht und wo gewartet wird.",
    "slip_entries": "Eine Zeile je Feld der Laufkarte. Zeigt, welche Ämter in welcher Folge besucht wurden.",
    "organisations": "Eine Zeile je Partner. „WIWAK“ steht für das Willkommenscenter selbst.",
    "referrals": "Eine Zeile je Vermittlung von einer Stelle an eine andere.",
    "bookings": "Eine Zeile je Buchung, Einnahmen und Ausgaben getrennt. Trägt Kosten und Finanzierung.",
    "posts": "Eine Zeile je Stelle und Besetzung. Trägt Stellenplan und Personalkosten.",
    "monthly_totals": "Eine Zeile je Monat. Genügt allein für Trend und Prognose, sonst zum Abgleich.",
    "budget_lines": "Eine Zeile je Haushaltsstelle und Jahr: Ansatz und Ergebnis.",
    "grants": "Eine Zeile je Zuwendungsbescheid.",
    "reference_counts": "Anerkannte Menschen im Landkreis je Monat, als Bezugsgröße: je Status und, in eigenen Zeilen, je Gemeinde. "
    "Bitte die Quelle nennen.",
    "opening_days": "Eine Zeile je Tag, an dem geöffnet war.",
    "time_study": "Eine Zeile je Stelle, Tag und Tätigkeit: wofür die Arbeitszeit gebraucht wird.",
    "targets": "Eine Zeile je Ziel und Jahr.",
    "group_events": "Eine Zeile je Gruppenangebot.",
    "comparison_counties": "Nur Summen anderer Landkreise mit einem solchen Zentrum: eine Zeile je Landkreis und Zeitraum. Beratungen, zu "
    "denen jemand erschien; Name wie in der Verteilungsverordnung.",
}
WEIGHTS: Mapping[str, str] = {
    "consultations": "Kern",
    "clients": "Kern",
    "bookings": "Kern",
    "posts": "Kern",
    "monthly_totals": "Kern, wenn Einzelzeilen fehlen",
}
OPTIONAL = "freiwillig"
MADE_NOTE = "Graue Zeilen füllt „{sheet}“. Wer das Hilfsblatt nicht führt, überschreibt sie."
BLANK_IS_NO = "Bitte immer angeben: leer heißt nein. Wird es nicht erfasst, die ganze Spalte löschen; dann gilt ja."
