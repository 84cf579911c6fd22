"""PDF papers: their text page by page; where that is the same, every object and stream of the file, drawings to a hundredth of a point."""

import io
import logging
from collections.abc import Iterator
from itertools import zip_longest

from wiwak_eval.audit.verify.comparing.allowance import Allowance, drawn_alike
from wiwak_eval.audit.verify.comparing.texts import compare_lines
from wiwak_eval.audit.verify.result import Deviation


def compare_pdf(file: str, in_run: bytes, found: bytes, allowance: Allowance) -> Iterator[Deviation]:
    """What differs in text, or, where no text does, in drawing and structure. Damaged files differ as a whole."""
    from pikepdf import PdfError
    from pypdf.errors import PyPdfError

    try:
        ours, theirs = _pages(in_run), _pages(found)
        if len(ours) != len(theirs):
            yield Deviation(file, "Zahl der Seiten", str(len(ours)), str(len(theirs)))
            return
        pages = enumerate(zip(ours, theirs, strict=True), start=1)
        told = [one for at, pair in pages for one in compare_lines(file, *pair, allowance, f"Seite {at}, ")]
        yield from told
        if not told and ours == theirs:
            yield from _objects(file, in_run, found)
    except (PyPdfError, PdfError, ValueError, KeyError, TypeError, RecursionError):
        yield Deviation(file, "ganze Datei", f"{len(in_run)} Bytes", f"{len(found)} andere Bytes; als PDF nicht vergleichbar")


def _pages(paper: bytes) -> list[str]:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    return [page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages]


def _objects(file: str, in_run: bytes, found: bytes) -> Iterator[Deviation]:
    """The first object that differs; the same programme numbers them alike."""
    for at, (one, other) in enumerate(zip_longest(_contents(in_run), _contents(found)), start=1):
        if one != other and not (one is not None and other is not None and drawn_alike(one, other)):
            yield Deviation(file, f"Bild oder Aufbau (Objekt {at}); der Text ist gleich", "so im Lauf", "anders wiederholt")
            return


def _contents(paper: bytes) -> Iterator[str]:
    from pikepdf import Pdf, PdfError, Stream

    with Pdf.open(io.BytesIO(paper)) as document:
        for found in document.objects:
            if isinstance(found, Stream):
                head = {str(key): repr(value) for key, value in found.stream_dict.items() if key not in {"/Length", "/Filter"}}
                try:
                    content = found.read_bytes()
                except PdfError:
                    content = found.read_raw_bytes()
                yield repr(sorted(head.items())) + content.decode("latin-1")
            else:
                yield repr(found)
