"""Writes single cells into a workbook and leaves everything else of it as it is: formats, formulas, pictures, boxes to tick.

The parts of the file are changed in place. A library that reads a workbook and writes it anew would drop what it does not know.
"""

from decimal import Decimal

from lxml import etree

from wiwak_eval.publication.forms.cells import Cells
from wiwak_eval.publication.forms.excel_dates import Dates
from wiwak_eval.publication.forms.formats import Filler
from wiwak_eval.publication.forms.mapping import Entry, Mistake, SheetCell
from wiwak_eval.publication.forms.workbook_parts import (
    beside,
    computed_on_opening,
    forget_results,
    main_part,
    shared_strings,
    sheet_parts,
    without_chain,
)
from wiwak_eval.publication.office.package import Package, packed, serialised

CORE = "docProps/core.xml"
_DESCRIPTION = "{http://purl.org/dc/elements/1.1/}description"


class ExcelForm:
    """A workbook that is being filled. Raises UnsafePackage where it is none."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = main_part(package)
        self._book = package.xml(self._main)
        self._paths = sheet_parts(package, self._main)
        self._open: dict[str, Cells] = {}
        self._dates = Dates(package, beside(self._main, "styles.xml"), self._book)
        self._strings = shared_strings(package, self._main)
        self._taken: set[tuple[str, str]] = set()

    def put(self, entry: Entry, filler: Filler) -> None:
        """A value into the cell of an entry. Raises Mistake where that does not exist, is taken, or holds something that must stay."""
        if entry.sheet is None or entry.cell is None:
            raise Mistake("Ein Formular in Excel hat Zellen. Bitte „sheet“ und „cell“ angeben.")
        self._put(entry.sheet, entry.cell, filler, entry.overwrite)

    def put_mark(self, place: SheetCell, words: str) -> None:
        """The words of the mark into an empty cell. Raises Mistake as `put` does."""
        self._put(place.sheet, place.cell, Filler(words), overwrite=False)

    def content(self, mark: str) -> bytes:
        """The filled workbook. Results that formulas had are left out, so that each programme computes them anew."""
        opened = {self._paths[name]: cells.root for name, cells in self._open.items()}
        parts: dict[str, bytes] = {}
        for path in self._paths.values():
            root = opened.get(path, self._package.xml(path))
            if forget_results(root) or path in opened:
                parts[path] = serialised(root)
        parts[self._main] = serialised(computed_on_opening(self._book))
        if mark and CORE in self._package.parts:
            parts[CORE] = serialised(_described(self._package.xml(CORE), mark))
        return packed(without_chain(self._package.with_parts(parts), self._main))

    def _put(self, sheet: str, reference: str, filler: Filler, overwrite: bool) -> None:
        if (sheet, reference) in self._taken:
            raise Mistake(f"Die Zelle {reference} ist schon vergeben. Bitte eine der beiden Angaben streichen.")
        self._taken.add((sheet, reference))
        cells = self._cells(sheet)
        cell = cells.place(reference, overwrite)
        if filler.day is not None and self._dates.shows_date(cells.style(cell)):
            cells.put_number(cell, Decimal(self._dates.serial(filler.day)))
        elif filler.number is not None:
            cells.put_number(cell, filler.number)
        else:
            cells.put_text(cell, filler.text)

    def _cells(self, sheet: str) -> Cells:
        if sheet not in self._paths:
            raise Mistake(f"Das Blatt „{sheet}“ gibt es nicht. Das Formular hat: {', '.join(self._paths)}.")
        if sheet not in self._open:
            self._open[sheet] = Cells(self._package.xml(self._paths[sheet]), self._strings)
        return self._open[sheet]


def _described(core: etree._Element, words: str) -> etree._Element:
    """The file's properties with what every page must carry."""
    found = core.find(_DESCRIPTION)
    description = etree.SubElement(core, _DESCRIPTION) if found is None else found
    description.text = words
    return core
