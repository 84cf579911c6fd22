"""A released table as HTML: whole, for notebooks, or its cells alone, for a page that says the rest."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup, escape

from wiwak_eval.publication.display import is_number, notes, printed, title
from wiwak_eval.results import Column, ReleasedTable, Unit

_SENTENCE = 60
"""Characters from which on a cell is prose."""
_MANY = 9
"""Columns that still stand side by side on paper in the usual size of type."""


def html_table(table: ReleasedTable, sign_explained: bool = False) -> str:
    """The table as HTML, escaped: caption, heads with scope, notes (see `notes`) and the simulated mark under it; no style of its own."""
    under = Markup().join(Markup('<p class="note">{}</p>').format(note) for note in notes(table, sign_explained))
    mark = table.provenance.mark
    sign = Markup('<p class="mark">{}</p>').format(mark) if mark else Markup()
    caption = Markup("<caption>{}</caption>").format(title(table))
    return str(Markup('<div class="wiwak"><table>{}\n{}</table>{}{}</div>').format(caption, _head_and_body(table), under, sign))


def html_grid(table: ReleasedTable, named_by: str) -> str:
    """The cells alone as HTML, escaped, heads with scope, for a page that says the rest: `named_by` is the id of what names the table."""
    look = Markup(' class="many"') if len(table.columns) > _MANY else Markup()
    return str(Markup('<table{} aria-labelledby="{}">{}</table>').format(look, named_by, _head_and_body(table, wordy=True)))


def turned(table: ReleasedTable) -> ReleasedTable:
    """The printed table with rows and columns changed over: few rows with many numbers each are easier to read below each other."""
    columns, rows = printed(table)
    heads = [Column("size", "Größe", Unit.TEXT), *(Column(f"row_{place}", row[0], Unit.NUMBER) for place, row in enumerate(rows, start=1))]
    cells = tuple((column.label, *(row[place] for row in rows)) for place, column in enumerate(columns) if place)
    return replace(table, columns=tuple(heads), rows=cells)


def _head_and_body(table: ReleasedTable, wordy: bool = False) -> Markup:
    """wordy: columns of sentences are told apart, as they need room."""
    columns, rows = printed(table)
    kinds = [
        "num" if is_number(column) else "wordy" if wordy and _is_prose([row[i] for row in rows]) else "" for i, column in enumerate(columns)
    ]
    head = "".join(_html_cell("th", column.label, kind, "col") for column, kind in zip(columns, kinds, strict=True))
    body = "\n".join(_html_row(row, kinds) for row in rows)
    return Markup(f"<thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody>")


def _is_prose(cells: Sequence[str]) -> bool:
    return max(map(len, cells), default=0) > _SENTENCE


def _html_row(cells: Sequence[str], kinds: Sequence[str]) -> str:
    rest = "".join(_html_cell("td", cell, kind) for cell, kind in zip(cells[1:], kinds[1:], strict=True))
    return f"<tr>{_html_cell('th', cells[0], kinds[0], 'row')}{rest}</tr>"


def _html_cell(tag: str, content: str, kind: str, scope: str = "") -> str:
    """Only the content comes from a table, and only it is escaped; a page has six thousand cells."""
    where = f' scope="{scope}"' if scope else ""
    look = f' class="{kind}"' if kind else ""
    return f"<{tag}{where}{look}>{escape(content)}</{tag}>"
