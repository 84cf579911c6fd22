"""A tagged table laid out as a grid."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pikepdf import Array, Object

from wiwak_eval.publication.pdf_gate.structure import Element

WIDEST = 1_000
"""Columns or rows after which a span is taken for a slip."""


@dataclass(frozen=True)
class Cell:
    """A cell at its place, counted from 0.

    is_head: whether it is tagged as a head; id: its name, empty where it has none; scope: `Row`, `Column`, `Both`, empty where it does not
    say; heads: names of the head cells that it refers to.
    """

    row: int
    column: int
    rows: int
    columns: int
    is_head: bool
    id: str
    scope: str
    heads: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """A table. number: in the paper, counted from 1; widths: cells of each row, those that reach into it from above counted."""

    number: int
    page: int | None
    cells: tuple[Cell, ...]
    widths: tuple[int, ...]


def laid_out(number: int, table: Element) -> Grid:
    """The grid of a table's rows, whether or not they stand in groups."""
    rows = [row for part in table.children for row in ([part] if part.kind == "TR" else part.children) if row.kind == "TR"]
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for place, row in enumerate(rows):
        column = 0
        for element in (child for child in row.children if child.kind in {"TH", "TD"}):
            while (place, column) in taken:
                column += 1
            cell = _cell(element, place, column)
            taken |= {(place + down, column + right) for down in range(cell.rows) for right in range(cell.columns)}
            cells.append(cell)
    widths = Counter(row for row, _ in taken)
    page = next((element.page for element in table.walk() if element.page is not None), None)
    return Grid(number, page, tuple(cells), tuple(widths[place] for place in range(len(rows))))


def _cell(element: Element, row: int, column: int) -> Cell:
    about = element.attributes("/Table")
    heads = about.get("/Headers")
    named: Sequence[Object] = list(heads) if isinstance(heads, Array) else []
    scope = str(about.get("/Scope", "")).lstrip("/")
    return Cell(
        row, column, _span(about.get("/RowSpan")), _span(about.get("/ColSpan")), element.kind == "TH", element.words("/ID"), scope,
        tuple(str(one) for one in named),
    )  # fmt: skip


def _span(stated: object) -> int:
    return max(1, min(WIDEST, stated)) if isinstance(stated, int) else 1
