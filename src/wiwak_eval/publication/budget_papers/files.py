"""Which files these papers become, what each is for, and what makes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from wiwak_eval.publication.budget_papers.application import budget_application_pdf
from wiwak_eval.publication.budget_papers.grant import grant_application_pdf
from wiwak_eval.publication.budget_papers.negotiation import negotiation_pdf
from wiwak_eval.publication.budget_papers.parts import Source
from wiwak_eval.publication.budget_papers.proof import proof_of_use_pdf


@dataclass(frozen=True)
class BudgetPaper:
    """reader: German, what it is; make: its PDF. Raises KeyError for a table that is neither released nor refused."""

    reader: str
    make: Callable[[Source], bytes]


def budget_papers(source: Source) -> Mapping[str, bytes]:
    """File name to PDF. Raises KeyError for a table that is neither released nor refused."""
    return {name: paper.make(source) for name, paper in budget_paper_makers(source.years).items()}


def budget_paper_makers(years: tuple[int, int]) -> Mapping[str, BudgetPaper]:
    """File name to paper."""
    first, second = years
    grant = "Zuwendungsantrag {}: Kosten- und Finanzierungsplan, Erklärungen (Entwurf)"
    return {
        "haushaltsanmeldung.pdf": BudgetPaper(
            "Haushaltsanmeldung nach Haushaltsstellen mit Stellenplan und Folgekosten", budget_application_pdf
        ),
        f"zuwendungsantrag_{first}.pdf": BudgetPaper(grant.format(first), partial(grant_application_pdf, which=1)),
        f"zuwendungsantrag_{second}.pdf": BudgetPaper(grant.format(second), partial(grant_application_pdf, which=2)),
        f"verwendungsnachweis_{first - 1}.pdf": BudgetPaper(
            f"Verwendungsnachweis {first - 1}: Sachbericht und zahlenmäßiger Nachweis (Entwurf)", proof_of_use_pdf
        ),
        "verhandlungsblatt.pdf": BudgetPaper("Satz des Landes, Beginn und Stellen: was bleibt beim Landkreis? Eine Seite", negotiation_pdf),
    }
