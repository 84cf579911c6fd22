"""One sheet of 16:9: words above a broad picture or beside a tall one, whichever leaves the picture larger, and small print below."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from xml.sax.saxutils import escape, quoteattr

from wiwak_eval.publication.content import Figure, RunMark
from wiwak_eval.publication.design import ALARM, FINE, GREY, HEADLINE, INK, LEAD, LINE, SMALL, SPACES, WHITE
from wiwak_eval.publication.drawings import figure_svg
from wiwak_eval.publication.imprint import run_line
from wiwak_eval.publication.lettering import balanced, width, wrapped
from wiwak_eval.publication.typeface import FAMILY, printable
from wiwak_eval.results import UNPROVEN_SIGN

WIDTH, HEIGHT = 640, 360
"""Points of the sheet as it is laid out."""
_SHOWN = 1.5
"""How much larger it is when it is opened: 960 × 540 points, a slide of 33.9 cm."""
_SIDE, _TOP, _BOTTOM = 26.0, 20.0, 12.0
_INNER = WIDTH - 2 * _SIDE
_COLUMN = 168.0
"""Least width of the words beside a tall picture."""
_WORTH = 1.08
"""How much larger the picture must be for the words to stand beside it."""
_SMALLEST = 0.4
"""Below this scale nobody reads a picture."""
_LEADING = 1.22
_SAFE = 0.95
"""Part of a line's room that is used: another typeface, where ours is not installed, runs wider."""
_SIGN = f"{UNPROVEN_SIGN} beruht auf Annahmen, die nicht geprüft sind; welche, steht im Bericht unter der Tabelle."
_PICTURE = re.compile(rb'<svg\b[^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>(.*)</svg>', re.DOTALL)


@dataclass(frozen=True)
class Line:
    """A line of letters. size: points; after: points of space below it."""

    words: str
    size: float
    colour: str
    bold: bool = False
    after: float = 0.0

    @property
    def height(self) -> float:
        """Points from its top to the top of the next."""
        return self.size * _LEADING + self.after


@dataclass(frozen=True)
class Place:
    """Where the picture stands: left and top edge in points, and how much it is enlarged."""

    x: float
    y: float
    scale: float


def slide_svg(figure: Figure, mark: RunMark) -> bytes:
    """The figure's sheet as SVG: text is text, title and description are those for people who do not see it.

    Raises ValueError for a picture without alt text or with a title that leaves it no room.
    """
    found = _PICTURE.search(figure_svg(figure))
    assert found is not None
    size, body = (float(found[1]), float(found[2])), found[3].decode()
    foot = _foot(figure, mark)
    floor = HEIGHT - _BOTTOM - sum(line.height for line in foot)
    above, beside = _above(figure, size, floor), _beside(figure, size, floor)
    words, place = beside if beside[1].scale > _WORTH * above[1].scale else above
    if place.scale < _SMALLEST:
        raise ValueError(f"the title of figure {figure.id} leaves no room for the picture")
    parts = [
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{WHITE}"/>',
        *_set(words, _SIDE, _TOP),
        f'<g transform="translate({_n(place.x)} {_n(place.y)}) scale({_n(place.scale)})">{body}</g>',
        f'<path d="M{_n(_SIDE)} {_n(floor)}H{_n(WIDTH - _SIDE)}" stroke="{LINE}" stroke-width="0.6"/>',
        *_set(foot, _SIDE, floor + SPACES["tight"]),
    ]
    return "\n".join([*_head(figure), *parts, "</svg>", ""]).encode()


def _above(figure: Figure, size: tuple[float, float], floor: float) -> tuple[Sequence[Line], Place]:
    """Words over the whole width, the picture in the middle below them."""
    words = _words(figure, _INNER)
    top = _TOP + sum(line.height for line in words)
    scale = min(_INNER / size[0], (floor - SPACES["near"] - top) / size[1])
    return words, Place((WIDTH - scale * size[0]) / 2, top, scale)


def _beside(figure: Figure, size: tuple[float, float], floor: float) -> tuple[Sequence[Line], Place]:
    """Words in a column on the left, the picture as high as the sheet on the right."""
    height = floor - SPACES["near"] - _TOP
    longest = max(width(words, HEADLINE, bold=True) for words in wrapped(figure.title, HEADLINE, 0, bold=True))
    scale = min((_INNER - max(_COLUMN, longest / _SAFE) - SPACES["wide"]) / size[0], height / size[1])
    words = _words(figure, _INNER - SPACES["wide"] - scale * size[0])
    if sum(line.height for line in words) > height:
        scale = 0.0
    return words, Place(WIDTH - _SIDE - scale * size[0], _TOP + (height - scale * size[1]) / 2, scale)


def _words(figure: Figure, room: float) -> tuple[Line, ...]:
    """The finding and, in letters of second rank, unit and period."""
    title = [Line(words, HEADLINE, INK, bold=True) for words in balanced(figure.title, HEADLINE, room * _SAFE, bold=True)]
    subtitle = [Line(words, LEAD, GREY) for words in balanced(figure.subtitle, LEAD, room * _SAFE)]
    return (*_spaced(title, SPACES["tight"]), *_spaced(subtitle, SPACES["near"]))


def _foot(figure: Figure, mark: RunMark) -> tuple[Line, ...]:
    """The mark on simulated data, where the numbers come from, what the sign means, which run it is."""
    small = (figure.source, _SIGN if figure.table.unproven else "", " ".join((run_line(mark), *mark.notices)))
    origin = [Line(words, SMALL, ALARM, bold=True) for words in wrapped(mark.provenance.mark or "", SMALL, _INNER * _SAFE, bold=True)]
    print_ = [Line(words, FINE, GREY) for part in small for words in wrapped(part, FINE, _INNER * _SAFE)]
    return (Line("", 0, INK, after=SPACES["tight"]), *origin, *print_)


def _spaced(lines: Sequence[Line], after: float) -> tuple[Line, ...]:
    """The lines with space below the last."""
    return (*lines[:-1], *(Line(line.words, line.size, line.colour, line.bold, after) for line in lines[-1:]))


def _set(lines: Sequence[Line], left: float, top: float) -> list[str]:
    """The lines as text of SVG, one below the other."""
    tops = accumulate((line.height for line in lines), initial=top)
    return [_text(line, left, above + line.size) for line, above in zip(lines, tops, strict=False) if line.words]


def _text(line: Line, x: float, baseline: float) -> str:
    weight = ' font-weight="700"' if line.bold else ""
    return f'<text x="{_n(x)}" y="{_n(baseline)}" font-size="{_n(line.size)}" fill="{line.colour}"{weight}>{escape(line.words)}</text>'


def _head(figure: Figure) -> tuple[str, ...]:
    """The start of the file: its size, its language, its words for people who do not see it."""
    title, description = f"{figure.id}-titel", f"{figure.id}-beschreibung"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xml:lang="de" role="img" '
        f'aria-labelledby={quoteattr(f"{title} {description}")} width="{_n(WIDTH * _SHOWN)}pt" height="{_n(HEIGHT * _SHOWN)}pt" '
        f"viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"'{FAMILY}', 'Source Sans 3', sans-serif\">",
        f"<title id={quoteattr(title)}>{escape(printable(figure.title))}</title>",
        f"<desc id={quoteattr(description)}>{escape(printable(figure.alt))}</desc>",
    )


def _n(value: float) -> str:
    """A number as SVG takes it, to four decimals."""
    return f"{value:.4f}".rstrip("0").rstrip(".")
