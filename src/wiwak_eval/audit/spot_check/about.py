"""What the cover of the protocol says: what for, how it was drawn, how an office draws itself, how to open the files."""

from collections.abc import Sequence

from wiwak_eval.audit.spot_check.all_places import LETTERS, SHEET
from wiwak_eval.audit.spot_check.drawing import HOW_MANY
from wiwak_eval.audit.spot_check.task import Task
from wiwak_eval.publication.content import RunMark

OWN_LOT = "Eigenes Los"


def about(mark: RunMark, tasks: Sequence[Task], of: int) -> tuple[tuple[str, str], ...]:
    """Term and words. of: how many candidates the tasks were drawn from."""
    groups = ", ".join(f"{many} aus „{group}“" for group, many in HOW_MANY.items())
    first = tasks[0].id if tasks else "Kennung"
    return (
        (
            "Zweck",
            "Mit dieser Stichprobe prüft eine Person ohne Programm, ob die Zahlen der Unterlagen in den Tabellen stehen und sich "
            "nachrechnen lassen. Tabellenkalkulation, PDF-Leser und Textverarbeitung genügen.",
        ),
        (
            "Ziehung",
            f"{len(tasks)} von {of} Stellen, höchstens {groups}. Jede Stelle hat eine Losnummer: die ersten {LETTERS} Zeichen der SHA-256 "
            f"von „{mark.digest}:Kennung“, zum Beispiel von „{mark.digest}:{first}“. Gezogen sind in jeder Gruppe die kleinsten. Blatt "
            f"„{SHEET}“ zeigt alle Stellen nach der Losnummer sortiert: In jeder Gruppe müssen die ersten gezogen sein. "
            "Ausdrucken muss man es dafür nicht.",
        ),
        (
            OWN_LOT,
            "Wer sich nicht auf diese Ziehung verlassen will, zieht selbst: vorher zwei Zahlen festlegen (zum Beispiel würfeln) und unten "
            f"eintragen, dann auf Blatt „{SHEET}“ ab der ersten Zeile jede sovielte prüfen und in „eigenes Los“ ankreuzen. Jede andere "
            "Regel ist ebenso gut, wenn sie vor dem Ansehen feststeht.",
        ),
        (f"{OWN_LOT}: ab Nr.", ""),
        (f"{OWN_LOT}: jede wievielte", ""),
        (
            "In den Tabellen",
            "Blatt „Stichprobe“: Datei öffnen, Zelle aufsuchen, tun, was in „Was zu tun ist“ steht, das Ergebnis in „gefunden“ eintragen. "
            "Der Unterschied rechnet sich von selbst. Ist er höchstens so groß wie „erlaubt bis“, ankreuzen. Der erlaubte Rest kommt vom "
            "Runden.",
        ),
        (
            "In den Unterlagen",
            "Blatt „In den Unterlagen“: Unterlage öffnen, Liste oder Tabelle und Zeile suchen (eine lange Kennung kann dort in zwei Zeilen "
            "stehen). Der gedruckte Wert muss genau so dastehen; Unterlagen runden, deshalb ist er hier so geschrieben wie dort.",
        ),
        (
            "CSV-Dateien öffnen",
            "Nicht doppelklicken, sondern einlesen: Zeichensatz UTF-8, Trennzeichen Komma, Dezimaltrennzeichen Punkt (in Excel: Daten, Aus "
            "Text/CSV, Daten transformieren, Gebietsschema Englisch; in LibreOffice: beim Öffnen Sprache Englisch (USA)). Zeile 1 hält die "
            "Köpfe.",
        ),
        (
            "Arbeitsmappe öffnen",
            "In finanzierungsplan.xlsx und land.xlsx ist Spalte A auf vielen Blättern ausgeblendet; die Buchstaben der Spalten zählen sie "
            "mit.",
        ),
        ("Nichts Verborgenes", "Alle Stellen stehen in den Dateien dieses Ordners. Ausgeblendete Zahlen (•) werden nirgends gebraucht."),
    )
