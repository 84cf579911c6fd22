"""land.xlsx: what each county and town would need and cost, with live formulas; one table a sheet."""

import io
from collections.abc import Mapping

import xlsxwriter

from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.land_papers.workbook import sheets as contents
from wiwak_eval.publication.land_papers.workbook.conduct import conduct
from wiwak_eval.publication.land_papers.workbook.front import contents_rows, cover_rows, hint_rows
from wiwak_eval.publication.land_papers.workbook.items import with_sheets
from wiwak_eval.publication.workbook.language import in_german
from wiwak_eval.publication.workbook.listing import write_list
from wiwak_eval.publication.workbook.looks import Looks
from wiwak_eval.publication.workbook.model import Sheets
from wiwak_eval.publication.workbook.paper import Paper
from wiwak_eval.publication.workbook.properties import properties
from wiwak_eval.publication.workbook.refused_sheet import write_reason
from wiwak_eval.publication.workbook.sheets import CONTENTS, COVER, HINTS, ROLE_FRONT, ROLE_REFUSED, TABS, Released
from wiwak_eval.publication.workbook.table_sheet import write_table
from wiwak_eval.publication.workbook.writing import CONTENTS_HEADS, COVER_HEADS, HINT_HEADS
from wiwak_eval.results import NotAssessable, ReleasedTable

TITLE = "Ein Willkommenscenter in jedem Kreis Thüringens"


def land_xlsx(released: Mapping[str, Released], mark: RunMark) -> bytes:
    """The workbook as bytes; the same bytes for the same content. A refused table leaves its reason on its sheet."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties(properties(TITLE, mark))
    book.set_calc_mode("auto")
    _write(Paper(book, Looks(book), mark), contents.kept(released))
    book.close()
    return in_german(buffer.getvalue())


def _write(paper: Paper, kept: Mapping[str, Released]) -> None:
    """All sheets; the contents are written last, when it is known what each sheet is for."""
    tables = {id: table for id, table in kept.items() if isinstance(table, ReleasedTable)}
    computing = contents.computes(tables)
    sheets = Sheets(with_sheets(tables) if computing else tables, contents.SHEETS, by_group=False)
    front = {name: paper.sheet(name, TABS[ROLE_FRONT]) for name in (COVER, CONTENTS, HINTS)}
    roles = _tables(paper, sheets, kept, computing)
    write_list(paper, front[COVER], "deckblatt", COVER_HEADS, cover_rows(paper.mark, computing))
    write_list(paper, front[CONTENTS], "inhalt", CONTENTS_HEADS, contents_rows(sheets, roles), filtered=True)
    write_list(paper, front[HINTS], "hinweise", HINT_HEADS, hint_rows(computing))


def _tables(paper: Paper, sheets: Sheets, kept: Mapping[str, Released], computing: bool) -> dict[str, str]:
    """Write the sheet of each table; its id and what it is for."""
    roles: dict[str, str] = {}
    how = conduct(sheets) if computing else None
    for id, name in contents.SHEETS.items():
        table = sheets.tables.get(id)
        refused = kept.get(id)
        if table is not None:
            roles[id] = write_table(paper, sheets, table, len(table.columns), how)
        elif isinstance(refused, NotAssessable):
            write_reason(paper, name, refused.reason)
            roles[id] = ROLE_REFUSED
    return roles
