"""Pictures inside the page: the same drawing in fewer signs, nothing lost, nothing shared by mistake."""

import re

import pytest
from paper_sample import content

from wiwak_eval.publication.drawings import figure_svg, figures
from wiwak_eval.publication.inline import SharedStyles, inline_svg
from wiwak_eval.publication.svg_numbers import short_numbers, short_path

XML = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'


def inlined(inside: str) -> str:
    return inline_svg(XML.format(inside).encode(), "b", "titel", "Beschreibung", SharedStyles())


@pytest.mark.parametrize(
    ("path", "shorter"),
    [
        ("M 38.1 199.09928 \nL 402.606374 199.09928 \nL 402.606374 3.00024 \nL 38.1 3.00024 \nz\n", "M38.1 199.1H402.61V3H38.1Z"),
        ("M 0 0 L 1 1 L 2 3 L -2.004 -0.001", "M0 0L1 1 2 3-2 0"),
        ("M 1 1 L 2 2 z L 2 9", "M1 1L2 2ZL2 9"),
        ("M 0 2 C 0.530406 2 1.03916 1.789267 1.414214 1.414214 L 1.414 5", "M0 2C.53 2 1.04 1.79 1.41 1.41V5"),
        ("M 1 1 M 1 1 L 5 1", "M1 1M1 1H5"),
        ("M 1 1 L 1 1", "M1 1H1"),
    ],
)
def test_paths_get_shorter_and_stay_where_they_are(path: str, shorter: str) -> None:
    assert short_path(path) == shorter


def test_a_relative_path_is_refused() -> None:
    with pytest.raises(ValueError, match="path command l"):
        short_path("M 0 0 l 1 1")


def test_numbers_in_words_are_rounded() -> None:
    assert short_numbers("translate(51.530848 9.0) rotate(-90 0.004 1e2)") == "translate(51.53 9) rotate(-90 0 100)"


def test_styles_are_shared_and_the_typeface_is_the_page_s() -> None:
    styles = SharedStyles()
    assert styles.name("fill: none; stroke: #abcdef") == styles.name("stroke: #abcdef; fill: none") == "s0"
    assert styles.name("font-size: 9px; font-family: 'Source Sans Pro'") == "s1"
    assert styles.css() == ".s0{fill:none;stroke:#abcdef}\n.s1{font-size:9px}"


def test_a_shorthand_is_refused() -> None:
    with pytest.raises(ValueError, match="shorthand"):
        SharedStyles().name("font: 9px Arial")


def test_only_ids_that_the_picture_asks_for_stay() -> None:
    picture = inlined(
        '<defs><clipPath id="c"><rect x="0.001" y="0" width="9" height="9"/></clipPath><path id="m" d="M 0 0 L 1 0"/></defs>'
        '<g id="axes"><use xlink:href="#m" x="1.239"/><path id="free" d="M 0 0 L 0 1" clip-path="url(#c)"/></g>'
    )
    assert re.findall(r' id="([^"]*)"', picture) == ["b-text", "b-0", "b-1"]
    assert '<use href="#b-1" x="1.24">' in picture
    assert 'clip-path="url(#b-0)"' in picture
    assert "<g" not in picture


def test_hatches_stay() -> None:
    picture = inlined(
        '<path d="M 0 0 L 1 0" style="fill: url(#h)"/><defs><pattern id="h" width="72" height="72"><path d="M 0 0 L 9 9"/></pattern></defs>'
    )
    assert '<pattern id="b-0" width="72" height="72">' in picture


def test_words_and_their_parts_stay() -> None:
    assert ">Wer <tspan>zahlt</tspan> was?</text>" in inlined("<text>Wer <tspan>zahlt</tspan> was?</text>")


@pytest.mark.parametrize("inside", ["<image/>", "<script/>", "<filter/>", '<foreignObject xmlns="http://www.w3.org/2000/svg"/>'])
def test_what_this_module_does_not_know_is_refused(inside: str) -> None:
    with pytest.raises(ValueError, match="a picture uses the element"):
        inlined(inside)


def test_every_word_and_shape_of_the_drawings_is_there() -> None:
    for figure in figures(content()):
        drawn = figure_svg(figure).decode()
        picture = inline_svg(drawn.encode(), "b", "titel", "", SharedStyles())
        assert re.findall(r"<text[^>]*>([^<]*)<", picture) == re.findall(r"<text[^>]*>([^<]*)<", drawn)
        for shape in ("<path", "<use", "<clipPath", "<pattern"):
            assert picture.count(shape) == drawn.count(shape), (figure.id, shape)
        assert len(picture) < len(drawn) / 2
