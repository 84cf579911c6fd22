"""The summary in Einfache Sprache as a tagged PDF of one or two pages, for those who do not read reports."""

import re

from wiwak_eval.publication.content import Content
from wiwak_eval.publication.typesetting import frame_data, pdf

FILE = "einfach_erklaert.pdf"
READER = "Das Wichtigste in Einfacher Sprache"
_TEMPLATE = "plain_paper.typ"
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-ZÄÖÜ„])")
"""A blank between sentences; the points of „1.800“ and „2. Quartal“ are none."""
_MORE = "Alle Zahlen stehen im Bericht."


def plain_paper_pdf(content: Content) -> bytes:
    """Questions and answers of `content.plain`, one sentence a line; the same content gives the same bytes."""
    points = [{"question": point.question, "sentences": sentences(point.words)} for point in content.plain]
    ask = f"Haben Sie Fragen? Fragen Sie die Behörde: {content.mark.provenance.authority}."
    return pdf(
        _TEMPLATE,
        {
            **frame_data(content),
            "title": READER,
            "subtitle": content.title,
            "points": points,
            "more": [_MORE, ask],
        },
    )


def sentences(words: str) -> list[str]:
    """The sentences one by one."""
    return _SENTENCE_END.split(words)
