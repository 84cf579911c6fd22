"""What all our Word files have in common: the mark in the head of every page, properties, bytes."""

import io
from collections.abc import Iterator
from datetime import datetime

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import _Header
from docx.shared import Pt, RGBColor

from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.office.package import normalised, xml_text
from wiwak_eval.results import SIMULATED_MARK

ALARM = RGBColor(0x8A, 0x3B, 0x00)
LANGUAGE = "de-DE"


def mark_words(mark: RunMark) -> str:
    """What every page must carry: that the data are simulated, and the notices of the run; empty where there is neither."""
    return " · ".join(filter(None, (mark.provenance.mark, *mark.notices)))


def stamp(document: Document, words: str) -> None:
    """Put the words at the top of the head of every page, first and even pages too. Nothing is done for no words."""
    if not words:
        return
    for header in _headers(document):
        first = header.paragraphs[0] if header.paragraphs else header.add_paragraph()
        paragraph = first.insert_paragraph_before()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        run = paragraph.add_run(xml_text(words))
        run.bold, run.font.size, run.font.color.rgb = True, Pt(9), ALARM


def _headers(document: Document) -> Iterator[_Header]:
    """Each head that some page shows: those that repeat the section before are left out, but not in the first section."""
    even = document.settings.odd_and_even_pages_header_footer
    for number, section in enumerate(document.sections):
        heads = [section.header, *([section.even_page_header] if even else [])]
        heads += [section.first_page_header] if section.different_first_page_header_footer else []
        for header in heads:
            if number == 0 or not header.is_linked_to_previous:
                header.is_linked_to_previous = False
                yield header


def set_properties(document: Document, mark: RunMark, title: str = "") -> None:
    """Title, language, and that the data are simulated; the day the run looks from stands for the time of writing."""
    day = datetime(mark.as_of.year, mark.as_of.month, mark.as_of.day)
    properties = document.core_properties
    properties.title = title or properties.title
    properties.language = LANGUAGE
    properties.comments = mark_words(mark)[:255]
    properties.created = properties.modified = properties.last_printed = day
    properties.last_modified_by, properties.revision = "", 1
    if mark.provenance.simulated:
        properties.keywords = SIMULATED_MARK


def word_bytes(document: Document) -> bytes:
    """The document as bytes; the same document gives the same bytes."""
    buffer = io.BytesIO()
    document.save(buffer)
    return normalised(buffer.getvalue())
