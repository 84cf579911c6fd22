"""Where in the workbook a finding's number stands."""

from collections.abc import Mapping

from wiwak_eval.publication.workbook import sheets
from wiwak_eval.publication.workbook.formulas.book import computes
from wiwak_eval.publication.workbook.front import live_place
from wiwak_eval.publication.workbook.helpers import with_helpers
from wiwak_eval.publication.workbook.model import Sheets
from wiwak_eval.results import Finding, ReleasedTable


def workbook_places(released: Mapping[str, sheets.Released], findings: Mapping[str, Finding]) -> dict[str, str]:
    """Of each finding whose table has a sheet, the cell as a reader finds it: `Blatt „Kosten“, Zelle C15`."""
    kept = {id: table for id, table in sheets.kept(released).items() if isinstance(table, ReleasedTable)}
    by_group = sheets.by_group(released)
    computing = computes(kept, by_group)
    book = Sheets(with_helpers(kept) if computing else kept, sheets.names(kept), by_group)
    places: dict[str, str] = {}
    for finding in findings.values():
        table, row, column = live_place(finding) if computing else (finding.table, finding.row, finding.column)
        if table in book.tables and row in book.keys(table) and column in {each.name for each in book.columns(table)}:
            cell = book.at(table, row, column).rpartition("!")[2].replace("$", "")
            places[finding.id] = f"Blatt „{book.names[table]}“, Zelle {cell}"
    return places
