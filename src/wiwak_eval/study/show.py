"""How a result appears in a notebook: text that a tool can compare, a table or picture that a person likes."""

import base64
import hashlib
from collections.abc import Sequence
from html import escape

from wiwak_eval.publication.charts import CHARTS, png
from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.display import NOTEBOOK_STYLE, csv_text, text_table
from wiwak_eval.publication.html_tables import html_table
from wiwak_eval.publication.imprint import imprint
from wiwak_eval.publication.signs import GENERAL
from wiwak_eval.results import UNPROVEN_SIGN, NotAssessable, ReleasedTable


def texts_of(item: ReleasedTable | NotAssessable, chart: str | None = None) -> tuple[str, ...]:
    """What `show` prints as text: the table; with `chart`, a line with a digest of the plotted data besides."""
    if isinstance(item, NotAssessable):
        return (item.reason,)
    if chart is None:
        return (text_table(item),)
    digest = hashlib.sha256(csv_text(item).encode()).hexdigest()[:16]
    return text_table(item), f"Bild zur Tabelle „{item.title}“: {len(item.rows)} Zeilen, Daten {digest}"


def show(item: ReleasedTable | NotAssessable, chart: str | None = None) -> None:
    """Print a released table as text and HTML, or a refusal; with `chart`, the picture and a digest of the plotted data.

    nbval compares text and HTML but skips pictures: the table above the picture and the digest are what is compared.
    """
    text, *beside = texts_of(item, chart)
    if isinstance(item, NotAssessable):
        _display({"text/plain": text, "text/html": f"<p><em>{escape(text)}</em></p>"})
        return
    _display({"text/plain": text, "text/html": NOTEBOOK_STYLE + html_table(item)})
    if chart is not None:
        picture = base64.b64encode(png(CHARTS[chart](item))).decode()
        _display({"text/plain": beside[0], "image/png": picture})


def lines_of(words: str, explain: bool = True) -> tuple[str, ...]:
    """What `say` prints: sentences with their numbers and, where one of them has the sign, what the sign means."""
    return (words, GENERAL) if UNPROVEN_SIGN in words and explain else (words,)


def say(words: str, explain: bool = True) -> bool:
    """Print sentences with their numbers. Gives whether a number has the sign.

    explain: say below what the sign means.
    """
    lines = lines_of(words, explain)
    _display({"text/plain": "\n".join(lines), "text/markdown": "\n\n".join(lines)})
    return UNPROVEN_SIGN in words


def introduction(mark: RunMark) -> tuple[str, ...]:
    """What identifies the run, without its digest: a notebook's text changes only where its numbers do."""
    lines = [f"{term}: {text}" for term, text in imprint(mark) if term not in {"Lauf", "Programm"}]
    return (*lines, *(words for words in (mark.provenance.mark, *mark.notices) if words))


def introduce(lines: Sequence[str]) -> None:
    """Print what identifies the run."""
    _display({"text/plain": "\n".join(lines), "text/html": "<p>" + "<br>".join(escape(line) for line in lines) + "</p>"})


def _display(bundle: dict[str, str]) -> None:
    from IPython.display import display

    display(bundle, raw=True)
