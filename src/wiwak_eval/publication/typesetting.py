"""From plain data to a tagged PDF, in this process: Typst templates read JSON, so no text from records is ever markup."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

import typst

from wiwak_eval import german
from wiwak_eval.publication.content import Content, Point
from wiwak_eval.publication.design import typst_tokens
from wiwak_eval.publication.imprint import imprint, run_line
from wiwak_eval.publication.typeface import CUTS, printable

Data = Mapping[str, object]
"""What a template reads: JSON."""

TEMPLATES = Path(__file__).parent / "templates"
_TOO_LONG = "does not fit on one page"
"""What paper.typ says in that case."""
_STANDARDS: "list[typst.PDFStandard]" = ["a-2a", "ua-1"]


def pdf(template: str, data: Data) -> bytes:
    """The PDF of a template.

    Raises ValueError where Typst warns, typst.TypstError where it refuses, as for a picture without alt text.
    """
    paper, warnings = _compiler(template, data).compile_with_warnings(format="pdf", pdf_standards=_STANDARDS)
    if warnings:
        raise ValueError("; ".join(warning.message for warning in warnings))
    if not isinstance(paper, bytes):
        raise TypeError("Typst gave no document")
    return paper


def one_page_pdf(template: str, data: Data, what: str) -> bytes:
    """The PDF of a template that chooses its own size of type, see `fitted` in paper.typ.

    Raises ValueError where even the smallest needs a second page for `what`; otherwise as `pdf`.
    """
    try:
        return pdf(template, data)
    except typst.TypstError as refused:
        if _TOO_LONG in refused.message:
            raise ValueError(f"{what} does not fit on one page") from refused
        raise


def pngs(template: str, data: Data, per_inch: float) -> list[bytes]:
    """A PNG of each page of a template, at so many pixels an inch. Raises as `pdf` does."""
    pages, warnings = _compiler(template, data).compile_with_warnings(format="png", ppi=per_inch)
    if warnings:
        raise ValueError("; ".join(warning.message for warning in warnings))
    return [page for page in (pages if isinstance(pages, list) else [pages]) if page is not None]


def page_count(template: str, data: Data) -> int:
    """How many pages `pdf` would give; the template says so under the label `pages`."""
    return int(json.loads(_compiler(template, data).query("<pages>", field="value", one=True)))


def frame_data(content: Content) -> Data:
    """Title, mark, run and design: what all papers share."""
    mark = content.mark
    return {
        "design": typst_tokens(),
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


def _compiler(template: str, data: Data) -> typst.Compiler:
    """Typst with one template and its data."""
    words = json.dumps(_printable(data), ensure_ascii=False)
    return typst.Compiler(TEMPLATES / template, root=TEMPLATES, font_paths=_fonts(), sys_inputs={"data": words})


@cache
def _fonts() -> typst.Fonts:
    """The one typeface, taken into memory: Typst reads a cut when it first sets it, and sets nothing, without a word, where it is gone."""
    with TemporaryDirectory(prefix="wiwak-") as folder:
        for cut in CUTS:
            copy(cut, folder)
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        typst.Compiler(TEMPLATES / "typeface.typ", root=TEMPLATES, font_paths=fonts).compile(format="pdf")
        return fonts


def _printable(data: object) -> object:
    """The same data in signs that the typeface has."""
    if isinstance(data, str):
        return printable(data)
    if isinstance(data, Mapping):
        return {key: _printable(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_printable(value) for value in data]
    return data
