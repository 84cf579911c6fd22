"""The papers of all counties and towns for the ministry: `land.pdf`, and the workbook that computes the same, `land.xlsx`."""

from wiwak_eval.publication.land_papers.paper import land_pdf
from wiwak_eval.publication.land_papers.workbook import land_places, land_xlsx
from wiwak_eval.publication.land_papers.workbook.places import FILE

PAPER, WORKBOOK = "land.pdf", FILE
PAPER_READER = "Für das Ministerium: Bedarf und Kosten in jedem Kreis und jeder Stadt Thüringens"
WORKBOOK_READER = "Bedarf und Kosten in jedem Kreis mit lebenden Formeln"

__all__ = ["PAPER", "PAPER_READER", "WORKBOOK", "WORKBOOK_READER", "land_pdf", "land_places", "land_xlsx"]
