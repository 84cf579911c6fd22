"""Words on a picture in inches: how wide they are, how high a line is, where lines end."""

import re

from wiwak_eval.publication import lettering

LINE = 1.28
"""Height of a line of print in multiples of its size."""
_POINTS = 72
"""Points an inch."""
_BREAK = re.compile(r"[ \n]+(?![%€])|(?<=[-/–])(?=\w)")
"""Where a line may end: at blanks that are not narrow ones and not between number and sign, after a hyphen or a stroke."""


def width(words: str, size: float, bold: bool = False) -> float:
    """Inches of the longest line; size in points; bold: the heaviest cut, which is wider than the semibold one."""
    return max(lettering.width(line, size, bold) for line in words.split("\n")) / _POINTS


def line_height(size: float) -> float:
    """Inches from one line to the next."""
    return LINE * size / _POINTS


def folded(words: str, size: float, inches: float, bold: bool = False) -> str:
    """The words in lines of at most so many inches; a word that is longer than a line is cut."""
    lines = [""]
    for piece in _pieces(words, size, inches, bold):
        if lines[-1] and width(lines[-1] + piece.rstrip(), size, bold) > inches:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece
    return "\n".join(lines).rstrip()


def _pieces(words: str, size: float, inches: float, bold: bool) -> list[str]:
    """Words with the blank behind them, cut where one is longer than a line."""
    pieces: list[str] = []
    start = 0
    for gap in [*_BREAK.finditer(words), None]:
        word = words[start : gap.start() if gap else len(words)]
        while word and width(word, size, bold) > inches:
            cut = next(n for n in range(len(word), 0, -1) if n == 1 or width(word[:n], size, bold) <= inches)
            pieces.append(word[:cut])
            word = word[cut:]
        pieces.append(word + (" " if gap and gap.group() else ""))
        start = gap.end() if gap else len(words)
    return pieces
