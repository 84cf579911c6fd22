"""The one typeface of print and pictures, and which signs it has."""

import unicodedata
from functools import cache
from importlib import import_module
from pathlib import Path

from font_source_sans_pro import font_files_ttf

FAMILY = "Source Sans Pro"
CUTS = tuple(Path(font_files_ttf[cut]) for cut in ("SourceSansPro", "SourceSansProSemibold", "SourceSansProBold"))
NO_GLYPH = "?"


def printable(words: str) -> str:
    """The same words; a sign the typeface lacks, which PDF/A refuses to print, becomes a question mark, a control sign a blank."""
    return "".join(sign if sign == "\n" or ord(sign) in _glyphs() else _substitute(sign) for sign in words)


def _substitute(sign: str) -> str:
    return " " if unicodedata.category(sign) in {"Cc", "Cf", "Zs"} else NO_GLYPH


@cache
def _glyphs() -> frozenset[int]:
    """Code points that every cut has. Matplotlib, which reads them, is imported late: it takes its time."""
    ft2font = import_module("matplotlib.ft2font")
    return frozenset.intersection(*(frozenset(ft2font.FT2Font(str(cut)).get_charmap()) for cut in CUTS))
