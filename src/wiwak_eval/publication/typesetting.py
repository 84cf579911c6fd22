"""From plain data to a tagged PDF, in this process: Typst templates read JSON, so no text from records is ever markup."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from math import ceil
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

import typst

from wiwak_eval import german
from wiwak_eval.publication.content import Chapter, Content, Figure, Paragraph, Point
from wiwak_eval.publication.display import is_number, notes, printed, title, without_label
from wiwak_eval.publication.drawings import figure_svg
from wiwak_eval.publication.imprint import imprint, run_line
from wiwak_eval.publication.typeface import CUTS, printable
from wiwak_eval.results import NotAssessable, ReleasedTable

Data = Mapping[str, object]
"""What a template reads: JSON."""

TEMPLATES = Path(__file__).parent / "templates"
_STANDARDS: "list[typst.PDFStandard]" = ["a-2a", "ua-1"]
_SIZES = ((96, 9.0), (116, 8.0), (136, 7.5), (150, 7.0), (165, 6.5))
"""Characters a line of a table may need on an upright page, and the type size in points that lets them stand side by side."""
_LYING, _LONG = 1.5, 12
"""How much wider a page is when it lies, and the lines of cells that make a table of such width worth a page of its own."""


def pdf(template: str, data: Data) -> bytes:
    """The PDF of a template.

    Raises ValueError where Typst warns, typst.TypstError where it refuses, as for a picture without alt text.
    """
    with _compiler(template, data) as compiler:
        paper, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=_STANDARDS)
    if warnings:
        raise ValueError("; ".join(warning.message for warning in warnings))
    if not isinstance(paper, bytes):
        raise TypeError("Typst gave no document")
    return paper


def page_count(template: str, data: Data) -> int:
    """How many pages `pdf` would give; the template says so under the label `pages`."""
    with _compiler(template, data) as compiler:
        return int(json.loads(compiler.query("<pages>", field="value", one=True)))


def frame_data(content: Content) -> Data:
    """Title, mark and run: what both papers share."""
    mark = content.mark
    return {
        "title": content.title,
        "subtitle": content.subtitle,
        "mark": mark.provenance.mark,
        "imprint": [list(pair) for pair in imprint(mark)],
        "run_line": run_line(mark),
        "authority": mark.provenance.authority,
        "as_of": [mark.as_of.year, mark.as_of.month, mark.as_of.day],
        "as_of_text": german.day(mark.as_of),
        "notices": list(mark.notices),
        "summary": points_data(content.summary),
    }


def points_data(points: Sequence[Point]) -> list[Data]:
    """Questions and answers in their order."""
    return [{"question": point.question, "words": point.words} for point in points]


def chapter_data(chapter: Chapter) -> Data:
    """A chapter with its blocks, each told apart by `kind`, and the tables of its annex."""
    return {
        "title": chapter.title,
        "blocks": [_block_data(block) for block in chapter.blocks],
        "annex": [table_data(table, sign_explained=True) for table in chapter.annex],
    }


def table_data(table: ReleasedTable, sign_explained: bool = False) -> Data:
    """A table as printed: heads, sides, text of each cell, notes (see `display.notes`), where it comes from."""
    columns, rows = printed(table)
    return {
        "kind": "table",
        "title": title(table),
        "source": f"Tabelle {table.id}" + (f" · Notebook {table.notebook}" if table.notebook else ""),
        "notes": list(notes(table, sign_explained)),
        **sheet_data([column.label for column in columns], rows, [is_number(column) for column in columns]),
    }


def sheet_data(heads: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[bool]) -> Data:
    """Cells and the look that fits them: which columns stand right, how the width is shared, which way the page lies, which type size."""
    columns = [[row[i] for row in rows] for i in range(len(heads))]
    least = [_least(head, cells, number) for head, cells, number in zip(heads, columns, numeric, strict=True)]
    widths = [_width(cells, number, room) for cells, number, room in zip(columns, numeric, least, strict=True)]
    widest = _SIZES[-1][0]
    lying = sum(widths) > widest and sum(_lines(row, widths) for row in rows) > _LONG
    if not lying:
        widths = _squeezed(widths, least, numeric, widest)
    needed = sum(widths) / (_LYING if lying else 1)
    size = next((size for limit, size in _SIZES if needed <= limit), _SIZES[-1][1])
    shared = {"widths": widths, "size": size, "lying": lying}
    return {"heads": list(heads), "rows": [list(row) for row in rows], "numeric": list(numeric), **shared}


def _least(head: str, cells: Sequence[str], number: bool) -> int:
    """Characters below which a column's longest word would run into the next column."""
    words = [word for line in (head, *cells) for word in re.split(r"[ /\n]", line)]
    return max(min(max(map(len, words)), 40), min(len(head), 12)) + (3 if number else 5)


def _width(cells: Sequence[str], number: bool, least: int) -> int:
    """Characters a column asks for: a line of its longest cell, less than that where the cell may run over several lines."""
    longest = max((len(line) for cell in cells for line in cell.split("\n")), default=1)
    enough = 16 if number else 24 + min(max(longest - 24, 0) // 6, 30)
    return max(least, min(longest, enough) + (3 if number else 5))


def _squeezed(widths: Sequence[int], least: Sequence[int], numeric: Sequence[bool], limit: int) -> list[int]:
    """Widths that add up to at most `limit` where columns of words can give way; the widest of them does so first."""
    narrow = list(widths)
    while sum(narrow) > limit:
        giving = [i for i, number in enumerate(numeric) if not number and narrow[i] > least[i]]
        if not giving:
            break
        narrow[max(giving, key=lambda i: narrow[i])] -= 1
    return narrow


def _lines(row: Sequence[str], widths: Sequence[int]) -> int:
    """About how many lines a row takes where its columns have these widths."""
    return max(ceil(len(cell) / width) for cell, width in zip(row, widths, strict=True))


def figure_data(figure: Figure) -> Data:
    """A picture as SVG with all that is said about it. Raises ValueError where the description for the blind is blank."""
    return {
        "kind": "figure",
        "name": figure.name,
        "title": figure.title,
        "subtitle": figure.subtitle,
        "alt": figure.alt,
        "reading": figure.reading,
        "source": figure.source,
        "svg": figure_svg(figure).decode(),
    }


def _block_data(block: object) -> Data:
    match block:
        case Paragraph(words):
            return {"kind": "paragraph", "text": words}
        case ReleasedTable():
            return table_data(block, sign_explained=True)
        case Figure():
            return figure_data(block)
        case NotAssessable(reason):
            return {"kind": "refusal", "reason": without_label(reason)}
        case _:
            raise TypeError(f"a chapter cannot hold {type(block).__name__}")


@contextmanager
def _compiler(template: str, data: Data) -> Iterator[typst.Compiler]:
    """Typst with one template, its data and the one typeface, which it takes from a folder of its own."""
    words = json.dumps(_printable(data), ensure_ascii=False)
    with TemporaryDirectory() as folder:
        for cut in CUTS:
            copy(cut, folder)
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        yield typst.Compiler(TEMPLATES / template, root=TEMPLATES, font_paths=fonts, sys_inputs={"data": words})


def _printable(data: object) -> object:
    """The same data in signs that the typeface has."""
    if isinstance(data, str):
        return printable(data)
    if isinstance(data, Mapping):
        return {key: _printable(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_printable(value) for value in data]
    return data
