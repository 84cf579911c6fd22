"""Rules for what is read aloud: pictures, headings, lists, links, and that all of a page's ink belongs somewhere."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from pikepdf import Name

from wiwak_eval.publication.pdf_gate.fault import WHOLE, Fault, Rule, on_page
from wiwak_eval.publication.pdf_gate.paper import Paper
from wiwak_eval.publication.pdf_gate.structure import Element

STANDARD = frozenset({
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private", "P", "H", "H1",
    "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote",
    "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula",
    "Form",
})  # fmt: skip
"""Structure types of PDF 1.7 (ISO 32000-1, 14.8.4)."""
HOLDERS = {
    "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"},
    "LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"},
}  # fmt: skip
"""What may hold an element."""
HELD = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"}, "TR": {"TH", "TD"},
    "L": {"LI", "L", "Caption"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOCI", "TOC", "Caption"},
}  # fmt: skip
"""What an element may hold."""
_FILE_ENDINGS = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".pdf")
_UNSEEN = 2
"""Bit of an annotation that is hidden."""


def _types(paper: Paper) -> Iterator[Fault]:
    unknown = Counter((element.own, element.page) for element in paper.elements if element.kind not in STANDARD)
    for (own, page), times in unknown.items():
        yield Fault(on_page(page), f"der Typ „{own}“ bedeutet nichts ({times}-mal)")


def _nesting(paper: Paper) -> Iterator[Fault]:
    for element in paper.elements:
        for child in element.children:
            allowed = child.kind in HELD.get(element.kind, {child.kind}) and element.kind in HOLDERS.get(child.kind, {element.kind})
            if not allowed:
                yield Fault(on_page(child.page), f"ein Element „{child.kind}“ steht in „{element.kind}“")


def _pictures(paper: Paper) -> Iterator[Fault]:
    for number, figure in enumerate(paper.of_kind("Figure", "Formula"), start=1):
        said = figure.words("/Alt") or figure.words("/ActualText")
        if not said:
            yield Fault(on_page(_page(figure)), f"dem Bild {number} fehlt der Alternativtext")
        elif said.lower().endswith(_FILE_ENDINGS):
            yield Fault(on_page(_page(figure)), f"der Alternativtext von Bild {number} ist ein Dateiname")


def _page(element: Element) -> int | None:
    """The page of an element, or of the first below it that names one."""
    return next((one.page for one in element.walk() if one.page is not None), None)


def _headings(paper: Paper) -> Iterator[Fault]:
    found = paper.of_kind("H", "H1", "H2", "H3", "H4", "H5", "H6")
    if any(heading.kind == "H" for heading in found):
        yield Fault(WHOLE, "Überschriften sind ohne Ebene getaggt (H statt H1 bis H6)")
        return
    levels = [0, *(int(heading.kind[1]) for heading in found)]
    for heading, (before, level) in zip(found, pairwise(levels), strict=True):
        if level > before + 1:
            named = f" „{heading.words('/T')}“" if heading.words("/T") else ""
            yield Fault(on_page(_page(heading)), f"vor der Überschrift{named} der Ebene {level} fehlt eine der Ebene {before + 1}")


def _ink(paper: Paper) -> Iterator[Fault]:
    for number, page in enumerate(paper.pages, start=1):
        if page.loose:
            kinds = ", ".join(f"{kind} {times}-mal" for kind, times in sorted(page.loose.items()))
            yield Fault(on_page(number), f"Inhalt ist weder getaggt noch als Schmuck gekennzeichnet ({kinds})")
        if page.mixed:
            yield Fault(on_page(number), "Inhalt und Schmuck sind ineinander verschachtelt")
        if page.open:
            yield Fault(on_page(number), "Marken der Seite sind nicht richtig geschlossen")


def _belonging(paper: Paper) -> Iterator[Fault]:
    claimed = Counter(place for element in paper.elements for place in element.content)
    for number, page in enumerate(paper.pages, start=1):
        lost = [mark for mark in page.numbers if not claimed[number, mark]]
        double = [mark for mark, times in page.numbers.items() if times > 1 or claimed[number, mark] > 1]
        if lost:
            yield Fault(on_page(number), f"{len(lost)} getaggte Stücke fehlen im Strukturbaum; sie werden nicht vorgelesen")
        if double:
            yield Fault(on_page(number), f"{len(double)} Stücke werden doppelt vorgelesen")
    empty = [place for place in claimed if not _stands(paper, *place)]
    if empty:
        yield Fault(WHOLE, f"{len(empty)} Verweise des Strukturbaums führen zu keinem Inhalt")


def _stands(paper: Paper, page: int | None, mark: int) -> bool:
    return page is not None and mark in paper.pages[page - 1].numbers


def _links(paper: Paper) -> Iterator[Fault]:
    held = {number: element.kind for element in paper.elements for number in element.objects}
    for page, note in paper.annotations:
        kind = str(note.get("/Subtype", "")).lstrip("/")
        if kind == "Popup" or int(note.get("/F", 0)) & _UNSEEN:
            continue
        name = "einem Verweis" if kind == "Link" else f"einer Anmerkung ({kind})"
        if not (str(note.get("/Contents", "")).strip() or str(note.get("/TU", "")).strip()):
            yield Fault(on_page(page), f"{name} fehlt die Beschreibung (Contents)")
        if held.get(note.objgen) != {"Link": "Link", "Widget": "Form"}.get(kind, "Annot"):
            yield Fault(on_page(page), f"{name} fehlt der Platz im Strukturbaum")


def _tabs(paper: Paper) -> Iterator[Fault]:
    for number, page in enumerate(paper.pdf.pages, start=1):
        if "/Annots" in page and page.get("/Tabs") != Name.S:
            yield Fault(on_page(number), "die Tabulatortaste folgt nicht dem Strukturbaum (Tabs)")


RULES = (
    Rule("types", "Jeder Strukturtyp ist ein genormter oder auf einen solchen zurückgeführt", _types),
    Rule("nesting", "Tabellen, Listen und Verzeichnisse sind richtig verschachtelt", _nesting),
    Rule("alternatives", "Jedes Bild hat einen Alternativtext", _pictures),
    Rule("headings", "Überschriften beginnen mit Ebene 1 und überspringen keine Ebene", _headings),
    Rule("marked", "Alles Gedruckte ist getaggt oder als Schmuck gekennzeichnet", _ink),
    Rule("read", "Jedes getaggte Stück steht genau einmal im Strukturbaum", _belonging),
    Rule("links", "Jeder Verweis ist beschrieben und steht im Strukturbaum", _links),
    Rule("tabs", "Die Tabulatortaste folgt dem Strukturbaum", _tabs),
)
