"""The arithmetic: a difference, split by changing one factor at a time, adds up exactly."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from wiwak_eval.audit.attribution.factors import Factor

Figures = Mapping[str, Decimal | None]
"""Figures by id, in the unit in which findings.csv states them; None where a run has none."""
NOTHING = Decimal(0)


@dataclass(frozen=True)
class Share:
    """The difference of one figure between two runs.

    before, after: as the runs state it; alone: what each separated factor changes by itself, taken from the second run into the first,
    None where the figure cannot be computed so; together: what the separated factors change beyond that; rest: what they do not explain;
    recomputed: the figure of either run computed again, None where it was not.
    """

    id: str
    before: Decimal
    after: Decimal
    alone: Mapping[Factor, Decimal | None]
    together: Decimal
    rest: Decimal
    recomputed: tuple[Decimal | None, Decimal | None] = (None, None)

    @property
    def difference(self) -> Decimal:
        """After less before; the sum of all parts."""
        return self.after - self.before

    @property
    def parts(self) -> tuple[Decimal, ...]:
        """All that adds up to the difference."""
        return (*(effect for effect in self.alone.values() if effect is not None), self.together, self.rest)

    @property
    def reproduced(self) -> bool:
        """Whether both runs, computed again, give what they state."""
        return self.recomputed == (self.before, self.after)


def split(id: str, stated: tuple[Decimal, Decimal], base: Figures, swapped: Mapping[Factor, Figures], whole: Figures) -> Share:
    """A figure's share: base and whole are both runs computed again, swapped the first run with one factor of the second.

    A factor whose figure cannot be computed alone leaves its effect to the sum of what they change together; where one of both runs
    cannot be computed, all is rest.
    """
    before, after = stated
    start, end = base.get(id), whole.get(id)
    if start is None or end is None:
        return Share(id, before, after, dict.fromkeys(swapped, None), NOTHING, after - before, (start, end))
    alone = {factor: None if (value := figures.get(id)) is None else value - start for factor, figures in swapped.items()}
    explained = end - start
    together = explained - sum((effect for effect in alone.values() if effect is not None), NOTHING)
    return Share(id, before, after, alone, together, after - before - explained, (start, end))


def only(id: str, stated: tuple[Decimal, Decimal], factor: Factor) -> Share:
    """The share of a figure where nothing but one factor differs."""
    before, after = stated
    return Share(id, before, after, {factor: after - before}, NOTHING, NOTHING)


def unsplit(id: str, stated: tuple[Decimal, Decimal]) -> Share:
    """The share of a figure of which nothing could be separated."""
    before, after = stated
    return Share(id, before, after, {}, NOTHING, after - before)
