"""What a run costs in a grid, beside one process and a plain pool: `make bench-fanout` (SMALL_COUNTS=… WHOLE_COUNTS=… TURNS=…).

Every run has a delivery of its own, so that none finds a result that another computed. Grid and pool take turns.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import click

from benchmarks.fanout import plain_pool
from benchmarks.fanout.cluster_here import cluster_here
from benchmarks.fanout.grids import Driver, of_strangers, paths

WORKERS = 2
BOUND, AIM = 0.15, 0.10


@dataclass
class Times:
    """Of one number of runs, seconds of each turn: wall time of all runs by grid and by pool; median of the runs' own times."""

    runs: int
    grid: list[float] = field(default_factory=list)
    pool: list[float] = field(default_factory=list)
    each: list[float] = field(default_factory=list)

    def per_run(self, walls: Sequence[float]) -> float:
        """Time of both workers over runs; of a single run the other worker idles, and only one counts."""
        return median(walls) * min(self.runs, WORKERS) / self.runs

    @property
    def overhead(self) -> float:
        """Share by which the grid takes longer than the pool: median of the turns."""
        return median(grid / pool for grid, pool in zip(self.grid, self.pool, strict=True)) - 1


def measure(folder: Path, counts: Sequence[int], turns: int, small: bool, told: Callable[[str], None]) -> list[Times]:
    """Times for each number of runs."""
    found = [Times(count) for count in counts]
    environment = {"PYTHONPATH": paths()}
    with cluster_here(folder / "cluster", WORKERS, environment) as cluster:
        for turn in range(turns + 1):  # the first warms disks and compiled modules, with the fewest runs
            for times in found if turn else found[:1]:
                grid = of_strangers(folder / f"grid-{times.runs}.yaml", times.runs)
                driver = Driver(grid, folder / "out", folder / "home", small, {})
                by_grid = driver.run("--scheduler", cluster.address)
                by_pool = _by_pool(grid, folder / "pool", small)
                told(f"{times.runs} runs: grid {by_grid['runs_wall']:.1f} s, pool {by_pool['runs_wall']:.1f} s")
                if turn:
                    times.grid.append(by_grid["runs_wall"])
                    times.pool.append(by_pool["runs_wall"])
                    times.each.append(median(by_grid["each"]))
    return found


def _by_pool(grid: Path, folder: Path, small: bool) -> dict[str, Any]:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    ended = subprocess.run(
        [sys.executable, "-c", plain_pool.COMMAND, str(grid), str(folder / "out"), str(WORKERS), "small" if small else "whole"],
        env={**os.environ, "WIWAK_HOME": str(folder / "home"), "PYTHONPATH": paths()},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if ended.returncode:
        raise RuntimeError(ended.stderr[-2000:])
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


def table(title: str, found: Sequence[Times]) -> list[str]:
    """Per run, over the fewest runs that keep both workers busy, so that no machine shows."""
    if not found:
        return []
    base = next((times for times in found if times.runs >= WORKERS), found[0])
    unit = base.per_run(base.grid)
    return [
        f"## {title}",
        "",
        f"| runs | time per run by the grid, over that of {base.runs} runs | grid over plain pool |",
        "|---:|---:|---:|",
        *(f"| {times.runs} | {times.per_run(times.grid) / unit:.2f} | {1 + times.overhead:.2f} |" for times in found),
        "",
        _verdict(found, unit),
        "",
    ]


def _verdict(found: Sequence[Times], unit: float) -> str:
    busy = [times.per_run(times.grid) / unit for times in found]
    off = max(abs(share - 1) for share in busy)
    most = max(found, key=lambda times: times.runs)
    return (
        f"Farthest from constant: {off:.0%} (bound {BOUND:.0%}: {'kept' if off <= BOUND else 'missed'}). Overhead over a plain pool with "
        f"{most.runs} runs: {most.overhead:.0%} (aim {AIM:.0%}: {'reached' if most.overhead <= AIM else 'missed'})."
    )


def page(small: Sequence[Times], whole: Sequence[Times], turns: int) -> str:
    """Both tables."""
    return (
        "\n".join(
            [
                "# What a run costs in a grid",
                "",
                f"One scheduler and {WORKERS} workers over TCP on 127.0.0.1; each run has a delivery of its own: nothing is shared.",
                f"The plain pool is `ProcessPoolExecutor` with {WORKERS} processes that call what makes a run folder: no process for each",
                "run, no copy of state and delivery, no list. Both with one worker for notebooks. Grid and pool take turns; median",
                f"of {turns}. Starting scheduler, workers and pool does not count, nor reading the grid; summing up does. A single run",
                "leaves one worker idle: only the other's time counts.",
                "",
                *table("Three small notebooks a run", small),
                *table("All notebooks and papers a run", whole),
            ]
        ).rstrip()
        + "\n"
    )


@click.command()
@click.option("--small-counts", default="1 2 4 8 16")
@click.option("--whole-counts", default="")
@click.option("--turns", default=1)
@click.option("--out", type=click.Path(path_type=Path))
def main(small_counts: str, whole_counts: str, turns: int, out: Path | None) -> None:
    """Print the page."""
    folder = Path(tempfile.mkdtemp(prefix="bench-fanout-"))

    def told(line: str) -> None:
        click.echo(line, err=True)

    counts = [[int(word) for word in words.split()] for words in (small_counts, whole_counts)]
    small, whole = (
        measure(folder / kind, asked, turns, kind == "small", told) if asked else []
        for kind, asked in zip(("small", "whole"), counts, strict=True)
    )
    text = page(small, whole, turns)
    click.echo(text)
    if out is not None:
        out.write_text(text, encoding="utf-8")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
