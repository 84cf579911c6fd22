"""How far a release must be withheld until nothing can be worked out from it."""

from collections.abc import Sequence
from dataclasses import replace

from wiwak_eval.disclosure.attack import attack
from wiwak_eval.disclosure.audience import Origin, audiences, disclose, read_by
from wiwak_eval.disclosure.defence import Defence
from wiwak_eval.disclosure.disclosed import Disclosed
from wiwak_eval.disclosure.families import disclosed_of, families, statements_of
from wiwak_eval.disclosure.front import Front, total
from wiwak_eval.disclosure.mending import Mending
from wiwak_eval.disclosure.model import AttackReport, Place
from wiwak_eval.disclosure.parts import WHOLE, Parts
from wiwak_eval.disclosure.policy import threshold
from wiwak_eval.disclosure.printing import Pattern, Print
from wiwak_eval.disclosure.probing import probe
from wiwak_eval.disclosure.settings import Settings
from wiwak_eval.disclosure.spoken import Statements
from wiwak_eval.results import Level

MOST_ROUNDS = 25
"""Rounds of attack and mending after which what is still open stops a release."""


def compute(
    spoken: Statements, level: Level, settings: Settings, origin: Origin, former: Sequence[Disclosed] = (), parts: Parts = WHOLE
) -> Defence:
    """See `disclosure.defence.defend`."""
    how = Print(level, settings, parts.rounding)
    primary: set[Place] = set()
    hidden: set[Place] = set()
    no_ratios: set[str] = set()
    before, after = [], []
    for family in families(spoken, former):
        part, told = statements_of(spoken, family), tuple(disclosed_of(release, family) for release in former)
        fronts = tuple(Front(part, reader, settings, origin, read_by(reader, told)) for reader in audiences(level, told))
        own = frozenset(place for front in fronts for place in front.primary(parts.rules))
        pattern, report = _held(fronts, how, parts)
        before.append(probe(fronts, Pattern(own), how))
        after.append(report)
        primary |= own
        hidden |= pattern.hidden
        no_ratios |= pattern.no_ratios
    pattern = Pattern(frozenset(hidden), frozenset(no_ratios))
    disclosed = disclose(spoken, pattern, how, origin)
    curves = attack([replace(disclosed, cells=(), ratios=())], (), (), threshold(level, False, settings), settings.sensitive)
    return Defence(pattern, frozenset(primary), disclosed, total(before), total([*after, curves]), len(former))


def _held(fronts: Sequence[Front], how: Print, parts: Parts) -> tuple[Pattern, AttackReport]:
    """Hide until no attack succeeds: first on the exact numbers of this delivery, then on what is printed with all that ever was.

    Returns the pattern with the attack on what is printed.
    """
    mending = Mending(fronts, parts)
    pattern, report = mending.pattern(), None
    if parts.mending and how.level is Level.OEFFENTLICH and parts.rounding:
        pattern, _ = _mended(fronts, mending, pattern, replace(how, rounded=False), parts, within=True)
    if parts.mending:
        pattern, report = _mended(fronts, mending, pattern, replace(how, rounded=True), parts, within=not parts.former)
    return pattern, report if report is not None and parts == WHOLE else probe(fronts, pattern, how)


def _mended(
    fronts: Sequence[Front], mending: Mending, pattern: Pattern, how: Print, parts: Parts, within: bool
) -> tuple[Pattern, AttackReport]:
    """Attack, learn, hide anew, until nothing succeeds or nothing is left to hide."""
    for _ in range(MOST_ROUNDS):
        reports = [probe((front,), pattern, how, within, parts) for front in fronts]
        learned = [mending.take(front, report.breaches) for front, report in zip(fronts, reports, strict=True)]
        if not any(learned):
            break
        pattern = mending.pattern()
    return pattern, total(reports)
