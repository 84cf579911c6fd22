"""The web page: one file that asks no server for anything."""

import base64
import hashlib

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from wiwak_eval.publication.content import Block, Content, Figure, Paragraph
from wiwak_eval.publication.display import html_table, without_label
from wiwak_eval.publication.drawings import figure_svg
from wiwak_eval.publication.imprint import FINDING_HEADS, RANGE_WORDS, finding_rows, front_words, imprint, key_figures, run_line
from wiwak_eval.publication.inline import inline_svg
from wiwak_eval.publication.typesetting import TEMPLATES
from wiwak_eval.results import NotAssessable, ReleasedTable


def page_html(content: Content) -> str:
    """The whole content as one HTML file; the same content gives the same text.

    Raises ValueError for a picture without alt text, KeyError for a key finding that does not exist.
    """
    style = (TEMPLATES / "page.css").read_text(encoding="utf-8")
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("page.html.j2").render(
        content=content,
        mark=content.mark.provenance.mark,
        style=Markup(style),
        style_hash=_policy_hash(style),
        keys=key_figures(content),
        range_words=" ".join(filter(None, (RANGE_WORDS, front_words(content)))),
        chapters=[
            {
                "title": chapter.title,
                "blocks": [_block(block, f"bild-{number}-{i}") for i, block in enumerate((*chapter.blocks, *chapter.annex))],
            }
            for number, chapter in enumerate(content.chapters, start=1)
        ],
        heads=FINDING_HEADS,
        findings=finding_rows(content),
        imprint=imprint(content.mark),
        run_line=run_line(content.mark),
    )


def _policy_hash(style: str) -> str:
    """The style's digest as the page's policy names it, so that no other style counts."""
    return f"sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}"


def _block(block: Block, name: str) -> dict[str, str]:
    match block:
        case Paragraph(words):
            return {"kind": "paragraph", "text": words}
        case NotAssessable(reason):
            return {"kind": "refusal", "text": without_label(reason)}
        case ReleasedTable():
            return {"kind": "table", "title": block.title, "table": Markup(html_table(block, sign_explained=True))}
        case Figure():
            return _figure(block, name)


def _figure(figure: Figure, name: str) -> dict[str, str]:
    picture = figure_svg(figure)
    return {
        "kind": "figure",
        "title": figure.title,
        "text": figure.subtitle,
        "source": figure.source,
        "reading": figure.reading,
        "svg": Markup(inline_svg(picture, name, figure.title, figure.alt)),
        "table": Markup(html_table(figure.table, sign_explained=True)),
    }
