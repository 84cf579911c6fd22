"""The workbook takes no text of a delivery for anything but text."""

import io

import python_calamine as calamine
from paper_sample import content, released

from wiwak_eval.publication.workbook import SHEETS, workbook_xlsx
from wiwak_eval.results import Column, NotAssessable, Unit

MARKUP = "<r><t>roh</t></r>"


def test_text_that_looks_like_the_writers_own_markup_stays_text() -> None:
    table = released("assumptions_log", "Annahmen", [Column("key", "Kennung", Unit.TEXT)], [(MARKUP,)], [MARKUP])
    tables = {name: table if name == "assumptions_log" else NotAssessable(MARKUP) for name in SHEETS}
    book = calamine.load_workbook(io.BytesIO(workbook_xlsx(tables, {}, content().mark)))
    cells = {sheet: [str(cell).strip() for row in book.get_sheet_by_name(sheet).to_python() for cell in row] for sheet in book.sheet_names}
    assert cells[SHEETS["assumptions_log"]].count(MARKUP) == 2
    assert cells[SHEETS["costs"]].count(MARKUP) == 1
