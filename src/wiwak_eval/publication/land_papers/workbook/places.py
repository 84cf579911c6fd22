"""Where in land.xlsx a finding's number stands, and what computes it there."""

from collections.abc import Mapping

from wiwak_eval.publication.land_papers.workbook import sheets as contents
from wiwak_eval.publication.land_papers.workbook.formulas import formula
from wiwak_eval.publication.land_papers.workbook.items import with_sheets
from wiwak_eval.publication.workbook.model import Sheets
from wiwak_eval.publication.workbook.places import WorkbookCell
from wiwak_eval.publication.workbook.sheets import Released
from wiwak_eval.results import Finding, ReleasedTable

FILE = "land.xlsx"
OF_OTHERS = frozenset({"workload", "assumptions_log"})
"""Tables that have a sheet here, but are not those of all counties: what is found there has its place in another workbook."""


def land_places(released: Mapping[str, Released], findings: Mapping[str, Finding]) -> dict[str, WorkbookCell]:
    """Of each finding whose table is one of all counties, the cell."""
    tables = {id: table for id, table in contents.kept(released).items() if isinstance(table, ReleasedTable)}
    computing = contents.computes(tables)
    book = Sheets(with_sheets(tables) if computing else tables, contents.SHEETS, by_group=False)
    places: dict[str, WorkbookCell] = {}
    for finding in findings.values():
        table, row, column = finding.table, finding.row, finding.column
        if (
            table in book.tables
            and table not in OF_OTHERS
            and row in book.keys(table)
            and column in {one.name for one in book.columns(table)}
        ):
            cell = book.at(table, row, column).rpartition("!")[2].replace("$", "")
            computed = formula(book, table, row, column) if computing else None
            places[finding.id] = WorkbookCell(book.names[table], cell, computed or "", FILE)
    return places
