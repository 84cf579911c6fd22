"""How the workbook looks: formats, widths, heights."""

from itertools import chain
from textwrap import wrap

import xlsxwriter
from xlsxwriter.format import Format

from wiwak_eval.publication.design import ALARM, BLUE, BLUE_TINTS, GREY, SOFT
from wiwak_eval.results import Column, ReleasedTable, Unit

NUMBER_FORMATS = {
    Unit.CENTS: '#,##0.00 "€"_)',
    Unit.SHARE: "0.000%_)",
    Unit.POSTS: "0.00##_)",
    Unit.CONTACTS: "#,##0_)",
    Unit.PERSONS: "#,##0_)",
    Unit.COUNT: "#,##0_)",
}
WHOLE = "#,##0_)"
SHARES = ("share", "distribution", "utilisation", "warning")
"""Ends of the keys of rows that hold shares in tables of plain numbers."""
LINE_HEIGHT = 13.5
STYLES: dict[str, dict[str, object]] = {
    "heading": {"bold": True, "font_size": 14},
    "mark": {"font_color": ALARM, "bold": True},
    "label": {"bold": True, "valign": "top"},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "link": {"font_color": BLUE, "underline": 1},
    "head": {"bold": True, "text_wrap": True, "bottom": 1, "valign": "bottom", "bg_color": SOFT},
    "number_head": {"bold": True, "text_wrap": True, "bottom": 1, "valign": "bottom", "align": "right", "indent": 1, "bg_color": SOFT},
    "helper": {"italic": True, "text_wrap": True, "bottom": 1, "valign": "bottom", "align": "right", "indent": 1, "font_color": GREY},
    "note": {"italic": True},
    "month": {"num_format": "mmm yyyy", "align": "left"},
    "day": {"num_format": "dd.mm.yyyy", "align": "left"},
    "text": {"text_wrap": True},
    "missing": {"align": "right", "indent": 1},
}
INPUT = {"bg_color": BLUE_TINTS[0], "border": 1, "border_color": BLUE_TINTS[2]}


class Looks:
    """Formats of one workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, bool], Format] = {}

    def __call__(self, name: str, is_input: bool = False) -> Format:
        """A style by name, or a number format; coloured where the cell is an input."""
        if (name, is_input) not in self._made:
            style = STYLES.get(name, {"num_format": name}) | (INPUT if is_input else {})
            self._made[name, is_input] = self._book.add_format({"font_name": "Calibri", "font_size": 10, "valign": "top"} | style)
        return self._made[name, is_input]


def number_format(column: Column, row: str = "", whole: bool = False) -> str:
    """The format of a number. row: key of its row; whole: it has no fraction, whatever is entered."""
    if column.unit is not Unit.NUMBER:
        plain = "#,##0." + "0" * column.decimals + "_)" if column.decimals else WHOLE
        return NUMBER_FORMATS.get(column.unit, plain)
    if row.endswith(SHARES):
        return "0.0##%_)"
    return WHOLE if whole or not column.decimals else "#,##0." + "0" * column.decimals + "_)"


def width(table: ReleasedTable, place: int) -> int:
    """Characters for the longest word of the head, or the longest cell."""
    column = table.columns[place]
    money = 5 if column.unit is Unit.CENTS else 1
    texts = chain((len(word) for word in column.label.split()), (len(str(row[place])) + money for row in table.rows))
    return max(10, min(60, max(texts, default=10) + 2))


def lines(text: str, width: int) -> list[str]:
    """A text in lines of so many characters."""
    return wrap(text, width, break_long_words=False) or [""]
