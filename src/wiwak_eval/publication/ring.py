"""Where the organisations of a network stand: on a ring, sector by sector, around the centre. Plain arithmetic, the same each time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import atan2, cos, degrees, hypot, pi, sin

Point = tuple[float, float]

ACROSS, UP = 2.2, 1.55
"""Half the width and half the height of the ring, in inches."""
LETTER, CAPITAL, LINE = 0.07, 0.102, 0.14
"""Width of a letter and of a capital, and height of a line of a label, in inches: no letter is wider."""
FIRST = 0.62 * pi
"""Where the first sector begins; the others follow clockwise."""
BESIDE = 0.9
"""Room for labels left and right of the ring."""
BEYOND = 0.13
"""From a node to its label."""


@dataclass(frozen=True)
class Label:
    """Where a name is written: anchor, its side (`left`, `right`, `center`) and turn in degrees."""

    at: Point
    side: str
    turn: float


def ring(sectors: Sequence[Sequence[str]]) -> dict[str, Point]:
    """The place of each name; one slot a name and one empty slot after each sector."""
    groups = [names for names in sectors if names]
    slots = sum(len(names) + 1 for names in groups)
    places: dict[str, Point] = {}
    slot = 0
    for names in groups:
        for name in names:
            angle = FIRST - 2 * pi * slot / slots
            places[name] = (ACROSS * cos(angle), UP * sin(angle))
            slot += 1
        slot += 1
    return places


def labels(places: Mapping[str, Point]) -> dict[str, Label]:
    """Upright labels outside the ring where no two would overlap, else all of them turned outwards."""
    upright = {name: _upright(place) for name, place in places.items()}
    boxes = [_box(name, label) for name, label in upright.items()]
    if not any(_overlap(one, other) for one, other in combinations(boxes, 2)):
        return upright
    return {name: _turned(place) for name, place in places.items()}


def room_for(names: Mapping[str, Label]) -> float:
    """Inches that the labels need above and below the ring."""
    turned = [_width(name) for name, label in names.items() if label.turn]
    return BEYOND + (max(turned) + 0.1 if turned else 0.27)


def bend(one: Point, other: Point) -> Point:
    """The point that pulls the curve between two places of the ring inwards, past the centre and past the places between them."""
    middle = ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)
    near = hypot(middle[0] / ACROSS, middle[1] / UP)
    if near < 0.05:
        return (-one[1] * 0.5 * ACROSS / UP, one[0] * 0.5 * UP / ACROSS)
    reach = (0.30 + 0.55 * near) / near
    return middle[0] * reach, middle[1] * reach


def _upright(place: Point) -> Label:
    x, y = place[0] / ACROSS, place[1] / UP
    side = "center" if abs(x) < 0.35 else ("left" if x > 0 else "right")
    return Label((place[0] + BEYOND * x * 1.1, place[1] + BEYOND * y * 1.4), side, 0.0)


def _turned(place: Point) -> Label:
    length = hypot(*place)
    turn = degrees(atan2(place[1], place[0]))
    at = (place[0] * (1 + BEYOND / length), place[1] * (1 + BEYOND / length))
    return Label(at, "left", turn) if abs(turn) <= 90 else Label(at, "right", turn - 180 if turn > 0 else turn + 180)


def _box(name: str, label: Label) -> tuple[float, float, float, float]:
    width = _width(name)
    left = label.at[0] - {"left": 0.0, "center": 0.5, "right": 1.0}[label.side] * width
    return left, left + width, label.at[1] - LINE / 2, label.at[1] + LINE / 2


def _width(name: str) -> float:
    return sum(CAPITAL if letter.isupper() else LETTER for letter in name)


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
