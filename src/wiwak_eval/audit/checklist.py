"""`pruefliste.xlsx`: what an audit office can check in a run, how, and with which file; reconciliation and departures beside it."""

from collections.abc import Sequence

from wiwak_eval.audit.overrides import NONE, Override
from wiwak_eval.audit.reconciliation_line import Line, verdict
from wiwak_eval.audit.work_sheets import WorkSheet, number, workbook
from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.workbook.listing import Entry
from wiwak_eval.publication.workbook.model import FIRST_ROW
from wiwak_eval.publication.workbook.paper import Head
from wiwak_eval.results import Unit

TITLE = "Prüfliste"
ABOUT = (
    (
        "Zweck",
        "Diese Mappe führt durch die Prüfung eines Laufs. Sie setzt keine Programmierkenntnisse voraus; wo ein Befehl nötig ist, steht er "
        "da.",
    ),
    (
        "Maßstab",
        "Ein sachkundiger Dritter soll sich in angemessener Zeit einen Überblick verschaffen können. Der Satz stammt aus den Regeln für "
        "die Buchführung; hier ist er Maßstab, keine Rechtspflicht. Ob das Programm prüfpflichtig ist, entscheidet das "
        "Rechnungsprüfungsamt: Es plant und wertet aus, es bucht und zahlt nicht.",
    ),
    (
        "So geht es",
        "Blatt „Prüfliste“ von oben nach unten abarbeiten, ankreuzen, Beanstandungen in „Bemerkung“ eintragen, hier abzeichnen.",
    ),
)
CHECK_HEADS = (
    Head("Nr.", 6), Head("Was zu prüfen ist", 40), Head("Wie", 58), Head("Womit", 30), Head("Stand in diesem Lauf", 30),
    Head("in Ordnung", 10), Head("Beanstandung", 13), Head("Bemerkung", 30), Head("Name, Datum", 18),
)  # fmt: skip
LINE_HEADS = (
    Head("Nr.", 6), Head("Bereich", 27), Head("Ganzes", 52), Head("Wert", 16, "number_head"), Head("Teile", 44),
    Head("zusammen", 16, "number_head"), Head("Unterschied", 16, "number_head"), Head("Einheit", 12), Head("Befund", 12),
)  # fmt: skip
OVERRIDE_HEADS = (Head("Art", 50), Head("Stelle", 44), Head("Eingriff", 60), Head("Begründung", 50))
SHEET_LINES, SHEET_OVERRIDES = "Abstimmung", "Eingriffe"


def checklist(mark: RunMark, lines: Sequence[Line], found: Sequence[Override], unproven: int, sampled: int) -> bytes:
    """The workbook. lines: of the reconciliation; found: departures; unproven, sampled: how many assumptions and spot checks."""
    rows = tuple((str(place), *item, "", "", "", "") for place, item in enumerate(_items(mark, lines, found, unproven, sampled), start=1))
    listed = tuple(_line(place, line) for place, line in enumerate(lines, start=1))
    checks = WorkSheet(TITLE, CHECK_HEADS, rows, ticks=frozenset({5, 6}), fields=frozenset({7, 8}))
    others = WorkSheet(SHEET_LINES, LINE_HEADS, listed), WorkSheet(SHEET_OVERRIDES, OVERRIDE_HEADS, tuple(each.row for each in found))
    return workbook(TITLE, mark, ABOUT, (checks, *others))


Item = tuple[str, str, str, str]
"""What, how, with which file, how it stands."""


def _items(mark: RunMark, lines: Sequence[Line], found: Sequence[Override], unproven: int, sampled: int) -> tuple[Item, ...]:
    differing = sum(line.difference != 0 for line in lines)
    bent = sum(each.what != NONE for each in found)
    simulated = mark.provenance.mark or "Echte Lieferung"
    return (
        (
            "Ist der Lauf unverändert?",
            "„sha256sum -c pruefpaket/SHA256SUMS“ im Ordner des Laufs oder „wiwak verify ORDNER“. Beide nennen die erste Datei, die "
            "abweicht.",
            "SHA256SUMS",
            "",
        ),
        (
            "Sind die Daten echt, und woher kommen sie?",
            "Behörde, Zeitraum und Tag der Lieferung mit dem Begleitschreiben vergleichen.",
            "manifest.json (delivery), Deckblatt",
            simulated,
        ),
        (
            "Ist jede gelieferte Zeile verwendet oder mit Grund ausgeschlossen?",
            f"Blatt „{SHEET_LINES}“, Bereich „Zeilen der Lieferung“: gelesen = verwendet + nicht verwendet.",
            f"Blatt „{SHEET_LINES}“; daten/intake.csv, daten/fault_counts.csv",
            "",
        ),
        (
            "Stimmen die Summen auf den Cent?",
            f"Blatt „{SHEET_LINES}“, Bereich „Geld“; jede Zeile mit Unterschied klären.",
            f"Blatt „{SHEET_LINES}“; abstimmung.csv",
            f"Abstimmungen: {len(lines)}, mit Unterschied: {differing}",
        ),
        (
            "Stehen die Zahlen der Unterlagen in den Tabellen?",
            "Die gezogenen Stellen nachschlagen und nachrechnen. Wer die Stichprobe vergrößern will, nimmt Zeilen aus findings.csv.",
            "stichprobe.xlsx, findings.csv",
            f"gezogene Stellen: {sampled}",
        ),
        (
            "Rechnet die Arbeitsmappe?",
            "Eine blaue Zelle ändern und sehen, ob Kosten und Finanzierung folgen; rückgängig machen. Auf dem Blatt „Proben“ muss überall "
            "0 stehen.",
            "finanzierungsplan.xlsx",
            "",
        ),
        (
            "Sind die Annahmen belegt?",
            "Nicht geprüfte Annahmen (Zeichen °) einzeln ansehen; für jede eine Quelle oder einen Beschluss verlangen.",
            "annahmen_protokoll.csv",
            f"nicht geprüfte Annahmen: {unproven}",
        ),
        (
            "Wurde von Hand eingegriffen?",
            f"Blatt „{SHEET_OVERRIDES}“ lesen; zu jedem Eingriff des Landkreises den Beschluss verlangen.",
            f"Blatt „{SHEET_OVERRIDES}“; eingriffe.csv",
            f"Eingriffe und Ausnahmen: {bent}",
        ),
        (
            "Sind Ziele erreicht, ist die Maßnahme die Ursache, ist sie wirtschaftlich?",
            "Bericht lesen. Ob das Willkommenscenter die Ursache ist, sagt die Auswertung nicht: Es fehlt eine Vergleichsgruppe; sie sagt "
            "das selbst. Die drei Fragen stellen Verwaltungsvorschriften der Länder zu § 7 ihrer Haushaltsordnung; einen Landkreis binden "
            "sie nicht unmittelbar.",
            "bericht.pdf; Notebooks 02, 06 und 08",
            "",
        ),
        (
            "Sind die öffentlichen Aussagen geprüft?",
            "Urteile mit ihren Belegen vergleichen: Kennungen der Belege in findings.csv nachschlagen.",
            "daten/claims.csv, Notebook 08",
            "",
        ),
        (
            "Ist der Datenschutz gewahrt?",
            "Regeln, Freigabebericht und Verzeichnis der Verarbeitung lesen; Rechtsgrundlage mit der Lieferung vergleichen.",
            "datenschutz/",
            "",
        ),
        (
            "Kommt dasselbe heraus, wenn man neu rechnet?",
            "„wiwak verify ORDNER --delivery LIEFERUNG --out ORDNER2“ auf einem anderen Rechner; der Bericht dazu ist pruefbericht.pdf.",
            "programm.zip, umgebung.json",
            "",
        ),
        (
            "Wer hat was entschieden?",
            "Stichtag, Szenario und Freigabestufe mit dem Auftrag vergleichen; die Freigabe im Freigabebuch nachlesen.",
            "manifest.json, freigabebuch.jsonl",
            "",
        ),
        (
            "Was hat sich gegenüber dem letzten Lauf geändert?",
            "„wiwak compare LAUF1 LAUF2“ führt jede geänderte Hauptzahl auf Daten, Annahmen, Programm oder Umgebung zurück.",
            "beide Ordner",
            "",
        ),
    )


def _line(place: int, line: Line) -> tuple[Entry, ...]:
    """A line of the reconciliation; the difference is a formula, so that whoever corrects a value sees what follows."""
    unit = Unit.CENTS if line.unit == "Euro" else Unit.COUNT
    row = FIRST_ROW + 1 + place
    difference = number(line.difference, unit, formula=f"D{row}-F{row}")
    values = number(line.whole_value, unit), number(line.parts_value, unit)
    return str(place), line.subject, line.whole, values[0], line.parts, values[1], difference, line.unit, verdict(line)
