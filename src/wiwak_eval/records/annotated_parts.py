"""Which rows of a delivery the clerk's workbook shows, on which sheet, and which faults lie in which cell."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from xlsxwriter.utility import xl_rowcol_to_cell

from wiwak_eval.records.contract import TableSpec
from wiwak_eval.records.model import Fault
from wiwak_eval.records.rows import FileRows
from wiwak_eval.records.tables import TABLES

MOST_ROWS = 50_000
"""Rows of a delivery above which only those with a fault are shown."""
MOST_COMMENTS = 5_000
LAST_LINE = 1_048_576
LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")


@dataclass(frozen=True)
class Part:
    """A file or sheet of a delivery as one sheet, each row on its line.

    columns: canonical names as delivered; rows: places of the rows shown; faults: line and place of the column to what is wrong there;
    comments: how many of these cells get a comment.
    """

    spec: TableSpec
    file: FileRows
    sheet: str
    columns: tuple[str, ...]
    rows: tuple[int, ...]
    faults: Mapping[tuple[int, int], tuple[Fault, ...]]
    comments: int

    def cell(self, fault: Fault) -> str:
        """The cell a fault is shown in, empty where its line is beyond a sheet's last."""
        shown = fault.line is not None and (fault.line, self.place(fault)) in self.faults
        cell: str = xl_rowcol_to_cell(fault.line - 1, self.place(fault)) if shown and fault.line else ""
        return cell

    def place(self, fault: Fault) -> int:
        """Where the fault's column stands; the first one where the whole row is meant."""
        return next((place for place, name in enumerate(self.columns) if self.spec.column(name).header == fault.column), 0)


def parts_of(files: Mapping[str, Sequence[FileRows]], faults: Sequence[Fault], withheld: bool) -> tuple[Part, ...]:
    """All parts of a delivery; withheld: without sensitive columns."""
    of_file: dict[tuple[str, str], list[Fault]] = {}
    for fault in faults:
        of_file.setdefault((fault.file, fault.sheet), []).append(fault)
    whole = sum(len(file.lines) for parts in files.values() for file in parts) <= MOST_ROWS
    made: list[Part] = []
    left = MOST_COMMENTS
    for name, parts in files.items():
        for file in parts:
            sheet = _sheet_name(file, {part.sheet.casefold() for part in made})
            part = _part(TABLES[name], file, sheet, of_file.get((file.file, file.sheet), []), whole, withheld)
            made.append(Part(**{**vars(part), "comments": min(left, len(part.faults))}))
            left -= made[-1].comments
    return tuple(made)


def _part(spec: TableSpec, file: FileRows, sheet: str, faults: Sequence[Fault], whole: bool, withheld: bool) -> Part:
    columns = tuple(name for name in file.columns if not (withheld and spec.column(name).sensitive))
    cells: dict[tuple[int, int], list[Fault]] = {}
    bare = Part(spec, file, sheet, columns, (), {}, 0)
    for fault in faults:
        if fault.line is not None and 1 < fault.line <= LAST_LINE:
            cells.setdefault((fault.line, bare.place(fault)), []).append(fault)
    faulty = {line for line, _ in cells}
    shown = (file.lines > 1) & (file.lines <= LAST_LINE)
    rows = tuple(np.flatnonzero(shown if whole else shown & np.isin(file.lines, list(faulty))).tolist())
    return Part(spec, file, sheet, columns, rows, {cell: tuple(found) for cell, found in cells.items()}, 0)


def _sheet_name(file: FileRows, taken: Collection[str]) -> str:
    """The sheet's own name, or the file's, as a spreadsheet allows it."""
    plain = _FORBIDDEN.sub("_", file.sheet or Path(file.file).stem).strip()[:LONGEST_NAME] or "_"
    name, number = plain, 2
    while name.casefold() in taken:
        name, number = f"{plain[: LONGEST_NAME - 5]} ({number})", number + 1
    return name
