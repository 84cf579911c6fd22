"""The attribution as columns of numbers: the same for the printed table, the CSV, the picture and the page."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from wiwak_eval import german
from wiwak_eval.audit.attribution.factors import LABELS, REST, THROUGH, TOGETHER, Factor
from wiwak_eval.audit.attribution.result import Attribution
from wiwak_eval.audit.attribution.shares import Share

UNCOMPUTED = "–"
"""Stands where a figure cannot be computed with one factor swapped."""
_DECIMALS = {"euro": 2, "posts": 2}
_UNIT_WORDS = {"euro": f"{german.NARROW_SPACE}€", "posts": "\u00a0Stellen"}


@dataclass(frozen=True)
class Effect:
    """A column of effects. label: as its head; through: as a sentence names it; of: the effect on a figure, None where there is none."""

    label: str
    through: str
    of: Callable[[Share], Decimal | None]


def effects(found: Attribution) -> tuple[Effect, ...]:
    """The factors that were separated, what they change together where there are several, and the rest where there can be one."""
    columns = [Effect(LABELS[factor], THROUGH[factor], _alone(factor)) for factor in found.separated]
    if len(found.separated) > 1:
        columns.append(Effect(TOGETHER, "durch ihr Zusammenwirken", lambda share: share.together))
    if any(share.rest for share in found.shares):
        words = f"als Rest ({found.rest.partition(': ')[2]})"
        columns.append(Effect(REST, words, lambda share: share.rest))
    return tuple(columns)


def label_of(found: Attribution, id: str) -> str:
    """The German name of a figure."""
    for side in (found.after, found.before):
        if id in side.printed:
            return side.printed[id].label
    return id


def unit_of(found: Attribution, share: Share) -> str:
    """The unit of a figure as findings.csv names it."""
    return found.after.printed[share.id].unit


def plain(value: Decimal, unit: str) -> str:
    """A number in German, without its unit."""
    return german.number(value, _DECIMALS.get(unit, 0))


def signed(value: Decimal | None, unit: str) -> str:
    """A change in German with its sign, without its unit."""
    return UNCOMPUTED if value is None else ("+" if value > 0 else "") + plain(value, unit)


def unit_words(unit: str) -> str:
    """What follows the number; nothing where the figure's name says what is counted."""
    return _UNIT_WORDS.get(unit, "")


def _alone(factor: Factor) -> Callable[[Share], Decimal | None]:
    return lambda share: share.alone.get(factor)
