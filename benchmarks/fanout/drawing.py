"""A light picture of series over runs, as SVG written out by hand: a few hundred numbers need no library and no fonts."""

from collections.abc import Iterator, Mapping, Sequence
from math import floor, log10

from wiwak_eval.publication.design import BLUE, BROWN, GREY, GRID, INK, ORANGE_TEXT

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 320, 56, 132, 34, 44
COLOURS = (BLUE, ORANGE_TEXT, BROWN)
DASHES = ("", "6 3", "2 3")
_STEPS = 4
_LETTERS = 'font-family="sans-serif" font-size="12"'


def drawn(series: Mapping[str, Sequence[float]], title: str) -> str:
    """Lines from zero up, each named at its end; told apart by dashes too."""
    count = max(map(len, series.values()))
    top = _above(max(max(values) for values in series.values()))
    return (
        "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" {_LETTERS} role="img">',
                f"<title>{title}</title>",
                f'<text x="{LEFT}" y="18" fill="{INK}" font-weight="bold">{title}</text>',
                *_rules(top),
                *(
                    f'<text x="{_x(run, count):.0f}" y="{HEIGHT - 22}" fill="{GREY}" text-anchor="middle">{run}</text>'
                    for run in sorted({1, count // 2, count})
                ),
                f'<text x="{(LEFT + WIDTH - RIGHT) / 2:.0f}" y="{HEIGHT - 6}" fill="{GREY}" text-anchor="middle">runs done</text>',
                *_lines(series, count, top),
                "</svg>",
            ]
        )
        + "\n"
    )


def _rules(top: float) -> Iterator[str]:
    for step in range(_STEPS + 1):
        value = top * step / _STEPS
        y = _y(value, top)
        yield f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="{GRID}"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4:.1f}" fill="{GREY}" text-anchor="end">{value:.0f}</text>'


def _lines(series: Mapping[str, Sequence[float]], count: int, top: float) -> Iterator[str]:
    ends = _apart({name: _y(values[-1], top) for name, values in series.items()})
    for (name, values), colour, dash in zip(series.items(), COLOURS, DASHES, strict=False):
        points = " ".join(f"{_x(run, count):.1f},{_y(value, top):.1f}" for run, value in enumerate(values, 1))
        yield f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>'
        yield f'<text x="{WIDTH - RIGHT + 6}" y="{ends[name] + 4:.1f}" fill="{colour}">{name}</text>'


def _apart(ends: Mapping[str, float], least: float = 15.0) -> dict[str, float]:
    """Heights of names, moved apart where they would lie on each other."""
    placed: dict[str, float] = {}
    for name, y in sorted(ends.items(), key=lambda pair: -pair[1]):
        placed[name] = min([y, *(other - least for other in placed.values())])
    return placed


def _above(value: float) -> float:
    """A number above that has round quarters."""
    ten = 10.0 ** floor(log10(value / _STEPS))
    return _STEPS * next(ten * step for step in (1, 2, 5, 10) if _STEPS * ten * step >= value)


def _x(run: int, count: int) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * (run - 1) / max(1, count - 1)


def _y(value: float, top: float) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top
