"""Two deliveries that differ by one person, one household or one month, released one after the other.

`python -m benchmarks.disclosure.pairs --pairs 200`: prints how often an outsider who holds both releases finds somebody, how often the
second release hides more than it would alone, and how often it is stopped and why; status 1 where somebody is found in what was let
out.
"""

import argparse
import multiprocessing
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from benchmarks.disclosure.adapter import Outcome, defended, guarded_tables
from benchmarks.disclosure.derived import KINDS, Delivery, pair_of, whole_year
from benchmarks.disclosure.subtraction import found_by_subtraction
from wiwak_eval.disclosure.audience import Origin
from wiwak_eval.disclosure.disclosed import Disclosed
from wiwak_eval.records import Records
from wiwak_eval.results import Level

LEVELS = (Level.OEFFENTLICH, Level.GREMIUM)
ENDINGS = ("nothing", "hidden more", "stopped", "first stopped", "breach")


@dataclass(frozen=True)
class Pair:
    """One pair. more: numbers that the second release hides only because of the first; said: what a stop said."""

    seed: int
    level: Level
    kind: str
    ending: str
    more: int = 0
    said: str = ""


def try_pairs(seed: int) -> list[Pair]:
    """A pair of each kind from the simulated year of a seed, for the public and for the committee in turn."""
    year, rng = whole_year(seed), np.random.default_rng(seed)
    with tempfile.TemporaryDirectory() as home:

        @cache
        def read(delivery: Delivery) -> Records:
            return delivery.read(Path(tempfile.mkdtemp(dir=home)) / "lieferung")

        @cache
        def alone(delivery: Delivery, level: Level) -> Outcome:
            return _released(read(delivery), level, ())

        tried = []
        for place, kind in enumerate(KINDS):
            level, (first, second) = LEVELS[(seed + place) % 2], pair_of(year, kind, rng)
            before = alone(first, level)
            after = before if before.found else _released(read(second), level, (before.disclosed,))
            tried.append(_judged(seed, level, kind, before, after, alone(second, level)))
        return tried


def _judged(seed: int, level: Level, kind: str, first: Outcome, second: Outcome, alone: Outcome) -> Pair:
    """How a pair ended; alone: what the second release would be if there had been no first."""
    if first.found:
        return Pair(seed, level, kind, "first stopped", said=first.stop)
    if second.found:
        return Pair(seed, level, kind, "stopped", said=second.stop)
    if found_by_subtraction(first.disclosed, second.disclosed):
        return Pair(seed, level, kind, "breach")
    more = _hidden(second) - _hidden(alone)
    return Pair(seed, level, kind, "hidden more" if more > 0 else "nothing", more)


def _released(records: Records, level: Level, former: Sequence[Disclosed]) -> Outcome:
    origin = records.provenance
    version = "-".join(records.digests[name] for name in sorted(records.digests))
    whence = Origin(origin.authority, version, origin.period_from, origin.period_to, simulated=True)
    return defended(guarded_tables(records), whence, level, former)


def _hidden(outcome: Outcome) -> int:
    return outcome.primary + outcome.secondary


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Release pairs of deliveries one after the other.")
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--first", type=int, default=1, help="seed of the first year")
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    seeds = range(asked.first, asked.first - (-asked.pairs // len(KINDS)))
    with multiprocessing.get_context("spawn").Pool(asked.processes) as pool:
        done = [pair for some in pool.imap(try_pairs, seeds) for pair in some][: asked.pairs]
    _print(done)
    sys.exit(any(pair.ending == "breach" for pair in done))


def _print(done: Sequence[Pair]) -> None:
    print(f"{'':<24}{'level':<13}{'pairs':>6}" + "".join(f"{ending:>15}" for ending in ENDINGS))
    for kind in KINDS:
        for level in LEVELS:
            ends = Counter(pair.ending for pair in done if pair.kind == kind and pair.level is level)
            print(f"{kind:<24}{level:<13}{ends.total():>6}" + "".join(f"{ends[ending]:>15}" for ending in ENDINGS))
    ends = Counter(pair.ending for pair in done)
    print(f"{'all':<37}{ends.total():>6}" + "".join(f"{ends[ending]:>15}" for ending in ENDINGS))
    more = [pair.more for pair in done if pair.ending == "hidden more"]
    print(f"\nhidden more: {np.median(more) if more else 0:.0f} numbers in the middle, {max(more, default=0)} at most")
    for said, number in Counter(pair.said for pair in done if pair.said).most_common():
        print(f"{number} times: {said}")
    for pair in done:
        if pair.ending == "breach":
            print(f"seed {pair.seed}, {pair.level}, {pair.kind}: subtracting the releases tells a small group")


if __name__ == "__main__":
    main()
