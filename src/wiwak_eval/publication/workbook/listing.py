"""Sheets that list something: a marked-up table of words, links and numbers whose rows are as high as their text needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from wiwak_eval.publication.workbook.looks import LINE_HEIGHT, lines
from wiwak_eval.publication.workbook.model import FIRST_ROW
from wiwak_eval.publication.workbook.paper import Head, Paper, Written
from wiwak_eval.records.sheet_style import put_text


@dataclass(frozen=True)
class Link:
    """Words that lead to a cell of a sheet."""

    words: str
    sheet: str
    cell: str = "A1"


Entry = str | Link | Written


def write_list(
    paper: Paper, sheet: Worksheet, name: str, heads: Sequence[Head], rows: Iterable[Sequence[Entry]], filtered: bool = False
) -> int:
    """Write a list and set what is printed; how many rows it has. name: of the table; filtered: with buttons to choose rows."""
    listed = list(rows)
    paper.table(sheet, name, heads, len(listed), filtered=filtered)
    for number, row in enumerate(listed, start=FIRST_ROW + 1):
        for column, entry in enumerate(row):
            _write(paper, sheet, (number, column), entry)
        sheet.set_row(number, LINE_HEIGHT * max(_height(entry, head) for entry, head in zip(row, heads, strict=True)))
    sheet.print_area(0, 0, FIRST_ROW + len(listed), len(heads) - 1)
    paper.fit(sheet, sum(head.width for head in heads), (0, 0))
    return len(listed)


def _write(paper: Paper, sheet: Worksheet, place: tuple[int, int], entry: Entry) -> None:
    match entry:
        case Link(words, target, cell):
            sheet.write_url(*place, f"internal:'{target}'!{cell}", paper.looks("link"), words)
        case Written():
            paper.value(sheet, place, entry)
        case _:
            put_text(sheet, *place, entry, paper.looks("wrapped"))


def _height(entry: Entry, head: Head) -> int:
    words = entry if isinstance(entry, str) else entry.words if isinstance(entry, Link) else ""
    return len(lines(words, head.width))
