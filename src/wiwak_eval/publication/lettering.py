"""How wide words are in the house typeface, and where a line of them ends."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from wiwak_eval.publication.typeface import CUTS, NO_GLYPH, printable

_STEP = 8.0
"""Points by which lines are made shorter to find the evenest."""


def width(words: str, size: float, bold: bool = False) -> float:
    """Points that a line of words takes at this size; letters that stand closer together in pairs are not reckoned with."""
    advances = _advances(bold)
    return size * sum(advances.get(sign, advances[NO_GLYPH]) for sign in words)


def wrapped(words: str, size: float, room: float, bold: bool = False) -> tuple[str, ...]:
    """The words in signs the typeface has, in lines of at most `room` points, broken at blanks alone; a longer word stands by itself."""
    lines: list[str] = []
    for word in filter(None, printable(words).replace("\n", " ").split(" ")):
        if lines and width(f"{lines[-1]} {word}", size, bold) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def balanced(words: str, size: float, room: float, bold: bool = False) -> tuple[str, ...]:
    """The words in as few lines as `wrapped` needs, and these as even as may be: no word stands by itself in the last."""
    lines = wrapped(words, size, room, bold)
    while room > _STEP:
        room -= _STEP
        narrower = wrapped(words, size, room, bold)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


@cache
def _advances(bold: bool) -> Mapping[str, float]:
    """How far each sign of a cut moves the pen, in parts of the type size.

    Read by fontTools, imported late as it takes its time: matplotlib's reader of fonts breaks where two threads ask it at once.
    """
    font = import_module("fontTools.ttLib").TTFont(CUTS[-1] if bold else CUTS[0], lazy=True)
    units, widths = font["head"].unitsPerEm, font["hmtx"].metrics
    return {chr(code): widths[name][0] / units for code, name in font.getBestCmap().items()}
