import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from wiwak_eval.results import GermanError
from wiwak_eval.study.workers import WorkerDiedError, Workers


def number_of_process(*_: int) -> int:
    return os.getpid()


def say(name: str) -> str:
    return os.environ.get(name, "")


def refuse(sentence: str) -> None:
    raise GermanError(sentence)


def divide(number: int) -> float:
    return 1 / number


def write(folder: Path) -> None:
    (folder / "nirgends" / "datei").write_text("")


def end_at_once() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leave() -> None:
    sys.exit(0)


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def test_workers_are_reused_and_gone_at_the_end() -> None:
    with Workers(2) as workers:
        numbers = {future.result() for future in [workers.submit(number_of_process, place) for place in range(20)]}
        assert len(numbers) <= workers.count <= min(2, os.cpu_count() or 1)
        assert os.getpid() not in numbers
    assert not any(map(is_alive, numbers))


def test_there_are_no_more_workers_than_cores() -> None:
    assert Workers(10_000).count == len(os.sched_getaffinity(0))
    assert Workers(0).count == 1


def test_what_goes_wrong_is_told_in_german_and_the_workers_go_on(tmp_path: Path) -> None:
    with Workers(1, {"WIWAK_PROBE": "da"}) as workers:
        assert workers.submit(say, "WIWAK_PROBE").result() == "da"
        assert workers.submit(say, "OMP_NUM_THREADS").result() == "1"
        with pytest.raises(GermanError, match=r"^Bitte dies tun\.$"):
            workers.submit(refuse, "Bitte dies tun.").result()
        with pytest.raises(GermanError, match="„ZeroDivisionError“") as caught:
            workers.submit(divide, 0).result()
        assert "division by zero" not in str(caught.value)
        assert "divide" in str(caught.value.__cause__)
        with pytest.raises(GermanError, match=r"geschrieben oder gelesen werden \(Datei oder Ordner nicht gefunden\)") as caught:
            workers.submit(write, tmp_path).result()
        assert str(tmp_path) not in str(caught.value)
        with pytest.raises(GermanError, match="„SystemExit“"):
            workers.submit(leave).result()
        with pytest.raises(WorkerDiedError, match="unerwartet zu Ende gegangen"):
            workers.submit(end_at_once).result()
        assert workers.submit(divide, 4).result() == 0.25
    assert "WIWAK_PROBE" not in os.environ


FIRST = """
import signal
from multiprocessing import resource_tracker
from wiwak_eval.study.worker import _without_interrupts

with _without_interrupts():
    resource_tracker.getfd()  # as the first worker of a process begins
    print(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, []))
"""


def test_the_first_worker_too_begins_without_hearing_control_c() -> None:
    """In a terminal it reaches all: a worker that is still importing would print a traceback."""
    ended = subprocess.run([sys.executable, "-c", FIRST], capture_output=True, text=True, check=True)
    assert ended.stdout == "True\n"


def test_an_error_outside_ends_what_runs_at_once() -> None:
    workers, start = Workers(1), time.monotonic()
    workers.__enter__()
    number = workers.submit(number_of_process).result()
    running, waiting = workers.submit(sleep, 600.0), workers.submit(sleep, 600.0)
    while not running.running():
        time.sleep(0.01)
    workers.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert time.monotonic() - start < 60
    assert not is_alive(number)
    assert waiting.cancelled()
    with pytest.raises(WorkerDiedError):
        running.result(timeout=30)
