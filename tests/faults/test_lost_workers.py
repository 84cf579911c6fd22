"""A part of `make soak-fanout`: a worker or the driver itself is lost; all runs are there and equal in the end, nobody is left."""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest

from benchmarks.fanout.cluster_here import ClusterHere, cluster_here
from benchmarks.fanout.grids import Driver, of_one_delivery, paths
from benchmarks.fanout.lost_worker import digests, page, soak
from benchmarks.running.after_fault import MARKER, left_alive, processes
from wiwak_eval.study.sweeping import GRIDS


def test_a_killed_worker_costs_nothing_but_time(tmp_path: Path) -> None:
    (loss,) = soak(tmp_path, runs=3, repetitions=1, kind="small", seed=3)
    assert loss.faults == ()
    assert "Missing or differing runs: 0. Torn: 0. Orphan processes: 0. All else: 0." in page("small", 3, [loss])


def test_a_killed_driver_leaves_nobody_and_can_be_taken_up_again(tmp_path: Path) -> None:
    driver = Driver(of_one_delivery(tmp_path / "grid.yaml", 2), tmp_path / "out", tmp_path / "home", True, {MARKER: str(tmp_path)})
    process = driver.begin()
    while process.poll() is None and not any(found.kind == "kernel" for found in processes(str(tmp_path))):
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert left_alive(str(tmp_path)) == []
    driver.ended(driver.begin("--resume"))
    assert len(digests(driver.out)) == 2
    assert [path.name for path in tmp_path.joinpath("home").iterdir() if path.name.startswith(GRIDS)] == []
    assert [path.name for path in (driver.out / "laeufe").iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_driver_asked_twice_to_end_leaves_nobody_and_no_lock(tmp_path: Path, number: signal.Signals) -> None:
    """The second time comes while the first is still ending the runs."""
    driver = Driver(of_one_delivery(tmp_path / "grid.yaml", 2), tmp_path / "out", tmp_path / "home", True, {MARKER: str(tmp_path)})
    process = driver.begin()
    while process.poll() is None and not any(found.kind == "kernel" for found in processes(str(tmp_path))):
        time.sleep(0.02)
    for _ in range(2):
        process.send_signal(number)
        time.sleep(0.01)
    _, said = process.communicate()
    assert process.returncode == 2
    assert said.splitlines()[-1].startswith("Fehler: Abgebrochen.")
    assert left_alive(str(tmp_path)) == []
    assert [path.name for path in (tmp_path / "home").iterdir() if path.name.startswith(GRIDS)] == []
    assert list(driver.out.rglob(".*")) == []


def test_workers_clear_up_after_a_driver_that_was_killed(tmp_path: Path) -> None:
    """By the time they have ended; while they have nothing to do, after a longer time than a test has."""
    own = {MARKER: str(tmp_path), "TMPDIR": str(tmp_path / "tmp")}
    (tmp_path / "tmp").mkdir()
    with cluster_here(tmp_path / "cluster", 1, {**own, "PYTHONPATH": paths()}) as cluster:
        driver = Driver(of_one_delivery(tmp_path / "grid.yaml", 1), tmp_path / "out", tmp_path / "home", True, own)
        process = driver.begin("--scheduler", cluster.address)
        while process.poll() is None and not _at_work(cluster):
            time.sleep(0.02)
        process.kill()
        process.communicate()
        assert [path for path in (tmp_path / "tmp").iterdir() if path.name.startswith(GRIDS)] != []
        while _at_work(cluster):
            time.sleep(0.02)
    assert [path for path in (tmp_path / "tmp").iterdir() if path.name.startswith(GRIDS)] == []


def _at_work(cluster: ClusterHere) -> bool:
    """Whether a worker holds what runs share: it makes a run, or brings it to its place."""
    return any(GRIDS in _leads_to(link) for worker in cluster.workers for link in Path(f"/proc/{worker}/fd").iterdir())


def _leads_to(link: Path) -> str:
    with suppress(FileNotFoundError):  # closed meanwhile
        return os.readlink(link)
    return ""
