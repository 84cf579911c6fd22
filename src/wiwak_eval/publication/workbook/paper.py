"""Sheets ready to print, and cells of every unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.display import MISSING
from wiwak_eval.publication.workbook.looks import LINE_HEIGHT, Looks, lines
from wiwak_eval.publication.workbook.model import FIRST_ROW
from wiwak_eval.records.sheet_style import put_text
from wiwak_eval.results import Cell, Column, Unit

Place = tuple[int, int]


@dataclass(frozen=True)
class Head:
    """A head, the width of its column in characters, and its style."""

    text: str
    width: int
    look: str = "head"


@dataclass(frozen=True)
class Written:
    """What goes into a cell. look: the format of its number; formula: without `=`."""

    cell: Cell
    column: Column
    look: str
    formula: str | None = None
    is_input: bool = False


@dataclass(frozen=True)
class Paper:
    """What all sheets of one workbook share."""

    book: xlsxwriter.Workbook
    looks: Looks
    mark: RunMark

    def sheet(self, name: str, first: int = 0, sign: str = "") -> Worksheet:
        """A new sheet with its name, the mark of simulated data, header and footer. first: column in which words begin."""
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        mark = self.mark.provenance.mark or ""
        sheet.set_header(f"&L{name.replace('&', '&&')}&R{mark}")
        sheet.set_footer(f"&LLauf {self.mark.digest} · wiwak-eval {self.mark.version}&RSeite &P von &N")
        put_text(sheet, 0, first, name + sign, self.looks("heading"))
        put_text(sheet, 1, first, " · ".join(filter(None, [mark, *self.mark.notices])), self.looks("mark"))
        return sheet

    def heads(self, sheet: Worksheet, heads: Sequence[Head]) -> None:
        """Heads over columns, repeated on each page."""
        for place, head in enumerate(heads):
            sheet.set_column(place, place, head.width)
            put_text(sheet, FIRST_ROW, place, head.text, self.looks(head.look))
        sheet.set_row(FIRST_ROW, LINE_HEIGHT * max(len(lines(head.text, head.width - 1)) for head in heads))
        sheet.freeze_panes(FIRST_ROW + 1, 2)
        sheet.repeat_rows(FIRST_ROW)

    def value(self, sheet: Worksheet, place: Place, written: Written) -> None:
        """A cell with what the program computed; with its formula where it has one."""
        cell, column, formula = written.cell, written.column, written.formula
        day = as_day(cell, column)
        missing = "text" if column.unit is Unit.TEXT else "missing"
        shown = self.looks(missing if cell is None else "text" if isinstance(cell, str) else written.look, written.is_input)
        if day is not None:
            sheet.write_datetime(*place, day, self.looks("month" if column.unit is Unit.MONTH else "day", written.is_input))
        elif formula is not None:
            sheet.write_formula(*place, f"={formula}", shown, MISSING if cell is None else scaled(cell, column))
        elif isinstance(cell, str) or cell is None:
            put_text(sheet, *place, MISSING if cell is None else cell, shown)
        else:
            sheet.write_number(*place, float(scaled(cell, column)), shown)


def as_day(cell: Cell, column: Column) -> datetime | None:
    """The first day of a month (`2018-03`), or the day since which a step is held (`01.05.2016`), as a spreadsheet knows days."""
    if not isinstance(cell, str):
        return None
    if column.unit is Unit.MONTH and len(cell) == len("2018-03"):
        return datetime(int(cell[:4]), int(cell[5:7]), 1)
    return datetime.strptime(cell, "%d.%m.%Y") if column.name == "since" else None


def scaled(cell: str | int | float, column: Column) -> str | float:
    """Euros in a sheet are euros, not cents."""
    return cell / 100 if column.unit is Unit.CENTS and not isinstance(cell, str) else cell
