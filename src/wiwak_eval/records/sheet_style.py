"""How the workbooks for the clerk look: formats by name, page set-up, and text that stays text."""

from collections.abc import Mapping
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

CREATED = datetime(2018, 1, 1)
"""A fixed day, since a time of writing would make each file another one."""
LONGEST_CELL = 32_767
MARK = '@" *"'
"""Shows a star behind the text of a required header; the text itself, which is read, has none."""
DARK, LIGHT, RULE = "#1f4e79", "#dcebf7", "#8ea9c1"
_HEAD: Mapping[str, object] = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter"}
STYLES: Mapping[str, Mapping[str, object]] = {
    "base": {"font_name": "Calibri", "font_size": 11, "valign": "top"},
    "plain": {"text_wrap": True},
    "title": {"bold": True, "font_size": 18, "font_color": DARK},
    "heading": {"bold": True, "font_size": 13, "font_color": DARK},
    "step": {"bold": True, "align": "left", "font_color": DARK},
    "label": {"bold": True},
    "note": {"italic": True, "font_color": "#595959", "text_wrap": True},
    "note_line": {"italic": True, "font_color": "#595959"},
    "head": {**_HEAD, "bg_color": LIGHT},
    "required": {**_HEAD, "bg_color": DARK, "font_color": "#ffffff", "num_format": MARK},
    "link": {"font_color": "#1155aa", "underline": 1},
    "text": {"num_format": "@"},
    "date": {"num_format": "dd.mm.yyyy", "align": "left"},
    "month": {"num_format": "mm/yyyy", "bold": True, "bg_color": LIGHT, "bottom": 1, "align": "center"},
    "whole": {"num_format": "0_)"},
    "number": {"num_format": "General"},
    "share": {"num_format": "0.0###_)"},
    "money": {"num_format": "#,##0.00_)"},
    "entry_text": {"num_format": "@", "border": 1, "border_color": RULE, "text_wrap": True},
    "entry_date": {"num_format": "dd.mm.yyyy", "align": "left", "border": 1, "border_color": RULE},
    "entry_whole": {"num_format": "0", "align": "center", "border": 1, "border_color": RULE},
    "made_sum": {"bg_color": "#f2f2f2", "bold": True, "align": "center", "num_format": "0"},
    "made": {"bg_color": "#f2f2f2", "num_format": "0"},
    "made_text": {"bg_color": "#f2f2f2"},
    "made_date": {"bg_color": "#f2f2f2", "num_format": "ddd dd.mm.yyyy", "align": "left"},
    "made_day": {"bg_color": "#f2f2f2", "num_format": "dd.mm.yyyy", "align": "left"},
    "sum": {"bg_color": "#f2f2f2", "bold": True, "top": 1, "align": "center", "num_format": "0"},
    "lacking": {"bg_color": "#fde2c4"},
    "warning": {"bold": True, "font_color": "#8a3b00"},
    "rejected": {"bg_color": "#ffc7ce", "bold": True, "border": 1, "border_color": "#9c0006"},
    "cleared": {"bg_color": "#ffeb9c", "border": 1, "border_color": "#9c5700"},
}


class Formats:
    """The named formats of one workbook, each made once; `date rejected` joins two."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[str, Format] = {}

    def __getitem__(self, name: str) -> Format:
        if name not in self._made:
            parts = [STYLES[part] for part in ("base", *name.split())]
            self._made[name] = self._book.add_format({key: value for part in parts for key, value in part.items()})
        return self._made[name]


def on_paper(sheet: Worksheet, header: str, landscape: bool = True) -> None:
    """A4, as wide as one page, with the sheet's name above and page numbers below."""
    if landscape:
        sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    sheet.set_header(f"&L{header.replace('&', '&&')}")
    sheet.set_footer("&RSeite &P von &N")


def put_text(sheet: Worksheet, row: int, column: int, text: str, shape: Format | None = None) -> None:
    """Write text as text, whatever it looks like; text longer than a cell, which the writer would drop, is cut."""
    sheet.write_string(row, column, inert(text), shape)


def inert(text: str) -> str:
    """Text as a cell can hold it: the writer takes what begins with `<r>` for its own markup, which a blank in front prevents."""
    return (f" {text}" if text.startswith("<r>") else text)[:LONGEST_CELL]
