"""Rules for tables: a grid without holes, head cells that say what they are the head of, and a head for each cell."""

from collections.abc import Iterator

from wiwak_eval.publication.pdf_gate.fault import Fault, Rule, on_page
from wiwak_eval.publication.pdf_gate.grid import Cell, Grid
from wiwak_eval.publication.pdf_gate.paper import Paper

OF_COLUMN, OF_ROW = {"Column", "Both"}, {"Row", "Both"}


def _even(paper: Paper) -> Iterator[Fault]:
    for grid in paper.grids:
        if not grid.widths:
            yield _fault(grid, "sie hat keine Zeile")
        for row, width in enumerate(grid.widths):
            if width != grid.widths[0]:
                yield _fault(grid, f"{width} Zellen statt {grid.widths[0]}", row)


def _heads(paper: Paper) -> Iterator[Fault]:
    for grid in paper.grids:
        heads = [cell for cell in grid.cells if cell.is_head]
        if grid.cells and not heads:
            yield _fault(grid, "sie hat keine Kopfzelle")
        for cell in heads:
            if cell.scope not in OF_COLUMN | OF_ROW:
                yield _fault(grid, "eine Kopfzelle sagt nicht, ob sie für Zeile oder Spalte gilt (Scope)", cell.row)
        for row in sorted({cell.row for cell in heads if cell.scope in OF_COLUMN}):
            if any(not cell.is_head for cell in grid.cells if cell.row == row):
                yield _fault(grid, "in der Kopfzeile steht eine Zelle, die nicht als Kopf getaggt ist", row)


def _headed(paper: Paper) -> Iterator[Fault]:
    for grid in paper.grids:
        names = {cell.id for cell in grid.cells if cell.is_head and cell.id}
        columns = {place for cell in grid.cells if cell.scope in OF_COLUMN for place in range(cell.column, cell.column + cell.columns)}
        rows = {place for cell in grid.cells if cell.scope in OF_ROW for place in range(cell.row, cell.row + cell.rows)}
        for cell in grid.cells:
            if not set(cell.heads) <= names:
                yield _fault(grid, "eine Zelle verweist auf eine Kopfzelle, die es nicht gibt (Headers)", cell.row)
            elif not (cell.is_head or cell.heads or _has_head(cell, columns, rows)):
                yield _fault(grid, "zu einer Zelle gehört keine Kopfzelle", cell.row)


def _has_head(cell: Cell, columns: set[int], rows: set[int]) -> bool:
    return cell.column in columns or cell.row in rows


def _fault(grid: Grid, words: str, row: int | None = None) -> Fault:
    return Fault(on_page(grid.page), f"Tabelle {grid.number}{'' if row is None else f', Zeile {row + 1}'}: {words}")


RULES = (
    Rule("grid", "Jede Zeile einer Tabelle hat gleich viele Zellen (verbundene mitgezählt)", _even),
    Rule("heads", "Jede Tabelle hat Kopfzellen, die sagen, ob sie für Zeile oder Spalte gelten", _heads),
    Rule("headed", "Zu jeder Zelle gehört eine Kopfzelle", _headed),
)
