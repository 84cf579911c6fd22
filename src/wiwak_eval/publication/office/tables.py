"""A released table as a table in Word: head row marked, numbers on the right, widths by content."""

from collections.abc import Sequence

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from wiwak_eval.publication.display import is_number, notes, printed
from wiwak_eval.publication.display import title as signed_title
from wiwak_eval.publication.office.package import xml_text
from wiwak_eval.publication.typesetting import sheet_data
from wiwak_eval.results import ReleasedTable

GREY, HEAD_FILL = "C4C4C4", "EEF1F4"
_MOST_IN_PLAIN_TYPE = 6
_WIDTH = 9600
"""Width of a page of ours between its margins, in twentieths of a point; another page shares it out in the same parts."""


def insert_table(document: Document, after: Paragraph, table: ReleasedTable) -> None:
    """Put title, table and notes where the paragraph stands: it becomes the title or, where it holds words, stays before it."""
    columns, rows = printed(table)
    numeric = [is_number(column) for column in columns]
    heads = [column.label for column in columns]
    title = after if not after.text.strip() else _next(after)
    title.text = ""
    title.add_run(xml_text(signed_title(table))).bold = True
    title.paragraph_format.keep_with_next = True
    made = document.add_table(len(rows) + 1, len(columns))
    title._p.addnext(made._tbl)
    wide = len(columns) > _MOST_IN_PLAIN_TYPE
    size = Pt(7 if wide else 9)
    for place, cells in enumerate((heads, *rows)):
        _fill_row(made, place, cells, numeric, size)
    _mark_head(made)
    _draw(made, _shares(heads, rows, numeric), narrow=wide)
    last = Paragraph(OxmlElement("w:p"), title._parent)
    made._tbl.addnext(last._p)
    run = last.add_run(xml_text(" ".join((*notes(table), f"Tabelle {table.id}."))))
    run.font.size = Pt(8)


def _next(paragraph: Paragraph) -> Paragraph:
    following = Paragraph(OxmlElement("w:p"), paragraph._parent)
    paragraph._p.addnext(following._p)
    return following


def _fill_row(table: Table, place: int, cells: Sequence[str], numeric: Sequence[bool], size: Pt) -> None:
    for cell, words, number in zip(table.rows[place].cells, cells, numeric, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(1)
        paragraph.paragraph_format.space_before = Pt(1)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if number else WD_ALIGN_PARAGRAPH.LEFT
        run = paragraph.add_run(xml_text(words))
        run.font.size, run.bold = size, place == 0
        if place == 0:
            _shade(cell)


def _mark_head(table: Table) -> None:
    """The first row is a head: repeated on each page, and told as such to those who listen. No row is broken over two pages."""
    for place, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(_element("w:cantSplit"))
        if place == 0:
            properties.append(_element("w:tblHeader"))


def _shares(heads: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[bool]) -> list[float]:
    """Parts of the width that columns get, as in the printed report."""
    widths = sheet_data(heads, rows, numeric)["widths"]
    assert isinstance(widths, list)
    return [width / sum(widths) for width in widths]


def _draw(table: Table, shares: Sequence[float], narrow: bool) -> None:
    """Full width shared among the columns; thin grey rules between the rows."""
    properties = table._tbl.tblPr
    for name in ("w:tblW", "w:tblLayout", "w:tblBorders"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    borders = _element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(_element(f"w:{side}", val="single", sz="4", space="0", color=GREY))
    place = properties.find(qn("w:tblStyle"))
    at = 0 if place is None else properties.index(place) + 1
    drawn = [_element("w:tblW", w="5000", type="pct"), borders, _element("w:tblLayout", type="fixed"), _margins(40 if narrow else 90)]
    for number, element in enumerate(drawn):
        properties.insert(at + number, element)
    for column, share in zip(table.columns, shares, strict=True):
        column._gridCol.set(qn("w:w"), str(round(_WIDTH * share)))
    for row in table.rows:
        for cell, share in zip(row.cells, shares, strict=True):
            cell_properties = cell._tc.get_or_add_tcPr()
            for old in cell_properties.findall(qn("w:tcW")):
                cell_properties.remove(old)
            cell_properties.insert(0, _element("w:tcW", w=str(round(5000 * share)), type="pct"))


def _margins(width: int) -> BaseOxmlElement:
    margins = _element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", w=str(width), type="dxa"))
    return margins


def _shade(cell: _Cell) -> None:
    cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=HEAD_FILL))


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    made = OxmlElement(name)
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), value)
    return made
