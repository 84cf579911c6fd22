"""Computes both runs again, and the first with one factor after the other of the second."""

import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from wiwak_eval.audit.attribution.factors import LABELS, Factor
from wiwak_eval.audit.attribution.programmes import installed
from wiwak_eval.audit.attribution.shares import Figures
from wiwak_eval.audit.attribution.workshop import Mixture, Parts, Workshop
from wiwak_eval.audit.fresh_environment import build_environment
from wiwak_eval.results import GermanError
from wiwak_eval.study import digests

BEFORE, AFTER = "a", "b"
AT_ONCE = 2
"""Computations side by side: each is one process and some hundred megabytes."""


@dataclass(frozen=True)
class Recomputed:
    """separated: the factors that were swapped; base, whole: both runs; swapped: the first with one factor of the second; failures: German.

    foreign_code: whether another programme than those of the runs had to compute, since theirs cannot be asked.
    """

    separated: tuple[Factor, ...]
    base: Figures
    whole: Figures
    swapped: Mapping[Factor, Figures]
    failures: tuple[str, ...]
    foreign_code: bool


def recompute(
    workshop: Workshop, runs: tuple[Parts, Parts], differing: tuple[Factor, ...], fresh: bool, say: Callable[[str], None]
) -> Recomputed:
    """Both runs and each swap. fresh: whether each run gets an environment from its lock file, else all get this one.

    Raises GermanError where an environment cannot be built; a computation that fails gives no figures and a sentence.
    """
    one, other = _with_environments(workshop, runs, say) if fresh else runs
    asked = _who_answers(workshop, (one, other))
    both_answer = asked is None
    locks = len({parts.side.digests["lock"] for parts in runs})
    separated = tuple(
        f for f in differing if (f is not Factor.CODE or both_answer) and (f is not Factor.ENVIRONMENT or (fresh and locks > 1))
    )
    start: Mixture = dict.fromkeys(Factor, one) | ({} if asked is None else {Factor.CODE: asked})
    mixtures: dict[str, Mixture] = {BEFORE: start, AFTER: {**start, **dict.fromkeys(separated, other)}}
    if len(separated) > 1:
        mixtures |= {factor.value: {**start, factor: other} for factor in separated}
    found = _computed(workshop, mixtures, say)
    figures: dict[str, Figures] = {name: {} if isinstance(result, GermanError) else result for name, result in found.items()}
    failures = tuple(f"{_what(name, one, other)}: {error}" for name, error in found.items() if isinstance(error, GermanError))
    swapped = {factor: figures.get(factor.value, figures[AFTER]) for factor in separated}
    return Recomputed(separated, figures[BEFORE], figures[AFTER], swapped, failures, not both_answer)


def _with_environments(workshop: Workshop, runs: tuple[Parts, Parts], say: Callable[[str], None]) -> tuple[Parts, Parts]:
    built: dict[str, Parts] = {}
    for parts in runs:
        lock = parts.side.digests["lock"]
        if lock not in built and parts.programme is not None:
            say(f"Die Umgebung von {parts.side.name} wird nach ihrer Sperrdatei aufgebaut; das dauert einige Minuten.")
            folder = workshop.folder / f"environment-{len(built)}"
            built[lock] = replace(parts, python=build_environment(parts.programme.lock, folder))
    one, other = (replace(parts, python=built[parts.side.digests["lock"]].python) for parts in runs)
    return one, other


def _who_answers(workshop: Workshop, runs: tuple[Parts, Parts]) -> Parts | None:
    """None where both programmes can be asked; else the one that computes for both: the run's that can, or the installed one."""
    able = [parts for parts in runs if parts.programme is not None and parts.programme.answers]
    if len(able) == len(runs):
        return None
    if able:
        return able[0]
    own = {"package": digests.of_package(), "shipped": digests.of_shipped_inputs(), "lock": digests.of_lock()}
    side = replace(runs[0].side, name="das hier laufende Programm", digests={**runs[0].side.digests, **own})
    return replace(runs[0], side=side, programme=installed(workshop.folder / "installed"))


def _computed(workshop: Workshop, mixtures: Mapping[str, Mixture], say: Callable[[str], None]) -> dict[str, Figures | GermanError]:
    say(f"{len(mixtures)} Rechnungen laufen, bis zu zwei zugleich; jede dauert einige Sekunden.")

    def one(name: str) -> Figures | GermanError:
        try:
            return workshop.compute(name, mixtures[name])
        except GermanError as error:
            return error

    with ThreadPoolExecutor(min(AT_ONCE, os.cpu_count() or 1)) as pool:
        return dict(zip(mixtures, pool.map(one, mixtures), strict=True))


def _what(name: str, one: Parts, other: Parts) -> str:
    if name in {BEFORE, AFTER}:
        return f"{(one if name == BEFORE else other).side.name} ist nicht nachzurechnen"
    return f"{LABELS[Factor(name)]} allein: nicht zu rechnen"
