"""The comparison of two runs' knowledge as German lines."""

from collections.abc import Iterator

from wiwak_eval import german
from wiwak_eval.results import NotAssessable
from wiwak_eval.study.knowledge.amounts import amount_labels
from wiwak_eval.study.knowledge.comparing import KnowledgeComparison
from wiwak_eval.study.knowledge.effects import Effect, Effects

ALONE = "Wirkung jedes Werts, wenn nur er schon am früheren Stichtag bekannt gewesen wäre:"
UNCOMPUTED = "allein nicht zu rechnen, weil andere Werte fehlen"


def sentences(found: KnowledgeComparison | NotAssessable | None) -> tuple[str, ...]:
    """What became known, and what it changes; one sentence where that cannot be said, none where both runs look from the same day."""
    if found is None:
        return ()
    if isinstance(found, NotAssessable):
        return (found.reason,)
    return (*_known(found), *_effects(found))


def _known(found: KnowledgeComparison) -> Iterator[str]:
    count = sum(len(item.values) for item in found.items)
    words = "wurde 1 Wert" if count == 1 else f"wurden {german.number(count)} Werte" if count else "wurde kein Wert"
    yield f"Zwischen den Stichtagen {german.day(found.earlier)} und {german.day(found.later)} {words} bekannt{':' if count else '.'}"
    for item in found.items:
        yield f"  {item.label}: {item.change}"


def _effects(found: KnowledgeComparison) -> Iterator[str]:
    effects = found.effects
    if isinstance(effects, NotAssessable):
        yield effects.reason
        return
    labels = amount_labels(found.years)
    yield ALONE
    for part in _telling(effects):
        yield f"  {part.label}: {_amounts(part, labels)}"
    quiet = sum(1 for part in effects.parts if part.nothing)
    if quiet:
        yield f"  Alle übrigen ({quiet}): keine Wirkung auf diese Beträge."
    yield f"{effects.total.label}: {_amounts(effects.total, labels)}"


def _telling(effects: Effects) -> Iterator[Effect]:
    """The parts that change an amount, and what they change together."""
    yield from (part for part in effects.parts if not part.nothing)
    yield effects.together
    if not effects.rest.nothing:
        yield effects.rest


def _amounts(part: Effect, labels: dict[str, str]) -> str:
    if part.change is None:
        return UNCOMPUTED
    told = [f"{labels[name]} {_signed(cents)}" for name, cents in part.change.items() if cents]
    return "; ".join(told) or "keine Wirkung auf diese Beträge"


def _signed(cents: int) -> str:
    return ("+" if cents > 0 else "") + german.euro(cents)
