"""Faults put into a sound PDF, each named by the rule of the gate that must catch it."""

import io
import re
from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Encryption, Name, Object, Page, Pdf, Permissions, Stream, String

Edit = Callable[[Pdf], None]


def edited(paper: bytes, edit: Edit, encryption: Encryption | None = None) -> bytes:
    """The paper with an edit."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        edit(pdf)
        pdf.save(out, encryption=encryption or False, fix_metadata_version=False)
    return out.getvalue()


def elements(pdf: Pdf) -> Iterator[Object]:
    """All structure elements in reading order."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        yield element
        held = element.get("/K")
        inner = [one for one in (held if isinstance(held, Array) else [held]) if isinstance(one, Dictionary) and "/S" in one]
        waiting.extend(reversed(inner))


def first(pdf: Pdf, kind: str) -> Object:
    """The first element of a type."""
    return next(element for element in elements(pdf) if element.get("/S") == kind)


def last(pdf: Pdf, kind: str) -> Object:
    """The last element of a type."""
    return [element for element in elements(pdf) if element.get("/S") == kind][-1]


def row_of(pdf: Pdf, kind: str) -> Object:
    """The first row that holds cells of a type."""
    return next(one for one in elements(pdf) if one.get("/S") == "/TR" and any(cell.get("/S") == kind for cell in one.K))


def about(cell: Object) -> Object:
    """What a cell says of itself as part of a table."""
    return next(one for one in cell.A if one.get("/O") == "/Table")


def link(pdf: Pdf) -> Object:
    """The first link of the first page that has one."""
    return next(note for page in pdf.pages for note in page.get("/Annots", ()) if note.get("/Subtype") == "/Link")


def drawn(pdf: Pdf, change: Callable[[bytes], bytes], page: int = 0) -> None:
    """Change what is drawn on a page."""
    target: Page = pdf.pages[page]
    changed = change(b"\n".join(part.read_bytes() for part in _streams(target.Contents)))
    target.Contents = pdf.make_stream(changed)


def _streams(contents: Object) -> list[Object]:
    return list(contents) if isinstance(contents, Array) else [contents]


def described(pdf: Pdf, old: str, new: str) -> None:
    """Change the XMP packet."""
    packet = pdf.Root.Metadata.read_bytes().decode()
    changed = re.sub(old, new, packet, flags=re.DOTALL)
    assert changed != packet
    pdf.Root.Metadata = Stream(pdf, changed.encode(), {"/Type": Name.Metadata, "/Subtype": Name.XML})


def script() -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _set(target: Callable[[Pdf], Object], key: str, value: object) -> Edit:
    return lambda pdf: target(pdf).__setitem__(key, value)


def _drop(target: Callable[[Pdf], Object], key: str) -> Edit:
    return lambda pdf: target(pdf).__delitem__(key)


def _root(pdf: Pdf) -> Object:
    return pdf.Root


def _figure(pdf: Pdf) -> Object:
    return first(pdf, "/Figure")


def _head(pdf: Pdf) -> Object:
    return row_of(pdf, "/TH").K[0]


def _cell(pdf: Pdf) -> Object:
    return row_of(pdf, "/TD").K[0]


def _font(pdf: Pdf) -> Object:
    return next(iter(pdf.pages[0].Resources.Font.values()))


def _swap_heads(pdf: Pdf, count: int | None = None) -> None:
    for cell in list(row_of(pdf, "/TH").K)[:count]:
        cell.S = Name.TD


def _no_heads_named(pdf: Pdf) -> None:
    for element in elements(pdf):
        if element.get("/S") == "/TD":
            del about(element)["/Headers"]
        elif element.get("/S") == "/TH":
            about(element).Scope = Name.Row


def _circle(pdf: Pdf) -> None:
    document = first(pdf, "/Document")
    document.K.append(document)


def _lost(pdf: Pdf) -> None:
    del first(pdf, "/P")["/K"]


def _twice(pdf: Pdf) -> None:
    held = first(pdf, "/P")
    first(pdf, "/Document").K.append(pdf.make_indirect(Dictionary(S=Name.P, P=held.P, Pg=held.Pg, K=held.K)))


def _nothing_there(pdf: Pdf) -> None:
    held = first(pdf, "/P")
    held.K = Array([*(held.K if isinstance(held.K, Array) else [held.K]), 99_999])


def _outside(pdf: Pdf) -> None:
    item = pdf.Root.Outlines.First
    item.A = Dictionary(S=Name.URI, URI=String("file:///etc/passwd"))
    del item["/Dest"]


def _loses_place(pdf: Pdf) -> None:
    held = first(pdf, "/Link")
    held.K = Array([one for one in held.K if not (isinstance(one, Dictionary) and one.get("/Type") == "/OBJR")])


def _held(what: Dictionary) -> Edit:
    """A first paragraph that holds this besides its own."""

    def edit(pdf: Pdf) -> None:
        held = first(pdf, "/P")
        held.K = Array([*(held.K if isinstance(held.K, Array) else [held.K]), what])

    return edit


def _lies(kind: str, flags: int = 0) -> Edit:
    """An annotation on the first page. flags: 2 hides it."""

    def edit(pdf: Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([0, 0, 9, 9]), F=flags)
        pdf.pages[0].Annots = Array([*pdf.pages[0].get("/Annots", ()), pdf.make_indirect(note)])

    return edit


def _begins(words: bytes) -> Edit:
    """A first page that begins with this."""
    return lambda pdf: drawn(pdf, lambda stream: words + b"\n" + stream)


def forms(pdf: Pdf, *contents: bytes) -> None:
    """A first page that draws the form /F0; each form knows all of them, /F0 the first."""
    known = Dictionary({f"/F{place}": pdf.make_stream(words, Subtype=Name.Form, BBox=[0, 0, 9, 9]) for place, words in enumerate(contents)})
    for form in known.values():
        form.Resources = pdf.make_indirect(Dictionary(XObject=known))
    page = pdf.pages[0]
    page.Resources.XObject = Dictionary({**dict(page.Resources.get("/XObject", {})), **dict(known)})
    _begins(b"/Artifact BMC /F0 Do EMC")(pdf)


def _unmarked(stream: bytes) -> bytes:
    return re.sub(rb"/Artifact\s*(<<.*?>>\s*BDC|BMC)", b"/Span BMC", stream, count=1, flags=re.DOTALL)


EDITS: dict[str, tuple[str, Edit]] = {
    "not marked as tagged": ("tagged", _drop(_root, "/MarkInfo")),
    "tags doubted": ("tagged", lambda pdf: pdf.Root.MarkInfo.__setitem__("/Suspects", True)),
    "no structure tree": ("tagged", _drop(_root, "/StructTreeRoot")),
    "missing language": ("language", _drop(_root, "/Lang")),
    "blank language": ("language", _set(_root, "/Lang", String(" "))),
    "another language": ("language", _set(_root, "/Lang", String("en-GB"))),
    "missing title": ("title", lambda pdf: described(pdf, "<dc:title>.*?</dc:title>", "")),
    "blank title": ("title", lambda pdf: described(pdf, "(<dc:title>.*?<rdf:li[^>]*>).*?(</rdf:li>)", r"\1 \2")),
    "two titles": ("title", lambda pdf: pdf.docinfo.__setitem__("/Title", String("Ein anderer"))),
    "file name shown": ("title", lambda pdf: pdf.Root.ViewerPreferences.__setitem__("/DisplayDocTitle", False)),
    "no UA identifier": ("identifiers", lambda pdf: described(pdf, "<pdfuaid:part>1</pdfuaid:part>", "")),
    "another PDF/A level": ("identifiers", lambda pdf: described(pdf, "(<pdfaid:conformance>)A", r"\1B")),
    "metadata that are no XML": ("identifiers", lambda pdf: described(pdf, "</rdf:RDF>", "")),
    "a script at the start": ("actions", _set(_root, "/OpenAction", script())),
    "a script by name": ("actions", _set(_root, "/Names", Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script()]))))),
    "a script on a page": ("actions", lambda pdf: pdf.pages[0].__setitem__("/AA", Dictionary(O=script()))),
    "a script after a link": (
        "actions",
        lambda pdf: link(pdf).__setitem__("/A", Dictionary(S=Name.GoTo, D=String("x"), Next=Array([script()]))),
    ),
    "a link that starts a program": ("actions", lambda pdf: link(pdf).__setitem__("/A", Dictionary(S=Name.Launch, F=String("calc")))),
    "a bookmark to a local file": ("actions", _outside),
    "an enclosure": ("actions", _set(_root, "/Names", Dictionary(EmbeddedFiles=Dictionary(Names=Array([]))))),
    "an XFA form": ("actions", _set(_root, "/AcroForm", Dictionary(XFA=String("x"), Fields=Array([])))),
    "a type without meaning": ("types", lambda pdf: first(pdf, "/P").__setitem__("/S", Name("/Foo"))),
    "a paragraph as a row": ("nesting", lambda pdf: row_of(pdf, "/TD").__setitem__("/S", Name.P)),
    "missing alternative text": ("alternatives", _drop(_figure, "/Alt")),
    "blank alternative text": ("alternatives", _set(_figure, "/Alt", String("  "))),
    "a file name as alternative text": ("alternatives", _set(_figure, "/Alt", String("Bild1.PNG"))),
    "a heading jump": ("headings", lambda pdf: last(pdf, "/H1").__setitem__("/S", Name.H3)),
    "a paper that begins below level 1": ("headings", lambda pdf: first(pdf, "/H1").__setitem__("/S", Name.H2)),
    "a heading without level": ("headings", lambda pdf: first(pdf, "/H1").__setitem__("/S", Name.H)),
    "a line that belongs to nothing": ("marked", lambda pdf: drawn(pdf, lambda stream: b"0 0 m 9 9 l S\n" + stream)),
    "decoration not marked as such": ("marked", lambda pdf: drawn(pdf, _unmarked)),
    "a mark that is not closed": ("marked", lambda pdf: drawn(pdf, lambda stream: stream + b"\n/Artifact BMC")),
    "a mark closed twice": ("marked", lambda pdf: drawn(pdf, lambda stream: stream + b"\nEMC")),
    "decoration within content": (
        "marked",
        lambda pdf: drawn(pdf, lambda stream: re.sub(rb"(/MCID\s+\d+\s*>>\s*BDC)", rb"\1 /Artifact BMC EMC", stream, count=1)),
    ),
    "content that is not read": ("read", _lost),
    "content that is read twice": ("read", _twice),
    "a reference to no content": ("read", _nothing_there),
    "a link without description": ("links", lambda pdf: link(pdf).__delitem__("/Contents")),
    "a link outside the tree": ("links", _loses_place),
    "no tab order": ("tabs", lambda pdf: next(page for page in pdf.pages if "/Annots" in page).__delitem__("/Tabs")),
    "a row one cell short": ("grid", lambda pdf: row_of(pdf, "/TD").K.__delitem__(-1)),
    "a cell that spans too far": ("grid", lambda pdf: about(_cell(pdf)).__setitem__("/ColSpan", 2)),
    "wrong header: all cells are data": ("heads", _swap_heads),
    "wrong header: one cell is data": ("heads", lambda pdf: _swap_heads(pdf, 1)),
    "wrong header: no scope": ("heads", lambda pdf: about(_head(pdf)).__delitem__("/Scope")),
    "cells refer to a header that is missing": ("headed", lambda pdf: about(_cell(pdf)).__setitem__("/Headers", Array([String("?")]))),
    "cells without a header": ("headed", _no_heads_named),
    "a font left out": ("embedded", lambda pdf: _font(pdf).DescendantFonts[0].FontDescriptor.__delitem__("/FontFile2")),
    "a font that cannot be copied": ("unicode", lambda pdf: _font(pdf).__delitem__("/ToUnicode")),
    "signs that stand for nothing": (
        "unicode",
        lambda pdf: _font(pdf).__setitem__("/ToUnicode", pdf.make_stream(b"1 beginbfchar <0001> <0041> endbfchar")),
    ),
    "a tree in a circle": ("tree", _circle),
    "a role map that is a name": ("tree", lambda pdf: pdf.Root.StructTreeRoot.__setitem__("/RoleMap", Name.Foo)),
    "a role map that is an array": ("tree", lambda pdf: pdf.Root.StructTreeRoot.__setitem__("/RoleMap", Array([1]))),
    "a marked piece without number": ("tree", _held(Dictionary(Type=Name.MCR))),
    "a marked piece on a page that is a number": ("tree", _held(Dictionary(Type=Name.MCR, MCID=0, Pg=5))),
    "an object without reference": ("tree", _held(Dictionary(Type=Name.OBJR))),
    "a font that nobody names": ("syntax", _begins(b"Tf")),
    "a mark that says nothing": ("syntax", _begins(b"BDC")),
    "a number in words": ("syntax", _begins(b"/P <</MCID (x)>> BDC EMC")),
    "a form that draws itself": ("syntax", lambda pdf: forms(pdf, b"/F0 Do /F0 Do")),
    "a file on a page": ("actions", _lies("FileAttachment")),
    "a hidden file on a page": ("actions", _lies("FileAttachment", 2)),
    "a medium on a page": ("actions", _lies("RichMedia")),
    "a film on a page": ("actions", _lies("Movie")),
    "a sound on a page": ("actions", _lies("Sound", 2)),
    "a screen on a page": ("actions", _lies("Screen")),
    "a model on a page": ("actions", _lies("3D")),
}
"""Each fault, with the rule that must catch it."""


def locked(paper: bytes, password: str = "") -> bytes:
    """The paper encrypted, so that a screen reader may not read it. password: what it opens with."""
    rights = Permissions(accessibility=False, extract=False)
    return edited(paper, lambda _: None, Encryption(owner="besitzer", user=password, allow=rights))


def damaged(paper: bytes) -> bytes:
    """The paper with some bytes lost in the middle of its objects."""
    at = paper.index(b"stream\n", len(paper) // 2)
    return paper[: at + 40] + paper[at + 60 :]
