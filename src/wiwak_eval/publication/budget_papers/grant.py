"""Zuwendungsantrag: one application a year, with the cost plan, the financing plan and the declarations to be made."""

from wiwak_eval.publication.budget_papers.parts import Source, paragraph, part, signatures, table_block, to_fill
from wiwak_eval.publication.budget_papers.typeset import paper_pdf
from wiwak_eval.publication.typesetting import Data

APPLICANT = {
    "Bewilligungsbehörde": "Anschrift, Aktenzeichen, Förderprogramm und Richtlinie in der geltenden Fassung",
    "Anschrift": "Straße, Postleitzahl, Ort",
    "Ansprechperson": "Name, Amt, Telefon, E-Mail",
    "Bankverbindung": "Kontoinhaber, IBAN, Verwendungszweck",
    "Weiterleitung": "ja oder nein; wenn ja: an welchen Träger, mit welchem Vertrag",
    "Zahl anerkannter Flüchtlinge": "Zahl und Stichtag; nach ihr kann sich der Höchstbetrag richten",
}
DRAFT = (
    "Entwurf. Maßgeblich ist das Formular der Bewilligungsbehörde; seine Felder füllt „wiwak fill“ mit denselben Werten. Beantragt wird je "
    "Jahr; dieses Papier gilt nur für {year}."
)
PROJECT = (
    "Das Willkommenscenter berät anerkannte Flüchtlinge und weitere Zugewanderte und begleitet sie zu den Ämtern.",
    "Geplant wird für YEAR mit {caseload_YEAR:rund} Beratungen (Spanne {caseload_YEAR:spanne}).",
    "Vorgesehen sind {posts_YEAR:stellen} Stellen.",
    "Die Gesamtkosten betragen nach Plan {cost_YEAR:euro}.",
)
NOT_BEFORE = (
    "Mit der Maßnahme soll nicht begonnen werden, bevor der Bescheid oder die Genehmigung des vorzeitigen Maßnahmebeginns vorliegt. Das "
    "ist Allgemeinwissen, nicht nachgelesen; maßgeblich sind Richtlinie und Nebenbestimmungen."
)
NOT_SIGNED = "Die Erklärungen gibt der Landkreis ab; ein Mensch prüft und unterschreibt sie."


def grant_application_pdf(source: Source, which: int) -> bytes:
    """The application of the first (1) or second (2) budget year. Raises KeyError for a table that is neither released nor refused."""
    year = source.years[which - 1]
    return paper_pdf(
        source, f"Zuwendungsantrag {year}: Kosten- und Finanzierungsplan", f"Haushaltsjahr {year}", _parts(source, which, year)
    )


def _parts(source: Source, which: int, year: int) -> list[Data]:
    released = source.released
    return [
        part("", paragraph(DRAFT.format(year=year))),
        part(
            "Antragsteller und Vorhaben",
            to_fill(APPLICANT),
            *source.spoken(*(words.replace("YEAR", str(year)) for words in PROJECT)),
            paragraph(NOT_BEFORE),
        ),
        part("Ausgaben", table_block(released[f"grant_plan_{which}"])),
        part("Finanzierung", table_block(released[f"grant_funding_{which}"])),
        part("Erklärungen", paragraph(NOT_SIGNED), table_block(released["declarations"])),
        part("Unterschrift", signatures("Ort, Datum", "Unterschrift und Dienstsiegel")),
    ]
