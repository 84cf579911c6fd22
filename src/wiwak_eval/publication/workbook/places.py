"""Where in the workbook a finding's number stands, and what computes it there."""

from collections.abc import Mapping
from dataclasses import dataclass

from wiwak_eval.publication.workbook import sheets
from wiwak_eval.publication.workbook.formulas.book import computes, formula
from wiwak_eval.publication.workbook.front import live_place
from wiwak_eval.publication.workbook.helpers import with_helpers
from wiwak_eval.publication.workbook.model import Sheets
from wiwak_eval.results import Finding, ReleasedTable

FILE = "finanzierungsplan.xlsx"


@dataclass(frozen=True)
class WorkbookCell:
    """A cell of a workbook. formula: without `=`, as the file holds it; empty where the number is fixed; file: in the run folder."""

    sheet: str
    cell: str
    formula: str
    file: str = FILE

    @property
    def words(self) -> str:
        """As a reader finds it: `Blatt „Kosten“, Zelle C15`."""
        of = "" if self.file == FILE else f"{self.file}, "
        return f"{of}Blatt „{self.sheet}“, Zelle {self.cell}"


def workbook_places(released: Mapping[str, sheets.Released], findings: Mapping[str, Finding]) -> dict[str, WorkbookCell]:
    """Of each finding whose table has a sheet, the cell."""
    kept = {id: table for id, table in sheets.kept(released).items() if isinstance(table, ReleasedTable)}
    by_group = sheets.by_group(released)
    computing = computes(kept, by_group)
    book = Sheets(with_helpers(kept) if computing else kept, sheets.names(kept), by_group)
    places: dict[str, WorkbookCell] = {}
    for finding in findings.values():
        table, row, column = live_place(finding) if computing else (finding.table, finding.row, finding.column)
        if table in book.tables and row in book.keys(table) and column in {each.name for each in book.columns(table)}:
            cell = book.at(table, row, column).rpartition("!")[2].replace("$", "")
            computed = formula(book, table, row, column) if computing else None
            places[finding.id] = WorkbookCell(book.names[table], cell, computed or "")
    return places
