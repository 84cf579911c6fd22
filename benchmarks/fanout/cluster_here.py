"""A cluster on this machine for trials: one scheduler, workers over TCP on 127.0.0.1, each below a nanny as `dask worker` begins it."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.running.after_fault import processes

PATIENCE = 180.0
"""Seconds in which scheduler and workers must be there, and at the end gone."""


@dataclass(frozen=True)
class ClusterHere:
    """address: of the scheduler; scheduler, nannies: process ids; marker: variable value that all its processes carry."""

    address: str
    scheduler: int
    nannies: tuple[int, ...]

    @property
    def workers(self) -> tuple[int, ...]:
        """Process ids of the workers at this moment; a nanny begins a new one where one was killed."""
        return tuple(child for nanny in self.nannies for child in children(nanny) if "spawn_main" in command_line(child))


@contextmanager
def cluster_here(folder: Path, workers: int, environment: Mapping[str, str]) -> Iterator[ClusterHere]:
    """A cluster that is gone when the context ends. folder: for its files; environment: variables for all its processes."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        file = folder / "scheduler.json"

        def begin(*words: str) -> int:
            process = subprocess.Popen(
                [sys.executable, "-m", *words], env={**os.environ, **environment}, cwd=folder,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
            stack.callback(_end, process)
            return process.pid

        scheduler = begin(
            "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", file.name
        )
        address = _address(file)
        nannies = tuple(
            begin(
                "distributed.cli.dask_worker", address, "--host", "127.0.0.1", "--nthreads", "1", "--nworkers", "1", "--no-dashboard",
                "--memory-limit", "0", "--local-directory", str(folder / f"worker-{place}"),
            )
            for place in range(workers)
        )  # fmt: skip
        here = ClusterHere(address, scheduler, nannies)
        _wait_for(here, workers)
        yield here


def _address(file: Path) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(OSError, ValueError, KeyError):
            return str(json.loads(file.read_text())["address"])
        time.sleep(0.05)
    raise RuntimeError("the scheduler did not begin")


def _wait_for(here: ClusterHere, count: int) -> None:
    from distributed import Client

    with Client(here.address, timeout=PATIENCE, set_as_default=False) as client:
        client.wait_for_workers(count, timeout=PATIENCE)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def children(parent: int) -> list[int]:
    """Process ids of the children of a process."""
    found = []
    for folder in Path("/proc").glob(f"{parent}/task/*/children"):
        with suppress(OSError):
            found += [int(word) for word in folder.read_text().split()]
    return sorted(found)


def command_line(process: int) -> str:
    """Words of a process's command; empty where it is gone."""
    try:
        return (Path("/proc") / str(process) / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""


def orphans(marker: str, cluster: ClusterHere) -> list[str]:
    """Kinds of processes with the marker that are no part of the cluster itself."""
    own = {cluster.scheduler, *cluster.nannies, *(child for nanny in cluster.nannies for child in children(nanny))}
    return [found.kind for found in processes(marker) if found.number not in own]
