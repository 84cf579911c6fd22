"""An empty workbook for a delivery, made from the contract: `wiwak template`."""

import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from wiwak_eval.records.contract import ColumnSpec, Kind, TableSpec
from wiwak_eval.records.facts import FACTS
from wiwak_eval.records.report import write_private
from wiwak_eval.records.sheet_style import CREATED, Formats, on_paper
from wiwak_eval.records.tables import TABLES
from wiwak_eval.records.template_columns import (
    DELIVERY,
    PERIOD_FROM,
    PERIOD_TO,
    REFERENCE_LISTS,
    cell_format,
    fact_cell,
    fact_validation,
    validation,
    width,
)
from wiwak_eval.records.template_guide import write_guide
from wiwak_eval.records.template_helpers import TALLY, TIMES, MadeCell, tally_cells, time_cells, write_tally, write_times
from wiwak_eval.records.template_lists import write_lists
from wiwak_eval.records.template_texts import MADE_NOTE
from wiwak_eval.records.values import read_date
from wiwak_eval.results import GermanError, system_words

LAST_ROW = 1_048_575
MARKED_ROWS = 2_000
"""Rows in which a missing required value is coloured: each costs the spreadsheet a sum."""
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def template_xlsx() -> bytes:
    """The empty template; always the same bytes."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, OPTIONS)
    write_template(book)
    book.close()
    return buffer.getvalue()


def save_template(file: Path) -> None:
    """Write the empty template as a new file. Raises GermanError where that cannot be done."""
    if file.suffix.lower() != ".xlsx":
        raise GermanError(f"{file} hat nicht die Endung .xlsx. Bitte einen Namen wie vorlage.xlsx angeben.")
    if file.exists():
        raise GermanError(f"{file} gibt es schon. Bitte einen anderen Namen angeben; vorhandene Dateien werden nicht überschrieben.")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_private(file, template_xlsx())
    except OSError as error:
        why = system_words(error)
        raise GermanError(f"Die Vorlage {file} konnte nicht geschrieben werden ({why}). Bitte Platz und Rechte prüfen.") from None


def write_template(book: xlsxwriter.Workbook) -> None:
    """Write all sheets of the template into a new workbook."""
    book.set_properties({"title": "Vorlage für die Lieferung", "created": CREATED})
    formats = Formats(book)
    write_guide(book, formats)
    _delivery_sheet(book, formats)
    made = {"monthly_totals": (TALLY, tuple(tally_cells())), "time_study": (TIMES, tuple(time_cells()))}
    for name, spec in TABLES.items():
        _table_sheet(book, formats, spec, *made.get(name, ("", ())))
    write_tally(book, formats)
    write_times(book, formats)
    write_lists(book)
    _names(book)


def _delivery_sheet(book: xlsxwriter.Workbook, formats: Formats) -> None:
    sheet = book.add_worksheet(DELIVERY)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 60)
    sheet.write_string(0, 0, "Angabe", formats["head"])
    sheet.write_string(0, 1, "Wert", formats["head"])
    for row, fact in enumerate(FACTS, start=1):
        sheet.set_row(row, 21)
        sheet.write_string(row, 0, fact.header, formats["required" if fact.required else "head"])
        sheet.write_blank(row, 1, None, formats["entry_date" if fact.read is read_date else "entry_text"])
        sheet.data_validation(row, 1, row, 1, fact_validation(fact))
    needed = [row for row, fact in enumerate(FACTS, start=2) if fact.required]
    for row in needed:
        sheet.conditional_format(f"B{row}", {"type": "formula", "criteria": f"=LEN($B${row})=0", "format": formats["lacking"]})
    basis, simulated = (fact_cell(name).partition("!")[2] for name in ("legal_basis", "simulated"))
    unnamed = f'=AND({simulated}="nein",LEN({basis})=0)'
    sheet.conditional_format(basis.replace("$", ""), {"type": "formula", "criteria": unnamed, "format": formats["lacking"]})
    sheet.freeze_panes(1, 0)
    on_paper(sheet, DELIVERY)


def _table_sheet(book: xlsxwriter.Workbook, formats: Formats, spec: TableSpec, source: str, made: Sequence[MadeCell]) -> None:
    sheet = book.add_worksheet(spec.title)
    sheet.set_row(0, 34)
    for place, column in enumerate(spec.columns):
        sheet.set_column(place, place, width(column), formats[cell_format(column)])
        sheet.write_string(0, place, column.header, formats["required" if column.required else "head"])
        sheet.data_validation(1, place, LAST_ROW, place, validation(column))
    _mark_gaps(sheet, formats, spec.columns)
    for cell in made:
        sheet.write_formula(cell.row, cell.column, f"={cell.formula}", formats[cell.shape], "")
    if made:
        sheet.write_comment(0, 0, MADE_NOTE.format(sheet=source), {"x_scale": 1.6, "author": "wiwak"})
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    on_paper(sheet, spec.title)


def _mark_gaps(sheet: Worksheet, formats: Formats, columns: Sequence[ColumnSpec]) -> None:
    """Colour what is missing in a row that holds anything."""
    last = xl_col_to_name(len(columns) - 1)
    for place in _never_blank(columns):
        letter = xl_col_to_name(place)
        rule = f"=AND(LEN({letter}2)=0,SUMPRODUCT(LEN($A2:${last}2))>0)"
        sheet.conditional_format(1, place, MARKED_ROWS, place, {"type": "formula", "criteria": rule, "format": formats["lacking"]})


def _never_blank(columns: Sequence[ColumnSpec]) -> Iterable[int]:
    """Required columns, and those of yes and no whose absence means yes but whose blank means no."""
    return (place for place, column in enumerate(columns) if column.required or (column.kind is Kind.YES_NO and column.default is True))


def _names(book: xlsxwriter.Workbook) -> None:
    """Names for the delivery's period and for the keys of short tables."""
    for name, fact, otherwise in ((PERIOD_FROM, "period_from", "DATE(1990,1,1)"), (PERIOD_TO, "period_to", "DATE(2100,12,31)")):
        cell = fact_cell(fact)
        book.define_name(name, f"=IF(ISNUMBER({cell}),{cell},{otherwise})")
    for table, name in REFERENCE_LISTS.items():
        sheet = TABLES[table].title
        book.define_name(name, f"=OFFSET({sheet}!$A$2,0,0,MAX(1,COUNTA({sheet}!$A$2:$A$1000)),1)")
