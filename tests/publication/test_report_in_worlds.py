"""Report, factsheet and plain paper of the shipped pilot in every scenario: as long as planned, full pages, nothing left out."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest
from pypdf import PageObject, PdfReader

from wiwak_eval.publication import typeset_blocks
from wiwak_eval.publication.content import Content, Figure
from wiwak_eval.publication.factsheet import factsheet_pdf
from wiwak_eval.publication.outline import OUTLINE
from wiwak_eval.publication.plain_paper import plain_paper_pdf
from wiwak_eval.publication.report import report_data, report_pdf
from wiwak_eval.publication.typesetting import Data
from wiwak_eval.results import ReleasedTable
from wiwak_eval.study.study import Study

MOST_PAGES, MOST_OF_CHAPTERS, MOST_OF_LOG, MOST_OF_INDEX = 60, 28, 5, 7
LEAST_WORDS = 600
"""Letters on a page that is not nearly empty; head and foot have about 170."""


@pytest.fixture(scope="module")
def reports(worlds: Mapping[str, Study]) -> Iterator[dict[str, PdfReader]]:
    """The report of each world with empty pictures of the usual sizes: what is counted here are pages and words."""

    def empty(figure: Figure) -> bytes:
        height = 170 + 30 * (len(figure.id) % 6)
        return f'<svg xmlns="http://www.w3.org/2000/svg" width="453.6pt" height="{height}pt" viewBox="0 0 453.6 {height}"></svg>'.encode()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typeset_blocks, "figure_svg", empty)
        yield {name: PdfReader(io.BytesIO(report_pdf(study.content))) for name, study in worlds.items()}


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


def body(page: PageObject) -> str:
    """The text of a page without head and foot."""
    lines = page.extract_text().split("\n")
    return "\n".join(line for line in lines if not re.search(r"keine Zahlen des WiWAK$|^Lauf [0-9a-f]{12} |^Seite \d+ von", line))


def tables_in(data: object) -> Iterator[str]:
    """Ids of all tables that the template is given."""
    if isinstance(data, Mapping):
        if data.get("kind") == "table":
            yield str(data["id"])
        data = list(data.values())
    if isinstance(data, list):
        for part in data:
            yield from tables_in(part)


def first_page_of(document: PdfReader, name: str) -> int:
    marks = [mark for mark in document.outline if not isinstance(mark, list)]
    return next(document.get_destination_page_number(mark) for mark in marks if str(mark.title).endswith(name))


def test_every_world_fits(reports: Mapping[str, PdfReader], worlds: Mapping[str, Study]) -> None:
    for name, document in reports.items():
        assert len(document.pages) <= MOST_PAGES, name
        assert first_page_of(document, "Die Daten") == 2, "summary and contents take a page each"
        assert first_page_of(document, "Weitere Tabellen") - first_page_of(document, "Die Daten") <= MOST_OF_CHAPTERS, name
        log, following = first_page_of(document, "Annahmen und ihre Quellen"), first_page_of(document, "Was verdeckt ist")
        assert following - log + 1 <= MOST_OF_LOG, name
        assert len(document.pages) - first_page_of(document, "Verzeichnis der Aussagen") <= MOST_OF_INDEX, name
        shortest = min(document.pages[:-1], key=lambda page: len(page.get_contents().get_data()))  # type: ignore[union-attr]
        assert len(shortest.extract_text()) > LEAST_WORDS, name
        assert len(PdfReader(io.BytesIO(factsheet_pdf(worlds[name].content))).pages) == 1
        assert len(PdfReader(io.BytesIO(plain_paper_pdf(worlds[name].content))).pages) <= 2


def test_no_page_is_nearly_empty_and_no_heading_stands_alone(reports: Mapping[str, PdfReader]) -> None:
    document = reports["basis"]
    titles = {squeezed(str(mark.title)) for mark in _marks(document.outline)}
    for number, page in enumerate(document.pages[:-1], start=1):
        words = body(page)
        assert len(words) > LEAST_WORDS - 170, f"page {number}"
        assert squeezed(words.rstrip().split("\n")[-1]) not in titles, f"page {number}"


@pytest.mark.usefixtures("reports")
def test_all_tables_and_words_of_the_content_are_in_the_report(worlds: Mapping[str, Study]) -> None:
    for study in worlds.values():
        content, data = study.content, report_data(study.content)
        printed = list(tables_in(data))
        assert set(printed) == named_tables(content)
        assert {id for id, times in Counter(printed).items() if times > 1} <= {"claims"}, "only its evidence stands apart"
        assert {question_and_words(point) for point in _points(data, "methods")} == {
            (point.question, point.words) for point in content.methods
        }


def named_tables(content: Content) -> set[str]:
    """Every table that the outline names and that was not refused."""
    ids = {part.partition(":")[2] for _, _, parts in OUTLINE for part in parts if part.partition(":")[0] in {"table", "picture", "annex"}}
    blocks = [block for chapter in content.chapters for block in (*chapter.blocks, *chapter.annex)]
    there = {block.table.id if isinstance(block, Figure) else block.id for block in blocks if isinstance(block, Figure | ReleasedTable)}
    assert there <= ids
    return there


def question_and_words(point: Data) -> tuple[str, str]:
    return str(point["question"]), str(point["words"])


def _points(data: Data, name: str) -> list[Data]:
    sections = data["sections"]
    assert isinstance(sections, list)
    section = next(section for section in sections if section["name"] == name)
    return [*section["left"], *section["right"]]


def _marks(outline: list[object]) -> Iterator[object]:
    for mark in outline:
        if isinstance(mark, list):
            yield from _marks(mark)
        else:
            yield mark
