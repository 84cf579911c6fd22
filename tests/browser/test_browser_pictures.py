"""Pictures inside the page look as they were drawn, though they take a quarter of the bytes."""

import io

import numpy as np
import pytest
from PIL import Image, ImageFilter
from playwright.sync_api import Browser, Page

from tests.publication.paper_sample import content
from wiwak_eval.publication.content import Figure
from wiwak_eval.publication.drawings import figure_svg, figures
from wiwak_eval.publication.inline import SharedStyles, inline_svg
from wiwak_eval.publication.webfont import WEB_FAMILY, font_faces

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("runs")]

FIGURES = {figure.id: figure for figure in figures(content())}
FRAME = """<!DOCTYPE html><style>{faces} body {{ margin: 0; font-family: "{family}" }} svg {{ display: block; width: 750px; height: auto }}
svg text {{ font-family: "{family}" !important }} {rules}</style>{picture}"""
FAINT = 24
"""Of 255 steps of grey."""


@pytest.fixture(scope="module")
def screen(browser: Browser) -> Page:
    return browser.new_context(viewport={"width": 750, "height": 700}, device_scale_factor=2).new_page()


def shown(screen: Page, picture: str, rules: str = "") -> Image.Image:
    screen.set_content(FRAME.format(faces=font_faces(""), family=WEB_FAMILY, rules=rules, picture=picture))
    screen.evaluate("Promise.all([...document.fonts].map(face => face.load())).then(() => null)")
    with Image.open(io.BytesIO(screen.screenshot())) as pixels:
        return pixels.convert("L")


def seen(one: Image.Image, other: Image.Image) -> int:
    """The largest difference that is not a move by one dot: a letter whose foot falls between two dots may stand on either."""
    least, most = (np.asarray(one.filter(edge(3)), dtype=np.int16) for edge in (ImageFilter.MinFilter, ImageFilter.MaxFilter))
    dots = np.asarray(other, dtype=np.int16)
    return int(max((least - dots).max(), (dots - most).max()))


@pytest.mark.parametrize("figure", FIGURES.values(), ids=list(FIGURES))
def test_nobody_sees_a_difference(screen: Page, figure: Figure) -> None:
    drawn, styles = figure_svg(figure), SharedStyles()
    inlined = inline_svg(drawn, "b", "t", "", styles)
    before, after = shown(screen, "<svg" + drawn.decode().partition("<svg")[2]), shown(screen, inlined, styles.css())
    assert max(seen(before, after), seen(after, before)) <= FAINT
    assert seen(before, shown(screen, inlined)) > 100
