"""Rules for fonts: each is in the file, and each sign that is printed can be copied and read aloud."""

import re
import sys
from collections.abc import Iterator

from pikepdf import Dictionary, Name, Object, Stream

from wiwak_eval.publication.pdf_gate.fault import Fault, Rule, on_page
from wiwak_eval.publication.pdf_gate.paper import Paper

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_KNOWN_CODES = frozenset({"/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding"})
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(<[0-9A-Fa-f\s]*>|\[[^\]]*\])")
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_NO_SIGN = {"", "\0", "\ufeff", "\ufffe"}
"""What ISO 14289-1, 7.21.7, does not let a code stand for."""
_MOST_CODES = 0x10000


def _embedded(paper: Paper) -> Iterator[Fault]:
    for font, page, _ in paper.fonts.values():
        if font.get("/Subtype") != Name.Type3 and not any(file in _described(font) for file in _FILES):
            yield Fault(on_page(page), f"die Schrift {_name(font)} ist nicht eingebettet")


def _described(font: Object) -> Object:
    inner = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
    return inner.get("/FontDescriptor", Dictionary())


def _name(font: Object) -> str:
    return str(font.get("/BaseFont", "ohne Namen")).lstrip("/").split("+")[-1]


def _readable(paper: Paper) -> Iterator[Fault]:
    for font, page, written in paper.fonts.values():
        table = font.get("/ToUnicode")
        if not isinstance(table, Stream):
            if font.get("/Subtype") == Name.Type0 or str(font.get("/Encoding")) not in _KNOWN_CODES:
                yield Fault(
                    on_page(page), f"die Zeichen der Schrift {_name(font)} lassen sich nicht kopieren und vorlesen (ToUnicode fehlt)"
                )
            continue
        signs = signs_of(table.read_bytes())
        size = 2 if font.get("/Subtype") == Name.Type0 else 1
        codes = {written[at : at + size] for at in range(0, len(written), size)}
        lost = sum(1 for code in codes if signs.get(int.from_bytes(code), "") in _NO_SIGN)
        if lost:
            yield Fault(on_page(page), f"{lost} Zeichen der Schrift {_name(font)} lassen sich nicht kopieren und vorlesen (ToUnicode)")


def signs_of(table: bytes) -> dict[int, str]:
    """What each code stands for, as a ToUnicode table says (ISO 32000-1, 9.10.3). An entry that says nothing sensible is left out."""
    found: dict[int, str] = {}
    for kind, body in _SECTION.findall(table):
        if kind == b"bfchar":
            found |= {_code(code): sign for code, written in _PAIR.findall(body) if (sign := _sign(written))}
            continue
        for first, last, target in _RANGE.findall(body):
            codes = range(_code(first), min(_code(last), _MOST_CODES) + 1)
            if target.startswith(b"["):
                found |= {code: sign for code, written in zip(codes, _HEX.findall(target), strict=False) if (sign := _sign(written))}
            else:
                found |= _counted_up(_sign(target.strip(b"<>")), codes)
    return found


def _counted_up(sign: str, codes: range) -> dict[int, str]:
    """A code after the other, each with the next sign; none where there are not so many."""
    if not sign or ord(sign[-1]) + len(codes) - 1 > sys.maxunicode:
        return {}
    return {code: sign[:-1] + chr(ord(sign[-1]) + place) for place, code in enumerate(codes)}


def _code(written: bytes) -> int:
    return int(b"".join(written.split()) or b"0", 16)


def _sign(written: bytes) -> str:
    """The sign, empty where a digit is missing."""
    digits = b"".join(written.split())
    return "" if len(digits) % 2 else bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")


RULES = (
    Rule("embedded", "Jede benutzte Schrift ist eingebettet", _embedded),
    Rule("unicode", "Jedes gedruckte Zeichen lässt sich kopieren und vorlesen (ToUnicode)", _readable),
)
