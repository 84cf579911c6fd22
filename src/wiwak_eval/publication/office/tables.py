"""A released table as a table in Word: head row marked, numbers on the right, widths by content."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from wiwak_eval.publication.display import is_number, notes, printed
from wiwak_eval.publication.display import title as signed_title
from wiwak_eval.publication.office.package import xml_text
from wiwak_eval.publication.sheets import sheet_data
from wiwak_eval.results import ReleasedTable

GREY, HEAD_FILL = "C4C4C4", "EEF1F4"
_MOST_IN_PLAIN_TYPE = 6
_NOT = ' w:val="0"'
_BOLD, _EDGES = 1.15, 3
"""How much wider bold letters are, and the characters that the edges of a cell take."""
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
    made = document.add_table(0, len(columns))
    title._p.addnext(made._tbl)
    wide = len(columns) > _MOST_IN_PLAIN_TYPE
    shares = _shares(heads, rows, numeric)
    _draw(made, shares, narrow=wide)
    for place, cells in enumerate((heads, *rows)):
        made._tbl.append(parse_xml(_row(cells, numeric, shares, 7 if wide else 9, head=place == 0)))
    last = Paragraph(OxmlElement("w:p"), title._parent)
    made._tbl.addnext(last._p)
    last.paragraph_format.space_before = Pt(4)
    said = (note if note.endswith((".", "!", "?")) else f"{note}." for note in (*notes(table), f"Tabelle {table.id}"))
    last.add_run(xml_text(" ".join(said))).font.size = Pt(8)


def _next(paragraph: Paragraph) -> Paragraph:
    following = Paragraph(OxmlElement("w:p"), paragraph._parent)
    paragraph._p.addnext(following._p)
    return following


def _row(cells: Sequence[str], numeric: Sequence[bool], shares: Sequence[float], size: int, head: bool) -> str:
    """A row that is not broken over two pages. A head is repeated on each page, and told as such to those who listen.

    Written as XML: python-docx takes ten times as long to put the same together piece by piece.
    """
    places = zip(cells, numeric, shares, strict=True)
    inside = "".join(_cell(words, "right" if number else "left", share, size, head) for words, number, share in places)
    return f"<w:tr {nsdecls('w')}><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{inside}</w:tr>"


def _cell(words: str, side: str, share: float, size: int, head: bool) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{HEAD_FILL}"/>' if head else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{round(5000 * share)}" w:type="pct"/>{shade}</w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:after="20" w:before="20"/><w:jc w:val="{side}"/></w:pPr>'
        f'<w:r><w:rPr><w:b{"" if head else _NOT}/><w:sz w:val="{2 * size}"/></w:rPr><w:t>{escape(_line(words))}</w:t></w:r></w:p></w:tc>'
    )


def _line(words: str) -> str:
    """The words in signs that XML holds, in one line."""
    return " ".join(xml_text(words).split("\n")).replace("\t", " ").strip(" ")


def _shares(heads: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[bool]) -> list[float]:
    """Parts of the width that columns get, as in the printed report; here no bold word of a head may break."""
    asked = sheet_data(heads, rows, numeric)["widths"]
    assert isinstance(asked, list)
    widths = [max(width, max(map(len, head.split()), default=1) * _BOLD + _EDGES) for width, head in zip(asked, heads, strict=True)]
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


def _margins(width: int) -> BaseOxmlElement:
    margins = _element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", w=str(width), type="dxa"))
    return margins


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    made = OxmlElement(name)
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), value)
    return made
