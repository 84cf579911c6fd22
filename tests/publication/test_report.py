"""Report and factsheet: what a reader, a screen reader and an archive find in the PDF."""

import io
import re
from dataclasses import replace

import pytest
import typst
from paper_sample import content
from pypdf import PdfReader

from wiwak_eval.publication import lettering, typesetting
from wiwak_eval.publication.content import Chapter, Content, Figure, Paragraph
from wiwak_eval.publication.definitions import DEFINITIONS
from wiwak_eval.publication.disclosure_note import disclosure_note
from wiwak_eval.publication.display import printed
from wiwak_eval.publication.factsheet import factsheet_pdf
from wiwak_eval.publication.imprint import finding_rows, key_figures
from wiwak_eval.publication.method_points import METHODS
from wiwak_eval.publication.page import page_html
from wiwak_eval.publication.report import report_pdf
from wiwak_eval.publication.sheets import UPRIGHT, sheet_data
from wiwak_eval.results import Column, Level, NotAssessable, ReleasedTable, Unit

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
    endless = tuple(replace(point, words=f"{point.words} " * 40) for point in papers.summary)
    with pytest.raises(ValueError, match="one page"):
        factsheet_pdf(replace(papers, summary=endless))


def test_the_first_page_holds_all_of_the_summary_or_is_refused(papers: Content, report: bytes) -> None:
    first, second = pages(report)[:2]
    for point in papers.summary:
        assert squeezed(point.question) in first
        assert squeezed(point.words) in first
    assert all(squeezed(key.label) in first for key in key_figures(papers))
    assert "Inhalt" in second
    longer = tuple(replace(point, words=f"{point.words} {papers.summary[1].words}") for point in papers.summary)
    assert squeezed(longer[-1].words) in pages(report_pdf(replace(papers, summary=longer)))[0]
    endless = tuple(replace(point, words=f"{point.words} " * 40) for point in papers.summary)
    with pytest.raises(ValueError, match="one page"):
        report_pdf(replace(papers, summary=endless))


def test_bookmarks_and_contents_lead_to_every_chapter(papers: Content, report: bytes) -> None:
    document = PdfReader(io.BytesIO(report))
    marks = {mark.title: document.get_destination_page_number(mark) for mark in document.outline if not isinstance(mark, list)}
    titles = [f"{place} {chapter.title}" for place, chapter in enumerate(papers.chapters, start=1)]
    assert set(titles) <= set(marks)
    assert {"Das Wichtigste in Kürze", "A Verzeichnis der Aussagen"} <= set(marks)
    for title in titles:
        assert squeezed(title) in pages(report)[marks[title]]
    links = [note.get_object() for page in document.pages for note in page.get("/Annots", ())]
    assert len(links) >= len(marks) - 1


def test_definitions_methods_and_what_is_hidden_are_printed_where_there_are_any(papers: Content, report: bytes) -> None:
    more = replace(papers, definitions=DEFINITIONS, methods=METHODS, privacy=disclosure_note(tables(papers), Level.OEFFENTLICH))
    text = "".join(pages(report_pdf(more)))
    for words in (*(words for pair in DEFINITIONS for words in pair), *(point.words for point in METHODS), *more.privacy):
        assert squeezed(words) in text
    assert "Begriffe" not in "".join(pages(report))


def test_the_annex_prints_each_table_once_and_a_note_that_many_share_once(papers: Content) -> None:
    note = "Ein Hinweis, der unter vielen Tabellen steht und deshalb nur einmal gedruckt wird."
    behind = tuple(replace(tables(papers)[0], id=f"t{n}", title=f"Nebentabelle Nummer {n}", notes=(note,)) for n in range(5))
    chapter = Chapter("x", "Das Kapitel mit Anhang", (Paragraph("Text"),), behind)
    text = "".join(pages(report_pdf(replace(papers, chapters=(chapter,)))))
    assert text.count(squeezed(note)) == 1
    for n, table in enumerate(behind, start=1):
        assert text.count(squeezed(f"Tabelle A{n} {table.title}")) == 1


def test_the_table_behind_a_picture_is_printed_once(papers: Content) -> None:
    figure = next(block for block in papers.chapters[0].blocks if isinstance(block, Figure))
    text = "".join(pages(report_pdf(replace(papers, chapters=(Chapter("x", "X", (figure, figure)),)))))
    assert text.count("DatenzudenBildern") == 2, "contents and heading"
    assert text.count(squeezed("Wiederkehrende Personen")) == 1


def wide(papers: Content, columns: int, rows: int) -> ReleasedTable:
    """A table with a key and this many columns of sentences."""
    heads = tuple(Column(f"c{i}", f"Spalte mit Namen {i}", Unit.TEXT) for i in range(columns + 1))
    cells = tuple((f"kennung_{n}@2017-01-01", *("Ein Satz, der mehr als eine Zeile braucht.",) * columns) for n in range(rows))
    return replace(tables(papers)[0], columns=heads, rows=cells)


@pytest.mark.parametrize(("columns", "lies"), [(6, False), (14, True)])
def test_a_page_lies_only_where_the_longest_words_need_it(papers: Content, columns: int, lies: bool) -> None:
    paper = replace(papers, chapters=(Chapter("x", "X", (wide(papers, columns, 20),)),))
    document = PdfReader(io.BytesIO(report_pdf(paper)))
    assert any(page.mediabox.width > page.mediabox.height for page in document.pages) is lies
    text = squeezed("".join(page.extract_text() for page in document.pages))
    assert all(f"kennung_{n}@" in text for n in range(20))


def test_words_give_way_before_a_head_runs_into_the_next() -> None:
    words = "Verbindung von zwei Verfahren mit einem langen Namen"
    heads = ["Verfahren", *(f"Obergrenze{i}" for i in range(8))]
    sheet = sheet_data(heads, [(words, *("1.234",) * 8)], [False, *(True,) * 8])
    widths = sheet["widths"]
    assert isinstance(widths, list)
    size = float(str(sheet["size"]))
    assert sheet["lying"] is False
    assert size >= 6.5, "smaller type cannot be read on paper"
    assert sum(widths) == pytest.approx(UPRIGHT, abs=0.1)
    assert all(points > lettering.width(head, size, True) + 4 for points, head in zip(widths, heads, strict=True))
    assert widths[0] < lettering.width(words, size) * 2 / 3


def test_only_a_word_longer_than_a_column_may_be_broken() -> None:
    sheet = sheet_data(["Güte"], [("gering",), ("Donaudampfschifffahrtsgesellschaft",)], [False])
    assert sheet["rows"] == [["gering"], [{"words": "Donaudampfschifffahrtsgesellschaft"}]]


def test_the_type_is_smaller_where_there_is_less_room() -> None:
    heads, rows = ["Monat", *(f"Spalte {i}" for i in range(6))], [("Januar 2017", *("1.234,56",) * 6)]
    sizes = [sheet_data(heads, rows, [False, *(True,) * 6], room)["size"] for room in (453.0, 350.0, 280.0)]
    assert sizes == sorted(sizes, key=float, reverse=True)
    assert len(set(map(str, sizes))) == 3


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
    monkeypatch.setattr(typesetting, "_fonts", lambda: typst.Fonts(include_system_fonts=False, include_embedded_fonts=False))
    with pytest.raises((ValueError, typst.TypstError)):
        report_pdf(replace(papers, chapters=(Chapter("x", "X", (Paragraph("Text"),)),)))


def test_broken_data_stops_the_run() -> None:
    with pytest.raises(typst.TypstError):
        typesetting.pdf("report.typ", {"title": "ohne alles"})
