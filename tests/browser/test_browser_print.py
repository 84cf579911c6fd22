"""The page on paper: whole tables, nothing folded or only for the screen, the mark on every sheet."""

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.browsing import UNFOLD, Opened

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("runs")]

MARK = "Simulierte Daten – keine Zahlen des WiWAK"
CUT = """() => [...document.querySelectorAll(".scroll, table, svg, p, h2, h3")].filter(one => one.checkVisibility()
  && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(one => one.outerHTML.slice(0, 100))"""
SHEET_WIDTH = 673
"""Pixels between the margins of a sheet: 210 mm less twice 16 mm at 96 to the inch."""


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


def test_every_sheet_says_what_it_is_and_holds_something(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot) as opened:
        ids = opened.page.locator("#verzeichnis tbody tr").evaluate_all("all => all.map(one => one.id.replace('aussage-', ''))")
        paper = opened.page.pdf(prefer_css_page_size=True)
    sheets = subprocess.run(["pdftotext", "-", "-"], input=paper, check=True, capture_output=True).stdout.decode().split("\f")[:-1]
    assert [number for number, words in enumerate(sheets, start=1) if squeezed(MARK) not in squeezed(words)] == []
    assert [number for number, words in enumerate(sheets, start=1) if len(words) < 400] == []
    whole = squeezed("".join(sheets))
    assert [id for id in ids if id not in whole] == []
    assert "DatenalsCSV" not in whole
    assert "DatenzumBild" not in whole
    assert "WeitereTabellen" not in whole


def test_nothing_is_cut_off_at_the_side(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot, (SHEET_WIDTH, 1000)) as opened:
        opened.page.evaluate(UNFOLD)
        opened.page.emulate_media(media="print")
        assert opened.page.evaluate(CUT) == []
        for hidden in (".search", ".ways", ".button", ".skip"):
            assert not opened.page.locator(hidden).first.is_visible(), hidden
