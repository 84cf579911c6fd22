"""The gate for pictures bites: words over words, cut, too pale, struck through, in another typeface."""

from collections.abc import Callable

import pytest
from figure_check import faults
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from svg_check import svg_faults

from wiwak_eval.publication import charts
from wiwak_eval.publication.design import BLUE, GREY, INK, ORANGE, WHITE
from wiwak_eval.publication.style import canvas, styled


def drawn(add: Callable[[Axes], object]) -> Figure:
    """A picture with a dark bar from 0 to 1 and what is added."""
    with styled():
        figure, axes = canvas(3, "Simulierte Daten")
        axes.bar([0.5], [1.0], width=1.0, color=BLUE)
        axes.set_xlim(0, 4)
        axes.set_ylim(0, 2)
        add(axes)
    return figure


def readable(axes: Axes) -> None:
    axes.text(0.5, 0.5, "im Balken", color=WHITE, ha="center")
    axes.text(2, 0.5, "auf Papier", color=INK)
    axes.text(2, 1, "gedreht", rotation=45)
    axes.text(2.12, 1, "daneben", rotation=45)


def test_a_readable_picture_has_no_fault() -> None:
    """Turned words lie beside each other although their upright boxes overlap."""
    figure = drawn(readable)
    assert faults(figure) == ()
    assert svg_faults(charts.svg(figure)) == ()


def over(axes: Axes) -> None:
    axes.text(2, 1, "eins")
    axes.text(2.05, 1.02, "zwei")


def over_ticks(axes: Axes) -> None:
    axes.set_xticks([1, 1.1], ["Januar", "Februar"])


@pytest.mark.parametrize(
    ("add", "fault"),
    [
        (over, "'eins' lies over 'zwei'"),
        (over_ticks, "'Januar' lies over 'Februar'"),
        (lambda axes: axes.figure.text(0.98, 0.5, "hinaus"), "'hinaus' leaves the picture"),
        (lambda axes: axes.text(3.9, 1, "beschnitten", clip_on=True).set_in_layout(False), "'beschnitten' is cut"),
        (lambda axes: axes.text(2, 1, "fremd", family="DejaVu Sans"), "'fremd' is not in the house typeface"),
        (lambda axes: axes.text(2, 1, "blass", color=ORANGE), "'blass' is too pale on 100% of its ground"),
        (lambda axes: axes.text(0.5, 0.5, "dunkel", color=GREY, ha="center"), "'dunkel' is too pale on 100% of its ground"),
        (lambda axes: (axes.text(2, 1, "gestrichen"), axes.axhline(1.04, color=INK, linewidth=2)), "'gestrichen' is too pale"),
        (lambda axes: axes.set_xlabel("Achse", color=ORANGE), "'Achse' is too pale"),
        (lambda axes: axes.legend(handles=axes.containers, labels=["Balken"], loc="lower left", frameon=False), "'Balken' is too pale"),
    ],
)
def test_each_fault_is_found(add: Callable[[Axes], object], fault: str) -> None:
    found = faults(drawn(add))
    assert any(one.startswith(fault) for one in found), found


@pytest.mark.parametrize(("colour", "place", "contrast"), [(ORANGE, 2.0, "3.3"), (INK, 0.5, "2.9"), (WHITE, 0.9, "1.0")])
def test_pale_text_is_found_in_the_file(colour: str, place: float, contrast: str) -> None:
    """The last runs from the bar, where white can be read, onto paper."""
    figure = drawn(lambda axes: axes.text(place, 0.5, "Wort", color=colour))
    assert svg_faults(charts.svg(figure)) == (f"'Wort' has a contrast of {contrast}",)


def test_text_that_became_a_drawing_is_found() -> None:
    picture = charts.svg(drawn(lambda axes: axes.text(2, 1, "Wort"))).decode()
    start = picture.index("<text", picture.index("Wort") - 200)
    end = picture.index("</text>", start) + len("</text>")
    broken = f'{picture[:start]}<path d="M 0 0 L 1 1 L 1 0 z"/>{picture[end:]}'
    assert any(fault.endswith("is no text") for fault in svg_faults(broken.encode()))
