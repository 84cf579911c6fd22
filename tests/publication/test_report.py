"""Report and factsheet: what a reader, a screen reader and an archive find in the PDF."""

import io
import re
from dataclasses import replace

import pytest
import typst
from paper_sample import content
from pypdf import PdfReader

from wiwak_eval.publication import typesetting
from wiwak_eval.publication.content import Chapter, Content, Figure, Paragraph
from wiwak_eval.publication.display import printed
from wiwak_eval.publication.factsheet import factsheet_pdf
from wiwak_eval.publication.imprint import finding_rows
from wiwak_eval.publication.page import page_html
from wiwak_eval.publication.report import report_pdf
from wiwak_eval.results import Column, NotAssessable, ReleasedTable, Unit

MARK = "Simulierte Daten – keine Zahlen des WiWAK"


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


def pages(paper: bytes) -> list[str]:
    return [squeezed(page.extract_text()) for page in PdfReader(io.BytesIO(paper)).pages]


def tables(papers: Content) -> list[ReleasedTable]:
    return [block for chapter in papers.chapters for block in chapter.blocks if isinstance(block, ReleasedTable)]


def test_every_number_of_every_table_is_printed(papers: Content, report: bytes) -> None:
    text = "".join(pages(report))
    for table in tables(papers):
        for row in printed(table)[1]:
            missing = [cell for cell in row[1:] if squeezed(cell) not in text]
            assert not missing, (table.id, missing)


def test_every_finding_is_in_the_index(papers: Content, report: bytes) -> None:
    text = "".join(pages(report))
    for id, _, value, span, *_ in finding_rows(papers):
        assert squeezed(id) in text
        assert squeezed(value) in text
        assert squeezed(span) in text


def test_mark_and_run_stand_on_each_page(papers: Content, report: bytes, factsheet: bytes) -> None:
    for paper in (report, factsheet):
        for page in pages(paper):
            assert squeezed(MARK) in page
            assert papers.mark.digest in page
            assert "wiwak-eval0.1.0" in page
    assert all(f"Seite{number}von{len(pages(report))}" in page for number, page in enumerate(pages(report), start=1))


def test_real_records_carry_no_mark() -> None:
    assert "Simuliert" not in "".join(pages(report_pdf(content(simulated=False))))


def test_notices_and_refusals_are_said(report: bytes) -> None:
    text = "".join(pages(report))
    assert squeezed("Aus der Lieferung wurden 1,2 % der Zeilen nicht verwendet.") in text
    assert squeezed("Nicht auswertbar: Der Trendtest braucht mindestens fünf Monate.") in text


def test_a_refusal_says_once_that_it_is_one(papers: Content) -> None:
    refused = replace(papers, chapters=(Chapter("x", "X", (NotAssessable("nicht auswertbar: Tabelle „Ziele“ fehlt."),)),))
    text = "".join(pages(report_pdf(refused)))
    assert squeezed("Nicht auswertbar: Tabelle „Ziele“ fehlt.") in text
    assert squeezed("auswertbar: Tabelle „Ziele“ fehlt.") in page_html(refused).replace(" ", "").replace("</strong>", "")
    assert text.lower().count("nichtauswertbar") == page_html(refused).lower().count("nicht auswertbar") == 1


def test_both_papers_are_tagged_german_and_titled(report: bytes, factsheet: bytes) -> None:
    for paper in (report, factsheet):
        document = PdfReader(io.BytesIO(paper))
        root = document.trailer["/Root"]
        assert root["/Lang"].startswith("de")
        assert root["/MarkInfo"]["/Marked"]
        assert root["/StructTreeRoot"]
        assert document.metadata is not None
        assert document.metadata.title == "Willkommenszentrum im Wartburgkreis"
        metadata = root["/Metadata"].get_data().decode()
        assert "<pdfuaid:part>1<" in metadata
        assert "<pdfaid:part>2<" in metadata


def test_text_of_records_is_never_markup(report: bytes) -> None:
    text = "".join(pages(report))
    for words in (
        '=HYPERLINK("evil","Klick")',
        "<script>alert(1)</script>",
        '#import "x.typ"',
        "$x$ und $\\foo$",
        "*b* _u_ `c` @ref <lab>",
    ):
        assert squeezed(words) in text


def test_same_bytes_twice(papers: Content, report: bytes, factsheet: bytes) -> None:
    assert report_pdf(papers) == report
    assert factsheet_pdf(papers) == factsheet


def test_factsheet_is_one_page_with_financing(papers: Content, factsheet: bytes) -> None:
    (page,) = pages(factsheet)
    financing = next(table for table in tables(papers) if table.id == "financing")
    assert all(squeezed(cell) in page for row in printed(financing)[1] for cell in row)
    assert squeezed("rund 269.000 Euro") in page
    assert squeezed("Spanne: 248.000 bis 293.000 Euro") in page


def test_a_long_factsheet_shrinks_and_an_endless_one_is_refused(papers: Content) -> None:
    longer = tuple(replace(point, words=f"{point.words} {papers.summary[1].words}") for point in papers.summary)
    assert len(pages(factsheet_pdf(replace(papers, summary=longer)))) == 1
    with pytest.raises(ValueError, match="one page"):
        factsheet_pdf(replace(papers, summary=papers.summary[:1] * 200))


def test_the_table_behind_a_picture_is_printed_once(papers: Content) -> None:
    figure = next(block for block in papers.chapters[0].blocks if isinstance(block, Figure))
    text = "".join(pages(report_pdf(replace(papers, chapters=(Chapter("x", "X", (figure, figure)),)))))
    assert text.count("DatenzudenBildern") == 2, "contents and heading"
    assert text.count(squeezed("Wiederkehrende Personen")) == 1


def test_a_wide_long_table_lies(papers: Content) -> None:
    columns = tuple(Column(f"c{i}", f"Spalte mit Namen {i}", Unit.TEXT) for i in range(9))
    rows = tuple((f"kennung_{n}@2017-01-01", *("Ein Satz, der mehr als eine Zeile braucht.",) * 8) for n in range(20))
    wide = replace(tables(papers)[0], columns=columns, rows=rows)
    document = PdfReader(io.BytesIO(report_pdf(replace(papers, chapters=(Chapter("x", "X", (wide,)),)))))
    assert sum(page.mediabox.width > page.mediabox.height for page in document.pages) >= 1
    assert all("kennung_" + str(n) in "".join(page.extract_text() for page in document.pages) for n in range(20))


def test_few_rows_of_much_text_lie_and_few_short_ones_do_not() -> None:
    source = "Eine Quelle mit Titel, Fundstelle und einem Vermerk darüber, was gelesen und was nur gesetzt ist. " * 3
    tall = typesetting.sheet_data([f"Spalte mit Namen {i}" for i in range(7)], [(source,) * 7] * 3, [False] * 7)
    short = typesetting.sheet_data([f"Bereichsgrenzen {i}" for i in range(11)], [("1.234",) * 11] * 2, [True] * 11)
    assert tall["lying"]
    assert not short["lying"]


def test_words_give_way_before_a_head_runs_into_the_next() -> None:
    words = "Verbindung von zwei Verfahren mit einem langen Namen"
    heads = ["Verfahren", *(f"Bereichsgrenze{i}" for i in range(9))]
    sheet = typesetting.sheet_data(heads, [(words, *("1.234",) * 9)], [False, *(True,) * 9])
    widths = sheet["widths"]
    assert isinstance(widths, list)
    assert sum(widths) <= 165 + 15
    assert all(width > len(head) for width, head in zip(widths, heads, strict=True))
    assert widths[0] < len(words) // 2


def test_a_factsheet_without_forecast_and_financing_says_so(papers: Content) -> None:
    (page,) = pages(factsheet_pdf(replace(papers, chapters=papers.chapters[:1])))
    assert squeezed("Die Prognose liegt in diesem Lauf nicht vor.") in page
    assert squeezed("Die Finanzierung liegt in diesem Lauf nicht vor.") in page


def test_a_picture_without_alt_text_stops_the_run(papers: Content) -> None:
    figure = next(block for block in papers.chapters[0].blocks if isinstance(block, Figure))
    blind = replace(papers, chapters=(Chapter("x", "X", (replace(figure, alt=" "),)),))
    with pytest.raises(ValueError, match="alt text"):
        report_pdf(blind)


def test_an_unknown_key_finding_stops_the_run(papers: Content) -> None:
    with pytest.raises(KeyError):
        report_pdf(replace(papers, key_findings=("nichts",)))


def test_an_unknown_font_stops_the_run(papers: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "CUTS", ())
    with pytest.raises((ValueError, typst.TypstError)):
        report_pdf(replace(papers, chapters=(Chapter("x", "X", (Paragraph("Text"),)),)))


def test_broken_data_stops_the_run() -> None:
    with pytest.raises(typst.TypstError):
        typesetting.pdf("report.typ", {"title": "ohne alles"})
