"""One set put to the proof: released twice with the whole defence, and again with each part of it switched off in turn."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.disclosure.adapter import PRIMARY_ONLY, WHOLE, WITHOUT, Outcome, defended
from benchmarks.disclosure.random_sets import LinkedSet, draw_set
from benchmarks.disclosure.traits import REST
from wiwak_eval.disclosure.audience import Origin
from wiwak_eval.disclosure.disclosed import Disclosed
from wiwak_eval.disclosure.model import Breach
from wiwak_eval.disclosure.parts import Parts
from wiwak_eval.results import Level, Table

LEVELS = (Level.OEFFENTLICH, Level.GREMIUM)
Defend = Callable[[Sequence[Table], Origin, Level, Sequence[Disclosed], Parts], Outcome]


@dataclass(frozen=True)
class Trial:
    """Both releases of a set with one variant of the defence.

    cells: numbers about groups; primary, secondary: hidden ones; found: numbers that an attack bounded too narrowly, by kind of attack;
    untrue: bounds that the true number lies outside of, which only an attacker who is wrong about the world can have found.
    """

    seed: int
    kind: str
    level: Level
    variant: str
    cells: int
    primary: int
    secondary: int
    found: tuple[tuple[str, int], ...]
    untrue: int
    seconds: float

    @property
    def under_protected(self) -> int:
        """Numbers found by any kind of attack, each kind for itself."""
        return sum(number for _, number in self.found)


def try_set(seed: int, defend: Defend = defended, switched_off: bool = True) -> list[Trial]:
    """All variants on the set of a seed: for the public where the seed is even, for the committee where it is odd."""
    drawn, level = draw_set(seed), LEVELS[seed % 2]
    variants = {WHOLE: Parts(), **(WITHOUT if switched_off else {})}
    trials = []
    for variant, parts in variants.items():
        start = time.perf_counter()
        outcomes = _outcomes(drawn, level, parts, defend)
        seconds = time.perf_counter() - start
        trials.append(_trial(drawn, level, variant, outcomes, [outcome.found for outcome in outcomes], seconds))
        if variant == WHOLE:
            bare = _trial(drawn, level, PRIMARY_ONLY, outcomes, [outcome.found_before for outcome in outcomes], seconds)
            trials.append(bare)
    return trials


def _outcomes(drawn: LinkedSet, level: Level, parts: Parts, defend: Defend) -> list[Outcome]:
    outcomes: list[Outcome] = []
    for release in drawn.releases:
        former = [outcome.disclosed for outcome in outcomes]
        try:
            outcomes.append(defend(release.tables, release.origin, level, former, parts))
        except Exception as error:
            error.add_note(f"set {drawn.seed} ({drawn.kind}, {level}), {parts}")
            raise
    return outcomes


def _trial(
    drawn: LinkedSet, level: Level, variant: str, outcomes: Sequence[Outcome], breaches: Sequence[Iterable[Breach]], seconds: float
) -> Trial:
    found = {(place, breach.kind, breach.measure, breach.key) for place, some in enumerate(breaches) for breach in some}
    kinds = sorted({kind for _, kind, _, _ in found})
    untrue = sum(_untrue(drawn, breach) for some in breaches for breach in some)
    return Trial(
        drawn.seed,
        drawn.kind,
        level,
        variant,
        sum(len(outcome.disclosed.cells) for outcome in outcomes),
        sum(outcome.primary for outcome in outcomes),
        0 if variant == PRIMARY_ONLY else sum(outcome.secondary for outcome in outcomes),
        tuple((kind, sum(kind == other for _, other, _, _ in found)) for kind in kinds),
        untrue,
        seconds,
    )


def _untrue(drawn: LinkedSet, breach: Breach) -> bool:
    """Whether an attack excludes the truth of both deliveries, where both print the number of the same people; the pooled rest may be
    others in each, and an attacker who trusts in growth may be wrong about corrected ones."""
    place = breach.measure, breach.key
    unknown = any(place not in release.places for release in drawn.releases) or any(category == REST for _, category in breach.key)
    if drawn.kind == "corrected" or breach.kind not in {"bounds", "small"} or unknown:
        return False
    truths = [release.truth(*place) for release in drawn.releases]
    return not any(breach.low <= truth <= breach.high for truth in truths)
