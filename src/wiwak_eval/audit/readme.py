"""`pruefpaket/LIESMICH.md`: what lies in the auditor's folder and in which order to look, on one page."""

from pathlib import Path

from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.imprint import imprint

README = "LIESMICH.md"
FILES = {
    "SHA256SUMS": "Die Prüfsumme jeder Datei des Ordners; die erste Zeile, das Siegel, bewacht die übrigen.",
    "pruefliste.xlsx": "Was zu prüfen ist, wie und womit; zum Abzeichnen. Dazu Abstimmungen, Eingriffe, Freigaben, Belege.",
    "stichprobe.xlsx": "Ausgeloste Stellen zum Nachschlagen und Nachrechnen; alle Stellen für eine eigene Auswahl.",
    "abstimmung.csv": "Was aufgehen muss: Zeilen der Lieferung, Beratungen und Personen, jede Summe Geld.",
    "eingriffe.csv": "Jede Abweichung von der Regel: eigene Werte, Grenzen, Ausnahmen vom Abgleich, unterdrückte Warnungen.",
    "annahmen_protokoll.csv": "Jede Annahme mit Wert, Stand, Quelle und den Tabellen und Kennzahlen, die darauf beruhen.",
    "annahmen.yaml": "Die eigenen Werte des Landkreises, wie dieser Lauf sie kannte.",
    "geheimhaltung.yaml": "Die Einstellungen des Landkreises, die strenger sind als die Hausregel.",
    "findings.csv": "Jede Zahl der Unterlagen mit Tabelle, Zelle des Notebooks, Zelle der Arbeitsmappe, Annahmen und Zeilen der Lieferung.",
    "manifest.json": "Woraus der Lauf entstand: Lieferung, Parameter, Prüfsummen, Umgebung.",
    "umgebung.json": "Der Rechner: Prozessor und Versionen. Diese Datei darf sich zwischen gleichen Läufen unterscheiden.",
    "programm.zip": "Das Programm, die Notebooks und die Annahmen, mit denen gerechnet wurde; ohne die Lieferung.",
    "pdf_pruefung.md": "Was die Prüfung der PDF-Unterlagen ergab.",
    "prognosebuch.jsonl": "Frühere Prognosen, die der Lauf kannte, und seine eigene.",
    "freigabebuch.jsonl": "Frühere Freigaben, gegen die er geprüft wurde, und seine eigene.",
    "beschlussvorlage.docx": "Die Vorlage des Landkreises für das Aussehen der Beschlussvorlage.",
    "datenschutz": "Regeln, Freigabebericht und Entwürfe für die Datenschutzbeauftragten.",
}
"""Files and folders, in the order in which to look."""
EQUAL = (
    "Gleiche Läufe auf gleichem Prozessor sind Byte für Byte gleich, bis auf `umgebung.json` und deren Zeile und das Siegel in "
    "`SHA256SUMS`. Auf einem anderen Prozessor können Bilder, PDF-Unterlagen und Arbeitsmappen in Bytes abweichen, ohne dass eine Zahl "
    "eine andere ist; `wiwak verify` sagt, was davon zulässig ist."
)
HEADS = {
    "id, key": "Kennung",
    "label": "Bezeichnung",
    "value, low, high": "Wert, untere und obere Grenze",
    "unit": "Einheit: euro = Euro, share = Anteil (0,25 = 25 %), persons = Personen, contacts = Beratungen, posts = Stellen, count = "
    "Anzahl, number = Zahl",
    "table, row, column": "Tabelle, Zeile, Spalte in `daten/`",
    "assumptions, assumptions_by_forecast": "Annahmen der Rechnung; Annahmen der Prognose dahinter",
    "unproven": "davon nicht geprüft",
    "shown_…": "Notebook und Zelle, die sie druckt",
    "input_rows": "Zeilen der Lieferung",
    "whole, parts, difference": "Ganzes, Teile, Unterschied",
    "kind, place, what, reason": "Art, Stelle, Eingriff, Begründung",
}
"""English heads of the CSV files, in German."""
OPENING = (
    "In einem deutschen Excel nicht doppelklicken, sondern einlesen: Daten → Aus Text/CSV → Dateiursprung UTF-8, Trennzeichen Komma; "
    "Zahlen haben einen Dezimalpunkt (Daten transformieren → Typ mit Gebietsschema Englisch)."
)
STEPS = (
    "Zuerst `SHA256SUMS`: `sha256sum -c pruefpaket/SHA256SUMS` im Ordner des Laufs, oder `wiwak verify ORDNER --out PRÜFORDNER`; unter "
    "Windows `certutil -hashfile DATEI SHA256` für einzelne Dateien. Das Siegel (erste Zeile) mit dem bei der Abnahme notierten "
    "vergleichen.",
    "Dann `pruefliste.xlsx` von oben nach unten, dazu `stichprobe.xlsx`. Dafür ist kein Programm nötig.",
    "Eine einzelne Zahl verfolgen: Zeile in `findings.csv` suchen; sie nennt Notebook und Zelle, Datei und Zelle, Annahmen und Zeilen.",
    "Neu rechnen: `wiwak verify ORDNER --delivery LIEFERUNG --out PRÜFORDNER`; der Befehl schreibt `pruefbericht.pdf`.",
)


def readme(folder: Path, mark: RunMark) -> str:
    """The page, which names the files that are there, and the sums, which are written last."""
    there = {path.name for path in folder.iterdir()} | {"SHA256SUMS"}
    head = [f"# Prüfpaket zum Lauf {mark.digest}", "", *([f"**{mark.provenance.mark}**", ""] if mark.provenance.mark else [])]
    notices = [line for notice in mark.notices for line in (notice, "")]
    about = [f"* {term}: {words}" for term, words in imprint(mark)]
    steps = [f"{place}. {words}" for place, words in enumerate(STEPS, start=1)]
    table = ["| Datei | Inhalt |", "|---|---|", *(f"| `{name}` | {words} |" for name, words in FILES.items() if name in there)]
    last = "`ro-crate-metadata.json` im Ordner darüber sagt anderen Programmen, welches Notebook was woraus gemacht hat."
    heads = ["| Kopf | heißt |", "|---|---|", *(f"| {english} | {words} |" for english, words in HEADS.items())]
    csv = ["## CSV-Dateien öffnen", "", OPENING, "", *heads, ""]
    return "\n".join(
        [
            *head,
            *notices,
            *about,
            "",
            "## In dieser Reihenfolge",
            "",
            *steps,
            "",
            "## Was hier liegt",
            "",
            *table,
            "",
            EQUAL,
            "",
            last,
            "",
            *csv,
        ]
    )
