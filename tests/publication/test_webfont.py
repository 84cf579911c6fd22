"""The typeface inside the page: small, whole for the page's words, the same bytes twice, under a name of its own."""

import base64
import io
import re

from fontTools.ttLib import TTFont

from wiwak_eval.publication.webfont import WEB_FAMILY, font_faces


def fonts(words: str) -> list[TTFont]:
    return [TTFont(io.BytesIO(base64.b64decode(data))) for data in re.findall(r"base64,([^\"]+)", font_faces(words))]


def test_the_fonts_hold_what_the_page_says_and_little_else() -> None:
    for font in fonts("Rhön – „Łódź“ 1.800\u202f€ −5 → °"):
        signs = set(map(chr, font.getBestCmap()))
        assert set("Rhön–„Łódź“1.800\u202f€−→°abcxyzÄÖÜß") <= signs
        assert len(signs) < 260
    assert len(font_faces("ä")) < 60_000


def test_copyright_and_licence_stay_and_the_reserved_name_does_not() -> None:
    for font in fonts("a"):
        names = {record.nameID: str(record) for record in font["name"].names}
        assert "Adobe" in names[0]
        assert "SIL Open Font" in names[13] + names.get(14, "")
        assert not [names[id] for id in (1, 4, 6) if "Source" in names.get(id, "")]
    assert f'font-family: "{WEB_FAMILY}"' in font_faces("a")


def test_figures_are_as_wide_as_each_other() -> None:
    for font in fonts("a"):
        assert len({font["hmtx"][font.getBestCmap()[ord(figure)]][0] for figure in "0123456789"}) == 1


def test_the_same_signs_give_the_same_bytes() -> None:
    assert font_faces("Haushalt") == font_faces("tlahsuaH")
