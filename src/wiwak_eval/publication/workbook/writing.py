"""finanzierungsplan.xlsx: inputs, live formulas, results; one table a sheet."""

import io
from collections.abc import Iterator, Mapping

import xlsxwriter

from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.imprint import standing
from wiwak_eval.publication.workbook import sheets
from wiwak_eval.publication.workbook.chart import draw_funding
from wiwak_eval.publication.workbook.formulas.book import computes
from wiwak_eval.publication.workbook.front import contents_rows, cover_rows, hint_rows, input_rows, live_place
from wiwak_eval.publication.workbook.helpers import with_helpers
from wiwak_eval.publication.workbook.language import in_german
from wiwak_eval.publication.workbook.listing import Entry, write_list
from wiwak_eval.publication.workbook.looks import Looks, number_format
from wiwak_eval.publication.workbook.model import FIRST_ROW, Sheets
from wiwak_eval.publication.workbook.names import named_inputs
from wiwak_eval.publication.workbook.paper import Head, Paper, Written
from wiwak_eval.publication.workbook.plan_conduct import PLAN
from wiwak_eval.publication.workbook.properties import properties
from wiwak_eval.publication.workbook.refused_sheet import write_reason
from wiwak_eval.publication.workbook.table_sheet import write_table
from wiwak_eval.records.sheet_style import put_text
from wiwak_eval.results import Column, Finding, NotAssessable, ReleasedTable

TITLE = "Kosten- und Finanzierungsplan"
COVER_WIDTH = 110
COVER_HEADS = (Head("Angabe", 18), Head("Inhalt", COVER_WIDTH))
CONTENTS_HEADS = (Head("Blatt", 26), Head("Was es zeigt", 58), Head("Wozu es da ist", 38), Head("Notebook", 26))
HINT_HEADS = (Head("Nr.", 8), Head("Hinweis", COVER_WIDTH))
INPUT_HEADS = (Head("Eingabe", 58), Head("Wert", 18, "number_head"), Head("Name", 34), Head("zu ändern auf Blatt", 34))
FINDING_HEADS = (
    Head("Kennung", 34), Head("Aussage", 52), Head("Wert", 18, "number_head"), Head("Bereich von", 18, "number_head"),
    Head("Bereich bis", 18, "number_head"), Head("Zeitraum", 22), Head("Stand", 18),
)  # fmt: skip
PLACE_HEAD = Head("Fundstelle", 48)
NOTHING_LIVE = "In dieser Fassung folgt keine Kennzahl den Eingaben; alle stehen auf dem Blatt „Kennzahlen“."


def workbook_xlsx(released: Mapping[str, sheets.Released], findings: Mapping[str, Finding], mark: RunMark) -> bytes:
    """The workbook as bytes; the same bytes for the same content. A refused table leaves its reason on its sheet."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties(properties(TITLE, mark))
    book.set_calc_mode("auto")
    _Writer(Paper(book, Looks(book), mark), sheets.kept(released), sheets.by_group(released)).write(findings)
    book.close()
    return in_german(buffer.getvalue())


class _Writer:
    """Writes the sheets before the tables, a sheet for each table, and the findings behind them."""

    def __init__(self, paper: Paper, kept: Mapping[str, sheets.Released], by_group: bool) -> None:
        self._paper = paper
        tables = {id: table for id, table in kept.items() if isinstance(table, ReleasedTable)}
        self._refused = {id: table for id, table in kept.items() if isinstance(table, NotAssessable)}
        self._computing = computes(tables, by_group)
        self._own = {id: len(table.columns) for id, table in tables.items()}
        self._sheets = Sheets(with_helpers(tables) if self._computing else tables, sheets.names(tables), by_group)

    def write(self, findings: Mapping[str, Finding]) -> None:
        """All sheets; the contents are written last, when it is known what each sheet is for."""
        names = (sheets.COVER, sheets.CONTENTS, sheets.HINTS, *((sheets.INPUTS,) if self._computing else ()), sheets.RESULTS)
        front = {name: self._paper.sheet(name, sheets.TABS[sheets.ROLE_FRONT]) for name in names}
        roles = dict(self._tables())
        shown = {id: table for id, table in self._sheets.tables.items() if id in roles}
        live = [finding for finding in findings.values() if self._live(finding) is not None]
        write_list(self._paper, front[sheets.COVER], "deckblatt", COVER_HEADS, cover_rows(self._paper.mark, self._computing))
        listed = contents_rows(self._sheets, roles, self._computing)
        write_list(self._paper, front[sheets.CONTENTS], "inhalt", CONTENTS_HEADS, listed, filtered=True)
        write_list(self._paper, front[sheets.HINTS], "hinweise", HINT_HEADS, hint_rows(self._sheets, shown, self._computing))
        if self._computing:
            write_list(self._paper, front[sheets.INPUTS], "eingaben", INPUT_HEADS, input_rows(self._sheets))
        rows = write_list(self._paper, front[sheets.RESULTS], "ergebnisse", FINDING_HEADS, map(self._result, live))
        if not rows:
            put_text(front[sheets.RESULTS], FIRST_ROW + 1, 0, NOTHING_LIVE)
        elif self._computing:
            draw_funding(self._paper, front[sheets.RESULTS], self._sheets, FIRST_ROW + rows + 2, len(FINDING_HEADS) - 1)
        behind = self._paper.sheet(sheets.FINDINGS, sheets.TABS[sheets.ROLE_PROGRAM])
        heads = (*FINDING_HEADS, PLACE_HEAD)
        write_list(self._paper, behind, "kennzahlen", heads, map(self._finding, findings.values()), filtered=True)

    def _tables(self) -> Iterator[tuple[str, str]]:
        """Write the sheet of each table; its id and what it is for."""
        for id in sheets.SHEETS:
            if id in self._sheets.tables:
                table = self._sheets.tables[id]
                own = self._own.get(id, len(table.columns))
                yield id, write_table(self._paper, self._sheets, table, own, PLAN if self._computing else None)
            elif id in self._refused:
                write_reason(self._paper, self._sheets.names[id], self._refused[id].reason)
                yield id, sheets.ROLE_REFUSED
        for one in named_inputs(self._sheets) if self._computing else ():
            self._paper.book.define_name(one.name, f"={self._sheets.at(one.table, one.row, one.column)}")

    def _result(self, finding: Finding) -> tuple[Entry, ...]:
        return self._numbers(finding, self._live(finding) if self._computing else None)

    def _finding(self, finding: Finding) -> tuple[Entry, ...]:
        place = f"{finding.table} · {finding.row} · {finding.column}"
        return (*self._numbers(finding, None), place)

    def _numbers(self, finding: Finding, formula: str | None) -> tuple[Entry, ...]:
        """A finding under `FINDING_HEADS`."""
        column = Column(finding.column, finding.label, finding.unit, finding.decimals)
        cells = [
            Written(cell, column, number_format(column, whole=isinstance(cell, int)), formula if place == 0 else None)
            for place, cell in enumerate(finding.cells)
        ]
        return finding.id, finding.label, *cells, finding.period, standing(finding)

    def _live(self, finding: Finding) -> str | None:
        table, row, column = live_place(finding)
        known = table in self._sheets.tables and row in self._sheets.keys(table) and isinstance(finding.value, int | float)
        return self._sheets.at(table, row, column) if known and table in sheets.LIVE else None
