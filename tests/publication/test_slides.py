"""The pictures for slides: 16:9, words as words, the mark of the run on each, nothing over anything else."""

import re
import struct
from collections.abc import Mapping
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from paper_sample import content

from wiwak_eval.publication.content import Content, Figure
from wiwak_eval.publication.drawings import figures
from wiwak_eval.publication.imprint import run_line
from wiwak_eval.publication.lettering import balanced, width, wrapped
from wiwak_eval.publication.slide_sheet import HEIGHT, WIDTH, slide_svg
from wiwak_eval.publication.slides import LIST, file_name, slide_files, slide_png
from wiwak_eval.results import Unproven

SVG = "{http://www.w3.org/2000/svg}"
TITLES = (
    "Wer was trägt",
    "Handlungsmöglichkeiten°",
    "Verwaltungszusammenarbeitsvereinbarungen",
    "Von Januar bis Oktober 2017 stieg die Zahl der Beratungen im Monat von 82 auf 261, die der Personen von 44 auf 145",
    "Kosten " * 24,
    "Geplant wird mit rund\u00a02.400\u202f°\u00a0Beratungen für\u00a02018 und rund\u00a02.100°\u00a0Beratungen für\u00a02019",
)


@pytest.fixture(scope="module")
def files(papers: Content) -> Mapping[str, bytes]:
    return slide_files(papers)


def sheet(svg: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def lines(svg: bytes) -> list[ElementTree.Element]:
    """The lines of the sheet, without those inside the picture."""
    return sheet(svg).findall(f"{SVG}text")


def words(svg: bytes) -> str:
    return " ".join(line.text or "" for line in lines(svg))


def test_each_figure_is_there_as_svg_and_png(papers: Content, files: Mapping[str, bytes]) -> None:
    stems = sorted(name.removesuffix(".svg") for name in files if name.endswith(".svg"))
    assert len(stems) == len(figures(papers)) == 5
    assert set(files) == {f"{stem}.{kind}" for stem in stems for kind in ("svg", "png")} | {LIST}
    assert stems[0] == "01_bild_monthly_contacts"


def test_a_png_has_the_size_of_a_screen(files: Mapping[str, bytes]) -> None:
    for name, picture in files.items():
        if name.endswith(".png"):
            assert picture[:8] == b"\x89PNG\r\n\x1a\n"
            assert struct.unpack(">II", picture[16:24]) == (1920, 1080)


def test_a_sheet_is_16_to_9_and_speaks_to_those_who_do_not_see_it(papers: Content, files: Mapping[str, bytes]) -> None:
    drawn = [picture for name, picture in sorted(files.items()) if name.endswith(".svg")]
    for figure, svg in zip(figures(papers), drawn, strict=True):
        root = sheet(svg)
        assert root.get("viewBox") == "0 0 640 360"
        assert (root.get("width"), root.get("height")) == ("960pt", "540pt")
        said = {child.get("id"): child.text for child in root if child.tag in {f"{SVG}title", f"{SVG}desc"}}
        assert [said[id] for id in str(root.get("aria-labelledby")).split()] == [figure.title, figure.alt]
        assert root.get("role") == "img"


def test_words_stay_words(papers: Content, files: Mapping[str, bytes]) -> None:
    drawn = [picture for name, picture in sorted(files.items()) if name.endswith(".svg")]
    for figure, svg in zip(figures(papers), drawn, strict=True):
        for part in (figure.title, figure.subtitle, figure.source, run_line(papers.mark), *papers.mark.notices):
            assert part in words(svg)
        assert len(sheet(svg).findall(f".//{SVG}g//{SVG}text")) > 3, "the letters of the picture too"
        assert "Source Sans Pro" in str(sheet(svg).get("font-family"))


def test_the_mark_is_on_the_sheet_itself_and_only_where_data_are_simulated(papers: Content) -> None:
    for simulated in (True, False):
        made = content(simulated)
        assert ("Simulierte Daten" in words(slide_svg(figures(made)[0], made.mark))) == simulated


def test_the_sign_is_explained_where_the_table_rests_on_unverified_values(papers: Content) -> None:
    figure = figures(papers)[0]
    rests = replace(figure, table=replace(figure.table, unproven=(Unproven("rent", "Miete"),)))
    assert "° beruht auf Annahmen" in words(slide_svg(rests, papers.mark))
    assert "° beruht auf Annahmen" not in words(slide_svg(figure, papers.mark))


def box_of_picture(svg: bytes, figure: Figure) -> tuple[float, float, float, float]:
    """Left, top, right, bottom on the sheet."""
    from wiwak_eval.publication.drawings import figure_svg

    size = [float(n) for n in re.findall(rb'viewBox="0 0 ([\d.]+) ([\d.]+)"', figure_svg(figure))[0]]
    moved = next(group.get("transform", "") for group in sheet(svg).findall(f"{SVG}g"))
    x, y, scale = (float(n) for n in re.findall(r"[\d.]+", moved))
    return x, y, x + size[0] * scale, y + size[1] * scale


@pytest.mark.parametrize("title", TITLES)
def test_nothing_stands_over_anything_else(title: str, papers: Content) -> None:
    for figure in figures(papers):
        svg = slide_svg(replace(figure, title=title), papers.mark)
        left, top, right, bottom = box_of_picture(svg, figure)
        assert 0 <= left < right <= WIDTH
        assert 0 <= top < bottom <= HEIGHT
        below = 0.0
        for line in lines(svg):
            x, y, size = (float(line.get(name, "")) for name in ("x", "y", "font-size"))
            end = x + width(line.text or "", size, line.get("font-weight") == "700")
            assert end <= WIDTH
            assert y <= HEIGHT
            assert y - 0.75 * size >= below, "capitals stand 0.66 of the size high"
            below = y + 0.1 * size
            assert end <= left or y + 0.25 * size <= top or y - 0.75 * size >= bottom, line.text


def test_a_title_without_end_is_refused(papers: Content) -> None:
    with pytest.raises(ValueError, match="leaves no room"):
        slide_svg(replace(figures(papers)[0], title="Wort " * 400), papers.mark)


def test_text_from_records_is_no_markup(papers: Content) -> None:
    hostile = "<script>alert(1)</script> & \"'"
    svg = slide_svg(replace(figures(papers)[0], title=hostile, alt=hostile, source=hostile, id='"><b'), papers.mark)
    assert hostile in words(svg)
    assert sheet(svg).find(f"{SVG}desc").text == hostile
    assert [child.tag for child in sheet(svg)].count(f"{SVG}script") == 0


def test_png_shows_the_words_of_the_sheet(papers: Content) -> None:
    """The letters are painted: the same sheet with another title is another picture."""
    figure = figures(papers)[0]
    one, other = (slide_png(slide_svg(replace(figure, title=title), papers.mark)) for title in ("Anfang", "Schluss"))
    assert one != other


def test_list_names_each_picture_with_its_words(papers: Content, files: Mapping[str, bytes]) -> None:
    said = files[LIST].decode()
    assert "Simulierte Daten" in said
    assert papers.mark.digest in said
    for name in files:
        assert name == LIST or name in said
    for figure in figures(papers):
        assert f"Alternativtext: {figure.alt}" in said
        assert f"Titel: {figure.title}" in said


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Beratungen je Monat: für Ämter", "beratungen_je_monat_fuer_aemter"),
        ("Wer was trägt°", "wer_was_traegt"),
        ("../../etc", "etc"),
        ("Wort " * 30, "wort_wort_wort_wort_wort_wort_wort_wort_wort_wort_wort_wort"),
    ],
)
def test_file_name(words: str, name: str) -> None:
    assert file_name(words) == name


def test_lines_are_broken_at_blanks_alone() -> None:
    assert wrapped("rund 1.840\u00a0Beratungen", 10, 90) == ("rund", "1.840\u00a0Beratungen")
    assert wrapped("rund 1.840 Beratungen", 10, 90) == ("rund 1.840", "Beratungen")
    assert wrapped("1.840\u202f€ im Jahr", 10, 1) == ("1.840\u202f€", "im", "Jahr")
    assert wrapped("", 10, 50) == balanced("", 10, 50) == ()
    words = "Zuletzt kamen weniger Menschen neu als davor und alle warten"
    assert wrapped(words, 10, 240)[-1] == "warten"
    assert len(balanced(words, 10, 240)) == len(wrapped(words, 10, 240))
    assert len(balanced(words, 10, 240)[-1].split()) > 3
    assert width("0000", 10) == pytest.approx(19.88)
    assert width("Wort", 20, bold=True) > width("Wort", 20)
