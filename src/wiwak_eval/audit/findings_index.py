"""`pruefpaket/findings.csv`: each number of the papers with the way back to the rows, rules and assumptions it was made from.

It begins with the columns of `daten/findings.csv` and goes on with what an auditor asks: which cell of which notebook prints the number,
in which line and column of which file it stands unrounded, which cell of the workbook computes it, how it is defined, how many delivered
rows are behind it. That file is for readers of the data and stays narrow.
"""

import csv
from collections.abc import Mapping
from pathlib import Path

from wiwak_eval.audit.by_forecast import by_forecast
from wiwak_eval.audit.cells import Cells
from wiwak_eval.audit.inputs_behind import rows_behind
from wiwak_eval.audit.shown_in import shown_in
from wiwak_eval.audit.table_file import csv_bytes
from wiwak_eval.publication.data_fields import fields_of
from wiwak_eval.publication.datapackage import findings_table
from wiwak_eval.publication.display import csv_text, is_number, text
from wiwak_eval.publication.land_papers import land_places
from wiwak_eval.publication.workbook import WorkbookCell, workbook_places
from wiwak_eval.results import Finding, NotAssessable, ReleasedTable
from wiwak_eval.study.study import Study

FURTHER = (
    "shown_notebook",
    "shown_cell",
    "shown_cell_id",
    "file",
    "file_line",
    "file_column",
    "workbook",
    "formula",
    "definition",
    "input_rows",
    "assumptions_by_forecast",
)
"""Columns after those of `daten/findings.csv`. file_line: counted from 1, the heads are line 1; assumptions_by_forecast: ids
beside those of `assumptions`, which the forecast behind the number rests on."""


def findings_index(run: Path, study: Study) -> bytes:
    """The index as CSV, one finding a line, in the order of `daten/findings.csv`."""
    heads, *rows = csv.reader(csv_text(findings_table(study.findings, study.mark)).splitlines())
    released, behind = study.released, rows_behind(study)
    shown, live = shown_in(run, released), workbook_places(released, study.findings) | land_places(released, study.findings)
    cells, further, rests_on = Cells(released), [], by_forecast(study)
    for finding in study.findings.values():
        table = released[finding.table]
        place = shown.get(finding.table)
        cell = (place.notebook, place.cell, place.id) if place else ("", "", "")
        about = *_in_file(finding, cells), *_in_workbook(live.get(finding.id)), *_meaning(finding, table, behind)
        further.append((*cell, *about, " ".join(rests_on[finding.table])))
    return csv_bytes((*heads, *FURTHER), [(*row, *more) for row, more in zip(rows, further, strict=True)], quoted_before=len(heads))


def _in_file(finding: Finding, cells: Cells) -> tuple[str | int, ...]:
    if finding.row not in cells.keys(finding.table) or finding.column not in cells.columns(finding.table):
        return (f"daten/{finding.table}.csv" if cells.table(finding.table) else "", "", "")
    place = cells.place(finding.table, finding.row, finding.column)
    return place.file, place.line, place.column


def _in_workbook(cell: WorkbookCell | None) -> tuple[str, str]:
    """Where the workbook has the number, and its formula, in words: a cell that began with = would be one itself."""
    return (cell.words, cell.formula) if cell is not None else ("", "")


def _meaning(finding: Finding, table: ReleasedTable | NotAssessable, behind: Mapping[str, str]) -> tuple[str, str]:
    """What the number is in the words of its table, and the delivered rows behind it; the reason where the table was refused."""
    if isinstance(table, NotAssessable):
        return table.reason, behind.get(finding.table, "")
    fields = {field.name: field for field in fields_of(table)}
    what = fields[finding.column].meaning if finding.column in fields else finding.column
    return " ".join((f"{table.title} – {row_words(table, finding.row)}: {what}.", *table.notes)), behind.get(table.id, "")


def row_words(table: ReleasedTable, row: str) -> str:
    """A row in German: the words beside its key, else the key."""
    for cells in table.rows:
        if str(cells[0]) == row:
            beside = table.columns[1:2]
            words = [text(cells[1], column) for column in beside if not is_number(column)]
            return words[0] if words and isinstance(cells[1], str) else row
    return row
