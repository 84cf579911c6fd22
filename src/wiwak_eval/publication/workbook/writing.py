"""finanzierungsplan.xlsx: inputs, live formulas, results; one table a sheet."""

import io
from collections.abc import Mapping
from datetime import date, datetime

import xlsxwriter

from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.imprint import standing
from wiwak_eval.publication.workbook import sheets
from wiwak_eval.publication.workbook.formulas.book import computes
from wiwak_eval.publication.workbook.front import cover_lines, live_place
from wiwak_eval.publication.workbook.helpers import with_helpers
from wiwak_eval.publication.workbook.looks import LINE_HEIGHT, Looks, lines, number_format
from wiwak_eval.publication.workbook.model import FIRST_ROW, Sheets
from wiwak_eval.publication.workbook.names import named_inputs
from wiwak_eval.publication.workbook.paper import Head, Paper, Written
from wiwak_eval.publication.workbook.table_sheet import write_table
from wiwak_eval.records.sheet_style import put_text
from wiwak_eval.results import Column, Finding, NotAssessable, ReleasedTable

FINDING_HEADS = (
    Head("Kennung", 26), Head("Aussage", 46), Head("Wert", 18, "number_head"), Head("Bereich von", 18, "number_head"),
    Head("Bereich bis", 18, "number_head"), Head("Zeitraum", 14), Head("Stand", 14),
)  # fmt: skip
COVER_WIDTH = 110


def workbook_xlsx(released: Mapping[str, sheets.Released], findings: Mapping[str, Finding], mark: RunMark) -> bytes:
    """The workbook as bytes; the same bytes for the same content. A refused table leaves its reason on its sheet."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Kosten- und Finanzierungsplan", "created": _created(mark.as_of), "comments": mark.provenance.mark or ""})
    book.set_calc_mode("auto")
    _Writer(Paper(book, Looks(book), mark), sheets.kept(released), sheets.by_group(released)).write(findings)
    book.close()
    return buffer.getvalue()


def _created(day: date) -> datetime:
    """The day the run looks from, since a time of writing would make each file another one."""
    return datetime(day.year, day.month, day.day)


class _Writer:
    """Writes cover, results, and a sheet for each table."""

    def __init__(self, paper: Paper, kept: Mapping[str, sheets.Released], by_group: bool) -> None:
        self._paper, self._looks = paper, paper.looks
        tables = {id: table for id, table in kept.items() if isinstance(table, ReleasedTable)}
        self._refused = {id: table for id, table in kept.items() if isinstance(table, NotAssessable)}
        self._computing = computes(tables, by_group)
        self._own = {id: len(table.columns) for id, table in tables.items()}
        self._sheets = Sheets(with_helpers(tables) if self._computing else tables, sheets.names(tables), by_group)

    def write(self, findings: Mapping[str, Finding]) -> None:
        """All sheets, cover and results first."""
        self._cover()
        self._results(findings)
        for id in sheets.SHEETS:
            if id in self._sheets.tables:
                table = self._sheets.tables[id]
                write_table(self._paper, self._sheets, table, self._own.get(id, len(table.columns)), self._computing)
            elif id in self._refused:
                self._reason(self._sheets.names[id], self._refused[id].reason)
        for name, place, _ in named_inputs(self._sheets) if self._computing else ():
            self._paper.book.define_name(name, f"={place}")

    def _reason(self, name: str, reason: str) -> None:
        sheet = self._paper.sheet(name)
        sheet.set_column(0, 0, COVER_WIDTH)
        put_text(sheet, FIRST_ROW, 0, reason, self._looks("wrapped"))
        sheet.set_row(FIRST_ROW, LINE_HEIGHT * len(lines(reason, COVER_WIDTH)))
        sheet.freeze_panes(FIRST_ROW, 0)
        sheet.print_area(0, 0, FIRST_ROW, 0)

    def _cover(self) -> None:
        sheet = self._paper.sheet(sheets.COVER)
        sheet.set_column(0, 0, 18)
        sheet.set_column(1, 1, COVER_WIDTH)
        shown = {id: self._sheets.tables[id] for id in sheets.SHEETS if id in self._sheets.tables}
        said = list(cover_lines(self._paper.mark, self._sheets, shown, self._computing))
        for row, line in enumerate(said, start=FIRST_ROW - 1):
            put_text(sheet, row, 0, line.term, self._looks("label"))
            if line.link:
                sheet.write_url(row, 1, f"internal:{line.link}", self._looks("link"), line.text)
            else:
                put_text(sheet, row, 1, line.text, self._looks("wrapped"))
                sheet.set_row(row, LINE_HEIGHT * len(lines(line.text, COVER_WIDTH)))
        sheet.print_area(0, 0, FIRST_ROW - 2 + len(said), 1)

    def _results(self, findings: Mapping[str, Finding]) -> None:
        """First those that follow inputs."""
        sheet = self._paper.sheet(sheets.RESULTS)
        self._paper.heads(sheet, FINDING_HEADS)
        live_first = sorted(findings.values(), key=lambda finding: self._live(finding) is None)
        for row, finding in enumerate(live_first, start=FIRST_ROW + 1):
            column = Column(finding.column, finding.label, finding.unit, finding.decimals)
            put_text(sheet, row, 0, finding.id)
            put_text(sheet, row, 1, finding.label)
            for place, cell in enumerate((finding.value, finding.low, finding.high), start=2):
                look = number_format(column, whole=isinstance(cell, int))
                self._paper.value(sheet, (row, place), Written(cell, column, look, self._live(finding) if place == 2 else None))
            put_text(sheet, row, 5, finding.period)
            put_text(sheet, row, 6, standing(finding))
        sheet.print_area(0, 0, FIRST_ROW + len(findings), len(FINDING_HEADS) - 1)

    def _live(self, finding: Finding) -> str | None:
        table, row, column = live_place(finding)
        known = table in self._sheets.tables and row in self._sheets.keys(table) and isinstance(finding.value, int | float)
        return self._sheets.at(table, row, column) if known and self._computing and table in sheets.LIVE else None
