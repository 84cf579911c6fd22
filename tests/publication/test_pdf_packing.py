"""Packing changes how large a PDF is and nothing that a reader, a screen reader or an archive sees."""

import io

import pytest
import typst
from pypdf import PdfReader

from wiwak_eval.publication.pdf_gate import check_pdf
from wiwak_eval.publication.pdf_packing import packed

PAPER = b"""#set document(title: "Probe", author: "Amt", date: datetime(year: 2017, month: 11, day: 15))
#set text(lang: "de")
= Probe
#table(columns: 4, table.header([a], [b], [c], [d]), ..range(400).map(n => [Zelle #n]))
"""


@pytest.fixture(scope="module")
def plain() -> bytes:
    made = typst.compile(PAPER, format="pdf", pdf_standards=["a-2a", "ua-1"])
    assert isinstance(made, bytes)
    return made


def test_the_same_document_takes_a_third_of_the_room(plain: bytes) -> None:
    small = packed(plain)
    assert len(small) < len(plain) / 3
    assert [page.extract_text() for page in PdfReader(io.BytesIO(small)).pages] == [
        page.extract_text() for page in PdfReader(io.BytesIO(plain)).pages
    ]
    assert check_pdf(small) == check_pdf(plain)


def test_same_bytes_each_time(plain: bytes) -> None:
    assert packed(plain) == packed(plain) == packed(packed(plain))


def test_what_an_archive_reads_first_stays_readable(plain: bytes) -> None:
    """The metadata stands uncompressed, as PDF/A asks, and every file has an identifier."""
    small = packed(plain)
    assert small.startswith(b"%PDF-1.7\n%")
    assert b"<pdfaid:part>2</pdfaid:part>" in small
    assert b"/ID [" in small
    assert b"2017-11-15T00:00:00" in small
