"""The house style of all pictures: typeface, grounds, the small print under a picture, and how it is saved."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import matplotlib
from cycler import cycler
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from matplotlib.layout_engine import ConstrainedLayoutEngine

from wiwak_eval.publication.design import ALARM, BLUE, BROWN, FINE, GREY, GRID, INK, NIGHT, ORANGE, SMALL
from wiwak_eval.publication.measuring import folded, line_height
from wiwak_eval.publication.typeface import CUTS, FAMILY, printable

WIDTH = 6.3
"""Inches between the margins of an A4 page."""
MARGIN = 0.12
"""Inches left and right, so that a wider typeface in a browser still fits."""
_PLACES = 5
"""Decimals of places in parts of the picture: less than a hundredth of a point."""
_ABOVE_AND_BELOW = 0.06
"""The same above the drawing and below it."""
_AROUND_PRINT = 0.05
"""Inches above and below the small print."""
_WHITEGRID = {
    "axes.axisbelow": True,
    "axes.grid": True,
    "font.sans-serif": ["Arial", "DejaVu Sans", "Liberation Sans", "Bitstream Vera Sans", "sans-serif"],
    "legend.title_fontsize": 12.0,
    "lines.solid_capstyle": "round",
    "patch.edgecolor": "w",
    "patch.force_edgecolor": True,
    "xtick.bottom": False,
    "xtick.major.size": 6.0,
    "xtick.major.width": 1.25,
    "xtick.minor.size": 4.0,
    "xtick.minor.width": 1.0,
    "ytick.left": False,
    "ytick.major.size": 6.0,
    "ytick.major.width": 1.25,
    "ytick.minor.size": 4.0,
    "ytick.minor.width": 1.0,
}
"""Seaborn's style `whitegrid` where it differs from matplotlib's: seaborn takes a second to load, and few pictures need more of it."""
_RC: dict[Any, Any] = {
    **_WHITEGRID,
    "axes.prop_cycle": cycler(color=[BLUE, ORANGE, NIGHT, BROWN]),
    "font.family": FAMILY,
    "font.size": SMALL,
    "axes.labelsize": SMALL,
    "axes.titlesize": SMALL,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": SMALL,
    "legend.fontsize": SMALL,
    "axes.edgecolor": GREY,
    "axes.linewidth": 0.8,
    "axes.labelcolor": INK,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "grid.color": GRID,
    "grid.linewidth": 0.7,
    "hatch.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "text.parse_math": False,
    "text.hinting": "none",
    "svg.fonttype": "none",
    "svg.hashsalt": "wiwak-eval",
    "savefig.dpi": 160,
}


@contextmanager
def styled() -> Iterator[None]:
    """Everything drawn or saved inside has the house style; outside, the caller's own settings stay as they were."""
    _register_fonts()
    with matplotlib.rc_context():
        matplotlib.rcParams.update(_RC)
        yield


def canvas(height: float, mark: str | None, notes: Sequence[str | None] = ()) -> tuple[Figure, Axes]:
    """An empty picture. height: inches of the drawing; under it the notes in grey, what is left out, and the simulated mark."""
    print_width = WIDTH - 2 * MARGIN
    said = [(line, GREY) for note in notes if note for line in folded(printable(note), FINE, print_width).split("\n")]
    said += [(printable(mark), ALARM)] if mark else []
    strip = len(said) * line_height(FINE) + 2 * _AROUND_PRINT if said else 0
    total = height + strip
    layout = ConstrainedLayoutEngine(w_pad=MARGIN, h_pad=_ABOVE_AND_BELOW, rect=(0, strip / total, 1, height / total))
    figure = Figure(figsize=(WIDTH, total), layout=layout)
    FigureCanvasAgg(figure)
    for place, (line, colour) in enumerate(reversed(said)):
        bottom = _AROUND_PRINT + (place + 0.25) * line_height(FINE)
        figure.text(MARGIN / WIDTH, bottom / total, line, fontsize=FINE, color=colour)
    return figure, figure.add_subplot()


def saved(figure: Figure, kind: str) -> bytes:
    """The bytes of the picture, without date and maker."""
    out = io.BytesIO()
    with styled():
        settle(figure)
        if kind == "svg":
            # `savefig` would draw twice, the first time to look where everything is, which is settled
            painter: Any = FigureCanvasSVG(figure)
            painter.print_svg(out, metadata={"Date": None, "Creator": None})
        else:
            figure.savefig(out, format=kind, metadata={"Software": None})
    return out.getvalue()


def settle(figure: Figure) -> None:
    """Lay the picture out once: a layout that is worked out anew at each saving moves by hundredths of a point.

    Places are rounded: the solver's last digits hang on where its variables lie in memory, and a digest of them names what is clipped.
    """
    layout = figure.get_layout_engine()
    if isinstance(layout, ConstrainedLayoutEngine):
        layout.execute(figure)
        figure.set_layout_engine("none")
        for axes in figure.axes:
            left, bottom, width, height = (round(value, _PLACES) for value in axes.get_position(original=True).bounds)
            axes.set_position((left, bottom, width, height))


@cache
def _register_fonts() -> None:
    for cut in CUTS:
        fontManager.addfont(cut)
