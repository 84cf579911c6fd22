"""The web page: well-formed, escaped, without any request, with every number; tests/browser opens it."""

import base64
import hashlib
import html
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from paper_sample import content, growth_parts

from wiwak_eval.publication.content import Chapter, Content, Figure
from wiwak_eval.publication.datapackage import write_data
from wiwak_eval.publication.display import csv_text, printed
from wiwak_eval.publication.imprint import finding_rows
from wiwak_eval.publication.page import page_html
from wiwak_eval.publication.page_policy import content_policy
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


def test_nothing_is_requested_and_no_element_brings_code(outline: Outline, page: str) -> None:
    assert not re.search(r"https?:|//[a-z]|@import|javascript:", re.sub(r"base64,[^\"]+", "", page))
    assert set(re.findall(r"url\((?!#)[^),]*", page)) == {'url("data:font/woff;base64'}
    assert outline.tags["link"] == outline.tags["img"] == outline.tags["iframe"] == 0
    assert not [name for _, name, _ in outline.attributes if name == "style" or name.startswith("on") or name == "src"]
    assert outline.tags["style"] == outline.tags["script"] == 1


def test_policy_allows_only_the_page_s_own_style_and_script(page: str) -> None:
    digests = []
    for element in ("style", "script"):
        whole = re.search(rf"<{element}>(.*?)</{element}>", page, re.DOTALL)
        assert whole
        digests.append(base64.b64encode(hashlib.sha256(whole.group(1).encode()).digest()).decode())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert html.unescape(policy[1]) == (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}'; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def test_policy_holds_for_a_style_with_control_signs_in_it() -> None:
    plain = content()
    page = page_html(replace(plain, mark=replace(plain.mark, version="0.1\u0007\u0085\r")))
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    assert "wiwak-eval 0.1   " in style[1]
    assert base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode() in html.unescape(page)


def test_files_that_can_be_saved_are_the_bytes_of_the_data_folder(papers: Content, page: str, tmp_path: Path) -> None:
    tables = {block.id: block for chapter in papers.chapters for block in chapter.blocks if isinstance(block, ReleasedTable)}
    write_data(tmp_path, tuple(tables.values()), papers.findings, papers.mark)
    offered = dict(re.findall(r'<template data-file="([^"]*)">(.*?)</template>', page, re.DOTALL))
    for id in tables:
        assert html.unescape(offered[f"{id}_simulierte_daten.csv"]).encode() == (tmp_path / f"{id}.csv").read_bytes()


def test_a_style_or_script_that_ends_its_element_is_an_error() -> None:
    with pytest.raises(ValueError, match="ends its own element"):
        content_policy("", ["x = '</script>'"])


def test_every_number_is_there(papers: Content, outline: Outline) -> None:
    text = squeezed("".join(outline.words))
    tables = [block for chapter in papers.chapters for block in chapter.blocks if isinstance(block, ReleasedTable)]
    for table in tables:
        assert all(squeezed(cell) in text for row in printed(table)[1] for cell in row), table.id
    assert all(squeezed(cell) in text for row in finding_rows(papers) for cell in row)


def test_mark_is_on_page_sheets_tables_and_pictures() -> None:
    tables, pictures, index = 5 + 5, 5 * 2, 1
    assert page_html(content()).count("Simulierte Daten – keine Zahlen des WiWAK") == tables + pictures + index + len(
        ("bar", "foot", "print")
    )
    assert "Simuliert" not in page_html(content(simulated=False))


def test_pictures_are_described(papers: Content, outline: Outline, page: str) -> None:
    figures = [block for chapter in papers.chapters for block in chapter.blocks if isinstance(block, Figure)]
    assert outline.tags["svg"] == outline.tags["desc"] == len(figures)
    assert page.count('role="img"') == len(figures)
    assert all(figure.alt in page for figure in figures)


def test_every_part_has_a_stable_address(papers: Content, outline: Outline) -> None:
    asked = {f"kapitel-{chapter.id}" for chapter in papers.chapters} | {f"aussage-{id}" for id in papers.findings}
    for block in (block for chapter in papers.chapters for block in chapter.blocks):
        if isinstance(block, Figure):
            asked |= {f"bild-{block.id}", f"daten-{block.id}"}
        elif isinstance(block, ReleasedTable):
            asked.add(f"tabelle-{block.id}")
    assert asked <= set(outline.ids)
    ways = [value.removeprefix("#") for tag, name, value in outline.attributes if name == "href" and "kapitel" in value]
    assert ways == [f"kapitel-{chapter.id}" for chapter in papers.chapters]


def test_a_finding_leads_to_its_table(papers: Content) -> None:
    (first, *rest) = papers.findings.values()
    page = page_html(replace(papers, findings={**papers.findings, first.id: replace(first, table="monthly")}))
    row = re.search(rf'<tr id="aussage-{first.id}">.*?</tr>', page)
    assert row
    assert '<a href="#tabelle-monthly">monthly · zeile · spalte</a>' in row[0]
    assert page.count('href="#tabelle-') == 1
    assert rest


def test_annexes_are_folded_and_what_is_not_there_has_no_heading(papers: Content) -> None:
    first, *others = papers.chapters
    annexed = Outline(page_html(replace(papers, chapters=(replace(first, annex=(growth_parts(),)), *others))))
    assert ("details", "id", "tabelle-growth_parts") in annexed.attributes
    assert not {"begriffe", "methoden", "datenschutz", "einfach", "rechner"} & set(annexed.ids)
    more = replace(
        papers, plain=papers.summary, definitions=(("Stelle", "39 Stunden"),), methods=papers.summary[:1], privacy=("Nichts verdeckt.",)
    )
    assert {"begriffe", "methoden", "datenschutz", "einfach"} <= set(Outline(page_html(more)).ids)


def test_hostile_text_is_escaped(page: str) -> None:
    assert page.count("<script") == 1
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 7*7 }}" in page
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", page)


def test_each_table_is_kept_once_as_the_file_that_is_saved(papers: Content, page: str) -> None:
    kept = dict(re.findall(r'<template data-file="([^"]*)">(.*?)</template>', page, re.DOTALL))
    tables = {block.table if isinstance(block, Figure) else block for chapter in papers.chapters for block in chapter.blocks}
    expected = {f"{table.id}_simulierte_daten.csv": csv_text(table) for table in tables if isinstance(table, ReleasedTable)}
    assert {name: html.unescape(words) for name, words in kept.items()} == expected
    assert 'data-csv="monthly.csv"' in page_html(content(simulated=False))


def test_page_is_small_and_the_same_twice(papers: Content, page: str) -> None:
    assert len(page.encode()) < 1_000_000
    assert page_html(papers) == page


def test_a_picture_without_alt_text_stops_the_run(papers: Content) -> None:
    figure = next(block for block in papers.chapters[0].blocks if isinstance(block, Figure))
    with pytest.raises(ValueError, match="alt text"):
        page_html(replace(papers, chapters=(Chapter("x", "X", (replace(figure, alt=""),)),)))
