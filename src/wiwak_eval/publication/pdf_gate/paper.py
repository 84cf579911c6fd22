"""A PDF as the rules see it: opened once, its tree and its pages read once."""

import io
from collections import Counter
from collections.abc import Mapping
from functools import cached_property

import pikepdf
from lxml import etree
from pikepdf import Object

from wiwak_eval.publication.pdf_gate.grid import Grid, laid_out
from wiwak_eval.publication.pdf_gate.marks import PageMarks, marks_of
from wiwak_eval.publication.pdf_gate.misbuilt import MISBUILT
from wiwak_eval.publication.pdf_gate.structure import Element, structure_of

Number = tuple[int, int]
"""Of an object in the file."""


class Unreadable(Exception):
    """German words for a file that cannot be opened as a PDF."""


class Paper:
    """An opened PDF. Raises Unreadable where it is none, or cannot be opened without a password."""

    def __init__(self, content: bytes) -> None:
        try:
            self.pdf = pikepdf.open(io.BytesIO(content))
        except pikepdf.PasswordError:
            raise Unreadable("die Datei öffnet sich nur mit einem Kennwort") from None
        except MISBUILT:
            raise Unreadable("die Datei lässt sich nicht als PDF lesen") from None

    @property
    def catalog(self) -> Object:
        """What holds for the whole file."""
        return self.pdf.Root

    @cached_property
    def structure(self) -> Element | None:
        """The structure tree, None where there is none. Raises EndlessTree."""
        return structure_of(self.pdf)

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """All elements of the tree in reading order, its root left out."""
        return () if self.structure is None else tuple(self.structure.walk())[1:]

    def of_kind(self, *kinds: str) -> list[Element]:
        """The elements of some standard types, in reading order."""
        return [element for element in self.elements if element.kind in kinds]

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The tables, laid out, in reading order."""
        return tuple(laid_out(number, table) for number, table in enumerate(self.of_kind("Table"), start=1))

    @cached_property
    def pages(self) -> tuple[PageMarks, ...]:
        """What stands on each page."""
        return tuple(marks_of(page) for page in self.pdf.pages)

    @cached_property
    def fonts(self) -> Mapping[Number, tuple[Object, int, bytes]]:
        """Each font that writes something: its dictionary, the first page it is on, and all codes that it writes."""
        first: dict[Number, tuple[Object, int]] = {}
        codes: dict[Number, list[bytes]] = {}
        for number, page in enumerate(self.pages, start=1):
            for font, written in page.codes.items():
                if written:
                    first.setdefault(font, (page.fonts[font], number))
                    codes.setdefault(font, []).extend(written)
        return {font: (*about, b"".join(codes[font])) for font, about in first.items()}

    @cached_property
    def annotations(self) -> tuple[tuple[int, Object], ...]:
        """What lies over the pages, links first of all, each with its page."""
        return tuple((number, one) for number, page in enumerate(self.pdf.pages, start=1) for one in page.get("/Annots", ()))

    @cached_property
    def metadata(self) -> etree._Element | None:
        """The XMP packet, None where there is none that can be read."""
        stream = self.catalog.get("/Metadata")
        if not isinstance(stream, pikepdf.Stream):
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(stream.read_bytes(), parser)
        except (etree.XMLSyntaxError, ValueError, pikepdf.PdfError):
            return None

    @property
    def counts(self) -> Counter[str]:
        """How many elements of each standard type there are."""
        return Counter(element.kind for element in self.elements)
