"""The figure of the measurement: coverage of each county, and CRPS of the three models."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from benchmarks.transfer.page import AIM
from wiwak_eval import german
from wiwak_eval.publication.design import BLUE, BLUE_TINTS, GREY, ORANGE, SMALL, SOFT
from wiwak_eval.publication.style import saved, styled

if TYPE_CHECKING:
    from benchmarks.transfer.pooling import Measured

MARKS = ("o", "s", "^")
MODELS = {"partial": ("teilweise", BLUE, ""), "none": ("ohne", BLUE_TINTS[1], "//"), "complete": ("ganz", ORANGE, "")}
SITES = {1: "nur Pilotkreis"}


def draw(drawn: Sequence["Measured"], alone: Sequence["Measured"], fixed: Sequence["Measured"], names: Sequence[str], path: Path) -> None:
    """Counties to the left, models to the right; written as SVG."""
    with styled():
        figure = Figure(figsize=(9.0, 5.6), layout="constrained")
        FigureCanvasAgg(figure)
        left, right = figure.subplots(1, 2, width_ratios=(1.25, 1))
        _coverage(left, drawn, names)
        _scores(right, [*drawn, *alone, *fixed])
        path.write_bytes(saved(figure, "svg"))


def _coverage(axes: Axes, drawn: Sequence["Measured"], names: Sequence[str]) -> None:
    axes.axvspan(100 * AIM[0], 100 * AIM[1], color=SOFT, zorder=0)
    axes.axvline(80, color=GREY, linewidth=0.8, zorder=1)
    for one, mark, colour in zip(drawn, MARKS, (BLUE, GREY, ORANGE), strict=True):
        label = SITES.get(one.setting.sites, f"{one.setting.sites} Kreise mit Zahlen")
        axes.plot(100 * one.coverage(), range(len(names)), mark, color=colour, markersize=5, label=label)
    axes.set_yticks(range(len(names)), names)
    axes.invert_yaxis()
    axes.set_xlim(70, 90)
    axes.set_xticks(range(70, 91, 5))
    axes.set_title("Überdeckung in %, Streuung aus dem Vorwissen (Ziel: heller Streifen)", loc="left")
    axes.legend(loc="lower center", bbox_to_anchor=(0.4, -0.16), ncols=3, frameon=False, handletextpad=0.2, columnspacing=1.0)


def _scores(axes: Axes, measured: Sequence["Measured"]) -> None:
    places, height = np.arange(len(measured)), 0.26
    for number, (model, (label, colour, hatch)) in enumerate(MODELS.items()):
        values = [one.crps(model) for one in measured]
        axes.barh(places + (number - 1) * height, values, height, color=colour, hatch=hatch, edgecolor="white", linewidth=0.5, label=label)
    axes.set_yticks(places, [_named(one) for one in measured])
    axes.invert_yaxis()
    axes.set_title("CRPS (log), kleiner ist besser", loc="left")
    axes.xaxis.set_major_formatter(lambda value, _: german.number(value, 1))
    axes.legend(title="Zusammenfassung", title_fontsize=SMALL, loc="lower center", bbox_to_anchor=(0.4, -0.2), ncols=3, frameon=False)


def _named(one: "Measured") -> str:
    if one.setting.spread is not None:
        return f"{one.setting.sites}, Streuung {german.number(one.setting.spread, 1)}"
    return SITES.get(one.setting.sites, f"{one.setting.sites} mit Zahlen")
