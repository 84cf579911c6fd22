"""The law that the papers for the data protection officer cite, by the day of processing, with where its words were read."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

READ = "in einer Abschrift gelesen, bitte durch die Datenschutzbeauftragte bestätigen lassen"
UNCHECKED = "ungeprüft, bitte durch die Datenschutzbeauftragte prüfen lassen"

GDPR_FROM = date(2018, 5, 25)
"""First day on which the General Data Protection Regulation applies."""

_LAST_DAY_BEFORE = date(2018, 5, 24)
_NEW_STATE_LAW_FROM = date(2018, 6, 15)
"""Day after the law and ordinance gazette came out; that the law took force then was not read, and its row says so."""
_OLD_STATE_LAW_TO = date(2018, 6, 14)


class Use(StrEnum):
    """What a provision is cited for."""

    SCOPE = "Anwendungsbereich"
    RECORD = "Verzeichnis"
    IMPACT = "Abschätzung der Folgen"
    DATA = "schutzwürdige Merkmale"
    DELETION = "Löschung"
    STAFF = "Beschäftigte"


@dataclass(frozen=True)
class Provision:
    """A provision. source: public page on which its words stood, empty where none was read; first, last: days it is cited for."""

    norm: str
    says: str
    use: Use
    source: str = ""
    first: date = date.min
    last: date = date.max

    @property
    def status(self) -> str:
        """German: read, or to be checked; nothing counts as read that names no page."""
        return READ if self.source else UNCHECKED


_OLD = "in der Fassung vom 13. Januar 2012"
_UMWELT = "Spiegel von umwelt-online, Regelwerk Thüringen"
PROVISIONS = (
    Provision(
        f"Thüringer Datenschutzgesetz (ThürDSG) {_OLD}",
        "gilt für öffentliche Stellen des Landes, der Gemeinden und Gemeindeverbände",
        Use.SCOPE,
        _UMWELT,
        last=_OLD_STATE_LAW_TO,
    ),
    Provision(
        "Hinweise des Thüringer Innenministeriums zum ThürDSG (Fassung vom 10. Oktober 2001)",
        "das Bundesdatenschutzgesetz ist auf öffentliche Stellen des Landes nicht anzuwenden, soweit das ThürDSG nichts anderes bestimmt",
        Use.SCOPE,
        "tlfdi.de, Gesetze und Verordnungen",
        last=_LAST_DAY_BEFORE,
    ),
    Provision(
        "Verordnung (EU) 2016/679 (DSGVO)",
        "gilt unmittelbar ab dem 25. Mai 2018",
        Use.SCOPE,
        "datencockpit.at, Datenschutz-Grundverordnung",
        GDPR_FROM,
    ),
    Provision(
        "Art. 6, 25, 32, 89 und Erwägungsgrund 26 DSGVO",
        "Rechtmäßigkeit, Technikgestaltung, Sicherheit, statistische Zwecke, anonyme Angaben",
        Use.SCOPE,
        first=GDPR_FROM,
    ),
    Provision(
        "Thüringer Datenschutzgesetz (ThürDSG) vom 6. Juni 2018 (GVBl. S. 229)",
        "ergänzende Regelungen zur DSGVO für öffentliche Stellen; Tag des Inkrafttretens ungeprüft",
        Use.SCOPE,
        _UMWELT,
        _NEW_STATE_LAW_FROM,
    ),
    Provision(
        "§ 35 SGB I, §§ 67, 67c, 75, 78 SGB X", "Sozialgeheimnis, falls die Stelle Aufgaben nach dem Sozialgesetzbuch wahrnimmt", Use.SCOPE
    ),
    Provision(
        f"§ 10 ThürDSG {_OLD}",
        "Verfahrensverzeichnis der Daten verarbeitenden Stelle",
        Use.RECORD,
        "anwalt24.de, § 10 ThürDSG",
        last=_LAST_DAY_BEFORE,
    ),
    Provision(
        "§ 4g Abs. 2, § 18 Abs. 2 BDSG (alt)",
        "Verzeichnis bei nicht öffentlichen Stellen und bei Stellen des Bundes; kommt nur für einen solchen Träger in Betracht",
        Use.RECORD,
        last=_LAST_DAY_BEFORE,
    ),
    Provision("Art. 30 Abs. 1 DSGVO", "Verzeichnis von Verarbeitungstätigkeiten", Use.RECORD, "dsgvo-gesetze.de, Artikel 30", GDPR_FROM),
    Provision(
        f"§ 34 ThürDSG {_OLD}",
        "Freigabe automatisierter Verfahren; in § 10 Abs. 4 ThürDSG genannt, selbst nicht gelesen",
        Use.IMPACT,
        last=_LAST_DAY_BEFORE,
    ),
    Provision(
        "§ 4d Abs. 5 BDSG (alt)",
        "Vorabkontrolle bei nicht öffentlichen Stellen und bei Stellen des Bundes; kommt nur für einen solchen Träger in Betracht",
        Use.IMPACT,
        last=_LAST_DAY_BEFORE,
    ),
    Provision(
        "Art. 35 Abs. 1 bis 3 DSGVO",
        "Folgenabschätzung bei voraussichtlich hohem Risiko, Rat des Datenschutzbeauftragten",
        Use.IMPACT,
        "gdprinfo.eu, Artikel 35",
        GDPR_FROM,
    ),
    Provision(
        "Art. 35 Abs. 7 DSGVO", "Mindestinhalt der Folgenabschätzung", Use.IMPACT, "deichmann-fuchs.de, Mindestanforderungen", GDPR_FROM
    ),
    Provision("Art. 36 DSGVO", "vorherige Konsultation der Aufsichtsbehörde bei verbleibendem hohem Risiko", Use.IMPACT, first=GDPR_FROM),
    Provision(
        "Art. 9 Abs. 1 DSGVO",
        "besondere Kategorien, darunter ethnische Herkunft, religiöse Überzeugung, Gesundheit",
        Use.DATA,
        "dswiki.tu-ilmenau.de, Besondere Kategorien personenbezogener Daten",
        GDPR_FROM,
    ),
    Provision(
        "ThürDSG, Vorschrift über besonders schutzwürdige Angaben (Paragraf bitte eintragen)",
        "Herkunft, Gesundheit, religiöse Überzeugung",
        Use.DATA,
        last=_LAST_DAY_BEFORE,
    ),
    Provision(
        f"§ 16 ThürDSG {_OLD}",
        "Löschung, wenn die Kenntnis nicht mehr erforderlich oder die Speicherfrist abgelaufen ist; vorher Angebot an das Archiv",
        Use.DELETION,
        "anwalt24.de, § 16 ThürDSG",
        last=_LAST_DAY_BEFORE,
    ),
    Provision("Art. 17 DSGVO", "Recht auf Löschung", Use.DELETION, "rvrecht.deutsche-rentenversicherung.de, Art. 17 DSGVO", GDPR_FROM),
    Provision(
        "§ 23 ThürDSG vom 6. Juni 2018",
        "Löschung erst, nachdem die Unterlagen dem öffentlichen Archiv angeboten wurden, soweit sie anzubieten sind",
        Use.DELETION,
        "dswiki.tu-ilmenau.de, § 23 ThürDSG",
        _NEW_STATE_LAW_FROM,
    ),
    Provision(
        f"§§ 1, 2 Thüringer Personalvertretungsgesetz (ThürPersVG) {_OLD}",
        "Personalvertretungen bei den Landkreisen; Zusammenarbeit; gelesen in der bis zum Jahr 2020 fortgeschriebenen Fassung",
        Use.STAFF,
        "umwelt-online.de, ThürPersVG",
    ),
    Provision(
        "ThürPersVG, Vorschriften über die Unterrichtung des Personalrats und über technische Einrichtungen (Paragrafen bitte eintragen)",
        "Unterrichtung; Mitbestimmung, falls eine Einrichtung Verhalten oder Leistung überwachen kann",
        Use.STAFF,
    ),
)


def provisions(day: date, *uses: Use) -> tuple[Provision, ...]:
    """The provisions cited for data processed on a day; all uses where none is named."""
    return tuple(one for one in PROVISIONS if one.first <= day <= one.last and (not uses or one.use in uses))
