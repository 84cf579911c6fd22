"""Memory of scheduler and workers over many small runs: `make bench-fanout` (MEMORY_RUNS=…). Proportional set size, read after each run."""

import queue
import shutil
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

import click

from benchmarks.fanout.cluster_here import cluster_here
from benchmarks.fanout.drawing import drawn
from benchmarks.fanout.grids import Driver, of_one_delivery, paths

WORKERS = 2
SETTLED = 10
"""Runs after which caches are filled; growth is counted from there."""
FLAT = 0.05
"""Share by which memory may grow and still count as flat."""


@dataclass(frozen=True)
class Memory:
    """Megabytes after each run, by role."""

    scheduler: list[float]
    workers: list[float]
    driver: list[float]

    @property
    def roles(self) -> Mapping[str, list[float]]:
        """By English name."""
        return {"scheduler": self.scheduler, "worker (mean)": self.workers, "driver": self.driver}


def megabytes(process: int) -> float:
    """Proportional set size of a process; 0 where it is gone."""
    try:
        lines = (Path("/proc") / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def measure(folder: Path, runs: int, told: Callable[[str], None]) -> Memory:
    """Memory over a grid of so many small runs."""
    found = Memory([], [], [])
    driver = Driver(of_one_delivery(folder / "grid.yaml", runs), folder / "out", folder / "home", True, {})
    with cluster_here(folder / "cluster", WORKERS, {"PYTHONPATH": paths()}) as cluster:
        process = driver.begin("--scheduler", cluster.address)
        lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        said = process.stderr
        assert said is not None
        reader = threading.Thread(target=lambda: [lines.put(line) for line in said], daemon=True)
        reader.start()
        while process.poll() is None or reader.is_alive() or not lines.empty():
            try:
                line = lines.get(timeout=0.2)
            except queue.Empty:
                continue
            if line.startswith("[") and not line.startswith(f"[{runs}/"):  # behind the last the driver is summing up
                found.scheduler.append(megabytes(cluster.scheduler))
                found.workers.append(mean(map(megabytes, cluster.workers)))
                found.driver.append(megabytes(process.pid) or found.driver[-1])
                if len(found.driver) % 10 == 0:
                    told(f"{len(found.driver)} runs: {', '.join(f'{role} {values[-1]:.0f} MB' for role, values in found.roles.items())}")
        if process.returncode:
            raise RuntimeError(process.stdout.read() if process.stdout else "")
    return found


def growth(values: Sequence[float]) -> float:
    """Share by which the mean of the last tenth exceeds that of the first tenth behind the settling."""
    settled = values[min(SETTLED, len(values) // 2) :]
    tenth = max(1, len(settled) // 10)
    return mean(settled[-tenth:]) / mean(settled[:tenth]) - 1


def page(found: Memory) -> str:
    """Growth of each role; the picture shows the megabytes."""
    runs = len(found.scheduler) + 1
    return (
        "\n".join(
            [
                "# Memory over many runs",
                "",
                f"{runs} runs of three small notebooks on one scheduler and {WORKERS} workers, TCP on 127.0.0.1. Proportional set",
                "size (PSS) after each run but the last; what a run itself takes is gone with its process and not in here.",
                "",
                "![Memory after each run](memory.svg)",
                "",
                f"| process | growth from run {min(SETTLED, runs // 2) + 1} to the last but one (means of a tenth of the runs) | |",
                "|---|---:|---|",
                *(
                    f"| {role} | {growth(values):+.1%} | {'flat' if growth(values) <= FLAT else 'grows'} |"
                    for role, values in found.roles.items()
                ),
            ]
        )
        + "\n"
    )


@click.command()
@click.option("--runs", default=100)
@click.option("--out", type=click.Path(path_type=Path), help="Folder for page and picture.")
def main(runs: int, out: Path | None) -> None:
    """Print the page; exit code 1 where memory of scheduler or workers grows."""
    folder = Path(tempfile.mkdtemp(prefix="bench-fanout-"))
    found = measure(folder, runs, lambda line: click.echo(line, err=True))
    text = page(found)
    click.echo(text)
    if out is not None:
        (out / "memory.md").write_text(text, encoding="utf-8")
        (out / "memory.svg").write_text(drawn(found.roles, "MB (PSS) after each run"), encoding="utf-8")
    shutil.rmtree(folder)
    if max(growth(found.scheduler), growth(found.workers)) > FLAT:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
