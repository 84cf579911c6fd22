"""The whole page by keyboard alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.browsing import NARROW, Opened

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("runs")]

STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")]
  .filter(one => one.tabIndex >= 0 && one.checkVisibility())"""
NUMBERED = f"() => ({STOPS})().forEach((one, i) => one.dataset.stop = i)"
HERE = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect(), look = getComputedStyle(one);
  const bar = document.querySelector(".sign")?.getBoundingClientRect().bottom ?? 0;
  return {stop: Number(one.dataset.stop ?? -1), ring: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2,
    seen: box.bottom > bar && box.top < innerHeight && box.right > 0 && box.left < innerWidth};
}"""


def focused(page: Page) -> str:
    words: str = page.evaluate("document.activeElement.textContent.trim() || document.activeElement.id")
    return words


@pytest.mark.parametrize("size", [(1280, 900), NARROW], ids=["wide", "narrow"])
def test_tab_reaches_everything_in_order_and_is_always_seen(browser: Browser, hostile: Path, size: tuple[int, int]) -> None:
    with Opened(browser, hostile, size) as opened:
        opened.page.wait_for_timeout(200)
        opened.page.evaluate(NUMBERED)
        count = len(opened.page.evaluate(f"({STOPS})().map(() => 1)"))
        walked = []
        for _ in range(count):
            opened.page.keyboard.press("Tab")
            walked.append(opened.page.evaluate(HERE))
        assert [one["stop"] for one in walked] == list(range(count))
        assert [one for one in walked if not (one["ring"] and one["seen"])] == []


def test_no_stop_jumps_the_queue(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot) as opened:
        assert opened.page.evaluate("[...document.querySelectorAll('[tabindex]')].filter(one => one.tabIndex > 0).length") == 0
        assert len(opened.page.evaluate(f"({STOPS})().map(() => 1)")) > 250


def test_the_first_link_skips_to_the_text(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot) as opened:
        opened.page.keyboard.press("Tab")
        assert focused(opened.page) == "Zum Inhalt springen"
        assert opened.page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
        opened.page.keyboard.press("Enter")
        opened.page.keyboard.press("Tab")
        assert opened.page.evaluate("document.activeElement.closest('main') !== null")


def test_search_by_keyboard(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot) as opened:
        page = opened.page
        page.locator("#suche").focus()
        page.keyboard.type("beratungen im pilotjahr")
        assert page.locator("#treffer").inner_text().endswith("Aussagen")
        assert 0 < page.locator("#verzeichnis tbody tr:visible").count() < 10
        page.keyboard.press("Escape")
        assert page.locator("#suche").input_value() == ""
        assert page.evaluate("document.activeElement.id") == "suche"


def test_enter_opens_what_is_folded(browser: Browser, hostile: Path) -> None:
    with Opened(browser, hostile) as opened:
        box = opened.page.locator("figure details").first
        box.locator("summary").focus()
        opened.page.keyboard.press("Enter")
        assert box.locator("table").is_visible()
        opened.page.keyboard.press("Enter")
        assert not box.locator("table").is_visible()


def test_arrows_move_what_is_wider_than_the_window(browser: Browser, hostile: Path) -> None:
    with Opened(browser, hostile, NARROW) as opened:
        opened.page.wait_for_timeout(200)
        box = opened.page.locator("figure .scroll[tabindex='0']").first
        box.focus()
        opened.page.keyboard.press("ArrowRight")
        opened.page.wait_for_timeout(300)
        assert box.evaluate("one => one.scrollLeft") > 0


def test_a_box_that_fits_is_no_stop(browser: Browser, hostile: Path) -> None:
    with Opened(browser, hostile) as opened:
        opened.page.wait_for_timeout(200)
        assert opened.page.locator("figure .scroll").first.get_attribute("tabindex") is None
