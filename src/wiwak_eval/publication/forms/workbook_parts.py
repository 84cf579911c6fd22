"""Where the parts of a workbook are, and what must be forgotten of it once a cell has changed."""

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from wiwak_eval.publication.forms.cells import tag
from wiwak_eval.publication.office.package import Package, UnsafePackage, serialised

_AFTER_CALC = frozenset(
    {"oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr", "extLst"}
)
"""What follows `calcPr` in the head of a workbook (ECMA-376, part 1, 18.2.27)."""


def main_part(package: Package) -> str:
    """Name of the part that is the workbook's head. Raises UnsafePackage where the file is no workbook."""
    for relation in package.xml("_rels/.rels"):
        path = _below("", relation.get("Target", ""))
        if relation.get("Type", "").endswith("/officeDocument") and path in package.parts and not path.endswith("document.xml"):
            return path
    raise UnsafePackage("sie ist keine Arbeitsmappe")


def sheet_parts(package: Package, main: str) -> Mapping[str, str]:
    """Name of each sheet of cells to its part."""
    book = package.xml(main)
    targets = {one.get("Id"): _below(_folder(main), one.get("Target", "")) for one in package.xml(_relations(main))}
    found = {sheet.get("name", ""): targets.get(_relation_id(sheet), "") for sheet in book.iter(tag(book, "sheet"))}
    return {name: path for name, path in found.items() if "/worksheets/" in f"/{path}"}


def shared_strings(package: Package, main: str) -> list[str]:
    """The texts that cells refer to by number."""
    part = beside(main, "sharedStrings.xml")
    if part not in package.parts:
        return []
    root = package.xml(part)
    return ["".join(text.text or "" for text in item.iter(tag(root, "t"))) for item in root]


def beside(main: str, name: str) -> str:
    """Name of a part in the folder of the head."""
    return _below(_folder(main), name)


def forget_results(root: etree._Element) -> bool:
    """Whether the sheet has formulas; their last results are taken out, so that none is shown that is no longer true."""
    formulas = list(root.iter(tag(root, "f")))
    for formula in formulas:
        cell = formula.getparent()
        if cell is not None:
            for result in cell.findall(tag(root, "v")):
                cell.remove(result)
            cell.attrib.pop("t", None)
    return bool(formulas)


def computed_on_opening(book: etree._Element) -> etree._Element:
    """The workbook's head, told to compute all formulas when it is opened."""
    copy = deepcopy(book)
    found = copy.find(tag(copy, "calcPr"))
    if found is None:
        later = [place for place, child in enumerate(copy) if etree.QName(child).localname in _AFTER_CALC]
        found = etree.Element(tag(copy, "calcPr"))
        copy.insert(later[0] if later else len(copy), found)
    found.set("fullCalcOnLoad", "1")
    return copy


def without_chain(package: Package, main: str) -> Package:
    """Without the list of formulas in their order of computing, which is only a memo and might name one that was overwritten."""
    chain = beside(main, "calcChain.xml")
    if chain not in package.parts:
        return package
    types, relations = package.xml("[Content_Types].xml"), package.xml(_relations(main))
    for one in [child for child in types if child.get("PartName") == f"/{chain}"]:
        types.remove(one)
    for one in [child for child in relations if child.get("Type", "").endswith("/calcChain")]:
        relations.remove(one)
    kept = {name: content for name, content in package.parts.items() if name != chain}
    return Package({**kept, "[Content_Types].xml": serialised(types), _relations(main): serialised(relations)})


def _folder(part: str) -> str:
    return part.rpartition("/")[0]


def _relations(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def _below(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")


def _relation_id(sheet: etree._Element) -> str:
    return next((str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")
