"""Suppress, attack, mend, round, attack again: what may be told of groups of people, and the proof that it holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from wiwak_eval.disclosure.audience import Origin
from wiwak_eval.disclosure.disclosed import Disclosed
from wiwak_eval.disclosure.model import AttackReport, Place
from wiwak_eval.disclosure.parts import WHOLE, Parts
from wiwak_eval.disclosure.printing import Pattern
from wiwak_eval.disclosure.settings import Settings
from wiwak_eval.disclosure.spoken import Statements
from wiwak_eval.results import Level


@dataclass(frozen=True)
class Defence:
    """What a release withholds and what the attacker makes of it.

    pattern: what is withheld; primary: numbers hidden for their own sake; disclosed: what is told; before: attack on primary suppression
    alone; after: attack on what is told, whose breaches nothing could mend; former: releases taken into account.
    """

    pattern: Pattern
    primary: frozenset[Place]
    disclosed: Disclosed
    before: AttackReport
    after: AttackReport
    former: int


def defend(
    spoken: Statements, level: Level, settings: Settings, origin: Origin, former: Sequence[Disclosed] = (), parts: Parts = WHOLE
) -> Defence:
    """Decide what a release at a level may tell. former: earlier releases of the authority, oldest first."""
    from wiwak_eval.disclosure.defence_computing import compute

    return compute(spoken, level, settings, origin, former, parts)
