"""The same runs without `wiwak fanout`: a plain pool of processes, each task one call of what makes a run folder."""

import json
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

import yaml

from benchmarks.fanout.small_run import JOB
from wiwak_eval.job import staging
from wiwak_eval.job.fanout.task import JOB as WHOLE
from wiwak_eval.study.opened import Parameters

COMMAND = "from benchmarks.fanout.plain_pool import main; main()"


def make(job: str, delivery: str, scenario: str, day: str, out: str) -> float:
    """One run, in a process of the pool; its seconds. The state folder is that of all."""
    start = perf_counter()
    module, _, name = job.partition(":")
    staging.FAR_ENOUGH = 0
    made = getattr(import_module(module), name)
    made(Parameters(delivery, scenario, day, "intern"), Path(out), lambda _: None, date.today(), 1)
    return perf_counter() - start


def main() -> None:
    """GRID OUT WORKERS small|whole: make a grid; say how long all and each took, as `drive` does."""
    grid, out, workers, kind = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
    asked = yaml.safe_load(grid.read_text(encoding="utf-8"))
    job = JOB if kind == "small" else WHOLE
    deliveries = [name if name == "pilot" else str(grid.parent / name) for name in asked["deliveries"]]
    cells = [(one, scenario, f"{day}") for one in deliveries for day in asked["as_of"] for scenario in asked["scenarios"]]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        list(pool.map(_nothing, range(workers)))  # the processes are there before the clock starts
        start = perf_counter()
        each = [future.result() for future in [pool.submit(make, job, *cell, out) for cell in cells]]
        wall = perf_counter() - start
    print(json.dumps({"wall": wall, "runs_wall": wall, "each": each, "failed": []}))


def _nothing(place: int) -> int:
    return place


if __name__ == "__main__":
    main()
