"""Sheets ready to print, and cells of every unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from textwrap import shorten

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.display import MISSING
from wiwak_eval.publication.workbook.looks import LINE_HEIGHT, Looks, lines
from wiwak_eval.publication.workbook.model import FIRST_ROW
from wiwak_eval.records.sheet_style import inert, put_text
from wiwak_eval.results import Cell, Column, Unit

Place = tuple[int, int]
A4, A3 = 9, 8
LONGEST_ALT = 255
"""Characters of what is said of a table to those who do not see it."""
PAGE_WIDTH, WIDE_PAGE = 190, 290
"""Characters that a page holds in a size that can be read: A4 and A3, both lying."""
_UNFIT = re.compile(r"[^A-Za-z0-9_]")


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

    def sheet(self, name: str, tab: str, first: int = 0, sign: str = "") -> Worksheet:
        """A new sheet with its name, the mark of simulated data, header and footer. tab: its colour; first: column where words begin."""
        sheet = self.book.add_worksheet(name)
        sheet.set_tab_color(tab)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        mark = self.mark.provenance.mark or ""
        sheet.set_header(f"&L{name.replace('&', '&&')}&R{mark}")
        sheet.set_footer(f"&LLauf {self.mark.digest} · wiwak-eval {self.mark.version}&RSeite &P von &N")
        put_text(sheet, 0, first, name + sign, self.looks("heading"))
        put_text(sheet, 1, first, " · ".join(filter(None, [mark, *self.mark.notices])), self.looks("mark"))
        return sheet

    def fit(self, sheet: Worksheet, wide: int, words: Place) -> None:
        """A page for so many characters side by side; what is wider goes on on further pages, on which the columns of words come again."""
        if wide > PAGE_WIDTH:
            sheet.set_paper(A3)
        if wide > WIDE_PAGE:
            sheet.fit_to_pages(ceil(wide / WIDE_PAGE), 0)
            sheet.repeat_columns(*words)

    def table(self, sheet: Worksheet, name: str, heads: Sequence[Head], rows: int, frozen: int = 1, filtered: bool = False) -> None:
        """Heads over columns, repeated on each page, and they and the rows below marked up as one table.

        name: of the table, unique in the workbook; frozen: columns that stay while the others move; filtered: with buttons to choose rows.
        """
        texts = unique([inert(head.text) for head in heads])
        if rows:
            about = {"name": f"T_{_UNFIT.sub('_', name)}", "title": sheet.get_name(), "columns": [{"header": text} for text in texts]}
            told = shorten(f"Spalten: {'; '.join(texts)}", LONGEST_ALT)
            options = {**about, "description": told, "style": None, "autofilter": filtered}
            sheet.add_table(FIRST_ROW, 0, FIRST_ROW + rows, len(heads) - 1, options)
        for place, (head, text) in enumerate(zip(heads, texts, strict=True)):
            sheet.set_column(place, place, head.width)
            put_text(sheet, FIRST_ROW, place, text, self.looks(head.look))
        sheet.set_row(FIRST_ROW, LINE_HEIGHT * max(len(lines(text, head.width - 1)) for head, text in zip(heads, texts, strict=True)))
        sheet.freeze_panes(FIRST_ROW + 1, frozen)
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


def unique(texts: Sequence[str]) -> list[str]:
    """The same texts with a number after each that has stood before: a table's heads must differ."""
    seen: dict[str, int] = {}
    told = []
    for text in texts:
        key = text.lower()
        seen[key] = seen.get(key, 0) + 1
        told.append(text if seen[key] == 1 else f"{text} ({seen[key]})")
    return told


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
