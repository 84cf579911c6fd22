"""The trials of many sets added up by variant of the defence."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.disclosure.trials import Trial


@dataclass(frozen=True)
class Sum:
    """One variant over all sets; found: numbers bounded too narrowly, kinds: the same by kind of attack; seconds of one processor."""

    variant: str
    sets: int
    cells: int
    primary: int
    secondary: int
    found: int
    sets_with_finds: int
    kinds: tuple[tuple[str, int], ...]
    seconds: float


def sums_of(trials: Sequence[Trial]) -> tuple[Sum, ...]:
    """One line for each variant, in the order in which they were tried."""
    return tuple(
        _sum([trial for trial in trials if trial.variant == variant]) for variant in dict.fromkeys(trial.variant for trial in trials)
    )


def _sum(own: Sequence[Trial]) -> Sum:
    kinds: Counter[str] = Counter()
    for trial in own:
        kinds.update(dict(trial.found))
    return Sum(
        own[0].variant,
        len(own),
        sum(trial.cells for trial in own),
        sum(trial.primary for trial in own),
        sum(trial.secondary for trial in own),
        kinds.total(),
        sum(trial.under_protected > 0 for trial in own),
        tuple(sorted(kinds.items())),
        sum(trial.seconds for trial in own),
    )
