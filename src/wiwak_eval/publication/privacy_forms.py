"""The forms that record of processing and impact assessment take, by the day of processing."""

from dataclasses import dataclass
from datetime import date

from wiwak_eval.publication.privacy_law import GDPR_FROM


@dataclass(frozen=True)
class Regime:
    """How a time names its papers and what it asks of them.

    record, impact: titles; items: reference, heading and key of each answer that the record must give; contents: what the impact
    assessment must hold, where the law says so.
    """

    record: str
    impact: str
    items: tuple[tuple[str, str, str], ...]
    contents: str


BEFORE = Regime(
    "Verfahrensverzeichnis",
    "Vorabkontrolle",
    (
        ("§ 10 Abs. 2 Nr. 1 ThürDSG", "Daten verarbeitende Stelle", "controller"),
        ("§ 10 Abs. 2 Nr. 2 ThürDSG", "Bezeichnung des Verfahrens", "name"),
        ("§ 10 Abs. 2 Nr. 3 ThürDSG", "Aufgabe", "purpose"),
        ("§ 10 Abs. 2 Nr. 3 ThürDSG", "Rechtsgrundlage", "basis"),
        ("§ 10 Abs. 2 Nr. 4 ThürDSG", "Art der gespeicherten Daten", "data"),
        ("§ 10 Abs. 2 Nr. 5 ThürDSG", "Kreis der Betroffenen", "persons"),
        ("§ 10 Abs. 2 Nr. 6 ThürDSG", "Regelmäßige Übermittlung und Empfänger", "recipients"),
        ("§ 10 Abs. 2 Nr. 6 ThürDSG", "Übermittlung in Drittstaaten", "abroad"),
        ("§ 10 Abs. 2 Nr. 7 ThürDSG", "Regelfristen für die Löschung", "deletion"),
        ("§ 10 Abs. 2 Nr. 8 ThürDSG", "Verarbeitungsberechtigte", "access"),
        ("§ 10 Abs. 2 Nr. 9 ThürDSG", "Beschreibung des Systems und der Maßnahmen", "measures"),
    ),
    "",
)
GDPR = Regime(
    "Verzeichnis von Verarbeitungstätigkeiten",
    "Datenschutz-Folgenabschätzung",
    (
        ("Art. 30 Abs. 1 Buchst. a DSGVO", "Verantwortlicher", "controller"),
        ("Art. 30 Abs. 1 Buchst. a DSGVO", "Datenschutzbeauftragte oder Datenschutzbeauftragter", "officer"),
        ("Art. 30 Abs. 1 DSGVO", "Bezeichnung der Tätigkeit", "name"),
        ("Art. 30 Abs. 1 Buchst. b DSGVO", "Zwecke", "purpose"),
        ("Art. 6 DSGVO", "Rechtsgrundlage", "basis"),
        ("Art. 30 Abs. 1 Buchst. c DSGVO", "Kategorien betroffener Personen", "persons"),
        ("Art. 30 Abs. 1 Buchst. c DSGVO", "Kategorien personenbezogener Daten", "data"),
        ("Art. 30 Abs. 1 Buchst. d DSGVO", "Kategorien von Empfängern", "recipients"),
        ("Art. 30 Abs. 1 Buchst. e DSGVO", "Drittland oder internationale Organisation", "abroad"),
        ("Art. 30 Abs. 1 Buchst. f DSGVO", "Fristen für die Löschung", "deletion"),
        ("Art. 30 Abs. 1 Buchst. g DSGVO", "Technische und organisatorische Maßnahmen", "measures"),
    ),
    "Mindestinhalt nach Art. 35 Abs. 7 DSGVO",
)


def regime(day: date) -> Regime:
    """The regime of a day of processing."""
    return GDPR if day >= GDPR_FROM else BEFORE
