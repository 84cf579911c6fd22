"""One sheet of the clerk's workbook: rows as delivered, faulty cells coloured, advice as comment."""

from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from wiwak_eval.records.annotated_cells import put_value, shown_values
from wiwak_eval.records.annotated_parts import Part
from wiwak_eval.records.model import Fault
from wiwak_eval.records.rules import Action
from wiwak_eval.records.sheet_style import Formats, on_paper
from wiwak_eval.records.template_columns import width

LONGEST_COMMENT = 600
COMMENT_WIDTH, LINE_HEIGHT, LINE_LENGTH = 320, 18, 46


def write_part(book: xlsxwriter.Workbook, formats: Formats, part: Part) -> None:
    """Add the sheet; each row stands on the line it has in the delivery, so that messages and sheet agree."""
    sheet = book.add_worksheet(part.sheet)
    sheet.set_row(0, 34)
    columns = [part.spec.column(name) for name in part.columns]
    marks = {cell: _mark(faults) for cell, faults in part.faults.items()}
    lines = part.file.lines[list(part.rows)].tolist()
    for place, column in enumerate(columns):
        sheet.set_column(place, place, width(column))
        sheet.write_string(0, place, column.header, formats["required" if column.required else "head"])
        values = shown_values(column, part.file.columns[column.name], part.rows)
        for line, value in zip(lines, values, strict=True):
            put_value(sheet, (line - 1, place), value, column, formats, marks.get((line, place), ""))
    _malformed(sheet, formats, part)
    for line, place in sorted(part.faults)[: part.comments]:
        _comment(sheet, line - 1, place, part.faults[line, place])
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    on_paper(sheet, part.sheet)


def _malformed(sheet: Worksheet, formats: Formats, part: Part) -> None:
    """Rows whose values cannot be told apart are coloured from end to end and left empty."""
    for line, place in part.faults:
        if line in part.file.malformed:
            for further in range(place, len(part.columns)):
                sheet.write_blank(line - 1, further, None, formats["rejected"])


def _mark(faults: Sequence[Fault]) -> str:
    """The style of a cell: that of the heavier outcome."""
    return "rejected" if any(fault.action == Action.REJECTED for fault in faults) else "cleared"


def _comment(sheet: Worksheet, row: int, place: int, faults: Sequence[Fault]) -> None:
    text = "\n\n".join(dict.fromkeys(fault.advice for fault in faults))
    text = text if len(text) <= LONGEST_COMMENT else text[: LONGEST_COMMENT - 1] + "…"
    height = LINE_HEIGHT * (2 + len(text) // LINE_LENGTH + text.count("\n"))
    sheet.write_comment(row, place, text, {"author": "wiwak", "width": COMMENT_WIDTH, "height": height, "font_size": 9})
