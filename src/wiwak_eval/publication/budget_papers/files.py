"""Which files these papers become, and what each is for."""

from collections.abc import Mapping

from wiwak_eval.publication.budget_papers.application import budget_application_pdf
from wiwak_eval.publication.budget_papers.grant import grant_application_pdf
from wiwak_eval.publication.budget_papers.negotiation import negotiation_pdf
from wiwak_eval.publication.budget_papers.parts import Source
from wiwak_eval.publication.budget_papers.proof import proof_of_use_pdf


def budget_papers(source: Source) -> Mapping[str, bytes]:
    """File name to PDF. Raises KeyError for a table that is neither released nor refused."""
    application, first, second, proof, negotiation = budget_paper_readers(source.years)
    return {
        application: budget_application_pdf(source),
        first: grant_application_pdf(source, 1),
        second: grant_application_pdf(source, 2),
        proof: proof_of_use_pdf(source),
        negotiation: negotiation_pdf(source),
    }


def budget_paper_readers(years: tuple[int, int]) -> Mapping[str, str]:
    """File name to what it is, in German."""
    first, second = years
    return {
        "haushaltsanmeldung.pdf": "Haushaltsanmeldung nach Haushaltsstellen mit Stellenplan und Folgekosten",
        f"zuwendungsantrag_{first}.pdf": f"Zuwendungsantrag {first}: Kosten- und Finanzierungsplan, Erklärungen (Entwurf)",
        f"zuwendungsantrag_{second}.pdf": f"Zuwendungsantrag {second}: Kosten- und Finanzierungsplan, Erklärungen (Entwurf)",
        f"verwendungsnachweis_{first - 1}.pdf": f"Verwendungsnachweis {first - 1}: Sachbericht und zahlenmäßiger Nachweis (Entwurf)",
        "verhandlungsblatt.pdf": "Satz des Landes, Beginn und Stellen: was bleibt beim Landkreis? Eine Seite",
    }
