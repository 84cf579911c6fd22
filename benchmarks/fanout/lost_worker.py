"""A grid on a cluster that loses a worker at a random time: `make soak-fanout` (RUNS=… REPS=… KIND=small|cut|whole).

One scheduler and two workers over TCP on 127.0.0.1. In each repetition one worker is killed (SIGKILL); its nanny begins another.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

import click

from benchmarks.fanout.cluster_here import ClusterHere, children, cluster_here, command_line, orphans
from benchmarks.fanout.grids import FIRST_DAY, SCENARIOS, SOURCE, Driver, of_one_content, paths
from benchmarks.running.after_fault import GRACE, MARKER, digest, end_all, left_alive
from benchmarks.running.real_run import NOTEBOOKS, small_programme
from wiwak_eval.audit.sums import first_difference
from wiwak_eval.study.home import PILOT
from wiwak_eval.study.sweeping import GRIDS

WORKERS = 2
KINDS = {
    "small": "three small notebooks by the same runner",
    "cut": f"`wiwak run` with notebooks {', '.join(NOTEBOOKS)}, each cut after its first result, and all papers",
    "whole": "`wiwak run` with all notebooks and papers",
}
"""What a run is, from a few seconds on."""


@dataclass(frozen=True)
class Loss:
    """A repetition. moment: seconds after the begin of the first run at which a worker was killed; faults: all that should not be."""

    moment: float
    running: int
    repeated: int
    wall: float
    faults: tuple[str, ...]


def digests(out: Path) -> dict[str, str]:
    """Of each run folder by its id."""
    return {run.name: digest(run) for run in sorted((out / "laeufe").iterdir()) if not run.name.startswith(".")}


def lose_a_worker(driver: Driver, folder: Path, expected: Mapping[str, str], chance: random.Random, usual: float) -> Loss:
    """One repetition. expected: digests of an undisturbed grid made without a cluster; usual: seconds that its runs took."""
    marker = uuid4().hex
    own = {MARKER: marker, "TMPDIR": str(folder / "tmp")}
    (folder / "tmp").mkdir(parents=True)
    with cluster_here(folder / "cluster", WORKERS, {**own, "PYTHONPATH": paths(driver.source)}) as cluster:
        disturbed = replace(driver, out=folder / "out", home=folder / "home", environment=own)
        start = time.monotonic()
        process = disturbed.begin("--scheduler", cluster.address)
        said = [process.stderr.readline() if process.stderr else ""]
        moment = chance.uniform(0.0, 0.95 * usual)
        time.sleep(moment)
        victim = chance.choice(cluster.workers)
        running = len(_runs(victim))
        os.kill(victim, signal.SIGKILL)
        made, rest = process.communicate()
        said += rest.splitlines()
        faults = [] if process.returncode == 0 else [f"the driver ended with {process.returncode}: {' '.join(said[-2:])}"]
        faults += [f"failed {label}: {sentence}" for label, sentence in (json.loads(made)["failed"] if made else [])]
        faults += _after(disturbed.out, expected) + _left(marker, cluster)
        wall = time.monotonic() - start
    faults += [f"orphan {found.kind} after the cluster's end" for found in left_alive(marker)]
    faults += [f"left behind {path.name}" for path in (folder / "tmp").iterdir() if path.name.startswith(GRIDS)]
    end_all(marker)
    return Loss(moment, running, sum("wiederholt" in line for line in said), wall, tuple(faults))


def _runs(worker: int) -> list[int]:
    """Processes of runs that a worker has begun."""
    return [child for child in children(worker) if "cell_process" in command_line(child)]


def _after(out: Path, expected: Mapping[str, str]) -> list[str]:
    """What is wrong with the folder of the grid."""
    runs = out / "laeufe"
    torn = [run.name for run in runs.iterdir() if not run.name.startswith(".") and first_difference(run) is not None]
    hidden = [path.name for path in runs.iterdir() if path.name.startswith(".")]
    found = digests(out)
    return [
        *(f"torn {name}" for name in torn),
        *(f"left behind {name}" for name in hidden),
        *(f"missing {name}" for name in expected if name not in found),
        *(f"differs {name}" for name in expected if name in found and found[name] != expected[name]),
        *(f"nobody asked for {name}" for name in found if name not in expected),
    ]


def _left(marker: str, cluster: ClusterHere) -> list[str]:
    """Processes of runs that are still there some time after the last run has ended."""
    end = time.monotonic() + GRACE
    while (found := orphans(marker, cluster)) and time.monotonic() < end:
        time.sleep(0.1)
    return [f"orphan {kind}" for kind in found]


def page(kind: str, runs: int, losses: list[Loss]) -> str:
    """What came of all repetitions; times as shares of the undisturbed grid's, so that no machine shows."""
    faults = [fault for loss in losses for fault in loss.faults]
    return (
        "\n".join(
            [
                "# A worker lost",
                "",
                f"{runs} runs: {KINDS[kind]}. Deliveries of one content under names of their own, so that on a machine",
                "runs find results that others have computed.",
                "",
                f"One scheduler and {WORKERS} workers over TCP on 127.0.0.1; in each of {len(losses)} repetitions",
                "a worker is killed (SIGKILL) at a random time. Compared, byte for byte, with the same grid",
                "made without a cluster" + ("." if kind == "small" else "; its first run with that of `wiwak run` alone, too."),
                "",
                "| repetition | killed after (share of the undisturbed time) | runs it was at | faults |",
                "|---:|---:|---:|---|",
                *(
                    f"| {place} | {loss.moment:.2f} | {loss.running} | {'; '.join(loss.faults) or 'none'} |"
                    for place, loss in enumerate(losses, 1)
                ),
                "",
                f"Missing or differing runs: {sum(fault.startswith(('missing', 'differs')) for fault in faults)}. "
                f"Torn: {sum(fault.startswith('torn') for fault in faults)}. "
                f"Orphan processes: {sum(fault.startswith('orphan') for fault in faults)}. All else: "
                f"{sum(not fault.startswith(('missing', 'differs', 'torn', 'orphan')) for fault in faults)}.",
            ]
        )
        + "\n"
    )


def alone(folder: Path, source: Path) -> str:
    """Digest of the grid's first run as `wiwak run` makes it in a fresh state folder. Raises RuntimeError where that fails."""
    asked = f"run {PILOT} --scenario {SCENARIOS[0]} --as-of {FIRST_DAY} --release intern --out {folder / 'out'}"
    ended = subprocess.run(
        [sys.executable, "-c", "from wiwak_eval.cli import main; main()", *asked.split()],
        env={**os.environ, "WIWAK_HOME": str(folder / "home"), "PYTHONPATH": paths(source)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if ended.returncode:
        raise RuntimeError(ended.stderr[-1000:])
    return digest(Path(ended.stdout.strip()))


def soak(folder: Path, runs: int, repetitions: int, kind: str, seed: int) -> list[Loss]:
    """All repetitions; a folder with nothing amiss is removed. kind: one of KINDS.

    Raises RuntimeError where a run of the grid, made without a cluster, is not what `wiwak run` makes.
    """
    source = small_programme(folder / "cut").parent / "src" if kind == "cut" else SOURCE
    grid, small = of_one_content(folder / "grid.yaml", runs), kind == "small"
    driver = Driver(grid, folder / "local" / "out", folder / "local" / "home", small, {}, source)
    usual = driver.run("--side-by-side", str(WORKERS))["runs_wall"]
    expected = digests(driver.out)
    if len(expected) != runs:
        raise RuntimeError(f"{len(expected)} runs instead of {runs}")
    if not small and alone(folder / "alone", source) not in expected.values():
        raise RuntimeError("a run of the grid is not what `wiwak run` makes")
    losses = []
    for place in range(repetitions):
        own = folder / f"loss-{place}"
        loss = lose_a_worker(driver, own, expected, random.Random(seed + place), usual)
        click.echo(
            f"[{place + 1}/{repetitions}] killed after {loss.moment:.1f} s, {loss.wall:.0f} s in all; {loss.faults or 'as it should be'}",
            err=True,
        )
        losses.append(Loss(loss.moment / usual, loss.running, loss.repeated, loss.wall / usual, loss.faults))
        if not loss.faults:
            with suppress(OSError):
                shutil.rmtree(own)
    return losses


@click.command()
@click.option("--runs", default=12)
@click.option("--repetitions", default=5)
@click.option("--kind", type=click.Choice(list(KINDS)), default="cut")
@click.option("--seed", default=1)
@click.option("--out", type=click.Path(path_type=Path))
def main(runs: int, repetitions: int, kind: str, seed: int, out: Path | None) -> None:
    """Print what came of it; exit code 1 where anything was not as it should be."""
    folder = Path(tempfile.mkdtemp(prefix="soak-fanout-"))
    losses = soak(folder, runs, repetitions, kind, seed)
    text = page(kind, runs, losses)
    click.echo(text)
    if out is not None:
        out.write_text(text, encoding="utf-8")
    if any(loss.faults for loss in losses):
        raise SystemExit(1)
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
