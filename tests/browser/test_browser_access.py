"""Nobody is shut out: axe-core and the Nu HTML checker find nothing, and find what is broken on purpose."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.browsing import NARROW, OVERFLOWING, UNFOLD, WIDE, Opened, complaints, violations

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("runs")]


def languages(page: str) -> set[str]:
    """Every language that the page says it is in; axe-core believes each one that exists."""
    whole = re.search(r"<html([^>]*)>", page)
    assert whole
    return {*re.findall(r'\slang="([^"]*)"', page), *([] if "lang=" in whole[1] else ["none"])}


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(browser: Browser, page_file: Path, size: tuple[int, int]) -> None:
    with Opened(browser, page_file, size) as opened:
        opened.page.evaluate(UNFOLD)
        assert opened.page.evaluate("document.documentElement.scrollWidth") == size[0]
        assert opened.page.evaluate(OVERFLOWING) == []
        assert violations(opened.page) == []
        assert opened.troubles == []
        assert opened.requests == []


def test_the_checker_finds_nothing_but_what_is_broken_on_purpose(pilot: Path, hostile: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.html"
    broken.write_text(hostile.read_text(encoding="utf-8").replace('id="zahlen"', 'id="kurz"'), encoding="utf-8")
    said = complaints(pilot, hostile, broken)
    assert said[pilot] == said[hostile] == []
    assert any("Duplicate ID" in line for line in said[broken])


def test_the_page_is_small(pilot: Path) -> None:
    assert pilot.stat().st_size <= 1_000_000


def test_the_page_is_german(page_file: Path) -> None:
    assert languages(page_file.read_text(encoding="utf-8")) == {"de"}


FAULTS = {
    "label": (r'<label for="suche">.*?</label>', ""),
    "svg-img-alt": (r' aria-labelledby="[^"]*" stroke-linejoin', " stroke-linejoin"),
    "page-has-heading-one": (r"<h1>(.*?)</h1>", r"<p>\1</p>"),
    "color-contrast": (r"--grey: #\w+", "--grey: #bbbbbb"),
    "document-title": (r"<title>.*?</title>", ""),
    "button-name": (r"(<button [^>]*>).*?</button>", r"\1</button>"),
    "scrollable-region-focusable": (r"box\.tabIndex = 0", "box.tabIndex = -1"),
}
"""What is broken, by the rule of axe-core that must say so."""


def test_axe_finds_what_is_broken(browser: Browser, hostile: Path, tmp_path: Path) -> None:
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", hostile.read_text(encoding="utf-8"))
    for whole, broken in FAULTS.values():
        page, count = re.subn(whole, broken, page, count=1, flags=re.DOTALL)
        assert count == 1, whole
    file = tmp_path / "broken.html"
    file.write_text(page, encoding="utf-8")
    with Opened(browser, file, NARROW) as opened:
        opened.page.wait_for_timeout(200)
        assert set(FAULTS) <= {rule for rule, _ in violations(opened.page)}


@pytest.mark.parametrize("broken", ["<html>", '<html lang="en">'])
def test_a_page_without_its_language_is_found(hostile: Path, broken: str) -> None:
    assert languages(hostile.read_text(encoding="utf-8").replace('<html lang="de">', broken)) != {"de"}
