"""The sheet of a refused table: its reason in place of the table."""

from wiwak_eval.publication.workbook import sheets
from wiwak_eval.publication.workbook.looks import LINE_HEIGHT, lines
from wiwak_eval.publication.workbook.model import FIRST_ROW
from wiwak_eval.publication.workbook.paper import Paper
from wiwak_eval.records.sheet_style import put_text

REASON_WIDTH = 110
"""Characters of a line."""


def write_reason(paper: Paper, name: str, reason: str) -> None:
    """Write a sheet that says why its table is not there."""
    sheet = paper.sheet(name, sheets.TABS[sheets.ROLE_REFUSED])
    sheet.set_column(0, 0, REASON_WIDTH)
    put_text(sheet, FIRST_ROW, 0, reason, paper.looks("wrapped"))
    sheet.set_row(FIRST_ROW, LINE_HEIGHT * len(lines(reason, REASON_WIDTH)))
    sheet.freeze_panes(FIRST_ROW, 0)
    sheet.print_area(0, 0, FIRST_ROW, 0)
