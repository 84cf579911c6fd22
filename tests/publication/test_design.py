"""The one design: no colour beside it, its colours told apart by everyone, its letters readable."""

import re
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest

import wiwak_eval.publication
from wiwak_eval.publication import design
from wiwak_eval.publication.colour_vision import DEFICIENCIES, contrast, difference, from_hex, lightness, luminance, seen
from wiwak_eval.publication.design import (
    ALARM,
    ALARM_SOFT,
    BLUE,
    BLUE_TINTS,
    BROWN,
    GREY,
    INK,
    NIGHT,
    NIGHT_TINT,
    ORANGE,
    ORANGE_TEXT,
    SOFT,
    WHITE,
    css_variables,
    typst_tokens,
)

MAIN = (BLUE, ORANGE, NIGHT, BROWN)
PUBLICATION = Path(wiwak_eval.publication.__file__).parent
WRITTEN = {".py", ".typ", ".css", ".j2", ".js", ".html"}
NAMES = r"(?:black|white|gr[ae]y|red|green|blue|orange|yellow|brown)"
CODES = r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b|\b(?:rgba?|hsl|luma|cmyk|oklch)\(\s*[\d\"']"
BY_NAME = {".py": rf"colou?r\w*[\"']?\s*[=:]\s*[\"']{NAMES}[\"']", ".css": rf":[^;{{}}]*(?<![-\w]){NAMES}(?![-\w])"}
"""Colours by name; Typst's own names cannot be told from ours."""


def colours_in(words: str, kind: str) -> list[str]:
    return re.findall("|".join(filter(None, (CODES, BY_NAME.get(kind)))), words)


def test_no_other_colour_stands_in_the_publication() -> None:
    paths = sorted(path for path in PUBLICATION.rglob("*") if path.suffix in WRITTEN and path != Path(design.__file__))
    assert len(paths) > 100
    found = {path.name: colours for path in paths if (colours := colours_in(path.read_text(encoding="utf-8"), path.suffix))}
    assert found == {}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ('x = "#0072B2"', ".py"),
        ("color: #fff;", ".css"),
        ('fill: rgb("#c4c4c4")', ".typ"),
        ("fill: luma(230)", ".typ"),
        ('axes.text(0, 0, color="white")', ".py"),
        ('{"font_color": "red"}', ".py"),
        ("a { border: 1px solid red; }", ".css"),
        ("rgb(1, 2, 3)", ".js"),
    ],
)
def test_a_colour_would_be_found(words: str, kind: str) -> None:
    assert colours_in(words, kind)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("#let data = 1", ".typ"),
        ("rgb(d.ink)", ".typ"),
        ("url(#abschnitt)", ".css"),
        ("a { color: var(--white); white-space: nowrap; }", ".css"),
        ('{"grey": GREY, "color": WHITE}', ".py"),
    ],
)
def test_what_is_no_colour_is_none(words: str, kind: str) -> None:
    assert colours_in(words, kind) == []


def test_css_and_typst_know_the_same_names() -> None:
    variables = dict(re.findall(r"--([\w-]+): ([^;]+);", css_variables()))
    assert set(variables) == set(typst_tokens())
    assert variables["blue"] == typst_tokens()["blue"] == BLUE
    assert all(re.fullmatch(r"#[0-9a-f]{6}|[0-9.]+rem", value) for value in variables.values())


def test_each_variable_of_the_page_exists() -> None:
    variables = set(re.findall(r"--([\w-]+):", css_variables()))
    for sheet in (PUBLICATION / "templates").glob("*.css"):
        words = sheet.read_text(encoding="utf-8")
        assert set(re.findall(r"var\(--([\w-]+)", words)) <= variables | set(re.findall(r"--([\w-]+):", words)), sheet.name


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_main_colours_are_far_apart_for_everyone(deficiency: str) -> None:
    for one, other in combinations([from_hex(colour) for colour in MAIN], 2):
        assert difference(one, other) >= 40
        assert difference(seen(one, deficiency), seen(other, deficiency)) >= 35


def closest_in_grey(colours: tuple[str, ...]) -> float:
    return min(higher - lower for lower, higher in pairwise(sorted(lightness(from_hex(colour)) for colour in colours)))


def test_main_colours_differ_in_grey_and_stand_out_from_paper() -> None:
    assert closest_in_grey(MAIN) >= 15
    assert closest_in_grey(("#0072b2", "#d55e00", "#000030", "#784848")) < 10, "the palette before fails, so the test can fail"
    assert all(contrast(luminance(from_hex(colour)), luminance(from_hex(WHITE))) >= 3 for colour in MAIN)


def test_bands_grow_darker_by_steps_that_grey_shows() -> None:
    light = [lightness(from_hex(colour)) for colour in (WHITE, *BLUE_TINTS, BLUE)]
    assert all(lighter - darker >= 7 for lighter, darker in pairwise(light))


@pytest.mark.parametrize(
    ("letters", "ground"),
    [
        *((letters, WHITE) for letters in (INK, GREY, BLUE, NIGHT, BROWN, ORANGE_TEXT, ALARM)),
        *((letters, SOFT) for letters in (INK, GREY, BLUE, ALARM)),
        *((INK, ground) for ground in (*BLUE_TINTS, NIGHT_TINT, ALARM_SOFT)),
        (ALARM, ALARM_SOFT),
        (WHITE, BLUE),
        (WHITE, NIGHT),
        (WHITE, INK),
    ],
)
def test_letters_can_be_read_on_their_grounds(letters: str, ground: str) -> None:
    assert contrast(luminance(from_hex(letters)), luminance(from_hex(ground))) >= 4.5


def test_grey_stays_grey_for_everyone() -> None:
    """The rows of each matrix add up to one: who lacks a cone sees neutral colours as they are (Machado et al. 2009)."""
    for deficiency in (*DEFICIENCIES, "grey"):
        assert np.allclose(seen(from_hex("#808080"), deficiency), from_hex("#808080"), atol=0.002)


def test_known_values_of_contrast_and_distance() -> None:
    """Contrast from WCAG 2.2; CIELAB of sRGB red from IEC 61966-2-1 and CIE 15: L* 53.24, a* 80.09, b* 67.20."""
    black, white, red = (from_hex(colour) for colour in ("#000000", "#ffffff", "#ff0000"))
    assert contrast(luminance(black), luminance(white)) == pytest.approx(21)
    assert contrast(luminance(from_hex("#767676")), luminance(white)) == pytest.approx(4.54, abs=0.005)
    assert difference(black, white) == pytest.approx(100, abs=0.01)
    assert difference(black, red) == pytest.approx((53.24**2 + 80.09**2 + 67.20**2) ** 0.5, abs=0.05)


def test_red_and_green_run_together_for_who_lacks_a_cone() -> None:
    red, green = from_hex("#c04040"), from_hex("#5f7a00")
    for deficiency in ("protan", "deutan"):
        assert difference(seen(red, deficiency), seen(green, deficiency)) < difference(red, green) / 2
