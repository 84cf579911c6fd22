"""Workbooks that an auditor fills in: lists with empty fields beside them, ready to print, with the run and the mark on each sheet."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import xlsxwriter

from wiwak_eval import german
from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.design import NIGHT
from wiwak_eval.publication.imprint import LEVELS, imprint
from wiwak_eval.publication.workbook.language import in_german
from wiwak_eval.publication.workbook.listing import Entry, write_list
from wiwak_eval.publication.workbook.looks import Looks, number_format
from wiwak_eval.publication.workbook.model import FIRST_ROW
from wiwak_eval.publication.workbook.paper import A4, Head, Paper, Written
from wiwak_eval.results import Cell, Column, Unit

TICK, TICKED = "☐", "☒"
COVER = "Deckblatt"
COVER_HEADS = (Head("Angabe", 24), Head("Inhalt", 96))
TO_SIGN = ("Geprüft von", "Amt, Dienststelle", "Geprüft am", "Ergebnis", "Unterschrift")


@dataclass(frozen=True)
class WorkSheet:
    """A list. name: of the sheet; rows: each as wide as the heads; ticks: columns with a box to tick; fields: columns left to fill in."""

    name: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Entry, ...], ...]
    ticks: frozenset[int] = frozenset()
    fields: frozenset[int] = field(default_factory=frozenset)


def workbook(title: str, mark: RunMark, about: Sequence[tuple[str, str]], sheets: Sequence[WorkSheet]) -> bytes:
    """A cover with what the book is for, what identifies the run and fields to sign, then the lists. Equal content gives equal bytes."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    day = mark.as_of
    book.set_properties({
        "title": title,
        "subject": f"Lauf {mark.digest}, {mark.scenario}, {LEVELS[mark.level]}",
        "author": mark.provenance.authority,
        "comments": mark.provenance.mark or "",
        "created": datetime(day.year, day.month, day.day),
    })  # fmt: skip
    book.set_calc_mode("auto")
    paper = Paper(book, Looks(book), mark)
    signed = tuple((words, "") for words in TO_SIGN)
    delivered = ("Tag der Lieferung", german.day(mark.provenance.delivered_on))
    cover = *about, *imprint(mark), delivered, *signed
    _write(paper, WorkSheet(COVER, COVER_HEADS, cover), [place for place, (_, words) in enumerate(cover) if not words])
    for sheet in sheets:
        _write(paper, sheet, range(len(sheet.rows)))
    book.close()
    return in_german(buffer.getvalue())


def number(value: Cell, unit: Unit, decimals: int = 0, formula: str | None = None) -> Written:
    """A number as an entry of a list; euros as cents. formula: without `=`."""
    column = Column("value", "Wert", unit, decimals)
    return Written(value, column, number_format(column, whole=isinstance(value, int)), formula)


def _write(paper: Paper, sheet: WorkSheet, open_rows: Iterable[int]) -> None:
    """Write a list, then its open fields. open_rows: which rows have them; on the cover these are the ones without words."""
    paged = paper.sheet(sheet.name, NIGHT)
    write_list(paper, paged, sheet.name, sheet.heads, sheet.rows, filtered=sheet.name != COVER)
    # Offices print on A4; the margin above leaves room for the head line.
    paged.set_paper(A4)
    paged.fit_to_pages(1, 1 if sheet.name == COVER else 0)
    paged.set_margins(left=0.4, right=0.4, top=0.9, bottom=0.7)
    fields = sheet.fields or (frozenset({1}) if sheet.name == COVER else frozenset())
    for row in open_rows:
        for place in sheet.ticks:
            paged.write_string(FIRST_ROW + 1 + row, place, TICK, paper.looks("wrapped", True))
            paged.data_validation(FIRST_ROW + 1 + row, place, FIRST_ROW + 1 + row, place, _TICKING)
        for place in fields:
            paged.write_blank(FIRST_ROW + 1 + row, place, None, paper.looks("wrapped", True))


_TICKING: Mapping[str, object] = {
    "validate": "list", "source": [TICK, TICKED], "error_message": f"Bitte {TICK} oder {TICKED} wählen.",
}  # fmt: skip


def run_words(mark: RunMark) -> str:
    """The run in a few words, for lists and titles."""
    return f"Lauf {mark.digest}, Szenario {mark.scenario}, Stichtag {german.day(mark.as_of)}"
