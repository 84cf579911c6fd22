"""The papers on which the treasurer, the Land's authority and those who negotiate with it decide, as tagged PDFs."""

from wiwak_eval.publication.budget_papers.application import budget_application_pdf
from wiwak_eval.publication.budget_papers.files import budget_paper_makers, budget_papers
from wiwak_eval.publication.budget_papers.grant import grant_application_pdf
from wiwak_eval.publication.budget_papers.negotiation import negotiation_pdf
from wiwak_eval.publication.budget_papers.parts import Source
from wiwak_eval.publication.budget_papers.proof import proof_of_use_pdf

__all__ = [
    "Source",
    "budget_application_pdf",
    "budget_paper_makers",
    "budget_papers",
    "grant_application_pdf",
    "negotiation_pdf",
    "proof_of_use_pdf",
]
