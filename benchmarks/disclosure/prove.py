"""Disclosure control put to the proof on random sets of linked tables.

`python -m benchmarks.disclosure.prove --sets 300 --out build/geheimhaltung`: prints how many numbers the attacker bounds too narrowly
with the whole defence, with primary suppression alone and with each part switched off, and writes a picture, its data and a Markdown
table; status 1 where the whole defence leaves a number open, or an attack excludes the truth.
"""

import argparse
import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks.disclosure.adapter import PRIMARY_ONLY, WHOLE
from benchmarks.disclosure.sums import Sum, sums_of
from benchmarks.disclosure.trials import Trial, try_set
from benchmarks.disclosure.written import write_proof


def trials(sets: int, first: int, processes: int, switched_off: int) -> Iterator[list[Trial]]:
    """The trials of each set, in order of their seeds; only the first `switched_off` sets are tried with parts switched off."""
    seeds = [range(first, first + min(switched_off, sets)), range(first + min(switched_off, sets), first + sets)]
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        yield from pool.imap(try_set, seeds[0])
        yield from pool.imap(partial(try_set, switched_off=False), seeds[1])


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Attack random sets of linked tables.")
    parser.add_argument("--sets", type=int, default=300)
    parser.add_argument("--first", type=int, default=0, help="seed of the first set")
    parser.add_argument("--switched-off", type=int, default=300, help="sets on which parts of the defence are switched off too")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--out", type=Path, help="folder for the picture, its data and the Markdown table")
    asked = parser.parse_args()
    done: list[Trial] = []
    for some in trials(asked.sets, asked.first, asked.processes, asked.switched_off):
        done += some
        _print_what_should_not_be(some)
    sums = sums_of(done)
    _print_sums(sums)
    if asked.out:
        write_proof(sums, asked.out)
    sys.exit(any(trial.under_protected for trial in done if trial.variant == WHOLE) or any(trial.untrue for trial in done))


def _print_what_should_not_be(some: Sequence[Trial]) -> None:
    for trial in some:
        if trial.untrue:
            print(f"set {trial.seed} ({trial.kind}, {trial.level}), {trial.variant}: {trial.untrue} bounds exclude the truth", flush=True)
        if trial.variant == WHOLE and trial.found:
            found = ", ".join(f"{number} {kind}" for kind, number in trial.found)
            print(f"set {trial.seed} ({trial.kind}, {trial.level}): the whole defence leaves open {found}", flush=True)


def _print_sums(sums: Sequence[Sum]) -> None:
    by_variant = {total.variant: total for total in sums}
    whole, bare = by_variant[WHOLE], by_variant[PRIMARY_ONLY]
    print(f"\n{whole.sets} sets, {whole.cells} cells, {whole.primary} primary, {whole.secondary} secondary, {whole.seconds:.0f} s of work")
    print(f"whole defence: {whole.found} under-protected; primary suppression alone: {bare.found} in {bare.sets_with_finds} sets\n")
    width = max(len(total.variant) for total in sums)
    print(f"{'':<{width}}{'sets':>6}{'primary':>9}{'secondary':>11}{'found':>7}{'in sets':>9}{'seconds':>9}  kinds")
    for total in sums:
        counts = f"{total.sets:>6}{total.primary:>9}{total.secondary:>11}{total.found:>7}{total.sets_with_finds:>9}{total.seconds:>9.0f}"
        print(f"{total.variant:<{width}}{counts}  " + ", ".join(f"{kind} {number}" for kind, number in total.kinds))


if __name__ == "__main__":
    main()
