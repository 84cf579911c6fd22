"""A run made by this worker: a process of its own, begun, waited for, and ended with the worker or by its wish."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections import defaultdict
from contextlib import suppress
from pathlib import Path

from wiwak_eval.job.fanout.cell_process import ANSWER, write_order
from wiwak_eval.job.fanout.task import Task
from wiwak_eval.results import GermanError
from wiwak_eval.study.book_entries import LINES_VARIABLE
from wiwak_eval.study.executing import TIMEOUT_VARIABLE
from wiwak_eval.study.home import DATABASE_VARIABLE, DELIVERIES_VARIABLE, HOME_VARIABLE
from wiwak_eval.study.kernel import ACCEPT_VARIABLE, LIMIT_VARIABLE
from wiwak_eval.study.releasing import LEDGER_VARIABLE
from wiwak_eval.study.workers import ONE_THREAD

COMMAND = "from wiwak_eval.job.fanout.cell_process import main; main()"
"""What runs is no file that the workers below it would have to read too."""
_DECIDING = {
    HOME_VARIABLE, DELIVERIES_VARIABLE, DATABASE_VARIABLE, "WIWAK_KEY", ACCEPT_VARIABLE, LIMIT_VARIABLE, LINES_VARIABLE, LEDGER_VARIABLE,
    TIMEOUT_VARIABLE,
}  # fmt: skip
"""Variables that decide what a run is: a worker's own never count."""
_running: dict[str, set["subprocess.Popen[bytes]"]] = defaultdict(set)
_stopped: set[str] = set()
_guard = threading.Lock()


class LostError(Exception):
    """The process was killed before it could answer."""


def make(task: Task, room: Path, delivery: Path) -> Path:
    """The run folder, below the room. Raises GermanError as the run does; LostError where its process was killed."""
    write_order(room, task, str(delivery), os.getpid())
    process = _begin(task, room)
    try:
        process.wait()
    finally:
        _end(process)
        with _guard:
            _running[task.token].discard(process)
    try:
        answer = json.loads((room / ANSWER).read_bytes())
    except (OSError, ValueError):
        raise LostError from None
    if "folder" not in answer:
        raise GermanError(answer["sentence"])
    return Path(answer["folder"])


def stop(token: str) -> None:
    """End all runs of a grid in this process, and begin no more of it."""
    with _guard:
        _stopped.add(token)
        for process in _running[token]:
            _kill(process)


def stopped(token: str) -> bool:
    """Whether `stop` was asked for."""
    return token in _stopped


def _begin(task: Task, room: Path) -> "subprocess.Popen[bytes]":
    own = {HOME_VARIABLE: str(room / "home")} | ({TIMEOUT_VARIABLE: str(task.cell_timeout)} if task.cell_timeout else {})
    kept = {name: value for name, value in os.environ.items() if name not in _DECIDING}
    with _guard:
        if task.token in _stopped:
            raise LostError
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", COMMAND, str(room)],
            cwd=room, env={**kept, **ONE_THREAD, **own},
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        _running[task.token].add(process)
    return process


def _end(process: "subprocess.Popen[bytes]") -> None:
    """All that it began ends with it: workers see its end, kernels that of their worker."""
    if process.poll() is None:
        _kill(process)
        process.wait()
    if process.stdin is not None:
        with suppress(OSError):
            process.stdin.close()


def _kill(process: "subprocess.Popen[bytes]") -> None:
    with suppress(OSError):
        process.send_signal(signal.SIGKILL)
