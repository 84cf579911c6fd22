"""The cells of one sheet of a workbook, as they stand in its part."""

import re
from collections.abc import Sequence
from decimal import Decimal

from lxml import etree

from wiwak_eval.publication.forms.mapping import Mistake
from wiwak_eval.publication.office.package import xml_text

FORMULA = "In der Zelle {} steht eine Formel; sie wird nicht überschrieben. Bitte eine andere Zelle angeben."
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_BLANK = re.compile(r"[\s_.…·:-]*")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def tag(root: etree._Element, name: str) -> str:
    """An element's name in the sheet's own namespace: forms come in two of them."""
    return f"{{{etree.QName(root).namespace}}}{name}"


def is_blank(words: str) -> bool:
    """Whether a place only looks as if it held something: dots or lines to write on."""
    return _BLANK.fullmatch(words) is not None


class Cells:
    """Finds, makes and changes cells; rows and cells stay in their order."""

    def __init__(self, root: etree._Element, strings: Sequence[str]) -> None:
        self.root = root
        self._strings = strings
        data = root.find(tag(root, "sheetData"))
        self._data = etree.SubElement(root, tag(root, "sheetData")) if data is None else data

    def place(self, reference: str, overwrite: bool) -> etree._Element:
        """The cell, made where it is missing. Raises Mistake where it must not be written to."""
        column, row = _position(reference)
        for merged in self.root.iter(tag(self.root, "mergeCell")):
            if _inside(merged.get("ref", ""), column, row) and merged.get("ref", "").partition(":")[0] != reference:
                raise Mistake(
                    f"Die Zelle {reference} gehört zu einer verbundenen Zelle. Bitte „{merged.get('ref', '').partition(':')[0]}“ angeben."
                )
        self._refuse_arrays(reference, column, row)
        cell = self._cell(reference, column, row)
        formula = cell.find(tag(self.root, "f"))
        if formula is not None and (not overwrite or formula.get("ref") is not None):
            raise Mistake(FORMULA.format(reference))
        if not overwrite and not is_blank(self._text(cell)):
            raise Mistake(
                f"In der Zelle {reference} steht schon „{self._text(cell)[:40]}“. Bitte „overwrite: true“ angeben, wenn das weg soll."
            )
        return cell

    def style(self, cell: etree._Element) -> int:
        """Number of the cell's format."""
        return int(cell.get("s", "0"))

    def put_number(self, cell: etree._Element, number: Decimal) -> None:
        """A number, exact; the cell's format stays."""
        self._empty(cell)
        etree.SubElement(cell, tag(self.root, "v")).text = format(number, "f")

    def put_text(self, cell: etree._Element, words: str) -> None:
        """Text that stays text, whatever it looks like; the cell's format stays."""
        self._empty(cell)
        cell.set("t", "inlineStr")
        inside = etree.SubElement(etree.SubElement(cell, tag(self.root, "is")), tag(self.root, "t"))
        inside.text = xml_text(words)[:32_767]
        inside.set(_SPACE, "preserve")

    def _empty(self, cell: etree._Element) -> None:
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", None)

    def _text(self, cell: etree._Element) -> str:
        value = cell.find(tag(self.root, "v"))
        if cell.get("t") == "s" and value is not None and value.text and int(value.text) < len(self._strings):
            return self._strings[int(value.text)]
        inline = "".join(part.text or "" for part in cell.iter(tag(self.root, "t")))
        return inline or (value.text or "" if value is not None else "")

    def _refuse_arrays(self, reference: str, column: int, row: int) -> None:
        arrays = (one for one in self.root.iter(tag(self.root, "f")) if one.get("t") in {"array", "dataTable"})
        if any(_inside(one.get("ref", ""), column, row) for one in arrays):
            raise Mistake(FORMULA.format(reference))

    def _cell(self, reference: str, column: int, row: int) -> etree._Element:
        line = self._row(row)
        place = 0
        for cell in line.iter(tag(self.root, "c")):
            here = _position(cell.get("r", ""))[0] if cell.get("r") else place + 1
            if here == column:
                return cell
            if here > column:
                break
            place = here
        at = sum(1 for cell in line if cell.get("r") and _position(cell.get("r", ""))[0] < column)
        made = etree.Element(tag(self.root, "c"), {"r": reference, **self._new_style(line, column)})
        line.insert(at, made)
        line.attrib.pop("spans", None)
        for size in self.root.findall(tag(self.root, "dimension")):
            self.root.remove(size)
        return made

    def _row(self, number: int) -> etree._Element:
        rows = list(self._data.iter(tag(self.root, "row")))
        for row in rows:
            if int(row.get("r", "0")) == number:
                return row
        made = etree.Element(tag(self.root, "row"), {"r": str(number)})
        self._data.insert(sum(1 for row in rows if int(row.get("r", "0")) < number), made)
        return made

    def _new_style(self, row: etree._Element, column: int) -> dict[str, str]:
        """The format that a cell takes from its row, else from its column."""
        if row.get("customFormat") in {"1", "true"} and row.get("s"):
            return {"s": str(row.get("s"))}
        for one in self.root.iter(tag(self.root, "col")):
            if int(one.get("min", "0")) <= column <= int(one.get("max", "0")) and one.get("style"):
                return {"s": str(one.get("style"))}
        return {}


def _position(reference: str) -> tuple[int, int]:
    """Column and row, from 1. Raises Mistake."""
    found = _REFERENCE.fullmatch(reference)
    column = 0
    for letter in found.group(1) if found else "":
        column = column * 26 + ord(letter) - 64
    if found is None or column > _MOST_COLUMNS or int(found.group(2)) > _MOST_ROWS:
        raise Mistake(f"„{reference}“ ist keine Zelle. Bitte wie „B4“ angeben.")
    return column, int(found.group(2))


def _inside(area: str, column: int, row: int) -> bool:
    first, _, last = area.partition(":")
    if not _REFERENCE.fullmatch(first) or not _REFERENCE.fullmatch(last or first):
        return False
    (left, top), (right, bottom) = _position(first), _position(last or first)
    return left <= column <= right and top <= row <= bottom
