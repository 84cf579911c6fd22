"""The web page: one file that asks no server for anything."""

import re
from collections.abc import Sequence

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from wiwak_eval.publication.calculator.on_page import calculator_script, calculator_style, calculator_view
from wiwak_eval.publication.content import Content
from wiwak_eval.publication.imprint import RANGE_WORDS, front_words, imprint, key_figures, run_line
from wiwak_eval.publication.page_parts import FINDING_PAGE_HEADS, PageParts, View, finding_views
from wiwak_eval.publication.page_policy import content_policy
from wiwak_eval.publication.page_style import style_sheet
from wiwak_eval.publication.signs import bound
from wiwak_eval.publication.typesetting import TEMPLATES

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Signs that no HTML file may hold; names from records can."""


def page_html(content: Content) -> str:
    """The whole content as one HTML file; the same content gives the same text.

    Raises ValueError for a picture without alt text, KeyError for a key finding that does not exist.
    """
    parts = PageParts()
    chapters = [parts.chapter(chapter) for chapter in content.chapters]
    view = {
        "content": content,
        "mark": content.mark.provenance.mark,
        "keys": key_figures(content),
        "range_words": " ".join(filter(None, (RANGE_WORDS, front_words(content)))),
        "ways": _ways(content, chapters),
        "calculator": calculator_view(content.calculator, parts.table) if content.calculator else None,
        "chapters": chapters,
        "heads": FINDING_PAGE_HEADS,
        "findings": finding_views(content),
        "imprint": imprint(content.mark),
        "run_line": run_line(content.mark),
    }
    body = bound(_rendered("page_body.html.j2", view))
    scripts = [_clean(script) for script in (_template("page.js"), *([calculator_script()] if content.calculator else []))]
    own_styles = [calculator_style()] if content.calculator else []
    style = _clean(style_sheet([_template("page.css"), *own_styles, parts.styles.css()], content.mark, "".join((body, *scripts))))
    return _rendered(
        "page.html.j2",
        {
            "title": f"{content.title} – {content.subtitle}",
            "policy": content_policy(style, scripts),
            "style": Markup(style),
            "body": Markup(body),
            "scripts": [Markup(script) for script in scripts],
            "csv": parts.csv,
        },
    )


def _rendered(template: str, view: View) -> str:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return _clean(environment.get_template(template).render(view))


def _clean(words: str) -> str:
    """Without signs that no HTML file may hold. Style and scripts are cleaned before their digests are taken: a browser compares both."""
    return _CONTROL.sub(" ", words)


def _ways(content: Content, chapters: Sequence[View]) -> list[tuple[str, str]]:
    """Address and name of each part that the page has, in its order."""
    parts = (
        ("kurz", "Das Wichtigste in Kürze", True),
        ("zahlen", "Die wichtigsten Zahlen", True),
        ("rechner", "Rechner: Was wäre, wenn?", bool(content.calculator)),
        ("einfach", "In Einfacher Sprache", bool(content.plain)),
        *((str(chapter["id"]), str(chapter["title"]), True) for chapter in chapters),
        ("begriffe", "Begriffe", bool(content.definitions)),
        ("methoden", "Wie gerechnet wurde", bool(content.methods)),
        ("datenschutz", "Datenschutz und Geheimhaltung", bool(content.privacy)),
        ("aussagen", "Verzeichnis der Aussagen", True),
        ("papier", "Zu diesem Papier", True),
    )
    return [(id, name) for id, name, there in parts if there]


def _template(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8").strip()
