"""The content of a page: which ink belongs to the structure, which is decoration, which to neither; which font writes which codes."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Page,
    Stream,
    String,
    parse_content_stream,
)

from wiwak_eval.publication.pdf_gate.misbuilt import MISBUILT

TEXT, DRAWING, IMAGE = "Text", "Zeichnung", "Bild"
_PAINTS = dict.fromkeys(("Tj", "TJ", "'", '"'), TEXT) | dict.fromkeys(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh"), DRAWING)
_ASKED = " ".join((*_PAINTS, "BDC", "BMC", "EMC", "Tf", "q", "Q", "Do", "BI", "ID", "EI"))
_TAGGED, _DECORATION, _OTHER = "tagged", "decoration", "other"
_DEEPEST = 20
"""Forms within forms that are followed."""
_MOST_FORMS = 5_000
"""Forms of a page that are read; a few that draw each other several times each would be more than anybody can read."""


@dataclass
class PageMarks:
    """What stands on a page.

    numbers: of its marked pieces, each as often as it opens; loose: ink that nothing holds, by kind; mixed: decoration within content or
    content within decoration, times; open: marks that are not closed, or closed too often; codes: what each font writes, by object number;
    damaged: it could not be read to its end, or draws a form within itself or more forms than are read.
    """

    numbers: Counter[int] = field(default_factory=Counter)
    loose: Counter[str] = field(default_factory=Counter)
    mixed: int = 0
    open: int = 0
    fonts: dict[tuple[int, int], Object] = field(default_factory=dict)
    codes: dict[tuple[int, int], list[bytes]] = field(default_factory=dict)
    damaged: bool = False


def marks_of(page: Page) -> PageMarks:
    """Read a page once, with the forms that it draws."""
    found = PageMarks()
    try:
        _Reader(found).read(page, page.get("/Resources", Dictionary()))
    except MISBUILT:
        found.damaged = True
    return found


class _Reader:
    """Follows the marks of one page. The stack holds the kinds of marks that are open, the path the forms that are being drawn."""

    def __init__(self, found: PageMarks) -> None:
        self._found = found
        self._stack: list[str] = []
        self._path: list[tuple[int, int]] = []
        self._forms = 0

    def read(self, source: Page | Object, resources: Object) -> None:
        """The stream of a page or a form. resources: where it looks its names up."""
        font: tuple[int, int] | None = None
        kept: list[tuple[int, int] | None] = []
        before = len(self._stack)
        for step in parse_content_stream(source, _ASKED):
            if isinstance(step, ContentStreamInlineImage):
                self._paint(IMAGE)
                continue
            operator = str(step.operator)
            if operator in _PAINTS:
                self._paint(_PAINTS[operator])
                if _PAINTS[operator] is TEXT and font is not None:
                    self._found.codes[font].extend(_strings(step))
            elif operator == "Tf":
                font = self._font(resources, str(step.operands[0]))
            elif operator == "q":
                kept.append(font)
            elif operator == "Q":
                font = kept.pop() if kept else None
            elif operator in {"BDC", "BMC"}:
                self._opened(step, resources)
            elif operator == "EMC":
                self._closed(before)
            elif operator == "Do":
                self._drawn(_named(resources, "/XObject", str(step.operands[0])), resources)
        self._found.open += abs(len(self._stack) - before)
        del self._stack[before:]

    def _paint(self, kind: str) -> None:
        if _TAGGED not in self._stack and _DECORATION not in self._stack:
            self._found.loose[kind] += 1

    def _font(self, resources: Object, name: str) -> tuple[int, int] | None:
        font = _named(resources, "/Font", name)
        if font is None:
            return None
        self._found.fonts[font.objgen] = font
        self._found.codes.setdefault(font.objgen, [])
        return font.objgen

    def _opened(self, step: ContentStreamInstruction, resources: Object) -> None:
        about = step.operands[1] if len(step.operands) > 1 else None
        if isinstance(about, Name):
            about = _named(resources, "/Properties", str(about))
        number = about.get("/MCID") if isinstance(about, Dictionary) else None
        kind = _DECORATION if str(step.operands[0]) == "/Artifact" else _OTHER if number is None else _TAGGED
        against = {_TAGGED: _DECORATION, _DECORATION: _TAGGED}.get(kind)
        self._found.mixed += against in self._stack
        if number is not None and not self._path:  # a drawing within the page counts its pieces by itself
            self._found.numbers[int(number)] += 1
        self._stack.append(kind)

    def _closed(self, before: int) -> None:
        if len(self._stack) > before:
            self._stack.pop()
        else:
            self._found.open += 1

    def _drawn(self, thing: Object | None, resources: Object) -> None:
        if not isinstance(thing, Stream) or thing.get("/Subtype") != "/Form" or len(self._path) >= _DEEPEST:
            self._paint(IMAGE)
        elif thing.objgen in self._path or self._forms >= _MOST_FORMS:
            self._found.damaged = True
        else:
            self._forms += 1
            self._path.append(thing.objgen)
            self.read(thing, thing.get("/Resources", resources))
            self._path.pop()


def _named(resources: Object, kind: str, name: str) -> Object | None:
    group = resources.get(kind)
    return group.get(name) if isinstance(group, Dictionary) else None


def _strings(step: ContentStreamInstruction) -> Iterator[bytes]:
    shown = step.operands[-1]
    for part in shown if isinstance(shown, Array) else [shown]:
        if isinstance(part, String):
            yield bytes(part)
