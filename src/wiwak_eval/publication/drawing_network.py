"""The drawing of the network behind `charts`; imported with the first picture: matplotlib takes seconds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from wiwak_eval import german
from wiwak_eval.evaluation.groups import german_codes
from wiwak_eval.publication.design import BLUE, FINE, INK, NIGHT, NIGHT_TINT, ORANGE, SMALL, SPOKE, WHITE
from wiwak_eval.publication.ring import ACROSS, BESIDE, UP, Point, bend, labels, ring, room_for
from wiwak_eval.publication.style import canvas, styled
from wiwak_eval.publication.typeface import printable
from wiwak_eval.results import Cell, ReleasedTable

CENTRE = "WIWAK"
DIRECT = NIGHT
"""Ties of the centre are light (`SPOKE`), ties between other organisations dark."""
FIRST_CLASSES = (10, 25, 50)
WIDTHS = (1.0, 2.2, 3.6, 5.4)
MANY = 20
"""Organisations from which on lines become thinner."""
Dash = Literal["solid", ""] | tuple[int, tuple[int, int]]
NOT_TOLD: Dash = (0, (3, 2))
SHAPES = (("o", BLUE), ("s", NIGHT), ("^", ORANGE), ("D", WHITE), ("h", NIGHT_TINT))
"""A shape for each sector in the contract's order."""
UNKNOWN = ("X", INK)


@dataclass(frozen=True)
class Weight:
    """How numbers become widths. bounds: lowest number of each width but the first; widths: in points."""

    bounds: tuple[int, ...]
    widths: tuple[float, ...]

    def line(self, tie: "Drawn") -> tuple[float, Dash]:
        """Width and dash of a tie."""
        if tie.referrals is None:
            return self.widths[0], NOT_TOLD
        return self.widths[sum(tie.referrals >= bound for bound in self.bounds)], "solid"

    def told(self, place: int) -> str:
        """The numbers a width stands for, in words."""
        if place == 0:
            return f"unter {german.number(self.bounds[0])}"
        if place == len(self.bounds):
            return f"ab {german.number(self.bounds[-1])}"
        return f"{german.number(self.bounds[place - 1])}–{german.number(self.bounds[place] - 1)}"


@dataclass(frozen=True)
class Drawn:
    """A tie as it is drawn; referrals: None where they are hidden."""

    one: str
    other: str
    referrals: int | None


def network_picture(table: ReleasedTable) -> Figure:
    """See `charts.network`."""
    sectors, ties = _sectors(table), _ties(table)
    rim = ring([[name for name in sectors if sectors[name] == sector and not _is_centre(name)] for sector in _in_order(sectors)])
    places = rim | {name: (0.0, 0.0) for name in sectors if _is_centre(name)}
    names = labels(rim)
    weight = _weight([tie.referrals for tie in ties if tie.referrals is not None], len(rim))
    inside = any(tie.one == tie.other for tie in ties)
    drawn = [tie for tie in ties if tie.one != tie.other]
    room = room_for(names)
    with styled():
        note = "Nicht gezeichnet: Vermittlungen zwischen ehrenamtlichen Gruppen." if inside else None
        figure, axes = canvas(2 * (UP + room) + 1.0, table.provenance.mark, (note,))
        axes.set_axis_off()
        axes.set_aspect("equal")
        axes.set_xlim(-ACROSS - BESIDE, ACROSS + BESIDE)
        axes.set_ylim(-UP - room - 0.8, UP + room)
        for tie in drawn:
            _draw(axes, tie, places, weight)
        for name in sectors:
            _mark(axes, name, places[name], _shape(sectors[name]))
        for name, label in names.items():
            x, y = label.at
            axes.text(x, y, printable(name), ha=label.side, va="center", rotation=label.turn, rotation_mode="anchor", fontsize=FINE)
        _explain(axes, _in_order(sectors), drawn, weight)
    return figure


def _sectors(table: ReleasedTable) -> dict[str, str]:
    """Name to sector of each organisation, by name."""
    pairs = [*zip(table.column("one"), table.column("sector_one"), strict=True)]
    pairs += zip(table.column("other"), table.column("sector_other"), strict=True)
    return {str(name): str(sector) for name, sector in sorted(pairs, key=str) if name is not None}


def _ties(table: ReleasedTable) -> list[Drawn]:
    """Ties of the centre first, so that those of others lie over them; by name."""
    rows = zip(table.column("one"), table.column("other"), table.column("referrals"), strict=True)
    found = [Drawn(str(one), str(other), _known(number)) for one, other, number in rows if other is not None]
    return sorted(found, key=lambda tie: (not _of_centre(tie), tie.one, tie.other))


def _known(number: Cell) -> int | None:
    return int(number) if isinstance(number, int | float) else None


def _in_order(sectors: Mapping[str, str]) -> list[str]:
    known = list(german_codes("organisations", "sector").values())
    return [*(sector for sector in known if sector in sectors.values()), *sorted({*sectors.values()} - {*known})]


def _shape(sector: str) -> tuple[str, str]:
    known = list(german_codes("organisations", "sector").values())
    return SHAPES[known.index(sector)] if sector in known else UNKNOWN


def _is_centre(name: str) -> bool:
    return name.casefold() == CENTRE.casefold()


def _of_centre(tie: Drawn) -> bool:
    return _is_centre(tie.one) or _is_centre(tie.other)


def _weight(numbers: Sequence[int], organisations: int) -> Weight:
    """Classes ten times as wide where numbers are large; thinner lines where organisations are many."""
    scale = 1
    while max(numbers, default=0) >= 500 * scale:
        scale *= 10
    thin = min(1.0, MANY / organisations) if organisations else 1.0
    return Weight(tuple(bound * scale for bound in FIRST_CLASSES), tuple(width * thin for width in WIDTHS))


def _draw(axes: Axes, tie: Drawn, places: Mapping[str, Point], weight: Weight) -> None:
    start, end = places[tie.one], places[tie.other]
    through = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2) if _of_centre(tie) else bend(start, end)
    width, dash = weight.line(tie)
    path = Path([start, through, end], [Path.MOVETO, Path.CURVE3, Path.CURVE3])
    colour = SPOKE if _of_centre(tie) else DIRECT
    axes.add_patch(PathPatch(path, fill=False, edgecolor=colour, linewidth=width, linestyle=dash, capstyle="butt", zorder=1))


def _mark(axes: Axes, name: str, place: Point, shape: tuple[str, str]) -> None:
    if _is_centre(name):
        box = {"boxstyle": "round,pad=0.45", "facecolor": INK, "edgecolor": WHITE, "linewidth": 1.5}
        axes.text(*place, printable(name), color=WHITE, ha="center", va="center", fontsize=SMALL, fontweight="semibold", bbox=box, zorder=4)
    else:
        marker, colour = shape
        axes.plot(*place, marker=marker, markersize=8, markerfacecolor=colour, markeredgecolor=INK, markeredgewidth=0.9, zorder=3)


def _explain(axes: Axes, sectors: Sequence[str], ties: Sequence[Drawn], weight: Weight) -> None:
    """Under the ring: shapes of the sectors, shades of the lines, their widths; of these what occurs."""
    found = {weight.line(tie) for tie in ties}
    shapes = [_handle(printable(sector), "", *_shape(sector)) for sector in sectors]
    shades = (("Vermittlungen von oder an WIWAK", SPOKE, True), ("zwischen anderen Organisationen", DIRECT, False))
    lines = [_handle(words, "solid", colour=colour) for words, colour, centre in shades if any(_of_centre(tie) == centre for tie in ties)]
    told = [(weight.told(place), width) for place, width in enumerate(weight.widths) if (width, "solid") in found]
    widths = [_handle(words if n else f"{words} Vermittlungen", "solid", width=width) for n, (words, width) in enumerate(told)]
    if (weight.widths[0], NOT_TOLD) in found:
        widths.append(_handle("Zahl nicht ausgewiesen", NOT_TOLD, width=weight.widths[0]))
    for handles, height in ((shapes, 0.116), (lines, 0.058), (widths, 0.0)):
        legend = Legend(
            axes, handles, [str(handle.get_label()) for handle in handles], loc="lower center", bbox_to_anchor=(0.5, height),
            bbox_transform=axes.transAxes, ncols=max(len(handles), 1), frameon=False, fontsize=FINE, columnspacing=1.1, handletextpad=0.5,
            handlelength=1.7, borderpad=0,
        )  # fmt: skip
        axes.add_artist(legend)


def _handle(words: str, dash: Dash, shape: str = "", colour: str = INK, width: float = WIDTHS[1]) -> Line2D:
    """One entry of a legend: a line of this dash or, where there is none, a shape."""
    return Line2D(
        [], [], linestyle=dash, linewidth=width, color=colour, marker=shape or None, markerfacecolor=colour, markeredgecolor=INK,
        markersize=7, label=words,
    )  # fmt: skip
