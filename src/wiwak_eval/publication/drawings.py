"""The pictures of a set of papers, each drawn once however many papers show it."""

from functools import lru_cache
from threading import Lock

from wiwak_eval.publication import charts
from wiwak_eval.publication.content import Content, Figure
from wiwak_eval.results import ReleasedTable

_KEPT = 64
"""More than a set of papers has pictures."""
_AT_THE_BOARD = Lock()
"""Matplotlib has one set of settings for the whole process: one picture is drawn at a time, however many papers are being built."""


def figure_svg(figure: Figure) -> bytes:
    """The figure's picture as SVG. Raises ValueError where the description for those who do not see it is blank."""
    if not figure.alt.strip():
        raise ValueError(f"figure {figure.id} has no alt text")
    with _AT_THE_BOARD:
        return _drawn(figure.chart, figure.table)


def figures(content: Content) -> tuple[Figure, ...]:
    """All figures of the chapters, in their order."""
    return tuple(block for chapter in content.chapters for block in chapter.blocks if isinstance(block, Figure))


@lru_cache(maxsize=_KEPT)
def _drawn(chart: str, table: ReleasedTable) -> bytes:
    return charts.svg(charts.CHARTS[chart](table))
