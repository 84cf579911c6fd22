"""Faults at random, many of them: `make soak-run` (KILLS=..., DISK=..., TIMEOUTS=..., REAL=..., SEED=...)."""

import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import chain
from pathlib import Path
from uuid import uuid4

import click

from benchmarks.running.after_fault import digest
from benchmarks.running.faults import LIMIT, Ground, Trial, kill_trial, limit_trial, timeout_trial
from benchmarks.running.full_disk import can_mount, full_disk_trial
from benchmarks.running.miniature import write_notebooks
from benchmarks.running.real_run import NOTEBOOKS, late_kill_trial, prepared_real, real_kill_trial

Fault = Callable[[Ground, int], Trial]


def prepared(folder: Path) -> Ground:
    """The notebooks, and the digest and the time of an undisturbed run. Raises RuntimeError where even that does not succeed."""
    ground = Ground(write_notebooks(folder / "notebooks"), folder / "undisturbed")
    for _ in range(2):  # the second finds modules compiled and disks warm: its time is the usual one
        shutil.rmtree(ground.root, ignore_errors=True)
        start = time.monotonic()
        made, said = ground.begin().communicate()
        usual = time.monotonic() - start
        if not made:
            raise RuntimeError(said)
    return replace(ground, expected=digest(Path(made.strip())), usual=usual)


def trials(ground: Ground, faults: Sequence[tuple[Fault, int]], side_by_side: int = 2) -> Iterator[Trial]:
    """Do each fault, with its seed, to a run in a folder of its own; a folder with nothing amiss is removed."""

    def one(fault: Fault, seed: int) -> Trial:
        own = replace(ground, root=ground.root.with_name(f"{fault.__name__}-{seed}"), marker=uuid4().hex)
        trial = fault(own, seed)
        if not trial.faults:
            shutil.rmtree(own.root, ignore_errors=True)
        return trial

    with ThreadPoolExecutor(side_by_side) as pool:
        yield from pool.map(lambda pair: one(*pair), faults)


def disk_fault() -> Fault:
    """The most real full disk to be had here."""
    return full_disk_trial if can_mount() else limit_trial


def table(found: Sequence[Trial], usual: float, usual_real: float) -> str:
    """What came of all trials, as a page. usual, usual_real: seconds that an undisturbed run takes, of the miniature and of the command."""
    kinds = Counter((trial.kind.split(" (")[0], trial.ended.split(" (")[0]) for trial in found)
    faults = Counter(fault.split(" ")[0] for trial in found for fault in trial.faults)
    torn, orphans = faults.pop("torn", 0), faults.pop("orphan", 0)
    lines = [
        "# Faults done to a run",
        "",
        *_about_series(usual, usual_real),
        *_about_disks(found),
        "*completed*: the fault came too late or hit nothing that was needed; *told*: one German sentence and exit code 2;",
        "*killed*: the driver itself.",
        "",
        "| fault | how the disturbed run ended | trials |",
        "|---|---|---:|",
        *(f"| {kind} | {ended} | {count} |" for (kind, ended), count in sorted(kinds.items())),
        "",
        f"Torn files: {torn}. Orphan processes: {orphans}.",
        f"Next runs that did not complete with equal digests, and all else: {sum(faults.values())}.",
        "",
        *(f"* {trial.kind}, {trial.ended}: {fault}" for trial in found for fault in trial.faults),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _about_series(usual: float, usual_real: float) -> list[str]:
    """Says what is run and what is looked at, and of the real run that it was left out where it was."""
    return [
        "Two trials side by side. After each fault the same call is repeated.",
        "",
        f"* The miniature, {usual:.1f} s undisturbed: three notebooks by the runner, workers, kernels, staging, sums and rename",
        "  of `wiwak run`, without its study, papers and books. Full disks and time-outs are done to it alone.",
        *(
            _about_real(usual_real)
            if usual_real
            else ["* The real run, the command `wiwak run` itself, was left out of these trials (`REAL=0`)."]
        ),
        "",
    ]


def _about_real(usual: float) -> list[str]:
    return [
        f"* The real run, {usual:.1f} s undisturbed: the command `wiwak run` on the pilot year, with notebooks",
        f"  {', '.join(NOTEBOOKS)}, each cut after its first result. Results are kept from before, in about every other trial papers too,",
        "  nothing else. Killed at any time from the start of Python to the end, in a third of the trials around the entry in the",
        "  ledger, the rename, the catalogue and the forecast book. Then sums of run folders, kept files, lines of both books and the",
        "  catalogue are looked at; the next run must leave the same folder and the same books as an undisturbed one.",
    ]


def _about_disks(found: Sequence[Trial]) -> list[str]:
    """Says what a full disk was here, where it was no disk."""
    if not any(trial.kind.startswith(LIMIT) for trial in found):
        return []
    return ["No file system can be mounted on this machine: a full disk is a limit on the length of each file (RLIMIT_FSIZE).", ""]


@click.command()
@click.option("--kills", default=200)
@click.option("--disk", default=20)
@click.option("--timeouts", default=20)
@click.option("--real", default=20)
@click.option("--seed", default=1)
@click.option("--out", type=click.Path(path_type=Path))
def main(kills: int, disk: int, timeouts: int, real: int, seed: int, out: Path | None) -> None:
    """Do faults at random; print what came of them; exit code 1 where anything was not as it should be."""
    kinds: list[tuple[Fault, int]] = [(kill_trial, kills), (disk_fault(), disk), (timeout_trial, timeouts)]
    faults = [(fault, seed + place) for fault, count in kinds for place in range(count)]
    folder = Path(tempfile.mkdtemp(prefix="soak-run-"))
    ground, found = prepared(folder), []
    usual_real, series = 0.0, [trials(ground, faults)]
    if real:
        real_ground = prepared_real(folder)
        usual_real = real_ground.usual
        series.append(
            trials(real_ground, [(late_kill_trial if place % 3 == 0 else real_kill_trial, seed + place) for place in range(real)])
        )
    for trial in chain(*series):
        found.append(trial)
        click.echo(
            f"[{len(found)}/{len(faults) + real}] {trial.kind}: {trial.ended}, {trial.seconds:.1f} s {'; '.join(trial.faults)}", err=True
        )
    page = table(found, ground.usual, usual_real)
    click.echo(page)
    if out is not None:
        out.write_text(page, encoding="utf-8")
    if any(trial.faults for trial in found):
        raise SystemExit(1)
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
