"""Drawings, pages, workbooks, Word files and PDF papers by what they hold."""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import zip_longest

from wiwak_eval.audit.verify.comparing.allowance import Allowance, drawn_alike
from wiwak_eval.audit.verify.comparing.pictures import same_picture
from wiwak_eval.audit.verify.comparing.texts import ABSENT, compare_lines
from wiwak_eval.audit.verify.result import Deviation

_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = frozenset({"path", "line", "rect", "circle", "ellipse", "polyline", "polygon", "g", "use", "text", "tspan", "clippath", "svg"})
"""Elements whose attributes are coordinates and looks."""
SLACK = 1 << 16
"""Bytes by which a part of a packed file may be larger than that of the repetition; a larger one is not unpacked."""
_MARKS = re.compile(r"(<[^>]*>)")


def compare_package(file: str, in_run: bytes, found: bytes, allowance: Allowance) -> Iterator[Deviation]:
    """A workbook, a Word file or an archive, part by part: cells, formulas and texts."""
    try:
        with zipfile.ZipFile(io.BytesIO(in_run)) as ours, zipfile.ZipFile(io.BytesIO(found)) as theirs:
            if len(set(ours.namelist())) != len(ours.namelist()):
                yield Deviation(file, "Teile", "einer steht doppelt da", "jeder einmal")
                return
            names = [*ours.namelist(), *(name for name in theirs.namelist() if name not in ours.namelist())]
            for name in names:
                if name not in ours.namelist() or name not in theirs.namelist():
                    there = (name if name in archive.namelist() else ABSENT for archive in (ours, theirs))
                    yield Deviation(file, f"Teil {name}", *there)
                elif (size := ours.getinfo(name).file_size) > (limit := theirs.getinfo(name).file_size + SLACK):
                    yield Deviation(file, f"Teil {name}", f"{size} Bytes", f"{limit - SLACK} Bytes")
                elif (one := _unpacked(ours, name, limit)) != (other := theirs.read(name)):
                    yield from _part(file, name, one, other, allowance)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError):
        yield Deviation(file, "ganze Datei", "nicht lesbar", "nicht lesbar")


def _unpacked(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """A part that says it is no larger than the limit; no more of it is read than that, whatever it says."""
    with archive.open(name) as stream:
        return stream.read(limit + 1)


def _part(file: str, name: str, one: bytes, other: bytes, allowance: Allowance) -> Iterator[Deviation]:
    if name.endswith((".xml", ".rels")):
        yield from compare_markup(file, one, other, allowance, f"{name}, ")
    elif not (name.endswith(".png") and same_picture(one, other)):
        yield Deviation(file, f"Teil {name}", f"{len(one)} Bytes", f"{len(other)} andere Bytes")


def compare_markup(file: str, in_run: bytes, found: bytes, allowance: Allowance, where: str = "") -> Iterator[Deviation]:
    """XML or HTML, element by element: texts by the rule for texts, coordinates of drawings to a hundredth.

    Then sign by sign by the same rules: what one reader of markup passes over, another might show.
    """
    deviations = list(_compare_elements(file, in_run, found, allowance, where))
    yield from deviations
    if not deviations and not _same_signs(in_run, found, allowance):
        yield Deviation(file, f"{where}Aufbau", "so im Lauf", "anders wiederholt")


def _same_signs(in_run: bytes, found: bytes, allowance: Allowance) -> bool:
    ours, theirs = (_MARKS.split(content.decode("utf-8", "surrogateescape")) for content in (in_run, found))
    return len(ours) == len(theirs) and all(
        allowance.same(one, other) or (one.startswith("<") and drawn_alike(one, other)) for one, other in zip(ours, theirs, strict=True)
    )


def _compare_elements(file: str, in_run: bytes, found: bytes, allowance: Allowance, where: str) -> Iterator[Deviation]:
    ours, theirs = _elements(file, in_run, bool(where)), _elements(file, found, bool(where))
    for one, other in zip_longest(ours, theirs):
        if one is None or other is None:
            yield Deviation(file, f"{where}Ende", ABSENT if one is None else str(one[0]), ABSENT if other is None else str(other[0]))
            return
        (tag, place, drawn, attributes, words), (again, _, _, anew, told) = one, other
        if tag != again:
            yield Deviation(file, f"{where}{place}", tag, again)
            return
        alike = drawn_alike if drawn else allowance.same
        for name in [*attributes, *(name for name in anew if name not in attributes)]:
            if not alike(attributes.get(name, ABSENT), anew.get(name, ABSENT)):
                yield Deviation(file, f"{where}{place}, {name}", attributes.get(name, ABSENT), anew.get(name, ABSENT))
        yield from compare_lines(file, words, told, allowance, f"{where}{place}, ")


Element = tuple[str, str, bool, dict[str, str], str]
"""Beginning or end of an element: tag, place, whether it is drawn, attributes, the text that follows at once."""


def _elements(file: str, content: bytes, is_part: bool) -> Iterator[Element]:
    from lxml import etree, html

    root = html.document_fromstring(content) if file.endswith(".html") and not is_part else _xml(content)
    place = "Anfang"
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if not isinstance(element.tag, str):
            yield "Kommentar", place, False, {}, f"{element.text or ''}\n{element.tail or ''}"
            continue
        if event == "end":
            yield f"Ende von {element.tag}", place, False, {}, element.tail or ""
            continue
        name = etree.QName(element).localname if element.tag.startswith("{") else element.tag
        place = _place(name, dict(element.attrib), element.sourceline, place)
        drawn = element.tag.startswith(_SVG) or (not is_part and name.lower() in _DRAWN)
        attributes = {str(key): str(value) for key, value in element.attrib.items()}
        yield name, place, drawn, attributes, element.text or ""


def _xml(content: bytes):  # type: ignore[no-untyped-def]  # lxml has no types
    from lxml import etree

    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _place(name: str, attributes: dict[str, str], line: int | None, before: str) -> str:
    if name == "c" and "r" in attributes:
        return f"Zelle {attributes['r']}"
    return before if before.startswith("Zelle") and name in {"f", "v", "is", "t"} else f"Zeile {line} <{name}>"
