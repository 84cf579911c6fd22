"""The waterfall: from no change, effect by effect, to the whole difference of one figure."""

from collections.abc import Iterator
from decimal import Decimal

from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from wiwak_eval.audit.attribution.columns import effects, label_of, plain, signed, unit_of, unit_words
from wiwak_eval.audit.attribution.result import Attribution
from wiwak_eval.audit.attribution.shares import Share
from wiwak_eval.publication.drawing_parts import EURO, left_out
from wiwak_eval.publication.drawing_rows import rows_of
from wiwak_eval.publication.drawing_steps import Step, draw_steps
from wiwak_eval.publication.style import canvas, styled
from wiwak_eval.publication.typeface import printable

WHOLE = "Unterschied"
_ROW = 0.31
"""Inches."""
_FINER = {"posts": 100}
"""Parts of a unit in which the axis is laid out, so that steps below one can be seen."""


def is_drawn(found: Attribution, share: Share) -> bool:
    """Whether a picture says more than a sentence: with one effect it would be the same bar twice."""
    return sum(1 for effect in effects(found) if effect.of(share)) > 1


def waterfall(found: Attribution, share: Share) -> Figure:
    """Each effect begins where the one before ended; the last bar is the whole difference of run B from run A."""
    unit = unit_of(found, share)
    scale = _FINER.get(unit, 1)
    names, steps = zip(*_steps(found, share, scale), strict=True)
    rows = rows_of(names, _ROW)
    ends = f"Lauf A ({found.before.id}): {_told(share.before, unit)}. Lauf B ({found.after.id}): {_told(share.after, unit)}."
    unknown = left_out("Allein nicht zu rechnen", [effect.label for effect in effects(found) if effect.of(share) is None])
    with styled():
        figure, axes = canvas(rows.height, found.mark, (ends, unknown))
        draw_steps(axes, rows, steps, EURO if unit == "euro" else "")
        if scale > 1:
            axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: plain(Decimal(str(value)) / scale, unit)))
        axes.set_xlabel(printable(f"{label_of(found, share.id)}: Veränderung von Lauf A zu Lauf B"))
    return figure


def _steps(found: Attribution, share: Share, scale: int) -> Iterator[tuple[str, Step]]:
    """Name and bar of each effect that is known, then of the whole difference."""
    unit = unit_of(found, share)

    def step(start: Decimal, change: Decimal, whole: bool = False) -> Step:
        return Step(float(start * scale), float((start + change) * scale), signed(change, unit) + unit_words(unit), whole)

    level = Decimal(0)
    for effect in effects(found):
        value = effect.of(share)
        if value is not None:
            yield effect.label, step(level, value)
            level += value
    yield WHOLE, step(Decimal(0), share.difference, whole=True)


def _told(value: Decimal, unit: str) -> str:
    return plain(value, unit) + unit_words(unit)
