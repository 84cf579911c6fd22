"""Haushaltsanmeldung: what the office asks the treasurer for, by budget line, income and expenditure apart and gross."""

from collections.abc import Mapping

from wiwak_eval.publication.budget_papers.parts import Released, Source, alike, part, points, signatures, table_block, to_fill
from wiwak_eval.publication.budget_papers.typeset import paper_pdf
from wiwak_eval.publication.display import notes
from wiwak_eval.publication.typesetting import Data
from wiwak_eval.results import Cell, NotAssessable, ReleasedTable

INCOME, EXPENDITURE = "E", "A"
SIDES = {"income": INCOME, "expenditure": EXPENDITURE}
"""Sums that belong below their lines."""
TO_FILL = {
    "Haushaltsstellen": "mit dem Gliederungs- und Gruppierungsplan des Landkreises abgleichen",
    "Deckungsvermerke": "Deckungsring, Zweckbindung, Übertragbarkeit",
    "Kostenstelle": "Nummer, falls geführt",
    "Anordnungsbefugt": "Name und Amt",
}


def budget_application_pdf(source: Source) -> bytes:
    """The whole application. Raises KeyError for a table that is neither released nor refused."""
    return paper_pdf(source, source.dated("Haushaltsanmeldung Y1 und Y2"), "Haushaltsjahre Y1 und Y2", _parts(source), lying=True)


def _parts(source: Source) -> list[Data]:
    application = source.released["budget_application"]
    return [
        part("Worum es geht", *source.said("brief_caseload", "posts", "costs", "financing")),
        *_lines(application),
        *_explanations(application),
        part("Stellenplan", table_block(source.released["posts_sheet"], lying=True)),
        part("Folgekosten", table_block(source.released["follow_up_costs"], lying=True)),
        part("Vom Landkreis zu ergänzen", to_fill(TO_FILL), signatures("Ort, Datum", "Anmeldendes Amt", "Geprüft: Kämmerei")),
    ]


def _lines(application: Released) -> list[Data]:
    """Income, expenditure and what remains; one refusal where there are no lines."""
    if isinstance(application, NotAssessable):
        return [part("Einnahmen und Ausgaben", table_block(application))]

    def lines(title: str, direction: str | None) -> dict[str, object]:
        def wanted(row: Mapping[str, Cell]) -> bool:
            return (row["direction"] or SIDES.get(str(row["key"]))) == direction

        return dict(table_block(application, title, wanted, frozenset({"direction"}), lying=True, with_notes=False))

    tables = [lines("Einnahmen", INCOME), lines("Ausgaben", EXPENDITURE), lines("Zuschussbedarf", None)]
    return [part("Einnahmen und Ausgaben", *alike(tables))]


def _explanations(application: Released) -> list[Data]:
    if not isinstance(application, ReleasedTable) or not notes(application):
        return []
    return [part("Erläuterungen", points(notes(application)))]
