"""The web page: well-formed, escaped, without any request, with every number."""

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from paper_sample import content

from wiwak_eval.publication.content import Chapter, Content, Figure
from wiwak_eval.publication.display import printed
from wiwak_eval.publication.imprint import finding_rows
from wiwak_eval.publication.inline import inline_svg
from wiwak_eval.publication.page import page_html
from wiwak_eval.results import ReleasedTable

VOID = {"meta", "br", "hr", "link", "img", "input"}


class Outline(HTMLParser):
    """Tags in balance, ids, attributes and visible text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: Counter[str] = Counter()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.ids.update(value or "" for name, value in attrs if name == "id")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="module")
def outline(page: str) -> Outline:
    return Outline(page)


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


def test_tags_are_in_balance_and_ids_unique(outline: Outline) -> None:
    assert outline.open == []
    assert max(outline.ids.values()) == 1
    assert outline.tags["h1"] == 1
    assert ("html", "lang", "de") in outline.attributes


def test_every_reference_has_a_target(outline: Outline, page: str) -> None:
    named = {value.removeprefix("#") for tag, name, value in outline.attributes if name == "href"}
    named |= set(re.findall(r"url\(#([^)]+)\)", page))
    named |= {id for _, name, value in outline.attributes if name in {"aria-labelledby", "aria-describedby"} for id in value.split()}
    assert named <= set(outline.ids)


def test_nothing_is_requested_and_nothing_runs(outline: Outline, page: str) -> None:
    assert not re.search(r"https?:|//[a-z]|@import|@font-face|javascript:", page)
    assert outline.tags["script"] == outline.tags["link"] == outline.tags["img"] == outline.tags["iframe"] == 0
    assert not [name for _, name, _ in outline.attributes if name == "style" or name.startswith("on") or name == "src"]
    assert outline.tags["style"] == 1


def test_policy_allows_only_the_page_s_own_style(page: str) -> None:
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert "unsafe" not in page


def test_every_number_is_there(papers: Content, outline: Outline) -> None:
    text = squeezed("".join(outline.words))
    tables = [block for chapter in papers.chapters for block in chapter.blocks if isinstance(block, ReleasedTable)]
    for table in tables:
        assert all(squeezed(cell) in text for row in printed(table)[1] for cell in row), table.id
    assert all(squeezed(cell) in text for row in finding_rows(papers) for cell in row)


def test_mark_is_on_page_tables_and_pictures() -> None:
    figures, tables = 5, 10
    assert page_html(content()).count("Simulierte Daten – keine Zahlen des WiWAK") == figures + tables + 2
    assert "Simuliert" not in page_html(content(simulated=False))


def test_pictures_are_described(papers: Content, outline: Outline, page: str) -> None:
    figures = [block for chapter in papers.chapters for block in chapter.blocks if isinstance(block, Figure)]
    assert outline.tags["svg"] == outline.tags["desc"] == outline.tags["details"] == len(figures)
    assert page.count('role="img"') == len(figures)
    assert all(figure.alt in page for figure in figures)


def test_hostile_text_is_escaped(page: str) -> None:
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 7*7 }}" in page


def test_page_is_small_and_the_same_twice(papers: Content, page: str) -> None:
    assert len(page.encode()) < 1_000_000
    assert page_html(papers) == page


def test_a_picture_without_alt_text_stops_the_run(papers: Content) -> None:
    figure = next(block for block in papers.chapters[0].blocks if isinstance(block, Figure))
    with pytest.raises(ValueError, match="alt text"):
        page_html(replace(papers, chapters=(Chapter("x", "X", (replace(figure, alt=""),)),)))


def test_a_shorthand_in_a_picture_is_an_error() -> None:
    with pytest.raises(ValueError, match="shorthand"):
        inline_svg(b'<svg xmlns="http://www.w3.org/2000/svg"><text style="font: 9px Arial"/></svg>', "a", "b", "c")
