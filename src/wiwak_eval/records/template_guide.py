"""The first sheet of the template: how to fill it in, what each sheet is for, which are needed."""

from collections.abc import Iterator

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from wiwak_eval.records.sheet_style import Formats, on_paper
from wiwak_eval.records.tables import TABLES
from wiwak_eval.records.template_texts import DELIVERY_PURPOSE, HELPERS, LITTLE, OPTIONAL, PURPOSES, STEPS, TITLE, WEIGHTS

SHEET = "Erklärung"
ROW = 18


def write_guide(book: xlsxwriter.Workbook, formats: Formats) -> None:
    """Add the sheet."""
    sheet = book.add_worksheet(SHEET)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 30)
    sheet.set_column(2, 2, 100)
    sheet.write_string(0, 0, TITLE, formats["title"])
    sheet.set_row(0, 28)
    row = _steps(sheet, formats, 2)
    row = _legend(sheet, formats, row + 1)
    _sheets(sheet, formats, row + 1)
    on_paper(sheet, SHEET)
    sheet.fit_to_pages(1, 1)


def _steps(sheet: Worksheet, formats: Formats, row: int) -> int:
    sheet.write_string(row, 0, "So wird sie ausgefüllt", formats["heading"])
    for number, step in enumerate(STEPS, start=1):
        sheet.write_number(row + number, 0, number, formats["step"])
        sheet.merge_range(row + number, 1, row + number, 2, step, formats["plain"])
        sheet.set_row(row + number, ROW)
    return row + len(STEPS) + 1


def _legend(sheet: Worksheet, formats: Formats, row: int) -> int:
    sheet.write_string(row, 0, "Zeichen", formats["heading"])
    signs = (("required", "Datum", "Pflichtspalte"), ("head", "Kanal", "freiwillige Spalte"), ("lacking", "", "hier fehlt noch etwas"))
    for place, (shape, text, meaning) in enumerate((*signs, ("made", "", "füllt ein Hilfsblatt")), start=row + 1):
        sheet.write_string(place, 0, text, formats[shape])
        sheet.write_string(place, 1, meaning, formats["plain"])
    return row + 6


def _sheets(sheet: Worksheet, formats: Formats, row: int) -> None:
    sheet.write_string(row, 0, "Die Blätter", formats["heading"])
    for place, head in enumerate(("Blatt", "Wie wichtig", "Wofür")):
        sheet.write_string(row + 1, place, head, formats["head"])
    entries = list(_entries())
    for line, (name, weight, purpose) in enumerate(entries, start=row + 2):
        sheet.write_url(line, 0, f"internal:'{name}'!A1", formats["link"], name)
        sheet.write_string(line, 1, weight, formats["plain"])
        sheet.write_string(line, 2, purpose, formats["plain"])
        sheet.set_row(line, ROW)
    end = row + 3 + len(entries)
    sheet.merge_range(end, 0, end, 2, LITTLE, formats["note"])
    sheet.set_row(end, 48)


def _entries() -> Iterator[tuple[str, str, str]]:
    yield "Lieferung", "Pflicht", DELIVERY_PURPOSE
    for name, spec in TABLES.items():
        yield spec.title, WEIGHTS.get(name, OPTIONAL), PURPOSES[name]
    for name, purpose in HELPERS.items():
        yield name, "Hilfe", purpose
