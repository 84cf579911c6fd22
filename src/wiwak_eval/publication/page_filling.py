"""Where a picture would leave the foot of a page empty, the words that follow it stand before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

from wiwak_eval.publication.sheets import UPRIGHT, line_counts
from wiwak_eval.publication.typesetting import Data

_PAGE = 717.0
"""Points of a page between head and foot."""
_HEADING, _ABOVE_HEADING, _BELOW_HEADING = 19.0, 28.0, 8.4
"""Points: height of a chapter's heading, space around it."""
_GAPS = {"figure": 18.0, "table": 18.0, "refusal": 12.0, "paragraph": 10.5, "sign": 6.5}
"""Points between a block of this kind and its neighbours; of two neighbours the larger counts."""
_SIGN, _LINE = 4.6, 13.44
"""Points: width of a letter and height of a line of running text."""
_SMALL_SIGN, _SMALL_LINE = 3.5, 9.2
"""The same of small print."""
_WHOLE = 20
"""A table of so many rows is not broken over two pages."""
_VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


@dataclass
class _Page:
    """The page that is being filled: points used, space below what stands last."""

    used: float = 0.0
    gap: float = 0.0
    placed: list[Data] = field(default_factory=list)

    def room_for(self, points: float, gap: float) -> bool:
        return self.used + max(self.gap, gap) + points <= _PAGE

    def put(self, points: float, above: float, below: float) -> None:
        """Something that may run over to the next page."""
        top = self.used + max(self.gap, above) if self.used else 0.0
        self.used, self.gap = (top + points) % _PAGE, below

    def put_block(self, block: Data) -> None:
        gap = _GAPS[str(block["kind"])]
        if _is_whole(block) and not self.room_for(height(block), gap):
            self.used = self.gap = 0.0
        self.put(height(block), gap, gap)
        self.placed.append(block)


def filled(chapters: Sequence[Sequence[Data]]) -> list[list[Data]]:
    """The blocks of each chapter in an order that leaves less of a page empty.

    Heights are estimated. Where a picture or table does not fit any more, what follows it up to the next picture moves before it as long
    as there is room; a wrong estimate costs a gap, nothing else.
    """
    page, made = _Page(), []
    for blocks in chapters:
        page.placed = []
        page.put(_HEADING, _ABOVE_HEADING, _BELOW_HEADING)
        left = list(blocks)
        while left:
            block = left.pop(0)
            if _is_whole(block) and not page.room_for(height(block), _GAPS[str(block["kind"])]):
                while left and _may_move(left[0]) and page.room_for(height(left[0]), _GAPS[str(left[0]["kind"])]):
                    page.put_block(left.pop(0))
            page.put_block(block)
        made.append(page.placed)
    return made


def height(block: Data) -> float:
    """About how many points a block takes, without the space around it."""
    match block["kind"]:
        case "figure":
            return _picture(block)
        case "table":
            return _table(block)
        case "sign":
            return _lines(str(block["text"]), _SMALL_SIGN) * _SMALL_LINE - 3.9
        case "refusal":
            return _lines(str(block["reason"]) + "Nicht auswertbar: ", _SIGN) * _LINE + 6.0
        case _:
            return _lines(str(block["text"]), _SIGN) * _LINE - 6.5


def _may_move(block: Data) -> bool:
    """What the sign means stands last in its chapter; pictures keep their order."""
    return block["kind"] not in {"figure", "sign"}


def _is_whole(block: Data) -> bool:
    rows = block.get("rows")
    return block["kind"] == "figure" or (isinstance(rows, list) and len(rows) <= _WHOLE)


def _picture(block: Data) -> float:
    found = _VIEW_BOX.search(str(block["svg"]))
    drawn = UPRIGHT * float(found[2]) / float(found[1]) if found else UPRIGHT / 2
    above = _lines(str(block["title"]), _SIGN) * _LINE + _lines(str(block["subtitle"]), 4.0) * 11.5
    below = _lines(str(block["source"]), _SMALL_SIGN) * _SMALL_LINE + _lines(str(block["reading"]) + 22 * " ", 4.0) * 10.6
    return drawn + above + below + 24.5


def _table(block: Data) -> float:
    size, lines, under = block["size"], line_counts(block), block["notes"]
    assert isinstance(size, float)
    assert isinstance(under, list)
    small = sum(_lines(words, _SMALL_SIGN) for words in (*under, str(block["source"]))) * _SMALL_LINE
    return len(lines) * size * 1.38 + (sum(lines) - len(lines)) * size * 1.08 + small + 31


def _lines(words: str, sign: float) -> int:
    return ceil(len(words) * sign / UPRIGHT)
