"""The rule that a file does nothing by itself, fetches nothing and holds no other files."""

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object

from wiwak_eval.publication.pdf_gate.fault import WHOLE, Fault, Rule, on_page
from wiwak_eval.publication.pdf_gate.paper import Paper

_HARMLESS_LINK = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
_CARRIERS = {
    "FileAttachment": "eine angehängte Datei", "RichMedia": "ein Medium", "Movie": "ein Film", "Sound": "ein Ton",
    "Screen": "eine Fläche, auf der etwas abgespielt wird", "3D": "ein räumliches Modell",
}  # fmt: skip
"""Kinds of annotations that hold a file or play something, whether or not they can be seen."""
_LONGEST_CHAIN = 1000
"""Actions in a row after which they are taken for endless."""


def _acting(paper: Paper) -> Iterator[Fault]:
    names = paper.catalog.get("/Names", Dictionary())
    if "/JavaScript" in names:
        yield Fault(WHOLE, "die Datei enthält JavaScript")
    if "/EmbeddedFiles" in names or "/AF" in paper.catalog:
        yield Fault(WHOLE, "in der Datei stecken weitere Dateien")
    if "/XFA" in paper.catalog.get("/AcroForm", Dictionary()):
        yield Fault(WHOLE, "die Datei enthält ein XFA-Formular")
    for number, note in paper.annotations:
        carried = str(note.get("/Subtype", "")).lstrip("/")
        if carried in _CARRIERS:
            yield Fault(on_page(number), f"auf der Seite liegt {_CARRIERS[carried]} ({carried})")
    for page, action in _actions(paper):
        kind, target = str(action.get("/S", "")).lstrip("/"), str(action.get("/URI", ""))
        if kind not in {"GoTo", "URI"}:
            yield Fault(on_page(page), f"die Datei führt etwas aus ({kind or 'unbekannte Aktion'})")
        elif kind == "URI" and not _HARMLESS_LINK.match(target):
            yield Fault(on_page(page), f"ein Verweis führt nicht auf eine Webseite oder E-Mail-Adresse („{target[:60]}“)")


def _actions(paper: Paper) -> Iterator[tuple[int | None, Object]]:
    """What a viewer may run, with its page: by itself, when something is opened or left, or on a click."""
    holders: list[tuple[int | None, Object]] = [(None, paper.catalog), *((None, item) for item in _outline(paper))]
    holders += [(number, page.obj) for number, page in enumerate(paper.pdf.pages, start=1)]
    for page, holder in [*holders, *paper.annotations]:
        started = holder.get("/AA")
        found = [holder.get("/A"), holder.get("/OpenAction"), *(started.values() if isinstance(started, Dictionary) else ())]
        yield from ((page, one) for action in found for one in _chain(action))


def _chain(action: Object | None) -> Iterator[Object]:
    """An action and those that follow it; an array is a plain destination."""
    waiting, seen = [action], 0
    while waiting and seen < _LONGEST_CHAIN:
        one = waiting.pop()
        seen += 1
        if isinstance(one, Dictionary):
            yield one
            following = one.get("/Next")
            waiting += list(following) if isinstance(following, Array) else [following]


def _outline(paper: Paper) -> Iterator[Object]:
    """The bookmarks."""
    waiting, seen = [paper.catalog.get("/Outlines")], set()
    while waiting:
        item = waiting.pop()
        if isinstance(item, Dictionary) and item.objgen not in seen:
            seen.add(item.objgen)
            yield item
            waiting += [item.get("/First"), item.get("/Next")]


RULES = (Rule("actions", "Sie führt nichts aus, lädt nichts nach und enthält keine Anlagen", _acting),)
