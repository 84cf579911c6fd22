"""Thuringia's counties and towns as tiles of one size, laid out roughly as on the map: no outlines, which would need a licence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from wiwak_eval.publication.design import BLUE, BLUE_TINTS, FINE, GREY, INK, SMALL, WHITE
from wiwak_eval.publication.drawing_parts import left_out
from wiwak_eval.publication.measuring import folded, line_height
from wiwak_eval.publication.style import MARGIN, WIDTH, canvas, styled
from wiwak_eval.publication.typeface import printable
from wiwak_eval.results import ReleasedTable

GRID: Sequence[Sequence[str]] = (
    ("Eichsfeld", "Nordhausen", "Kyffhäuserkreis", "", "", "", ""),
    ("", "Unstrut-Hainich-Kreis", "Sömmerda", "Weimarer Land", "Saale-Holzland-Kreis", "", ""),
    ("Stadt Eisenach", "Gotha", "Stadt Erfurt", "Stadt Weimar", "Stadt Jena", "Stadt Gera", "Altenburger Land"),
    ("Wartburgkreis", "Schmalkalden-Meiningen", "Ilm-Kreis", "Saalfeld-Rudolstadt", "Saale-Orla-Kreis", "Greiz", ""),
    ("", "Stadt Suhl", "Hildburghausen", "Sonneberg", "", "", ""),
)
"""North to south, west to east; names as in the ordinance that distributes refugees."""
SHADES = ((WHITE, INK), (BLUE_TINTS[0], INK), (BLUE_TINTS[1], INK), (BLUE_TINTS[2], INK), (BLUE, WHITE))
"""Ground and letters, palest first: the order shows in grey too."""
_COLUMNS, _ROWS = max(map(len, GRID)), len(GRID)
_HIGH = 0.72
"""Inches of a tile, its gap included."""
_GAP = 0.03
"""Part of a tile that it leaves free at each side."""


@dataclass(frozen=True)
class Tile:
    """What stands in one tile.

    lines: below the name, the first in bold; what does not fit is left to the table; shade: place in `SHADES`; dashed: whether its frame
    is.
    """

    lines: Sequence[str]
    shade: int
    dashed: bool = False


def tile_map(table: ReleasedTable, tiles: Mapping[str, Tile], notes: Sequence[str | None] = ()) -> Figure:
    """The tiles by name, and below them those that have no place; the county that delivered has a heavy frame."""
    placed = {name for row in GRID for name in row}
    apart = left_out("Ohne Platz auf der Karte", [name for name in tiles if name not in placed])
    with styled():
        figure, axes = canvas(_ROWS * _HIGH, table.provenance.mark, (*notes, apart))
        axes.set_xlim(0, _COLUMNS)
        axes.set_ylim(_ROWS, 0)
        axes.axis("off")
        for y, row in enumerate(GRID):
            for x, name in enumerate(row):
                if name:
                    _draw(axes, x, y, name, tiles.get(name), short_name(name) in table.provenance.authority)
    return figure


def short_name(name: str) -> str:
    """The name as a tile holds it: `Saale-Orla`, `Gera`, but `Ilm-Kreis`."""
    bare = name.removeprefix("Stadt ")
    return bare.removesuffix("-Kreis") if bare.count("-") > 1 else bare


def shade_of(value: float, low: float, high: float) -> int:
    """Place in `SHADES` of a value between the lowest and the highest, in steps of equal width."""
    return 0 if high <= low else min(int((value - low) / (high - low) * len(SHADES)), len(SHADES) - 1)


def _draw(axes: Axes, x: int, y: int, name: str, tile: Tile | None, own: bool) -> None:
    ground, letters = SHADES[tile.shade] if tile else (WHITE, GREY)
    frame = Rectangle((x + _GAP, y + _GAP), 1 - 2 * _GAP, 1 - 2 * _GAP, facecolor=ground, edgecolor=INK, linewidth=2.2 if own else 0.7)
    frame.set_linestyle((0, (4, 2)) if tile and tile.dashed else "-")
    axes.add_patch(frame)
    written = _written(short_name(name), [line for line in tile.lines if line] if tile else ["–"])
    top = y + (1 - sum(_height(size) for _, size, _ in written)) / 2
    for line, size, weight in written:
        axes.text(x + 0.5, top + _height(size) / 2, line, ha="center", va="center", fontsize=size, fontweight=weight, color=letters)
        top += _height(size)


def _written(name: str, words: Sequence[str]) -> list[tuple[str, float, str]]:
    """Lines of print with size and weight: the name, then what fits below it."""
    room = (WIDTH - 2 * MARGIN) / _COLUMNS * (1 - 4 * _GAP)
    written = [(line, FINE, "normal") for line in folded(printable(name), FINE, room).split("\n")]
    for place, said in enumerate(words):
        size, weight = (SMALL, "semibold") if place == 0 else (FINE, "normal")
        lines = [(line, size, weight) for line in folded(printable(said), size, room, bold=place == 0).split("\n")]
        if sum(_height(size) for _, size, _ in (*written, *lines)) > 1 - 4 * _GAP:
            break
        written += lines
    return written


def _height(size: float) -> float:
    """A line of print in tiles."""
    return line_height(size) / _HIGH
