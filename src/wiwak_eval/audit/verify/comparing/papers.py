"""PDF papers: every object and stream of the file, drawings to a hundredth of a point; their text page by page, to say where it differs."""

import io
import logging
import re
from collections.abc import Iterator, Sequence

from wiwak_eval.audit.verify.comparing.allowance import Allowance, drawn_alike
from wiwak_eval.audit.verify.comparing.streams import Part, parts_of
from wiwak_eval.audit.verify.comparing.texts import compare_lines
from wiwak_eval.audit.verify.result import Deviation

_GLYPHS = re.compile(
    r"\[(?:[^\[\]()<>]|\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f]*>)*\]\s*TJ|(?:\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f]*>)\s*Tj", re.DOTALL
)
"""A string that is drawn, as typesetting writes it."""


def compare_pdf(file: str, in_run: bytes, found: bytes, allowance: Allowance) -> Iterator[Deviation]:
    """What differs in text, and, where no text does, in drawing and structure. Damaged files differ as a whole.

    Where a text differs as far as it may, the signs drawn are held by their text alone; all else is compared as ever.
    """
    from pikepdf import PdfError
    from pypdf.errors import PyPdfError

    try:
        objects = parts_of(in_run, found)
        ours, theirs = _pages(in_run), _pages(found)
        if len(ours) != len(theirs):
            yield Deviation(file, "Zahl der Seiten", str(len(ours)), str(len(theirs)))
            return
        pages = enumerate(zip(ours, theirs, strict=True), start=1)
        told = [one for at, pair in pages for one in compare_lines(file, *pair, allowance, f"Seite {at}, ")]
        yield from told or _objects(file, objects, _words(ours) != _words(theirs), allowance)
    except (PyPdfError, PdfError, ValueError, KeyError, TypeError, RecursionError):
        yield Deviation(file, "ganze Datei", f"{len(in_run)} Bytes", f"{len(found)} andere Bytes; als PDF nicht vergleichbar")


def _pages(paper: bytes) -> list[str]:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    return [page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages]


def _words(pages: Sequence[str]) -> list[list[str]]:
    return [page.split() for page in pages]


def _objects(
    file: str, objects: Sequence[tuple[Part | None, Part | None]], told_otherwise: bool, allowance: Allowance
) -> Iterator[Deviation]:
    """The first object that differs; the same programme numbers them alike. told_otherwise: a text differs as far as it may."""
    for at, (one, other) in enumerate(objects, start=1):
        if one == other:
            continue
        if one is None or other is None or not _alike(one, other, told_otherwise, allowance):
            yield Deviation(file, f"Bild oder Aufbau (Objekt {at}); der Text ist gleich", "so im Lauf", "anders wiederholt")
            return


def _alike(one: Part, other: Part, told_otherwise: bool, allowance: Allowance) -> bool:
    if not told_otherwise:
        return drawn_alike(one.head, other.head) and drawn_alike(one.content, other.content)
    heads = drawn_alike(one.head, other.head) or allowance.same(one.head, other.head)
    ours, theirs = (_GLYPHS.sub("Tj", part.content) for part in (one, other))
    return heads and drawn_alike(ours, theirs)
