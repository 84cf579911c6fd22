"""Writes into a Word form: words of the form that stand for a value, and empty cells of its tables."""

import io
import re
from collections.abc import Iterator

from docx import Document as open_document
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from wiwak_eval.publication.forms.cells import is_blank
from wiwak_eval.publication.forms.formats import Filler
from wiwak_eval.publication.forms.mapping import Entry, Mistake, SheetCell
from wiwak_eval.publication.office.package import Package, UnsafePackage, packed
from wiwak_eval.publication.office.word import stamp, word_bytes


class WordForm:
    """A document that is being filled. Raises UnsafePackage where it is no Word document."""

    def __init__(self, package: Package) -> None:
        try:
            self._document: Document = open_document(io.BytesIO(packed(package)))
        except Exception as error:  # the library fails in ways of its own on files that are something else
            raise UnsafePackage("sie ist kein Word-Dokument") from error
        self._fillers: dict[str, Filler] = {}

    def put(self, entry: Entry, filler: Filler) -> None:
        """A value into the place of an entry. Raises Mistake where there is no such place, or it holds something that must stay."""
        if entry.placeholder is not None:
            self._plan(entry.placeholder, filler)
        elif entry.table is not None and entry.row is not None and entry.column is not None:
            self._write(entry.table, entry.row, entry.column, filler, entry.overwrite)
        else:
            raise Mistake("Ein Formular in Word hat keine Blätter. Bitte „placeholder“ oder „table“, „row“ und „column“ angeben.")

    def put_mark(self, place: SheetCell, words: str) -> None:
        """Raises Mistake: a Word form has its mark in the head of every page, and no cell for it."""
        raise Mistake("In Word steht der Vermerk von selbst in der Kopfzeile jeder Seite. Bitte „mark“ streichen.")

    def content(self, mark: str) -> bytes:
        """The filled form, with the words of the mark in the head of every page."""
        self._replace()
        stamp(self._document, mark)
        if mark:
            self._document.core_properties.comments = mark[:255]
        return word_bytes(self._document)

    def _plan(self, placeholder: str, filler: Filler) -> None:
        if placeholder in self._fillers:
            raise Mistake(f"Der Platzhalter „{placeholder}“ ist schon vergeben. Bitte eine der beiden Angaben streichen.")
        if not any(placeholder in _text(paragraph) for paragraph in self._paragraphs()):
            raise Mistake(f"Der Platzhalter „{placeholder}“ steht nicht im Formular. Bitte die Schreibweise prüfen.")
        self._fillers[placeholder] = filler

    def _replace(self) -> None:
        """All placeholders at once: what a value says is never taken for a placeholder."""
        if not self._fillers:
            return
        sought = re.compile("|".join(re.escape(words) for words in sorted(self._fillers, key=len, reverse=True)))
        for paragraph in self._paragraphs():
            for found in reversed(list(sought.finditer(_text(paragraph)))):
                _put(paragraph, found.start(), found.end(), self._fillers[found.group()].text)

    def _write(self, table: int, row: int, column: int, filler: Filler, overwrite: bool) -> None:
        """A value into a cell of the text's tables, all counted from 1."""
        tables = self._document.tables
        if table > len(tables):
            raise Mistake(f"Die Tabelle {table} gibt es nicht. Das Formular hat {len(tables)}.")
        rows = tables[table - 1].rows
        if row > len(rows) or column > len(rows[row - 1].cells):
            raise Mistake(f"Die Tabelle {table} hat keine Zelle in Zeile {row}, Spalte {column}.")
        cell = rows[row - 1].cells[column - 1]
        if not overwrite and not is_blank(cell.text):
            raise Mistake(f"In der Zelle steht schon „{cell.text[:40]}“. Bitte „overwrite: true“ angeben, wenn das weg soll.")
        first = cell.paragraphs[0]
        runs = first.runs
        for run in (run for paragraph in cell.paragraphs for run in paragraph.runs):
            run.text = ""
        (runs[0] if runs else first.add_run()).text = filler.text

    def _paragraphs(self) -> Iterator[etree._Element]:
        seen = [self._document.element.body]
        for section in self._document.sections:
            heads = (section.header, section.first_page_header, section.even_page_header)
            feet = (section.footer, section.first_page_footer, section.even_page_footer)
            seen += [part._element for part in (*heads, *feet) if not part.is_linked_to_previous]
        for root in seen:
            yield from root.iter(qn("w:p"))


def _texts(paragraph: etree._Element) -> list[etree._Element]:
    """Pieces of text of this paragraph alone, not of paragraphs in boxes inside it."""
    return [piece for piece in paragraph.iter(qn("w:t")) if next(piece.iterancestors(qn("w:p"))) is paragraph]


def _text(paragraph: etree._Element) -> str:
    return "".join(piece.text or "" for piece in _texts(paragraph))


def _put(paragraph: etree._Element, start: int, end: int, words: str) -> None:
    """Words in place of a stretch of the paragraph, in the look of the piece where it begins."""
    place = 0
    for piece in _texts(paragraph):
        text = piece.text or ""
        first, last = max(start - place, 0), min(end - place, len(text))
        if first < last:
            begins = place <= start
            piece.text = text[:first] + (words if begins else "") + text[last:]
            piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        place += len(text)
