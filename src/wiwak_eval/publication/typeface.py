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
    if set(words) <= _signs():
        return words
    return "".join(sign if sign in _signs() else _substitute(sign) for sign in words)


def _substitute(sign: str) -> str:
    return " " if unicodedata.category(sign) in {"Cc", "Cf", "Zs"} else NO_GLYPH


@cache
def _signs() -> frozenset[str]:
    """What every cut has, and the end of a line.

    Read by fontTools, imported late as it takes its time: matplotlib's reader of fonts breaks where two threads ask it at once.
    """
    read = import_module("fontTools.ttLib").TTFont
    every = frozenset.intersection(*(frozenset(read(cut, lazy=True).getBestCmap()) for cut in CUTS))
    return frozenset(map(chr, every)) | {"\n"}
