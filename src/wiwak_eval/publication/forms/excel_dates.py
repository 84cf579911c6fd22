"""How a workbook keeps days: as numbers of days from a first one, told from other numbers by the cell's format alone."""

import re
from datetime import date

from lxml import etree

from wiwak_eval.publication.forms.cells import tag
from wiwak_eval.publication.office.package import Package

_BUILT_IN = frozenset({*range(14, 18), 22, *range(27, 32), *range(50, 59)})
"""Numbers of the date formats that every workbook has (ECMA-376, part 1, 18.8.30)."""
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


class Dates:
    """Which formats of a workbook show a date, and which number a day is in it."""

    def __init__(self, package: Package, styles: str, book: etree._Element) -> None:
        properties = book.find(tag(book, "workbookPr"))
        self._from_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
        self._formats = _formats(package, styles)

    def shows_date(self, style: int) -> bool:
        """Whether a cell of this format shows a day rather than a number."""
        return style < len(self._formats) and self._formats[style]

    def serial(self, day: date) -> int:
        """The day as the workbook counts it; the count from 1900 knows a 29 February 1900, which there was not."""
        return (day - (date(1904, 1, 1) if self._from_1904 else date(1899, 12, 30))).days


def _formats(package: Package, part: str) -> list[bool]:
    if part not in package.parts:
        return []
    root = package.xml(part)
    codes = {one.get("numFmtId"): one.get("formatCode", "") for one in root.iter(tag(root, "numFmt"))}
    cells = root.find(tag(root, "cellXfs"))
    return [_is_date(int(one.get("numFmtId", "0")), codes.get(one.get("numFmtId"), "")) for one in (cells if cells is not None else ())]


def _is_date(number: int, code: str) -> bool:
    plain = _LITERAL.sub("", code).lower()
    return number in _BUILT_IN or ("d" in plain or "y" in plain)
