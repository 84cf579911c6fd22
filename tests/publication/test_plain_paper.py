"""The summary in Einfache Sprache: one sentence a line, no word broken, marked and tagged like every paper."""

import io
from dataclasses import replace

import pytest
from paper_sample import content
from pypdf import PdfReader

from wiwak_eval.publication.content import Point
from wiwak_eval.publication.plain_paper import READER, plain_paper_pdf, sentences

POINTS = (
    Point("Was war bisher?", "Bisher gab es rund 1.800 Beratungen. Rund 370 Menschen haben Rat bekommen."),
    Point("Wer entscheidet?", "Der Kreistag entscheidet. Wer bezahlt? Das Land oder der Landkreis mit seiner Willkommensberatungsstelle."),
)


def test_a_sentence_ends_at_its_stop_and_not_in_a_number() -> None:
    assert sentences("Es gab 1.800 Beratungen. Das sind viele! Wer zahlt? Niemand.") == [
        "Es gab 1.800 Beratungen.",
        "Das sind viele!",
        "Wer zahlt?",
        "Niemand.",
    ]


@pytest.mark.parametrize("simulated", [True, False])
def test_each_sentence_is_a_line_of_large_type(simulated: bool) -> None:
    papers = replace(content(simulated), plain=POINTS)
    document = PdfReader(io.BytesIO(plain_paper_pdf(papers)))
    text = "\n".join(page.extract_text() for page in document.pages)
    lines = {line.strip() for line in text.split("\n")}
    for point in POINTS:
        assert point.question in lines
        assert set(sentences(point.words)[:-1]) <= lines
    assert "Willkommensberatungsstelle" in text, "no word is broken"
    assert document.metadata is not None
    assert document.metadata.title == READER
    assert ("Simulierte Daten – keine Zahlen des WiWAK" in text) is simulated
    sizes: list[float] = []
    document.pages[0].extract_text(
        visitor_text=lambda words, cm, tm, font, size: sizes.append(size * tm[0]) if "Rat bekommen" in words else None
    )
    assert sizes
    assert min(map(abs, sizes)) >= 14


def test_same_bytes_twice() -> None:
    papers = replace(content(), plain=POINTS)
    assert plain_paper_pdf(papers) == plain_paper_pdf(papers)
