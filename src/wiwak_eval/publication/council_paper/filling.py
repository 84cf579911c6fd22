"""A template with placeholders becomes a document with text and tables."""

import io
from collections.abc import Iterator

from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docxtpl import DocxTemplate
from jinja2 import TemplateError

from wiwak_eval.publication.council_paper.fields import Fields, refusal_words, token
from wiwak_eval.publication.council_paper.sandbox import PlaceholderEnvironment, TemplateRefused
from wiwak_eval.publication.council_paper.words import ASKED
from wiwak_eval.publication.office.package import UnsafePackage, open_package, packed, passive, xml_text
from wiwak_eval.publication.office.tables import insert_table
from wiwak_eval.results import NotAssessable

_STRAY = ".//text()[normalize-space()][parent::w:body or parent::w:p or parent::w:r or parent::w:tbl or parent::w:tr or parent::w:tc]"


def filled(template: bytes, fields: Fields) -> Document:
    """The template with all fields in place. Raises TemplateRefused for every kind of template that cannot be filled."""
    values = fields.template_values()
    try:
        trusted = packed(passive(open_package(template)))
        form = DocxTemplate(io.BytesIO(trusted))
        form.render(dict(values), PlaceholderEnvironment(values), autoescape=True)
    except TemplateRefused:
        raise
    except UnsafePackage as error:
        raise TemplateRefused(str(error)) from error
    except TemplateError as error:
        raise TemplateRefused("ein Platzhalter ist nicht richtig geschrieben; richtig ist zum Beispiel „{{ betreff }}“") from error
    except Exception as error:  # a damaged file breaks the reading libraries in ways of their own; the other papers must not fall with it
        raise TemplateRefused(f"sie ist keine Word-Datei, die sich ausfüllen lässt ({type(error).__name__})") from error
    document: Document = form.docx
    _look_at(document)
    _put_tables(document, fields)
    _highlight(document)
    return document


def _look_at(document: Document) -> None:
    """Text stands in runs alone, and spans are numbers: other kinds of tags of the engine leave both behind. Raises TemplateRefused."""
    if document.element.body.xpath(_STRAY):
        raise TemplateRefused("ein Platzhalter steht zwischen den Absätzen; bitte ohne „r“, „p“, „tr“ oder „tc“ schreiben")
    spans = [span.get(qn("w:val"), "") for span in document.element.body.iter(qn("w:gridSpan"))]
    if not all(span.isdigit() for span in spans):
        raise TemplateRefused("ein Platzhalter steht als Breite einer Zelle")


def _highlight(document: Document) -> None:
    """What a human must fill in is seen at once."""
    for paragraph in _paragraphs(document):
        for run in paragraph.runs:
            if ASKED in run.text:
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _put_tables(document: Document, fields: Fields) -> None:
    """Each token of a table gives way to the table. Raises TemplateRefused where one stands where no table can stand."""
    for paragraph in list(_paragraphs(document)):
        for name, table in fields.tables.items():
            if token(name) not in paragraph.text:
                continue
            paragraph.text = paragraph.text.replace(token(name), xml_text(refusal_words(table)) if isinstance(table, NotAssessable) else "")
            if not isinstance(table, NotAssessable):
                insert_table(document, paragraph, table)
    for part in document.part.package.iter_parts():
        left = [name for name in fields.tables if token(name).encode() in part.blob]
        if left:
            raise TemplateRefused(f"der Platzhalter „{left[0]}“ steht an einer Stelle, an der keine Tabelle stehen kann")


def _paragraphs(holder: Document | _Cell) -> Iterator[Paragraph]:
    """Paragraphs of the text and of the cells of its tables."""
    for item in holder.iter_inner_content():
        if isinstance(item, Paragraph):
            yield item
        elif isinstance(item, Table):
            for row in item.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell)
