"""A worker of a cluster whose driver is gone clears up by itself, and takes nothing away from a run."""

import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.job.fanout.test_fanout_asking import task
from wiwak_eval.job.fanout import tidying
from wiwak_eval.job.fanout.machine import SCRATCH_VARIABLE, clear, shared_folder
from wiwak_eval.job.fanout.making import stop
from wiwak_eval.job.fanout.task import Outcome, Task
from wiwak_eval.job.fanout.tidying import tidy_now, work_and_tidy
from wiwak_eval.study.sweeping import GRIDS

LONG = 60.0
"""Seconds after which what has not come will not."""
PROGRAMME = """
from tests.job.fanout.test_fanout_asking import task
from wiwak_eval.job.fanout import machine, tidying

def work(task):
    with machine.shared_folder(task.token) as folder:
        print(folder)

tidying.work = work
tidying.work_and_tidy(task("a"))
"""


@pytest.fixture(autouse=True)
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a worker has the folder of the grid; a task makes it, and does nothing else."""

    def work(task: Task) -> Outcome:
        with shared_folder(task.token):
            return Outcome("run")

    monkeypatch.setenv(SCRATCH_VARIABLE, str(tmp_path))
    monkeypatch.setattr(tidying, "work", work)
    return tmp_path / f"{GRIDS}token"


def test_what_no_task_follows_goes_after_a_while(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tidying, "PATIENCE", 0.05)
    assert work_and_tidy(task("a")) == Outcome("run")
    end = time.monotonic() + LONG
    while shared.exists() and time.monotonic() < end:
        time.sleep(0.01)
    assert not shared.exists()


def test_what_a_run_works_in_stays_until_it_has_ended(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = threading.Semaphore(0)

    def told(token: str) -> bool:
        gone = clear(token)
        tried.release()
        return gone

    monkeypatch.setattr(tidying, "PATIENCE", 0.02)
    monkeypatch.setattr(tidying, "clear", told)
    with shared_folder("token"):
        work_and_tidy(task("a"))
        for _ in range(3):
            assert tried.acquire(timeout=LONG)
        assert shared.exists()
    end = time.monotonic() + LONG
    while shared.exists() and time.monotonic() < end:
        time.sleep(0.01)
    assert not shared.exists()


def test_the_next_task_begins_the_while_anew_and_the_grid_s_end_ends_it(shared: Path) -> None:
    work_and_tidy(task("a"))
    first = tidying._timers["token"]
    work_and_tidy(task("b"))
    second = tidying._timers["token"]
    assert first.finished.is_set()
    assert not second.finished.is_set()
    assert second.daemon
    tidy_now("token")
    assert second.finished.is_set()
    assert "token" not in tidying._timers
    assert not shared.exists()


def test_after_a_grid_was_stopped_the_last_task_clears_up_at_once(tmp_path: Path) -> None:
    stop("stopped")
    work_and_tidy(replace(task("a"), token="stopped"))
    assert list(tmp_path.iterdir()) == []


def test_a_worker_that_ends_clears_up_and_does_not_wait(shared: Path) -> None:
    begun = time.monotonic()
    ended = subprocess.run([sys.executable, "-c", PROGRAMME], capture_output=True, text=True, check=True)
    assert time.monotonic() - begun < tidying.PATIENCE / 2
    assert ended.stdout == f"{shared}\n"
    assert not shared.exists()
