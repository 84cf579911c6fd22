"""Two orders of the same inputs, and why they differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wiwak_eval.budget.risk.sobol import Part
from wiwak_eval.budget.risk.tornado import Swing

SMALL = 0.01
"""A share of the variance below which an input does not matter, and a difference below which two cannot be told apart."""
SAME = "gleicher Platz"
NEGLIGIBLE = "unter einem Prozent der Streuung: Der Platz sagt nichts"
STEPS = "Einzeln springt die Zahl der Stellen um ganze Schritte; bewegen sich alle Größen, gleichen sich die Sprünge im Mittel aus"
TOGETHER = "wirkt zum guten Teil erst zusammen mit anderen Größen"
NEAR = "fast gleichauf mit einer anderen Größe"
SHAPE = "Die Streuung gewichtet seltene, weite Abweichungen jenseits von P10 und P90 stärker"


@dataclass(frozen=True)
class Ranked:
    """An input's places (1 is first) by swing and by total share of the variance, and a German reading of their difference."""

    id: str
    swing_place: int
    sobol_place: int
    part: Part
    reading: str


def ranked(swings: Sequence[Swing], parts: Mapping[str, Part]) -> tuple[Ranked, ...]:
    """Inputs in the order of their total share of the variance; equal ones by id."""
    by_share = sorted(parts, key=lambda id: (-parts[id].total, id))
    places = {swing.id: place for place, swing in enumerate(swings, start=1)}
    moves_posts = {swing.id for swing in swings if swing.posts}
    return tuple(
        Ranked(id, places[id], place, parts[id], _reading(id, place == places[id], parts, id in moves_posts))
        for place, id in enumerate(by_share, start=1)
    )


def _reading(id: str, same: bool, parts: Mapping[str, Part], posts: bool) -> str:
    own = parts[id]
    if same:
        return SAME
    if own.total < SMALL:
        return NEGLIGIBLE
    if own.total - own.first > max(SMALL, own.first / 4):
        return TOGETHER
    if any(abs(own.total - other.total) < SMALL for one, other in parts.items() if one != id):
        return NEAR
    return STEPS if posts else SHAPE


def order_summary(ranked: Sequence[Ranked], names: Mapping[str, str]) -> str:
    """One German sentence on whether both orders agree on what matters, and if not, where and why."""
    apart = [one for one in ranked if one.swing_place != one.sobol_place and one.part.total >= SMALL]
    if not apart:
        return (
            "Einzeln und zusammen betrachtet stehen die Größen, die mehr als ein Prozent der Streuung ausmachen, in derselben Reihenfolge."
        )
    reasons = "; ".join(f"{names[one.id]}: {one.reading}" for one in apart)
    return f"Einzeln und zusammen betrachtet stehen nicht alle Größen am selben Platz. {reasons}."
