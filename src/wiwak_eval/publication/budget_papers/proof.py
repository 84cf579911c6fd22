"""Verwendungsnachweis: what was reached, what was spent and who paid, beside what was planned."""

from wiwak_eval import german
from wiwak_eval.publication.budget_papers.parts import Source, paragraph, part, signatures, table_block, to_fill
from wiwak_eval.publication.budget_papers.typeset import paper_pdf
from wiwak_eval.publication.typesetting import Data

TO_FILL = {
    "Zuwendungsbescheid": "Datum, Aktenzeichen, Betrag, Zweckbindung",
    "Änderungsbescheide": "Datum und Inhalt, oder „keine“",
    "Zahlungen des Landes": "Tag und Betrag jeder Zahlung",
    "Frist des Nachweises": "Tag nach dem Bescheid",
    "Prüfende Stelle": "Rechnungsprüfungsamt, Tag der Prüfung",
}
CONFIRMED = (
    "Zu bestätigen ist, dass die Ausgaben notwendig waren, dass wirtschaftlich und sparsam verfahren wurde und dass die Angaben mit "
    "Büchern und Belegen übereinstimmen. Diese Bestätigung kann nur ein Mensch geben: [auszufüllen: Bestätigung oder Abweichung]."
)


def proof_of_use_pdf(source: Source) -> bytes:
    """The whole proof. Raises KeyError for a table that is neither released nor refused."""
    origin = source.mark.provenance
    period = f"{german.day(origin.period_from)} bis {german.day(origin.period_to)}"
    return paper_pdf(source, f"Verwendungsnachweis {source.years[0] - 1}", period, _parts(source))


def _parts(source: Source) -> list[Data]:
    released = source.released
    return [
        part("Bescheid", to_fill(TO_FILL)),
        part("Sachbericht", *source.said("brief_pilot", "brief_stock"), table_block(released["proof_report"])),
        part("Zahlenmäßiger Nachweis: Ausgaben", *source.said("spent_parts"), table_block(released["proof_numbers"])),
        part("Zahlenmäßiger Nachweis: Einnahmen", table_block(released["proof_funding"])),
        part("Belegliste", table_block(released["proof_documents"])),
        part("Bestätigung", paragraph(CONFIRMED), signatures("Ort, Datum", "Unterschrift und Dienstsiegel")),
    ]
