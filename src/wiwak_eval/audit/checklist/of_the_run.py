"""Questions about the run as a whole: unchanged, repeatable, ordered and approved by whom."""

from wiwak_eval.audit.checklist.item import OVERRIDES, RELEASES, Item

UNCHANGED = (
    Item(
        "Ist der Lauf unverändert?",
        "„wiwak verify ORDNER --out PRÜFORDNER“: nennt die erste Datei, die abweicht, fehlt oder hinzugekommen ist. Ohne das Programm: "
        "„sha256sum -c pruefpaket/SHA256SUMS“ im Ordner des Laufs nennt jede Datei mit OK oder FEHLSCHLAG, aber keine hinzugekommene. "
        "Unter Windows gibt es den Befehl nicht; dort zeigen „certutil -hashfile DATEI SHA256“ oder in der PowerShell „Get-FileHash DATEI“ "
        "die Prüfsumme einer Datei, zu vergleichen mit ihrer Zeile in SHA256SUMS.",
        "SHA256SUMS",
    ),
    Item(
        "Ist auch die Liste der Prüfsummen echt?",
        "Die erste Zeile von SHA256SUMS ist das Siegel: die Prüfsumme aller übrigen Zeilen. Wer Datei, Zeile und Siegel zugleich ändert, "
        "fällt im Ordner selbst nicht auf. Deshalb das Siegel bei der Abnahme an anderer Stelle festhalten und damit vergleichen.",
        "SHA256SUMS, erste Zeile; Freigabevermerk",
    ),
)
REPEATED = (
    Item(
        "Kommt dasselbe heraus, wenn man neu rechnet?",
        "„wiwak verify ORDNER --delivery LIEFERUNG --out PRÜFORDNER“ auf einem anderen Rechner; der Bericht dazu ist pruefbericht.pdf. Bei "
        "einer echten Lieferung braucht der andere Rechner auch den Schlüssel der Pseudonyme, den der Landkreis verwahrt; ohne ihn ist die "
        "Prüfsumme der Lieferung eine andere. Ihn nur im Haus und nur für die Prüfung weitergeben.",
        "programm.zip, umgebung.json",
    ),
    Item(
        "Was hat sich gegenüber dem letzten Lauf geändert?",
        "„wiwak compare LAUF1 LAUF2“ führt jede geänderte Hauptzahl auf Daten, Annahmen, Programm oder Umgebung zurück.",
        "beide Ordner",
    ),
)
DECIDED = (
    Item(
        "Wurde von Hand eingegriffen?",
        f"Blatt „{OVERRIDES}“ lesen; zu jedem Eingriff des Landkreises den Beschluss verlangen.",
        f"Blatt „{OVERRIDES}“; eingriffe.csv",
        "overrides",
    ),
    Item(
        "Wer hat was entschieden?",
        f"Stichtag, Szenario und Fassung auf dem Deckblatt mit dem Auftrag vergleichen. Auf Blatt „{RELEASES}“ eintragen, wer diese "
        "Freigabe erteilt hat und wann; das Programm weiß es nicht.",
        f"Deckblatt; Blatt „{RELEASES}“; Auftrag",
        "releases",
    ),
    Item(
        "Ist das Programm in dieser Fassung freigegeben?",
        "Programmfreigabe des Hauses für diese Fassung verlangen: Wer hat sie mit welchen Fällen erprobt, wer sie freigegeben? Die Fassung "
        "steht auf dem Deckblatt; ihre Prüfsummen stehen in manifest.json.",
        "Freigabevermerk des Hauses; Deckblatt",
    ),
    Item(
        "Sind die Aufgaben getrennt?",
        "Feststellen, wer die Daten geliefert, wer Annahmen gesetzt, wer gerechnet und wer freigegeben hat. Wer rechnet, sollte weder "
        "eigene Annahmen allein setzen noch selbst freigeben.",
        "Geschäftsverteilung, Dienstanweisung",
    ),
)
