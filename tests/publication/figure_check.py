"""A gate for pictures: no words over words, none outside the picture, none too pale for what lies behind them, one typeface."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sin
from pathlib import Path
from typing import Any, Literal

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont
from matplotlib.path import Path as Outline
from matplotlib.transforms import Bbox
from numpy.typing import NDArray

from wiwak_eval.publication.colour_vision import contrast, luminance
from wiwak_eval.publication.style import settle, styled
from wiwak_eval.publication.typeface import CUTS

READABLE = 4.5
"""Least contrast of words and what lies behind them: WCAG 2.2, success criterion 1.4.3."""
_STRUCK = 0.06
"""Part of a word's box that may be darker or paler than that: the edge of a bar that it touches, a thin line beside it."""
_TOLERANCE = 0.5
"""Pixels."""
Corners = NDArray[np.float64]


@dataclass(frozen=True)
class Words:
    """One line of words as it is drawn. owner: number of the text it belongs to; corners: of its ink, 4 × 2 pixels from the top left."""

    line: str
    owner: int
    corners: Corners
    colour: tuple[float, float, float]
    font: Path
    clipped: Bbox | None


def faults(figure: Figure) -> tuple[str, ...]:
    """What is wrong with the words of a picture, in English; nothing where all can be read."""
    with styled():
        settle(figure)
        renderer: Any = _Blind
        blind = renderer(*(int(side) for side in figure.bbox.size), figure.dpi)
        blind.words = []
        figure.draw(blind)
    grounds = luminance(np.asarray(blind.buffer_rgba())[..., :3] / 255)
    found = [f"{one.line!r} lies over {other.line!r}" for one, other in _near(blind.words) if _overlap(one, other)]
    found += [f"{words.line!r} leaves the picture" for words in blind.words if _outside(words, grounds.shape[1], grounds.shape[0])]
    found += [f"{words.line!r} is cut" for words in blind.words if _cut(words, grounds.shape[0])]
    found += [f"{words.line!r} is not in the house typeface" for words in blind.words if words.font not in CUTS]
    pale = {words.line: part for words in blind.words if (part := _unreadable(words, grounds)) > _STRUCK}
    found += [f"{line!r} is too pale on {part:.0%} of its ground" for line, part in pale.items()]
    return tuple(found)


class _Blind(RendererAgg):
    """Draws everything but words, of which it takes note."""

    words: list[Words]

    def draw_text(
        self,
        gc: Any,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | Literal["TeX"] = False,
        mtext: Any = None,
    ) -> None:
        """See RendererBase.draw_text; (x, y): where the base line begins, in pixels from the top left."""
        agg: Any = self
        wide, high, below = agg.get_text_width_height_descent(s, prop, ismath)
        turn = radians(angle)
        along, up = np.array([cos(turn), -sin(turn)]), np.array([-sin(turn), -cos(turn)])
        foot = np.array([x, y]) - below * up
        corners = np.array([foot + high * up, foot + high * up + wide * along, foot + wide * along, foot])
        owner = id(s) if mtext is None else id(mtext)
        colour = to_rgb(gc.get_rgb()[:3])
        self.words.append(Words(s, owner, corners, colour, Path(findfont(prop)), gc.get_clip_rectangle()))


def _near(drawn: Sequence[Words]) -> Iterator[tuple[Words, Words]]:
    """Pairs of lines of different texts whose upright boxes share ground."""
    low, high = (np.array([edge(words.corners, axis=0) for words in drawn]).reshape(-1, 2) for edge in (np.min, np.max))
    shared = np.minimum(high[:, np.newaxis], high) - np.maximum(low[:, np.newaxis], low) > _TOLERANCE
    for one, other in zip(*np.nonzero(np.triu(shared.all(axis=2), 1)), strict=True):
        if drawn[one].owner != drawn[other].owner:
            yield drawn[one], drawn[other]


def _overlap(one: Words, other: Words) -> bool:
    """Whether two boxes, turned or not, share ground: no side of either parts them (separating axis theorem)."""
    sides = [end - start for corners in (one.corners, other.corners) for start, end in list(pairwise(corners))[:2]]
    for side in sides:
        length = float(np.hypot(*side))
        across = np.array([-side[1], side[0]]) / length if length else side
        first, second = one.corners @ across, other.corners @ across
        if min(first.max(), second.max()) - max(first.min(), second.min()) <= _TOLERANCE:
            return False
    return True


def _outside(words: Words, width: float, height: float) -> bool:
    low, high = words.corners.min(axis=0), words.corners.max(axis=0)
    return bool((low < -_TOLERANCE).any() or high[0] > width + _TOLERANCE or high[1] > height + _TOLERANCE)


def _cut(words: Words, height: float) -> bool:
    """Whether the edge of an axis hides a part of the words."""
    if words.clipped is None:
        return False
    low, high = words.corners.min(axis=0), words.corners.max(axis=0)
    box = Bbox.from_extents(low[0], height - high[1], high[0], height - low[1])
    clip = words.clipped.padded(_TOLERANCE)
    return not (clip.x0 <= box.x0 and box.x1 <= clip.x1 and clip.y0 <= box.y0 and box.y1 <= clip.y1)


def _unreadable(words: Words, grounds: NDArray[np.float64]) -> float:
    """Part of the words' box whose colour is too near to theirs; 0 outside the picture."""
    left, top = np.maximum(np.floor(words.corners.min(axis=0)), 0).astype(int)
    right, bottom = np.ceil(words.corners.max(axis=0)).astype(int)
    behind = grounds[top:bottom, left:right]
    rows, columns = np.mgrid[top : top + behind.shape[0], left : left + behind.shape[1]]
    inside = Outline(words.corners).contains_points(np.column_stack([columns.ravel() + 0.5, rows.ravel() + 0.5]))
    ground = behind.ravel()[inside]
    return float((contrast(ground, luminance(np.array(words.colour))) < READABLE).mean()) if len(ground) else 0.0
