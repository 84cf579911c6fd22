"""A part of `make soak-fanout`: a worker or the driver itself is lost; all runs are there and equal in the end, nobody is left."""

import signal
import time
from pathlib import Path

from benchmarks.fanout.grids import Driver, of_one_delivery
from benchmarks.fanout.lost_worker import digests, page, soak
from benchmarks.running.after_fault import MARKER, left_alive, processes
from wiwak_eval.study.sweeping import GRIDS


def test_a_killed_worker_costs_nothing_but_time(tmp_path: Path) -> None:
    (loss,) = soak(tmp_path, runs=3, repetitions=1, kind="small", seed=3)
    assert loss.faults == ()
    assert "Missing or differing runs: 0. Torn: 0. Orphan processes: 0. All else: 0." in page("small", 3, [loss])


def test_a_killed_driver_leaves_nobody_and_can_be_taken_up_again(tmp_path: Path) -> None:
    driver = Driver(of_one_delivery(tmp_path / "grid.yaml", 2), tmp_path / "out", tmp_path / "home", True, {MARKER: tmp_path.name})
    process = driver.begin()
    while process.poll() is None and not any(found.kind == "kernel" for found in processes(tmp_path.name)):
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert left_alive(tmp_path.name) == []
    driver.ended(driver.begin("--resume"))
    assert len(digests(driver.out)) == 2
    assert [path.name for path in tmp_path.joinpath("home").iterdir() if path.name.startswith(GRIDS)] == []
    assert [path.name for path in (driver.out / "laeufe").iterdir() if path.name.startswith(".")] == []


def test_a_driver_interrupted_twice_leaves_nobody_and_no_lock(tmp_path: Path) -> None:
    """The second Ctrl-C comes while the first is still ending the runs."""
    driver = Driver(of_one_delivery(tmp_path / "grid.yaml", 2), tmp_path / "out", tmp_path / "home", True, {MARKER: tmp_path.name})
    process = driver.begin()
    while process.poll() is None and not any(found.kind == "kernel" for found in processes(tmp_path.name)):
        time.sleep(0.02)
    for _ in range(2):
        process.send_signal(signal.SIGINT)
        time.sleep(0.01)
    _, said = process.communicate()
    assert process.returncode == 2
    assert said.splitlines()[-1].startswith("Fehler: Abgebrochen.")
    assert left_alive(tmp_path.name) == []
    assert [path.name for path in (tmp_path / "home").iterdir() if path.name.startswith(GRIDS)] == []
    assert [path.name for path in driver.out.iterdir()] == ["raster.json"]
