"""What a reader does with the page: follow links, search, save data, without and with a script."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.browsing import NARROW, Opened
from tests.publication.paper_sample import content
from wiwak_eval.publication.display import csv_text
from wiwak_eval.publication.drawings import figures
from wiwak_eval.publication.signs import bound

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("runs")]

SHOWN_ROWS = "document.querySelectorAll('#verzeichnis tbody tr:not([hidden])').length"
PLACES = """() => [...document.querySelectorAll(
  "h2[id], figure[id], .list[id], details[id^=tabelle], details[id^=daten], tr[id]")].map(one => one.id)"""
MISSED = """async ids => {
  const missed = [];
  for (const id of ids) {
    location.hash = "#" + id;
    await new Promise(done => setTimeout(done, 0));
    const place = document.getElementById(id), box = place.getBoundingClientRect();
    const bar = document.querySelector(".sign")?.getBoundingClientRect().bottom ?? 0;
    if (!place.checkVisibility() || box.top < bar - 1 || box.top >= innerHeight) missed.push(id);
  }
  return missed;
}"""
LOST = """() => [...document.querySelectorAll("a[href]")].map(link => link.getAttribute("href"))
  .filter(href => !href.startsWith("#") || !document.getElementById(href.slice(1)))"""

PARTED = """() => [...document.querySelectorAll("p")].filter(line => {
  const words = line.firstChild, end = words.length, range = document.createRange(), tops = [];
  for (const place of [words.data.search(/.\\u2060?°/u), end - 1]) {
    range.setStart(words, place); range.setEnd(words, place + 1); tops.push(range.getBoundingClientRect().top);
  }
  return tops[1] > tops[0] + 4;
}).length"""
"""Lines of print that end between what the sign stands behind and the sign."""

AT_ONCE = 8
"""Chromium lets a page save ten files before it asks the reader."""


def saved(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.locator(button).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def test_every_figure_saves_the_file_of_the_data_package(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot) as opened:
        names = opened.page.locator("figure [data-csv]").evaluate_all("all => all.map(one => one.dataset.csv)")
        assert len(names) == opened.page.locator("figure[id]").count() > 15
    for first in range(0, len(names), AT_ONCE):
        with Opened(browser, pilot) as opened:
            for name in names[first : first + AT_ONCE]:
                file = pilot.parent / "daten" / name.replace("_simulierte_daten", "")
                assert saved(opened.page, f'figure [data-csv="{name}"]') == (name, file.read_bytes())
            assert opened.requests == []


def test_all_data_kept_in_the_page_are_the_files_of_the_data_package(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot) as opened:
        kept = opened.page.evaluate("[...document.querySelectorAll('[data-file]')].map(one => [one.dataset.file, one.content.textContent])")
        asked = set(opened.page.evaluate("[...document.querySelectorAll('[data-csv]')].map(one => one.dataset.csv)"))
    assert {name for name, _ in kept} == asked
    for name, words in kept:
        assert words == (pilot.parent / "daten" / name.replace("_simulierte_daten", "")).read_bytes().decode(), name


def test_hostile_words_are_saved_as_they_are(browser: Browser, hostile: Path) -> None:
    with Opened(browser, hostile) as opened:
        for figure in figures(content()):
            name = f"{figure.table.id}_simulierte_daten.csv"
            assert saved(opened.page, f'figure [data-csv="{name}"]') == (name, csv_text(figure.table).encode())


def test_every_place_has_a_link_that_leads_there(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot) as opened:
        places = opened.page.evaluate(PLACES)
        assert len(places) == len(set(places)) > 200
        findings = [place for place in places if place.startswith("aussage-")]
        assert opened.page.evaluate(MISSED, [place for place in places if place not in findings[1:-1]] + findings[::20]) == []
        assert opened.page.evaluate(LOST) == []


def test_a_link_opens_what_is_folded_and_shows_what_is_filtered(browser: Browser, pilot: Path) -> None:
    with Opened(browser, pilot, place="#daten-monthly") as opened:
        assert opened.page.locator("#daten-monthly").evaluate("one => one.open")
        assert opened.page.locator("#daten-monthly table").is_visible()
        opened.page.locator("#suche").fill("zzz")
        assert opened.page.evaluate(SHOWN_ROWS) == 0
        assert opened.page.evaluate(MISSED, ["aussage-contacts_pilot"]) == []
        assert opened.page.locator("#suche").input_value() == ""
    with Opened(browser, pilot, place="#%zz") as opened:
        assert opened.troubles == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Gewaltschutz", {"protection"}),
        ("GEWALTSCHUTZ  personen", {"protection"}),
        ("häufigsten", {"share_top"}),
        ("haeufigsten", {"share_top"}),
        ("haufigsten", {"share_top"}),
        ("HÄUFIGSTEN ANLIEGENS", {"share_top"}),
        ("costs_2018", {"costs_2018"}),
        ("<script>", {"share_top"}),
        ("Gewaltschutz Gesamtkosten", set()),
    ],
)
def test_search_finds(browser: Browser, hostile: Path, asked: str, found: set[str]) -> None:
    with Opened(browser, hostile) as opened:
        opened.page.locator("#suche").fill(asked)
        rows = opened.page.locator("#verzeichnis tbody tr:not([hidden])").evaluate_all("all => all.map(one => one.id)")
        assert set(rows) == {f"aussage-{id}" for id in found}
        said = opened.page.locator("#treffer").inner_text()
        assert said.startswith(f"{len(found)} von 8 Aussagen" if found else "Keine Aussage gefunden")
        opened.page.locator("#suche").press("Escape")
        assert opened.page.evaluate(SHOWN_ROWS) == 8
        assert opened.page.locator("#treffer").inner_text() == "8 Aussagen"


def test_without_a_script_everything_can_be_read(browser: Browser, page_file: Path) -> None:
    with Opened(browser, page_file, NARROW, script=False) as opened:
        page = opened.page
        assert [one for one in page.locator("[data-script]").all() if one.is_visible()] == []
        rows = page.locator("#verzeichnis tbody tr")
        assert rows.count() >= 8
        assert rows.first.is_visible()
        assert rows.last.is_visible()
        folded = page.locator("figure details").first
        assert not folded.locator("table").is_visible()
        folded.locator("summary").click()
        assert folded.locator("table").is_visible()
        page.locator("#wege summary").click()
        page.locator("#wege a").last.click()
        assert page.locator("#papier").is_visible()


@pytest.mark.parametrize("number", ["12,3\u202f%", "400\u202f€", "Kosten (Kreis)", "480", "437.000\u00a0Euro"])
def test_the_sign_of_an_unverified_number_never_begins_a_line(browser: Browser, number: str) -> None:
    paragraphs = "".join(f'<p style="width: {width}px">Wort {number}°</p>' for width in range(20, 140, 2))
    page = browser.new_context().new_page()
    page.set_content(paragraphs)
    assert (page.evaluate(PARTED) > 0) == (not number[-1].isalnum())
    page.set_content(bound(paragraphs))
    assert page.evaluate(PARTED) == 0
