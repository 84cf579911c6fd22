"""The sheet of one table: heads, cells with their formulas and rules, notes, and how it is printed."""

from math import ceil

from xlsxwriter.worksheet import Worksheet

from wiwak_eval.publication.display import is_number, notes
from wiwak_eval.publication.signs import signed
from wiwak_eval.publication.workbook import sheets as contents
from wiwak_eval.publication.workbook.conduct import Conduct, Rule
from wiwak_eval.publication.workbook.looks import LINE_HEIGHT, lines, number_format, width
from wiwak_eval.publication.workbook.model import FIRST_ROW, Sheets
from wiwak_eval.publication.workbook.paper import Head, Paper, Written
from wiwak_eval.records.sheet_style import put_text
from wiwak_eval.results import Cell, ReleasedTable

NOTE_WIDTH = 110
NARROW = 9
"""Characters of a column that holds nothing."""
LABELS = 2
"""Columns that stay in view: the key, which is hidden, and the words."""


def write_table(paper: Paper, sheets: Sheets, table: ReleasedTable, own: int, conduct: Conduct | None) -> str:
    """Write the sheet of a table; what it is for. own: columns that are the table's, before helper columns; conduct: None where nothing
    computes."""
    first = int(table.columns[0].name == "key" and len(table.columns) > 1)
    role = _role(sheets, table, conduct)
    sheet = paper.sheet(sheets.names[table.id], contents.TABS[role], first, signed("", table))
    heads = [_head(table, place, own, conduct) for place in range(len(table.columns))]
    paper.table(sheet, table.id, heads, len(table.rows), LABELS)
    if first:
        sheet.set_column(0, 0, heads[0].width, None, {"hidden": True})
    for row, cells in enumerate(table.rows, start=FIRST_ROW + 1):
        high = max((_lines(cell, head) for cell, head in zip(cells[first:], heads[first:], strict=True)), default=1)
        sheet.set_row(row, LINE_HEIGHT * high)
        for place in range(len(table.columns)):
            _cell(paper, sheet, sheets, table, (row, place), str(cells[0]), conduct)
    left_out = conduct.notes_left_out if conduct else contents.NOTES_LEFT_OUT
    _under(paper, sheet, table, first, sum(head.width for head in heads[first:]), left_out)
    return role


def _role(sheets: Sheets, table: ReleasedTable, conduct: Conduct | None) -> str:
    if conduct is None:
        return contents.ROLE_FIXED
    if table.id in conduct.by_program:
        return contents.ROLE_PROGRAM
    asked = (
        conduct.rule(sheets, table.id, str(row[0]), column.name, cell)
        for row in table.rows
        for column, cell in zip(table.columns, row, strict=True)
        if conduct.formula(sheets, table.id, str(row[0]), column.name) is None
    )
    return contents.ROLE_INPUTS if any(one is not None for one in asked) else contents.ROLE_COMPUTES


def _lines(cell: Cell, head: Head) -> int:
    return len(lines(cell, head.width)) if isinstance(cell, str) else 1


def _head(table: ReleasedTable, place: int, own: int, conduct: Conduct | None) -> Head:
    column = table.columns[place]
    fixed = conduct is not None and column.name in conduct.fixed.get(table.id, ())
    look = "helper" if place >= own else "number_head" if is_number(column) and column.name != "since" else "head"
    return Head(f"{column.label} (vom Programm)" if fixed else column.label, width(table, place), look)


def _cell(
    paper: Paper, sheet: Worksheet, sheets: Sheets, table: ReleasedTable, place: tuple[int, int], row: str, conduct: Conduct | None
) -> None:
    column, cell = table.columns[place[1]], table.rows[place[0] - FIRST_ROW - 1][place[1]]
    live = conduct.formula(sheets, table.id, row, column.name) if conduct else None
    allowed = conduct.rule(sheets, table.id, row, column.name, cell) if conduct and live is None else None
    look = number_format(column, row, isinstance(cell, int) and _stays_whole(row, live, allowed, conduct))
    paper.value(sheet, place, Written(cell, column, look, live, allowed is not None))
    if allowed is not None:
        words = {"error_title": "Eingabe nicht möglich", "input_title": "Eingabe", "input_message": allowed["error_message"]}
        sheet.data_validation(*place, *place, {**words, **allowed})


def _stays_whole(row: str, live: str | None, allowed: Rule | None, conduct: Conduct | None) -> bool:
    """Whether a whole number stays one, whatever a reader enters."""
    if live is not None and conduct is not None:
        return row.startswith(conduct.whole)
    return allowed is None or allowed["validate"] in {"integer", "list"}


def _under(paper: Paper, sheet: Worksheet, table: ReleasedTable, first: int, wide: int, left_out: frozenset[str]) -> None:
    """Notes in lines, and the area that is printed, wide enough for them."""
    said = [line for note in notes(table) if note not in left_out for line in lines(note, max(wide, NOTE_WIDTH))]
    for row, line in enumerate(said, start=FIRST_ROW + 2 + len(table.rows)):
        put_text(sheet, row, first, line, paper.looks("note"))
    further = ceil(max(0, NOTE_WIDTH - wide) / NARROW) if said else 0
    sheet.print_area(0, first, FIRST_ROW + 1 + len(table.rows) + len(said), len(table.columns) - 1 + further)
    paper.fit(sheet, wide, (first, first + 2))
