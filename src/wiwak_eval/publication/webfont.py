"""The house typeface inside the web page: only the signs that the page needs, so that letters are as wide as the pictures reckon with."""

import base64
import io
from functools import lru_cache
from importlib import import_module

from wiwak_eval.publication.typeface import CUTS

WEB_FAMILY = "WiWAK Sans"
"""The part of the typeface has another name than the whole, whose name its licence reserves."""
_WEIGHTS = (400, 600)
"""Regular and semibold, the first two of `CUTS`."""
_FEATURES = ("kern",)
_NAMES = (0, 1, 2, 3, 4, 5, 6, 13, 14)
"""Copyright, names (blanked out), version and licence."""
_ALWAYS = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100))))
"""What a reader may type into the page's fields."""


def font_faces(words: str) -> str:
    """The `@font-face` rules, fonts as data, for a page of these words; the same signs give the same text."""
    return "\n".join(_face(weight, frozenset(words) | _ALWAYS) for weight in _WEIGHTS)


@lru_cache(maxsize=16)
def _face(weight: int, signs: frozenset[str]) -> str:
    data = base64.b64encode(_subset(CUTS[_WEIGHTS.index(weight)].read_bytes(), signs)).decode()
    source = f'url("data:font/woff;base64,{data}") format("woff")'
    return f'@font-face {{ font-family: "{WEB_FAMILY}"; font-weight: {weight}; src: {source}; }}'


def _subset(font: bytes, signs: frozenset[str]) -> bytes:
    """The font with these signs alone, as WOFF, without hints for coarse screens. fontTools is imported late, as it takes its time."""
    subset, fonts = import_module("fontTools.subset"), import_module("fontTools.ttLib")
    options = subset.Options(
        drop_tables=[*subset.Options().drop_tables, "GSUB"],
        flavor="woff",
        hinting=False,
        layout_features=list(_FEATURES),
        name_IDs=list(_NAMES),
        obfuscate_names=True,
    )
    part = fonts.TTFont(io.BytesIO(font), recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=sorted(map(ord, signs)))
    subsetter.subset(part)
    part.flavor = "woff"
    out = io.BytesIO()
    part.save(out)
    return out.getvalue()
