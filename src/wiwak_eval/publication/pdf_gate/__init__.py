"""Our own gate for PDF papers: what can be checked soundly is checked before anybody gets to see them."""

from wiwak_eval.publication.pdf_gate.files import check_files
from wiwak_eval.publication.pdf_gate.gate import Verdict, check_pdf
from wiwak_eval.publication.pdf_gate.statement import line, statement

__all__ = ["Verdict", "check_files", "check_pdf", "line", "statement"]
