"""The report as a tagged PDF (PDF/A-2a, PDF/UA-1)."""

from collections.abc import Mapping

from wiwak_eval.publication.content import Block, Content, Figure
from wiwak_eval.publication.imprint import front_words, key_figures
from wiwak_eval.publication.page_filling import filled
from wiwak_eval.publication.report_annex import LETTER, report_sections
from wiwak_eval.publication.report_columns import as_argued
from wiwak_eval.publication.report_legend import legend
from wiwak_eval.publication.typeset_blocks import block_data
from wiwak_eval.publication.typesetting import Data, frame_data, one_page_pdf
from wiwak_eval.results import ReleasedTable

TEMPLATE = "report.typ"
_FRONT_SCALES = (1.12, 1.06, 1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72)
"""Of the type on the first page and on the second; the largest that lets all of it stand there is taken."""


def report_pdf(content: Content) -> bytes:
    """The whole content as one PDF; the same content gives the same bytes.

    Raises ValueError for a picture without alt text and where the first page cannot hold what must stand on it, KeyError for a key
    finding that does not exist.
    """
    return one_page_pdf(TEMPLATE, report_data(content), "the summary")


def report_data(content: Content) -> Data:
    """What the template reads. Raises ValueError and KeyError as `report_pdf` does."""
    numbers = block_numbers(content)
    sections = report_sections(content, numbers)
    return {
        **frame_data(content),
        "front_title": "Das Wichtigste in Kürze",
        "front_scales": _FRONT_SCALES,
        "key_figures": [vars(figure) for figure in key_figures(content)],
        "front_words": front_words(content),
        "contents_title": "Inhalt",
        "imprint_title": "Zu diesem Papier",
        "legend": legend(content, {str(section["name"]): str(section[LETTER]) for section in sections}),
        "chapters": _chapters(content, numbers),
        "sections": sections,
    }


def block_numbers(content: Content) -> Mapping[str, str]:
    """Kind and id of each picture and table of the chapters, and what it is called, in the order in which they stand."""
    numbers: dict[str, str] = {}
    figures = tables = 0
    for block in (block for chapter in content.chapters for block in chapter.blocks):
        if isinstance(block, Figure):
            figures += 1
            numbers.setdefault(f"figure {block.id}", f"Abbildung {figures}")
        if isinstance(block, ReleasedTable):
            tables += 1
            numbers.setdefault(f"table {block.id}", f"Tabelle {tables}")
    return numbers


def _chapters(content: Content, numbers: Mapping[str, str]) -> list[Data]:
    blocks = filled([[block_data(as_argued(block), _number(block, numbers)) for block in chapter.blocks] for chapter in content.chapters])
    titles = (f"{place} {chapter.title}" for place, chapter in enumerate(content.chapters, start=1))
    return [{"title": title, "blocks": placed} for title, placed in zip(titles, blocks, strict=True)]


def _number(block: Block, numbers: Mapping[str, str]) -> str:
    match block:
        case Figure():
            return numbers[f"figure {block.id}"]
        case ReleasedTable():
            return numbers[f"table {block.id}"]
        case _:
            return ""
