"""How the columns of a table share the width of a page, and in which size of type they do."""

import re
from collections.abc import Mapping, Sequence
from math import ceil

from wiwak_eval.publication import lettering

UPRIGHT = 453.0
"""Points between the margins of an upright page."""
_SIZES = ((96, 9.0), (116, 8.0), (136, 7.5), (150, 7.0), (185, 6.5))
"""Characters a line may need on an upright page, and the type size in points that lets them stand side by side."""
_GAP, _SMALL_GAP, _MANY = 8.5, 5.5, 6
"""Points between the words of neighbouring columns, and where a table has more columns than so many."""
_MEASURED = 3
"""So many of the longest words of a column are measured: the widest has not always the most letters."""
_LYING = 1.5
"""How much wider a page is when it lies."""
_COMFORTABLE = 165
"""Characters down to which columns of words give way."""
_LONG_WORD, _LONG_NAME = 24, 12
"""Letters of a word that fits most columns; of a name of the program, which stands in narrow ones."""
SUMS = frozenset({"total", "income", "expenditure", "need", "Summe", "alle", "all"})
"""Keys of the rows that sum up others; they are printed bold."""


def sheet_data(
    heads: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[bool], room: float = UPRIGHT, largest: float = 9.0
) -> Mapping[str, object]:
    """Cells and the look that fits them: which columns stand right, how the width is shared, which type size, whether the page must lie.

    room: points that the table may be wide; largest: type size in points, smaller where the columns need it.
    """
    least, widths = _widths(heads, rows, numeric)
    share = room / UPRIGHT
    lying = sum(least) > _SIZES[-1][0] * share
    wide = share * _LYING if lying else share
    widths = _squeezed(widths, least, numeric, _COMFORTABLE * wide)
    needed = sum(widths) / wide
    size = next((size for limit, size in _SIZES if size <= largest and needed <= limit), min(largest, _SIZES[-1][1]))
    return {
        "heads": list(heads),
        "rows": [[_cell(words) for words in row] for row in rows],
        "numeric": list(numeric),
        "widths": _apart(widths, heads, rows, size, UPRIGHT * wide),
        "size": size,
        "lying": lying,
        "sums": [False] * len(rows),
    }


def _cell(words: str) -> str | Mapping[str, str]:
    """The words, marked where one of them is so long that it may be broken; names of the program have joints for that."""
    may_break = any(len(word) > (_LONG_NAME if "_" in word else _LONG_WORD) for word in words.split())
    return {"words": words} if may_break else words


def natural_width(heads: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[bool]) -> float:
    """Characters a line would need if no column of words gave way; and no less than its longest words need."""
    return sum(_widths(heads, rows, numeric)[1])


def line_counts(sheet: Mapping[str, object], room: float = UPRIGHT) -> tuple[int, ...]:
    """About how many lines the head and each row take in a sheet of `sheet_data` that is `room` points wide."""
    widths, size, heads, rows = (sheet[name] for name in ("widths", "size", "heads", "rows"))
    assert isinstance(widths, list)
    assert isinstance(size, float)
    assert isinstance(heads, list)
    assert isinstance(rows, list)
    signs = [width / sum(widths) * room / (size * 0.5) - 2 for width in widths]
    lengths = [[len(cell if isinstance(cell, str) else cell["words"]) for cell in row] for row in (heads, *rows)]
    return tuple(max(ceil(length / max(wide, 3)) for length, wide in zip(row, signs, strict=True)) for row in lengths)


def _widths(heads: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[bool]) -> tuple[list[int], list[int]]:
    """Of each column the characters below which its longest word would run into the next one, and those it asks for."""
    columns = [[row[i] for row in rows] for i in range(len(heads))]
    least = [_least(head, cells, number) for head, cells, number in zip(heads, columns, numeric, strict=True)]
    return least, [_width(cells, number, room) for cells, number, room in zip(columns, numeric, least, strict=True)]


def _least(head: str, cells: Sequence[str], number: bool) -> int:
    words = [word for line in (head, *cells) for word in re.split(r"[ /\n]", line)]
    return max(min(max(map(len, words)), 40), min(len(head), 12)) + (3 if number else 5)


def _width(cells: Sequence[str], number: bool, least: int) -> int:
    """A line of its longest cell, less than that where the cell may run over several lines."""
    longest = max((len(line) for cell in cells for line in cell.split("\n")), default=1)
    enough = 16 if number else 24 + min(max(longest - 24, 0) // 6, 30)
    return max(least, min(longest, enough) + (3 if number else 5))


def _apart(widths: Sequence[int], heads: Sequence[str], rows: Sequence[Sequence[str]], size: float, room: float) -> list[float]:
    """Widths in points of a page of `room` points; where a word would run into its neighbour, the columns with room to spare give way."""
    gap = _SMALL_GAP if len(heads) > _MANY else _GAP
    asked = [_longest((head,), size, True) + gap for head in heads]
    asked = [max(points, _longest([row[i] for row in rows], size, False) + gap) for i, points in enumerate(asked)]
    given = [width * room / sum(widths) for width in widths]
    lacking, spare = (sum(max(sign * (a - g), 0.0) for a, g in zip(asked, given, strict=True)) for sign in (1, -1))
    if lacking > spare:
        return [round(points, 2) for points in given]
    return [round(a if a > g else g - (g - a) * lacking / spare if spare else g, 2) for a, g in zip(asked, given, strict=True)]


def _longest(cells: Sequence[str], size: float, bold: bool) -> float:
    """Points of the widest word that is not broken."""
    words = {word for cell in cells for word in re.split(r"[ /\n]|(?<=[-–])(?=\w)", cell) if "_" not in word and len(word) <= _LONG_WORD}
    return max((lettering.width(word, size, bold) for word in sorted(words, key=lambda word: (-len(word), word))[:_MEASURED]), default=0.0)


def _squeezed(widths: Sequence[int], least: Sequence[int], numeric: Sequence[bool], limit: float) -> list[int]:
    """Widths that add up to at most `limit` where columns of words can give way; the widest of them does so first."""
    narrow = list(widths)
    while sum(narrow) > limit:
        giving = [i for i, number in enumerate(numeric) if not number and narrow[i] > least[i]]
        if not giving:
            break
        narrow[max(giving, key=lambda i: narrow[i])] -= 1
    return narrow
