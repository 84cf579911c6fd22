"""finanzierungsplan.xlsx: a workbook that computes."""

from wiwak_eval.publication.workbook.places import WorkbookCell, workbook_places
from wiwak_eval.publication.workbook.sheets import SHEETS
from wiwak_eval.publication.workbook.writing import workbook_xlsx

__all__ = ["SHEETS", "WorkbookCell", "workbook_places", "workbook_xlsx"]
